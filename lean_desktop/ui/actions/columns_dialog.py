"""The columns of a board: their names, which states hang in them, their limits, and their order."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.board import MOST_COLUMNS, BoardColumn, BoardSettings
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import board as edits
from lean_desktop.i18n import M_, N_, Language
from lean_desktop.queries import Connection
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.row_grid import LEFT_RIGHT, RowGrid
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.inputs import Line
from lean_desktop.ui.widgets.refusal import Refusal

HANGING = [each for each in ActionStatus if each is not ActionStatus.CANCELLED]


_NAMES = (
    N_("Move {name} to the left"),
    N_("Move {name} to the right"),
    N_("Delete {name}"),
)


class _Row:
    """One column as it is being written."""

    def __init__(self, dialog: "ColumnsDialog", column: BoardColumn) -> None:
        self._dialog, self.id = dialog, column.id
        t = dialog.t
        self.chosen = list(column.statuses)
        self.name = Line()
        self.name.setText(column.told(t))
        self.name.setAccessibleName(t("Name of the column"))
        self.states = button("", None)
        self.states.setMenu(QMenu(self.states))
        self.states.menu().aboutToShow.connect(self._fill)
        self.most = Line()
        self.most.setText("" if column.most is None else str(column.most))
        self.most.setAccessibleName(t("Most cards"))
        self.most.setFixedWidth(dialog.theme.scaled(72))
        self._tell()

    def column(self) -> BoardColumn:
        """What is written. Raises RuleBroken for a limit that is no number."""
        typed = self.most.text().strip()
        if typed and not typed.isdigit():
            raise RuleBroken(M_("“{text}” is no number. Write 1, 2 or 3.", text=typed))
        most = int(typed) if typed else None
        return BoardColumn(self.id, self.name.text().strip(), tuple(self.chosen), most)

    def widgets(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.name, self.states, self.most

    def told(self) -> str:
        """What it is called by now."""
        return self.name.text()

    def _fill(self) -> None:
        menu = self.states.menu()
        menu.clear()
        for each in HANGING:
            act = menu.addAction(self._dialog.t(ACTION_STATUS_NAMES[each]))
            act.setCheckable(True)
            act.setChecked(each in self.chosen)
            act.triggered.connect(lambda on, each=each: self._toggle(each, on=on))

    def _toggle(self, status: ActionStatus, *, on: bool) -> None:
        self.chosen = [*self.chosen, status] if on else [s for s in self.chosen if s is not status]
        self._tell()

    def _tell(self) -> None:
        t = self._dialog.t
        told = ", ".join(t(ACTION_STATUS_NAMES[each]) for each in self.chosen) or t("No state")
        self.states.setText(told)
        self.states.setAccessibleName(t("States of the cards: {states}", states=told))


class ColumnsDialog(Dialog):
    """Changes the columns of the board that is shown, all in one step."""

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Columns of the board"), parent)
        self._live, self._source = around.live, source
        settings = source.settings
        t = self.t
        heads = t("Name of the column"), t("State of its cards"), t("Most cards")
        self.table = RowGrid[_Row](t, self.theme, heads, _NAMES, LEFT_RIGHT, least=1)
        self.table.grid.setColumnStretch(0, 2)
        self.table.grid.setColumnStretch(1, 2)
        self.weeks = self._number(
            self.t("Weeks without a move that make a stall"), settings.stall_weeks
        )
        self.days = self._number(self.t("Days that done cards hang"), settings.done_days)
        self.refusal = Refusal()
        self._lay_out()
        self.table.changed.connect(self._limit)
        self.table.show_rows([_Row(self, each) for each in settings.columns])

    def add(self) -> None:
        """One more column, at the right of those that are not done."""
        column = BoardColumn(0, self.t("New column"), (ActionStatus.DOING,))
        rows = self.table.rows
        done = (n for n, row in enumerate(rows) if ActionStatus.DONE in row.chosen)
        row = _Row(self, column)
        self.table.insert(row, next(done, len(rows)))
        row.name.setFocus()
        row.name.selectAll()

    def keep(self) -> None:
        """Write it all down, if it will do."""
        group_id, before = self._source.group_id, self._source.settings
        try:
            columns = [row.column() for row in self.table.rows]
            weeks, days = _whole(self.weeks.text()), _whole(self.days.text())

            def write(connection: Connection) -> None:
                edits.set_columns(connection, group_id, columns)
                edits.set_board(connection, group_id, stall_weeks=weeks, done_days=days)

            if not _same(before, columns, weeks, days, self.t):
                self._live.edit(M_("Change the columns of the board"), write)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _number(self, label: str, value: int) -> LineField:
        field = LineField(label, self.t, lambda _typed: None)
        field.show_value(str(value))
        return field

    def _lay_out(self) -> None:
        self.column.addWidget(self.table)
        self.more = button(self.t("Add a column"), self.add)
        self.column.addWidget(self.more)
        self.column.addWidget(beside(self.weeks, self.days))
        self.column.addWidget(self.refusal)
        self.add_button(self.t("As it was drawn"), self._usual, Role.ResetRole)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Keep the columns"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(620))

    def _limit(self) -> None:
        self.more.setEnabled(len(self.table.rows) < MOST_COLUMNS)

    def _usual(self) -> None:
        """The board as the program draws it."""
        if self._source.settings.id:
            label = M_("The board as it was drawn")
            self._live.edit(label, edits.usual_board, self._source.group_id)
        self.accept()


def _whole(typed: str) -> int:
    if not typed.strip().isdigit():
        raise RuleBroken(M_("“{text}” is no number. Write 1, 2 or 3.", text=typed.strip()))
    return int(typed)


def _same(
    before: BoardSettings, columns: Sequence[BoardColumn], weeks: int, days: int, t: Language
) -> bool:
    """Whether nothing was changed: a board nobody has touched stays one."""
    told = [each._replace(name=each.told(t)) for each in before.columns]
    return (told, before.stall_weeks, before.done_days) == (list(columns), weeks, days)
