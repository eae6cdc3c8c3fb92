"""The form of the daily meeting: red or green, what is wrong, today's actions, what goes up."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.actions import Action, Source, parse_action_line
from lean_desktop.domain.daily import (
    USUAL_AREAS,
    Area,
    DailyMeeting,
    Mark,
    month_of,
    months_on,
)
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import carrying
from lean_desktop.edits import daily as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import daily as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.daily_month import MonthGrid
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.quick_line import QuickLine

GREEN, RED, NONE = "green", "red", "none"


class AreaLine(QFrame):
    """One area: green, red or not recorded; the line for what is wrong shows when it is red.

    Emits `marked(Mark | None)`. G and R mark, the arrows walk.
    """

    marked = Signal(object)

    def __init__(self, area: Area, around: Surroundings) -> None:
        super().__init__()
        t = around.t
        self.area = area
        choices = [(GREEN, "● " + t("Green")), (RED, "■ " + t("Red")), (NONE, "– " + t("Not yet"))]
        self.choice = Segments(area.name, choices)
        self.deviation = LineField(t("What is wrong"), t, self._on_deviation)
        self._name = QLabel(area.name)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setStyleSheet("font-weight: 600")
        self._name.setFixedWidth(around.theme.scaled(150))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self.choice)
        row.addWidget(self.deviation, 1)
        row.addStretch(0)
        self.choice.chosen.connect(self._on_choice)
        self.setEnabled(not around.live.read_only)

    def show_mark(self, mark: Mark | None) -> None:
        """Show what is recorded."""
        self.choice.choose(NONE if mark is None else RED if mark.red else GREEN)
        self.deviation.show_value(mark.deviation if mark else "")
        self.deviation.setVisible(mark is not None and mark.red)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_G: GREEN, Qt.Key.Key_R: RED, Qt.Key.Key_Delete: NONE}
        if choice := keys.get(Qt.Key(event.key())):
            self.choice.choose(choice)
            self._on_choice(choice)
        else:
            super().keyPressEvent(event)

    def _on_choice(self, choice: str) -> None:
        told = None if choice == NONE else Mark(choice == RED, self.deviation.text())
        self.marked.emit(told)

    def _on_deviation(self, typed: str) -> None:
        self.marked.emit(Mark(red=True, deviation=typed))


class DailyPage(QWidget):
    """One day's form and the month it belongs to."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around, self.live, self.t = around, around.live, around.t
        self._meeting: Meeting | None = None
        self._month = month_of(around.live.today)
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.lines: list[AreaLine] = []
        self._lines_of: tuple[Area, ...] = ()
        self.all_green = button(self.t("All green"), self._all_green, keys="")
        self.month = MonthGrid(self.t, around.theme)
        self.month_name = QLabel()
        self.action = self._quick(self.t("Today’s action"), self._add_actions)
        self.up = self._quick(self.t("Take it one level up"), self._escalate)
        self.agreed = QLabel()
        self.sentence = QLabel()
        self._lay_out()
        around.live.changed.connect(self._on_changed)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show this day's form; another day may bring another month."""
        fresh = meeting is not None and (self._meeting is None or self._meeting.id != meeting.id)
        self._meeting = meeting
        if meeting and fresh:
            self._month = month_of(meeting.planned_start.date())
        self._show()

    def commit(self) -> None:
        """Commit the text in hand. Raises RuleBroken when it will not do."""
        for line in self.lines:
            line.deviation.commit()

    def keep_drafts(self) -> bool:
        """Whether nothing is left in hand."""
        return not any(line.deviation.in_hand() for line in self.lines)

    def status(self) -> str:
        """How many areas are red."""
        red = sum(line.choice.choice == RED for line in self.lines)
        return self.t.plural("{n} area red", "{n} areas red", red)

    # Inside

    def _show(self) -> None:
        told = self.live.read(queries.daily_meeting, self._meeting.id) if self._meeting else None
        if told is None:
            return
        day = self.t.long_day(told.meeting.planned_start.date())
        self.title.setText(f"{told.meeting.name} · {day}")
        self._show_areas(told)
        self._show_agreed(told.meeting)
        self._show_month()

    def _show_areas(self, told: DailyMeeting) -> None:
        areas = told.areas or tuple(Area(0, self.t(name)) for name in USUAL_AREAS)
        if areas != self._lines_of:
            self._make_lines(areas)
        for line in self.lines:
            line.show_mark(told.marks.get(line.area.id))

    def _make_lines(self, areas: tuple[Area, ...]) -> None:
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self._lines_of = areas
        self.lines = [AreaLine(area, self._around) for area in areas]
        for place, line in enumerate(self.lines):
            line.marked.connect(partial(self._mark, place))
            self._areas.addWidget(line)

    def _show_agreed(self, meeting: Meeting) -> None:
        actions = self.live.read(action_queries.actions, meeting_id=meeting.id)
        raised = self.live.read(action_queries.escalations, meeting_id=meeting.id)
        told = [self._told(each) for each in actions]
        told += [f"⚑ {each.text} → {each.receiver or '–'}" for each in raised]
        self.agreed.setText("\n".join(told))
        self.agreed.setVisible(bool(told))

    def _told(self, action: Action) -> str:
        due = self.t.short_day(action.due) if action.due else ""
        return " · ".join(filter(None, (f"{action.number} {action.title}", action.owner, due)))

    def _show_month(self) -> None:
        unit = self._meeting.unit_id if self._meeting else None
        month = self.live.read(queries.daily_month, unit, self._month)
        name = self.t.day(self._month).partition(" ")[2]
        self.month_name.setText(name[0].upper() + name[1:])
        self.month.show_month(month, self.live.today)

    def _step_month(self, by: int) -> None:
        self._month = months_on(self._month, by)
        self._show_month()

    def _mark(self, place: int, told: Mark | None) -> None:
        if self._meeting is None:
            return
        area = self.lines[place].area
        label = M_("Mark “{name}”", name=area.name)
        if area.id:
            self.live.edit(label, edits.mark, self._meeting.id, area.id, told)
        elif told:
            names = [line.area.name for line in self.lines]
            self.live.edit(label, edits.mark_usual, self._meeting.id, names, place, told)

    def _all_green(self) -> None:
        if self._meeting is None:
            return
        label = M_("All green")
        keys = [line.area.id for line in self.lines]
        if all(keys):
            self.live.edit(label, edits.mark_all_green, self._meeting.id, keys)
        else:
            names = [line.area.name for line in self.lines]
            self.live.edit(label, edits.mark_usual_green, self._meeting.id, names)

    def _add_actions(self, lines: list[str]) -> None:
        if self._meeting is None:
            return
        day = self._meeting.planned_start.date()
        people = people_choices(self.live)
        new = [parse_action_line(line, people, day) for line in lines]
        label = M_("Add “{name}”", name=new[0].title)
        meeting_id = self._meeting.id

        def add(connection: Connection) -> None:
            for each in new:
                action_edits.add_action(
                    connection,
                    each.title,
                    created=day,
                    owner_id=each.owner_id,
                    due=each.due or day,
                    source=Source.MEETING,
                    meeting_id=meeting_id,
                )

        self.live.edit(label, add)

    def _escalate(self, lines: list[str]) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        now = self.live.document.clock()

        def raise_it(connection: Connection) -> None:
            for line in lines:
                action_edits.escalate(
                    connection,
                    line,
                    day=now.date(),
                    unit_id=meeting.unit_id,
                    group_id=meeting.group_id,
                    meeting_id=meeting.id,
                )
            above = action_edits.one_level_up(connection, meeting.group_id)
            carrying.bring_to_next(connection, above, now)

        self.live.edit(M_("Take “{name}” one level up", name=lines[0]), raise_it)

    def _quick(self, name: str, take: Callable[[list[str]], None]) -> QuickLine:
        line = QuickLine()
        line.setAccessibleName(name)
        line.setPlaceholderText(name + " …")
        line.setEnabled(not self.live.read_only)
        line.entered.connect(partial(self._entered, line, take))
        return line

    def _entered(
        self, line: QuickLine, take: Callable[[list[str]], None], lines: list[str]
    ) -> None:
        try:
            take(lines)
        except RuleBroken as error:
            self.sentence.setText(self.t(error.message))
            self.sentence.show()
            return
        self.sentence.hide()
        line.setText("")

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._meeting and changes.touches(queries.DAILY):
            self._show()

    def _lay_out(self) -> None:
        self.agreed.setTextFormat(Qt.TextFormat.PlainText)
        self.agreed.setWordWrap(True)
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        inside = QWidget()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        self._areas = QVBoxLayout()
        self._areas.setSpacing(0)
        column.addLayout(self._areas)
        column.addLayout(self._under_areas())
        for widget in (self.action, self.up, self.sentence, self.agreed):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addLayout(self._month_head())
        column.addWidget(self.month)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _under_areas(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.all_green)
        row.addWidget(button(self.t("Areas …"), self._edit_areas, kind="link"))
        row.addStretch(1)
        self.all_green.setEnabled(not self.live.read_only)
        return row

    def _edit_areas(self) -> None:
        from lean_desktop.ui.meetings.daily_areas_dialog import AreasDialog

        if self._meeting and not self.live.read_only:
            AreasDialog(self._around, self._meeting, self).open()

    def _month_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.month_name.setStyleSheet("font-weight: 600")
        row.addWidget(self.month_name)
        row.addStretch(1)
        row.addWidget(self._stepper("chevl", -1, self.t("Previous month")))
        row.addWidget(self._stepper("chevr", 1, self.t("Next month")))
        return row

    def _stepper(self, icon: str, by: int, name: str) -> QPushButton:
        shown = self._around.theme.icon(icon, "text2")
        return button("", partial(self._step_month, by), icon=shown, name=name)
