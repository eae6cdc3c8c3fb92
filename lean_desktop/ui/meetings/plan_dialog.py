"""Planning a meeting: which group, from which template, when."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingKind, MeetingTemplate
from lean_desktop.domain.organisation import Group, GroupKind
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.model import group_choices
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, LineField

USUAL_HOUR = 13
NO_GROUP = "0"
EMPTY = ""

_USUAL_KIND = {
    GroupKind.MANAGEMENT: MeetingKind.STEERING,
    GroupKind.STEERING: MeetingKind.STEERING,
    GroupKind.PILOT: MeetingKind.PILOT_START,
}


class PlanDialog(Dialog):
    """Asks for the least a meeting needs. Emits `planned(meeting key)`."""

    planned = Signal(int)

    def __init__(
        self, around: Surroundings, group_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Plan a meeting"), parent)
        self._live = around.live
        self._groups = group_choices(around.live)
        self._templates = around.live.read(queries.templates, around.t.code)
        self.group = self._group_field(group_id)
        self.template = self._template_field()
        self.day = DateField(
            self.t("Date"), self.t, self.theme, lambda _day: None, lambda: self._live.today
        )
        self.start = LineField(self.t("Start"), self.t, self._check_start)
        self.title = LineField(self.t("Own title"), self.t, str)
        self._told = QLabel()
        self._told.setProperty("look", "small")
        self._told.setWordWrap(True)
        for widget in (self.group, self.template, self.day, self.start, self.title, self._told):
            self.column.addWidget(widget)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Plan the meeting"), self._plan, Role.AcceptRole, "primary")
        self.template.combo.currentIndexChanged.connect(self._tell)
        self.group.combo.activated.connect(self._suggest)
        self._suggest()
        self.setMinimumWidth(420)

    def _group_field(self, group_id: int | None) -> ChoiceField:
        choices = [(str(group.id), group.name) for group in self._groups]
        field = ChoiceField(
            self.t("Group"), self.t, str, [*choices, (NO_GROUP, self.t("No group"))]
        )
        field.put(str(group_id) if group_id else (choices[0][0] if choices else NO_GROUP))
        return field

    def _template_field(self) -> ChoiceField:
        choices = [(template.key, template.name) for template in self._templates]
        return ChoiceField(
            self.t("Template"), self.t, str, [*choices, (EMPTY, self.t("Empty agenda"))]
        )

    def _suggest(self) -> None:
        """A template that suits the group, and the day after its last meeting's rhythm."""
        group = self._chosen_group()
        kind = _USUAL_KIND.get(group.kind, MeetingKind.IMPROVEMENT) if group else MeetingKind.BOARD
        self.template.put(kind.value)
        start = self._next_start(group)
        self.day.put(self.t.date(start.date()))
        self.start.put(self.t.time(start))
        self._tell()

    def _next_start(self, group: Group | None) -> datetime:
        now = self._live.document.clock()
        held = self._live.read(queries.meetings, group_id=group.id) if group else []
        starts = [meeting.planned_start for meeting in held]
        if not starts:
            return now.replace(hour=USUAL_HOUR, minute=0, second=0, microsecond=0)
        rhythm = starts[-1] - starts[-2] if len(starts) > 1 else timedelta(days=14)
        after = starts[-1] + max(timedelta(days=1), rhythm)
        while after < now:
            after += max(timedelta(days=1), rhythm)
        return after

    def _tell(self) -> None:
        template = self._chosen_template()
        self._told.setText(_summary(self, template) if template else "")

    def _plan(self) -> None:
        try:
            start = datetime.combine(
                self.t.parse_date(self.day.text(), self._live.today),
                self.t.parse_time(self.start.text()),
            )
        except RuleBroken:
            self._show_what_is_wrong()
            return
        group = self._chosen_group()
        name = self.title.text() or (group.name if group else self.t("no group"))
        key = self._live.edit(
            M_("Plan meeting: {name}", name=name),
            edits.plan_meeting,
            group_id=group.id if group else None,
            start=start,
            template=self._chosen_template(),
            title=self.title.text(),
        )
        self.accept()
        self.planned.emit(key)

    def _show_what_is_wrong(self) -> None:
        for field in (self.start, self.day):
            if not field.try_commit():
                field.editor.setFocus()

    def _check_start(self, typed: str) -> None:
        self.t.parse_time(typed)

    def _chosen_group(self) -> Group | None:
        chosen = self.group.text()
        return next((group for group in self._groups if str(group.id) == chosen), None)

    def _chosen_template(self) -> MeetingTemplate | None:
        chosen = self.template.text()
        return next((each for each in self._templates if each.key == chosen), None)


def _summary(dialog: PlanDialog, template: MeetingTemplate) -> str:
    t = dialog.t
    items = t.plural("{n} item", "{n} items", len(template.items))
    minutes = t("{n} min", n=template.minutes)
    return f"{items} · {minutes}. {template.purpose}"
