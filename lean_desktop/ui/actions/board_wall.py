"""The board on the projector: nothing but cards, always light, read from the back of the room."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lean_desktop.domain.board import Board
from lean_desktop.domain.cards import Card
from lean_desktop.layout.board_wall import FARTHER, WallLayout
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.board_model import told_card
from lean_desktop.ui.actions.board_wall_painter import WallPainter
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override

EVERY_S = 20
"""How long a page stands while pages turn by themselves."""

DISTANCE = "board_distance"


class BoardWall(QWidget):
    """Fills a screen until Esc or F5. Cards are walked and moved as on the board.

    Private fields and comments are never shown. Emits `asked(what, card key)` for what is written
    on the laptop: rename, date.
    """

    asked = Signal(str, int)

    def __init__(self, around: Surroundings, source: CardSource, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around, self.source, self.t = around, source, around.t
        self._painter = WallPainter(around.theme, around.t)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.t("The board on the screen"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumSize(640, 360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.first = 1
        self.page = 0
        self.current = 0
        self.board: Board = source.board()
        self._turning = QTimer(self, interval=EVERY_S * 1000)
        self._turning.timeout.connect(lambda: self.turn(1))
        source.changed.connect(self.show_board)
        self.show_board()

    # What it shows

    def show_board(self) -> None:
        """Show the board as it is now, without lanes."""
        self.board = self.source.board()
        self.page = min(self.page, self.map.pages - 1)
        self.update()

    @property
    def columns(self) -> list[list[Card]]:
        """The cards of each column, whatever lane they hang in."""
        return [
            [card for lane in self.board.lanes for card in lane.cells[n]]
            for n in range(len(self.board.columns))
        ]

    @property
    def map(self) -> WallLayout:
        """Where everything is, on the screen it is shown on."""
        counts = [len(column) for column in self.columns]
        return WallLayout(counts, self.width(), self.height(), farther=self.farther)

    @property
    def farther(self) -> float:
        """How much larger the type is than it must be at least."""
        kept = self._around.settings.get(DISTANCE)
        return kept if kept in FARTHER else FARTHER[0]

    def turn(self, by: int) -> None:
        """Turn pages; after the last comes the first."""
        self.page = (self.page + by) % self.map.pages
        self.update()

    @property
    def today(self) -> date:
        """The day that due dates are seen from."""
        return self._around.live.today

    @property
    def turning(self) -> bool:
        """Whether pages turn by themselves."""
        return self._turning.isActive()

    def go_farther(self, by: int) -> None:
        """Larger type for people who sit farther away, or smaller."""
        place = FARTHER.index(self.farther) + by
        self._around.settings.set(DISTANCE, FARTHER[min(len(FARTHER) - 1, max(0, place))])
        self.page = 0
        self.update()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = (
            Qt.Key(event.key()),
            bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )
        does = self._with_control(key) if control else self._plain(key)
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def _plain(self, key: Qt.Key) -> Callable[[], object] | None:
        return {
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_F5: self.close,
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_T: self._turn_by_itself,
            Qt.Key.Key_Right: lambda: self._walk(1, 0),
            Qt.Key.Key_Left: lambda: self._walk(-1, 0),
            Qt.Key.Key_Down: lambda: self._walk(0, 1),
            Qt.Key.Key_Up: lambda: self._walk(0, -1),
            Qt.Key.Key_D: self._done,
            Qt.Key.Key_N: lambda: self._ask("date"),
            Qt.Key.Key_F2: lambda: self._ask("rename"),
            Qt.Key.Key_Return: lambda: self._ask("rename"),
        }.get(key)

    def _with_control(self, key: Qt.Key) -> Callable[[], object] | None:
        return {
            Qt.Key.Key_Right: lambda: self._move(1),
            Qt.Key.Key_Left: lambda: self._move(-1),
            Qt.Key.Key_Plus: lambda: self.go_farther(1),
            Qt.Key.Key_Minus: lambda: self.go_farther(-1),
            Qt.Key.Key_Z: self._undo,
        }.get(key)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if parent := self.parentWidget():
            parent.window().activateWindow()

    # Inside

    def _turn_by_itself(self) -> None:
        if self.turning:
            self._turning.stop()
        else:
            self._turning.start()

    def _undo(self) -> None:
        if self._around.live.document.undo_label is not None:
            self._around.live.undo()

    def _ask(self, what: str) -> None:
        if self.current and not self._around.live.read_only:
            self.asked.emit(what, self.current)

    def _where(self) -> tuple[int, int] | None:
        """The column and the row of the current card."""
        for column, cards in enumerate(self.columns):
            for row, card in enumerate(cards):
                if card.id == self.current:
                    return column, row
        return None

    def _walk(self, across: int, down: int) -> None:
        where, columns = self._where(), self.columns
        if where is None:
            shown = self.map.columns(self.first)
            filled = [n for n in shown if columns[n]]
            self._choose(filled[0], self.page * self.map.rows) if filled else None
            return
        column, row = where
        if across:
            beside = range(column + across, len(columns) if across > 0 else -1, across)
            column = next((n for n in beside if columns[n]), column)
        self._choose(column, row + down)

    def _choose(self, column: int, row: int) -> None:
        cards = self.columns[column]
        row = min(len(cards) - 1, max(0, row))
        self.current = cards[row].id
        self._see(column, row)

    def _see(self, column: int, row: int) -> None:
        """Turn to where the card is, and say it to a reader of the screen."""
        shown = self.map.columns(self.first)
        if column not in shown:
            self.first = column if column < shown.start else column - self.map.shown + 1
        self.page = row // self.map.rows
        card = self.source.cards.get(self.current)
        if card is not None:
            self.setAccessibleDescription(told_card(card, self.today, self.t))
        self.update()

    def _move(self, by: int) -> None:
        where, card = self._where(), self.source.cards.get(self.current)
        if where is None or card is None or self._around.live.read_only:
            return
        column = where[0] + by
        if 0 <= column < len(self.board.columns):
            steps.move(self._around, self.source, [card], column, None)
            if moved := self._where():
                self._see(*moved)

    def _done(self) -> None:
        """Hang the card in the column of what is done."""
        card = self.source.cards.get(self.current)
        column = next((n for n, each in enumerate(self.board.columns) if each.is_done), None)
        if card is not None and column is not None and not self._around.live.read_only:
            steps.move(self._around, self.source, [card], column, None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, self)
        painter.end()
