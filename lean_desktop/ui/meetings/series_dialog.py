"""Planning meetings that come back: whose, how often, until when, and where they fall."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.meetings import MeetingKind, MeetingTemplate, parse_minutes
from lean_desktop.domain.recurrence import Occurrence
from lean_desktop.domain.recurrence_pattern import Every, rule_words, usual_pattern
from lean_desktop.domain.series import Series
from lean_desktop.edits import series as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import organisation
from lean_desktop.queries.series import occurrences_of
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import edit_labelled
from lean_desktop.ui.meetings.rule_fields import RuleFields
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, LineField

EMPTY = ""
SHOWN = 8


class SeriesDialog(Dialog):
    """Asks for a rule and shows the days it gives. Emits `planned(key of the first meeting)`."""

    planned = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        group_id: int | None,
        unit_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Plan a series of meetings"), parent)
        self._live = around.live
        self._templates = around.live.read(queries.templates, around.t.code)
        self.whose = self._whose(group_id, unit_id)
        self.template = self._choice(
            self.t("Template"),
            [*((each.key, each.name) for each in self._templates), (EMPTY, self.t("Empty agenda"))],
        )
        self.day = self._day(self.t("First meeting"))
        self.start = LineField(self.t("Start"), self.t, self.show_days)
        self.minutes = LineField(self.t("Minutes"), self.t, self.show_days)
        self.rule = RuleFields(self.t)
        self.rule.changed.connect(self.show_days)
        self.until = self._day(self.t("Planned until"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("look", "small")
        self._begin()
        self._lay_out()
        self.show_days()

    # Inside

    def _whose(self, group_id: int | None, unit_id: int | None) -> ChoiceField:
        groups = self._live.read(organisation.groups, today=self._live.today)
        units = self._live.read(organisation.units)
        choices = [(f"g{each.id}", each.name) for each in groups]
        daily = self.t("Daily operational meeting")
        choices += [(f"u{each.id}", f"{daily}: {each.name}") for each in units]
        field = self._choice(self.t("Whose meetings"), choices)
        field.put(f"u{unit_id}" if unit_id else f"g{group_id}")
        return field

    def _choice(self, label: str, choices: list[tuple[str, str]]) -> ChoiceField:
        return ChoiceField(label, self.t, self.show_days, choices)

    def _day(self, label: str) -> DateField:
        return DateField(label, self.t, self.theme, self.show_days, lambda: self._live.today)

    def _begin(self) -> None:
        """What most series are: every second week from today, or each working day for a unit."""
        today = self._live.today
        daily = self.whose.text().startswith("u")
        self.day.show_day(today)
        self.start.show_value(
            self.t.time(datetime.combine(today, datetime.min.time()).replace(hour=13))
        )
        self.template.show_value(MeetingKind.DAILY if daily else MeetingKind.IMPROVEMENT)
        template = self._template()
        self.minutes.show_value(str(template.minutes if template else 45))
        usual = usual_pattern(today)._replace(interval=2)
        working = usual._replace(every=Every.WORKING_DAY, interval=1)
        self.rule.show_pattern(working if daily else usual)
        self.until.show_day(
            date(today.year + 1, 6, 30) if today.month > 6 else date(today.year, 12, 31)
        )

    def _lay_out(self) -> None:
        for widget in (
            *(self.whose, self.template, beside(self.day, self.start, self.minutes)),
            *(self.rule, self.until, self.told),
        ):
            self.column.addWidget(widget)
        self.whose.combo.activated.connect(lambda _index: self._begin())
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Plan the series"), self._plan, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(560))

    def show_days(self, _value: object = None) -> None:
        """Show the first days that the fields give."""
        try:
            self.told.setText(self._preview())
        except RuleBroken as error:
            self.told.setText(self.t(error.message))

    def _preview(self) -> str:
        one = self._series()
        return told_days(one, self._live.read(occurrences_of, [one])[one.id], self.t)

    def _series(self) -> Series:
        """What the fields say. Raises RuleBroken."""
        day = self.t.parse_date(self.day.text(), self._live.today)
        start = datetime.combine(day, self.t.parse_time(self.start.text()))
        key = int(self.whose.text()[1:])
        group, unit = (key, None) if self.whose.text().startswith("g") else (None, key)
        return Series(
            0,
            self._kind(),
            "",
            group,
            "",
            unit,
            "",
            "",
            start,
            parse_minutes(self.minutes.text()),
            self.rule.rule(day),
            self.t.parse_date(self.until.text(), self._live.today),
            self.rule.when_closed(),
            self.template.text(),
        )

    def _kind(self) -> MeetingKind:
        if self.whose.text().startswith("u"):
            return MeetingKind.DAILY
        template = self._template()
        return template.kind if template else MeetingKind.OTHER

    def _template(self) -> MeetingTemplate | None:
        chosen = self.template.text()
        return next((each for each in self._templates if each.key == chosen), None)

    def _plan(self) -> None:
        try:
            key = self._planned(self._series())
        except Cancelled:
            return
        except RuleBroken as error:
            self.told.setText(self.t(error.message))
            return
        self.accept()
        found = self._live.read(queries.meetings_of_series, key)
        self.planned.emit(found[0])

    def _planned(self, one: Series) -> int:
        """Years of daily meetings take a while, so they are made on a worker."""
        template = None if one.kind is MeetingKind.DAILY else self._template()
        make = partial(edits.plan_series, template=template)
        label = M_("Plan a series: {name}", name=self.whose.combo.currentText())
        fields = {name: getattr(one, name) for name in _TAKEN}
        return edit_labelled(label, self._live, self.t, make, **fields)


_TAKEN = (
    *("group_id", "unit_id", "kind", "title", "place", "first_start", "minutes"),
    *("rule", "when_closed", "planned_to", "template_key"),
)


def told_days(one: Series, found: Sequence[Occurrence], t: Language) -> str:
    """The rule in words, how many meetings it gives, and the first of them."""
    starts = [each for each in found if each.start]
    days = ", ".join(_told(each, t) for each in starts[:SHOWN])
    words = rule_words(one.rule, one.first_start.date(), t)
    count = t.plural("{n} meeting", "{n} meetings", len(starts))
    more = " …" if len(starts) > SHOWN else ""
    return f"{words} · {count}\n{days}{more}"


def _told(each: Occurrence, t: Language) -> str:
    """The day; one that was moved off a closed day says so."""
    if each.start is None:
        return ""
    shown = t.short_day(each.start.date())
    return f"{shown} ({t('moved')})" if each.start != each.slot else shown
