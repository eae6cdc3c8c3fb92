"""After a meeting: what becomes of the items that were not finished, and when one meets next."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import AgendaItem, Meeting, MeetingTemplate, Outcome
from lean_desktop.edits import carrying as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.gatherings import after
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField, LineField

MOVE, COPY, WAIT, LEAVE = "move", "copy", "wait", "leave"
USUAL_GAP = timedelta(days=14)


def carry_if_needed(around: Surroundings, meeting_id: int, parent: QWidget) -> "CarryDialog | None":
    """Ask what becomes of unfinished items; nothing to ask when all was taken."""
    (meeting,) = around.live.read(queries.meetings, [meeting_id]) or (None,)
    if meeting is None or meeting.group_id is None:
        return None
    items = around.live.read(queries.items, meeting_id=meeting_id)
    left = [each for each in items if each.outcome in (Outcome.OPEN, Outcome.DEFERRED)]
    following = around.live.read(after, meeting_id)
    if not left and following:
        return None
    dialog = CarryDialog(around, meeting, left, following, parent)
    dialog.open()
    return dialog


class CarryDialog(Dialog):
    """One choice for each item, and a date where no further meeting is planned."""

    def __init__(
        self,
        around: Surroundings,
        meeting: Meeting,
        items: list[AgendaItem],
        following: Meeting | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, around.t("After the meeting"), parent)
        self._live, self._meeting, self._following = around.live, meeting, following
        self.choices: dict[int, ChoiceField] = {}
        self.day = DateField(
            self.t("Next meeting"), self.t, self.theme, self._no, lambda: self._live.today
        )
        self.start = LineField(self.t("Start"), self.t, self._no)
        self._show_next()
        if items:
            self.column.addWidget(QLabel(self.t("These items were not finished:")))
        for item in items:
            self.choices[item.id] = self._choice(item)
            self.column.addWidget(self.choices[item.id])
        self.add_button(self.t("Not now"), self.reject, Role.RejectRole)
        self.add_button(self.t("Carry over"), self._carry, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(460))

    # Inside

    def _show_next(self) -> None:
        t = self.t
        if self._following:
            start = self._following.planned_start
            when = f"{t.long_day(start.date())} {t.time(start)}"
            self.column.addWidget(QLabel(t("The next meeting is {when}.", when=when)))
            return
        start = self._meeting.planned_start + USUAL_GAP
        self.day.show_day(start.date())
        self.start.show_value(t.time(start))
        for field in (self.day, self.start):
            self.column.addWidget(field)

    def _choice(self, item: AgendaItem) -> ChoiceField:
        t = self.t
        choices = [
            (MOVE, t("To the next meeting")),
            (COPY, t("To the next meeting, and stays here as treated")),
            (WAIT, t("Waits with the group")),
            (LEAVE, t("Stays here")),
        ]
        field = ChoiceField(item.title, t, self._no, choices)
        field.show_value(LEAVE if item.protected or item.standing else MOVE)
        return field

    def _no(self, _value: object) -> None:
        """Nothing is done before the button is pressed."""

    def _carry(self) -> None:
        chosen = {key: field.text() for key, field in self.choices.items()}
        by_choice = {
            choice: [key for key, each in chosen.items() if each == choice]
            for choice in (MOVE, COPY, WAIT)
        }
        try:
            start = None if self._following else self._planned()
        except RuleBroken as error:
            self.start.refuse(self.t(error.message))
            return
        self._live.edit(
            M_("Carry over from {name} {n}", name=self._meeting.name, n=self._meeting.number),
            edits.carry_on,
            self._meeting.id,
            moved=by_choice[MOVE],
            copied=by_choice[COPY],
            waiting=by_choice[WAIT],
            to_meeting_id=self._following.id if self._following else None,
            start=start,
            template=self._template(),
        )
        self.accept()

    def _planned(self) -> datetime:
        day = self.t.parse_date(self.day.text(), self._live.today)
        return datetime.combine(day, self.t.parse_time(self.start.text()))

    def _template(self) -> MeetingTemplate | None:
        known = self._live.read(queries.templates, self.t.code)
        return next((each for each in known if each.kind is self._meeting.kind), None)
