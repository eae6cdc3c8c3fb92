"""The questions of the Cascade tab: a new wave, a team that joins, what a phase waits for."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from lean_desktop.domain.cascade.plan import KIND_NAMES, TIE_NAMES, Kind, Phase, Plan, Tie
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cascade as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import cascade as queries
from lean_desktop.queries import organisation
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, LineField
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.refusal import Refusal


class _Asking(Dialog):
    """A dialog that writes one step, or says why it will not do."""

    def __init__(self, around: Surroundings, title: str, parent: QWidget | None) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self.live, self.around = around.live, around
        self.refusal = Refusal()

    def write(self) -> None:
        """Write it. Raises RuleBroken when it will not do."""
        raise NotImplementedError

    def keep(self) -> None:
        """Write it, and close."""
        try:
            self.write()
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    def finish(self, verb: str) -> None:
        """The foot of the dialog."""
        self.column.addWidget(self.refusal)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(verb, self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(480))


def ready_or_own(around: Surroundings) -> list[PhaseTemplate]:
    """The templates of the workspace, else those that ship."""
    return around.live.read(queries.templates) or queries.ready_phases(around.t.code)


class WaveDialog(_Asking):
    """Asks for the name and the kind of a new wave."""

    def __init__(self, around: Surroundings, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(around, around.t("New wave"), parent)
        t, self._plan = self.t, plan
        self.name = LineField(t("Name"), t, str)
        self.name.show_value(t("Wave {n}", n=max(1, len(plan.waves))))
        kinds = [(each.value, t(name)) for each, name in KIND_NAMES.items()]
        self.kind = ChoiceField(t("What it is for"), t, lambda _: None, kinds)
        self.kind.show_value(_next_kind(plan).value)
        self.column.addWidget(beside(self.name, self.kind))
        self.finish(t("Add the wave"))
        self.made = 0

    @override
    def write(self) -> None:
        name = self.name.text()
        label = M_("Add the wave {name}", name=name)
        kind = Kind(self.kind.text())
        self.made = self.live.edit(label, edits.add_wave, self._plan.id, name, kind)


def _next_kind(plan: Plan) -> Kind:
    """What usually follows the kinds there are."""
    order = [Kind.START_UP, Kind.PILOT, Kind.NEW_PILOTS, Kind.EXPANSION]
    there = {each.kind for each in plan.waves}
    return next((kind for kind in order if kind not in there), Kind.EXPANSION)


class TeamDialog(_Asking):
    """Asks which group joins which wave, when, and with which phases."""

    def __init__(
        self, around: Surroundings, plan: Plan, wave_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, around.t("A team joins"), parent)
        t, self._plan, self._group = self.t, plan, 0
        self.group = PickField(t("Group"), t, self._take_group, self._groups)
        waves = [(str(each.id), each.name) for each in plan.waves]
        self.wave = ChoiceField(t("Wave"), t, lambda _: self._offer(), waves)
        self.wave.show_value(str(wave_id))
        self.start = DateField(t("From"), t, around.theme, self._take_day, lambda: self.live.today)
        self._day = self._usual_start(wave_id)
        self.start.show_day(self._day)
        teams = [("", "–"), *((str(each.id), each.group) for each in plan.teams)]
        self.parent_team = ChoiceField(t("Learned from"), t, lambda _: None, teams)
        self.column.addWidget(beside(self.group, self.wave))
        self.column.addWidget(beside(self.start, self.parent_team))
        head = QLabel(t("Phases to begin with"))
        head.setProperty("look", "section")
        self.column.addWidget(head)
        self.templates = [(QCheckBox(_told(each, self)), each) for each in ready_or_own(around)]
        for box, _ in self.templates:
            self.column.addWidget(box)
        self.column.addWidget(sentence(t("They follow each other, and may be changed afterwards.")))
        self._offer()
        self.finish(t("Add the team"))

    @override
    def write(self) -> None:
        for field in (self.group, self.start):
            field.commit()
        if not self._group:
            raise RuleBroken(M_("Say which group joins."))
        chosen = [each for box, each in self.templates if box.isChecked()]
        parent = self.parent_team.text()
        label = M_("Add {name} to the cascade", name=self.group.text())
        wave_id = int(self.wave.text())
        parent_id = int(parent) if parent else None
        add = partial(edits.add_team, parent_id=parent_id)
        self.live.edit(label, add, wave_id, self._group, chosen, self._day)

    def _offer(self) -> None:
        """The phases that suit the wave are ticked."""
        kinds = {str(each.id): each.kind for each in self._plan.waves}
        kind = kinds.get(self.wave.text(), Kind.OTHER)
        first = True
        for box, each in self.templates:
            box.setVisible(each.kind in (kind, Kind.OTHER))
            box.setChecked(each.kind is kind and first)
            first = first and each.kind is not kind

    def _usual_start(self, wave_id: int) -> date:
        """A Monday: after the start-up, else that of next week."""
        ends = [each.finish for each in self._plan.phases if each.kind is Kind.START_UP]
        day = max([self.live.today, *ends]) + timedelta(days=1)
        return day + timedelta(days=-day.weekday() % 7)

    def _groups(self) -> list[tuple[int, str]]:
        return [
            (each.id, each.name)
            for each in self.live.read(organisation.groups, today=self.live.today)
        ]

    def _take_group(self, key: int | None) -> None:
        self._group = key or 0

    def _take_day(self, day: date | None) -> None:
        self._day = day or self.live.today


def _told(each: PhaseTemplate, dialog: _Asking) -> str:
    t = dialog.t
    weeks = (
        t("{n}– weeks", n=each.weeks)
        if each.open_ended
        else t.plural("{n} week", "{n} weeks", each.weeks)
    )
    return t("{name}, {weeks}", name=each.name, weeks=weeks).replace("&", "&&")


class TieDialog(_Asking):
    """Asks what a phase waits for."""

    def __init__(
        self, around: Surroundings, plan: Plan, phase: Phase, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, around.t("What it waits for"), parent)
        t, self._plan, self._phase, self._before = self.t, plan, phase, 0
        self.column.addWidget(sentence(phase_name(plan, phase)))
        self.before = PickField(t("Waits for"), t, self._take, self._phases)
        ties = [(each.value, t(name)) for each, name in TIE_NAMES.items()]
        self.tie = ChoiceField(t("How"), t, lambda _: None, ties)
        self.lag = LineField(t("Days more"), t, str)
        self.lag.show_value("0")
        self.column.addWidget(self.before)
        self.column.addWidget(beside(self.tie, self.lag))
        self.finish(t("Let it wait"))

    @override
    def write(self) -> None:
        self.before.commit()
        if not self._before:
            raise RuleBroken(M_("Say which phase it waits for."))
        lag = self.lag.text() or "0"
        if not lag.lstrip("-−").isdecimal():
            raise RuleBroken(M_("“{text}” is no number of days.", text=lag))
        label = M_("{name} waits for another phase", name=self._phase.name)
        tie, days = Tie(self.tie.text()), int(lag.replace("−", "-"))
        self.live.edit(label, edits.tie_phases, self._before, self._phase.id, tie, days)

    def _phases(self) -> list[tuple[int, str]]:
        others = (each for each in self._plan.phases if each.id != self._phase.id)
        return [(each.id, phase_name(self._plan, each)) for each in others]

    def _take(self, key: int | None) -> None:
        self._before = key or 0


def phase_name(plan: Plan, phase: Phase) -> str:
    """A phase with its team, or its wave where it is the whole wave's."""
    teams = {each.id: each.group for each in plan.teams}
    waves = {each.id: each.name for each in plan.waves}
    whose = teams.get(phase.team_id or 0) or waves.get(phase.wave_id, "")
    return f"{whose} · {phase.name}"
