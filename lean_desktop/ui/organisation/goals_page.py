"""Where it all is to lead: the vision, the values, and the tree of goals, on one page."""

from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.goals import CoreValue
from lean_desktop.edits import goals as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import goals as queries
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.goals_model import GoalLine, goals_model, values_model
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.toolbar import GOALS
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.field import LineField, TextField
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.table import ROW_HEIGHT, Table

VISION_LINES, LEAST_ROWS, MOST_VALUES = 4, 3, 8
_WIDTHS = {"number": 56, "name": 380, "measure": 300, "due": 104, "meaning": 600}
_MOVES = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Right: "into",
}


class GoalsPage(Page):
    """Emits `chosen()` when another goal is current, and `asked(name)` to remove, remove_whole."""

    chosen = Signal()
    asked = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.live, self.t = around.live, around.t
        t, writing = around.t, Writing(around.live, around.t)
        self.vision = TextField(t("Our vision"), t, self._set_vision, lines=VISION_LINES)
        self.values = Table(t("Our values"), t, around.theme)
        kept = values_model(around.live, writing, self)
        self._follow(self.values, kept, around.theme)
        kept.counted.connect(self._fit_values)
        self._row = around.theme.scaled(ROW_HEIGHT)
        self.new_value = self._adding(t("New value"), self._add_value)
        self.goals = Table(t("Our goals"), t, around.theme)
        self._follow(self.goals, goals_model(around.live, writing, self), around.theme)
        self.new_goal = self._adding(
            t("New goal, or part of the chosen one with Shift+Enter"), self._add_goal
        )
        self.refused = Refusal()
        self._lay_out(around)
        self._connect()
        self._drafts = Drafts(around.live, self)
        self._drafts.follow(self.vision)
        self._show_vision()
        if lines := self._model().rows():
            self.goals.go_to(lines[0].id)

    # What the editor asks

    @override
    def front(self) -> QWidget:
        return self.goals

    @override
    def kind(self) -> str:
        return GOALS

    @override
    def chosen_rows(self) -> list[Any]:
        return [line.goal for line in self.goals.selected()]

    @override
    def search(self, typed: str) -> None:
        words = typed.casefold().split()
        model = self._model()
        model.keep((lambda line: _has(line, words)) if words else None)

    @override
    def counted(self) -> tuple[int, int]:
        return self._model().rowCount(), self._model().total()

    @override
    def commit(self) -> None:
        self.vision.commit()
        self.values.commit()
        self.goals.commit()

    @override
    def in_hand(self) -> bool:
        self._drafts.keep()
        return self.values.cells.in_hand() or self.goals.cells.in_hand()

    @override
    def copy(self) -> None:
        self.goals.copy()

    @override
    def current_key(self) -> int | None:
        line: GoalLine | None = self.goals.current()
        return line.id if line else None

    @override
    def return_to(self, key: Any) -> None:
        if type(key) is int:
            self.goals.go_to(key)

    def begin_new(self) -> None:
        """Go to where a new goal is written."""
        self.new_goal.editor.setFocus()

    # Inside

    def _model(self) -> RowModel[GoalLine]:
        return cast("RowModel[GoalLine]", self.goals.model())

    def _follow(self, table: Table, model: RowModel[Any], theme: Theme) -> None:
        table.follow(model)
        table.stay()
        for place, column in enumerate(model.columns):
            table.setColumnWidth(place, theme.scaled(_WIDTHS.get(column.name, 180)))

    def _adding(self, label: str, add: Any) -> LineField:
        """A field that adds what is written, and stays for the next."""
        field = LineField(label, self.t, add)
        field.stay_for_next()
        field.setEnabled(not self.live.read_only)
        return field

    def _lay_out(self, around: Surroundings) -> None:
        inside = QWidget()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self.vision.setEnabled(not self.live.read_only)
        self.vision.setMaximumWidth(around.theme.scaled(720))
        column.addWidget(self.vision)
        for title, table, new in (
            (self.t("Our values"), self.values, self.new_value),
            (self.t("Our goals"), self.goals, self.new_goal),
        ):
            heading = QLabel(title)
            heading.setProperty("look", "section")
            new.setMaximumWidth(around.theme.scaled(460))
            column.addSpacing(8)
            for widget in (heading, table, new):
                column.addWidget(widget, 1 if table is self.goals and widget is table else 0)
        column.addWidget(self.refused)
        self.goals.setMinimumHeight(around.theme.scaled(ROW_HEIGHT) * (LEAST_ROWS + 3))
        scroll = QScrollArea()
        scroll.setObjectName("paper")
        scroll.setAccessibleName(self.t("Vision and goals"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._fit_values()

    def _connect(self) -> None:
        self.goals.chosen.connect(self.chosen)
        self.goals.remove_asked.connect(
            lambda whole: self.asked.emit("remove_whole" if whole else "remove")
        )
        self.values.remove_asked.connect(lambda _whole: self._remove_values())
        self.live.changed.connect(self._on_changed)
        for table in (self.goals, self.values):
            table.installEventFilter(self)
        self.new_goal.editor.installEventFilter(self)

    def _fit_values(self) -> None:
        """As high as the values are many, up to a few; then it scrolls."""
        rows = min(max(self.values.model().rowCount(), 1), MOST_VALUES)
        head = self.values.horizontalHeader().sizeHint().height()
        self.values.setFixedHeight(head + rows * self._row + 4)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("vision",)):
            self._show_vision()

    def _show_vision(self) -> None:
        self.vision.show_value(self.live.read(queries.direction).vision)
        self._drafts.show(self.vision, "vision:1:text")

    # Edits

    def _set_vision(self, text: str) -> None:
        self.live.edit(M_("Change the vision"), edits.set_vision, text)

    def _add_value(self, name: str) -> None:
        self.live.edit(M_("Add value: {name}", name=name), edits.add_value, name)

    def _add_goal(self, name: str) -> None:
        self._add_below(name, None)

    def _add_below(self, name: str, parent_id: int | None) -> None:
        key = self.live.edit(M_("Add goal: {name}", name=name), edits.add_goal, name, parent_id)
        if parent_id is None:
            self.goals.go_to(key)

    def _add_part(self) -> None:
        """What is written becomes part of the goal one is at."""
        line: GoalLine | None = self.goals.current()
        name = self.new_goal.text()
        if line is None or not name:
            return
        try:
            self._add_below(name, line.id)
        except RuleBroken as error:
            self.new_goal.refuse(self.t(error.message))
            return
        self.new_goal.begin_anew()

    def _remove_values(self) -> None:
        rows: list[CoreValue] = self.values.selected()
        if rows and not self.live.read_only:
            name = rows[0].name if len(rows) == 1 else M_("{n} values", n=len(rows))
            label = M_("Delete “{name}”", name=name)
            self.live.edit(label, edits.remove_values, [row.id for row in rows])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if watched is self.new_goal.editor:
            part = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if part and modifiers & Qt.KeyboardModifier.ShiftModifier:
                self._add_part()
                return True
            return False
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in _MOVES:
            self._move(watched, _MOVES[key])
            return True
        if watched is self.goals and key == Qt.Key.Key_Insert:
            self.begin_new()
            return True
        return False

    def _move(self, table: QObject, way: str) -> None:
        """Ctrl and an arrow: up and down among its like, out of the goal above, into the one before."""
        if self.live.read_only:
            return
        if table is self.values:
            self._move_value(way)
        elif (line := self.goals.current()) and (place := self._place(line, way)):
            parent_id, position = place
            label = M_("Move “{name}”", name=line.goal.name)
            self.live.edit(label, edits.move_goal, line.id, parent_id, position)
            self.goals.go_to(line.id)

    def _move_value(self, way: str) -> None:
        row: CoreValue | None = self.values.current()
        step = {"up": -1, "down": 1}.get(way, 0)
        if row is None or not 0 <= row.position + step < self.values.model().rowCount() or not step:
            return
        label = M_("Move “{name}”", name=row.name)
        self.live.edit(label, edits.move_value, row.id, row.position + step)
        self.values.go_to(row.id)

    def _place(self, line: GoalLine, way: str) -> tuple[int | None, int | None] | None:
        """The goal above and the index there a move leads to; None where it leads nowhere."""
        goals = {each.id: each.goal for each in self._all()}
        goal = line.goal
        like = [each for each in goals.values() if each.parent_id == goal.parent_id]
        at = [each.id for each in like].index(goal.id)
        if way in ("up", "down"):
            to = at - 1 if way == "up" else at + 1
            return (goal.parent_id, to) if 0 <= to < len(like) else None
        if way == "into":
            return (like[at - 1].id, None) if at else None
        above = goals.get(goal.parent_id or 0)
        return (above.parent_id, above.position + 1) if above else None

    def _all(self) -> list[GoalLine]:
        from lean_desktop.ui.organisation.goals_model import numbered

        return numbered(self.live.read(queries.goals))


def _has(line: GoalLine, words: list[str]) -> bool:
    goal = line.goal
    text = f"{goal.name} {goal.measure} {goal.group}".casefold()
    return all(word in text for word in words)
