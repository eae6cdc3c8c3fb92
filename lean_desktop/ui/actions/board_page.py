"""The board with what is written in it: a line for new cards, and titles changed in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lean_desktop.domain.board import Lane, LaneKey
from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.board_view import BoardView
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inputs import Line
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.refusal import Refusal


class BoardPage(ActionsView):
    """Shows the board of a `CardSource`; `fill_menu` fills what a right click opens.

    Emits `details_asked()` for the panel with all that a card holds.
    """

    details_asked = Signal()

    def __init__(
        self,
        around: Surroundings,
        source: CardSource,
        fill_menu: Callable[[QMenu], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, source, parent)
        self.view = BoardView(self.t("Board"), around.theme, self.t)
        self.view.read_only = around.live.read_only
        self._fill_menu = fill_menu
        self.quick = QuickLine()
        self.quick.setParent(self.view.viewport())
        self.title = Line()
        self.title.setParent(self.view.viewport())
        self.refusal = Refusal(self.view.viewport(), floating=True)
        self._adding: tuple[int, LaneKey] = (0, None)
        self._renaming = 0
        self._lay_out()
        self._connect()
        self.show_cards()

    # What it shows

    def show_cards(self) -> None:
        """Show the board as it is now."""
        self.view.show_board(self.source.board(), today=self.around.live.today)
        if self.quick.isVisible():
            self._place_quick()

    @override
    def front(self) -> QWidget:
        return self.view

    @override
    def chosen(self) -> list[Card]:
        return self.view.chosen()

    @override
    def go_to(self, action_id: int) -> bool:
        return self.view.go_to(action_id)

    @override
    def begin(self) -> None:
        self.view.ask_to_add()

    def begin_in(self, column: int, lane: LaneKey) -> None:
        """Open the line for a new card in a column and a lane."""
        if self.around.live.read_only:
            return
        self._adding = column, lane
        self._place_quick()
        self.quick.show()
        self.quick.raise_()
        self.quick.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def commit(self) -> None:
        if self.title.isVisible():
            self._rename()

    def rename(self) -> None:
        """Change the title of the current card in its place."""
        index = self.view.currentIndex()
        if not index.isValid() or self.around.live.read_only:
            return
        card = self.view.cards.cards[index.row()]
        self._renaming = card.id
        place = self.view.visualRect(index)
        self.title.setText(card.action.title)
        self.title.selectAll()
        height = self.title.sizeHint().height()
        self.title.setGeometry(place.left() + 4, place.top() + 4, place.width() - 8, height)
        self.title.show()
        self.title.raise_()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.quick.setAccessibleName(self.t("New action"))
        self.quick.setPlaceholderText(self.t("Order floor tape @Linh Friday"))
        self.quick.setToolTip(self.t("Enter adds; paste a list for several cards"))
        self.title.setAccessibleName(self.t("Title"))
        self.quick.hide()
        self.title.hide()

    def _connect(self) -> None:
        view = self.view
        view.moved.connect(self._move)
        view.add_asked.connect(self.begin_in)
        view.rename_asked.connect(self.rename)
        view.remove_asked.connect(self._remove)
        view.menu_asked.connect(self._menu)
        view.picked.connect(self.picked)
        view.details_asked.connect(self.details_asked)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._leave())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self._leave())
        self.source.changed.connect(self.show_cards)
        self.quick.entered.connect(self._add)
        for line in (self.quick, self.title):
            line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves a line, and so does another place that is clicked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._take_key(watched, Qt.Key(event.key())):
                return True
        elif event.type() == QEvent.Type.FocusOut and watched is self.title:
            self._keep_title()
        elif event.type() == QEvent.Type.FocusOut and not self.quick.text():
            self.quick.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, line: QObject, key: Qt.Key) -> bool:
        """Whether a key meant the line; what a line leaves alone would reach the board under it."""
        if key == Qt.Key.Key_Escape:
            self.quick.clear()
            self._leave()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if line is self.title:
                self._rename()
            return line is self.title or not self.quick.text().strip()
        return False

    def _leave(self) -> None:
        self._say("")
        self._renaming = 0
        self.title.hide()
        if not self.quick.text():
            self.quick.hide()

    def _keep_title(self) -> None:
        """Left by mouse or Tab, the title is taken as it is; an empty one is put back."""
        if self._renaming and self.title.text().strip():
            self._rename()
        else:
            self._leave()

    def _rename(self) -> None:
        card = self.source.cards.get(self._renaming)
        if card is None:
            self._leave()
            return
        try:
            steps.rename(self.around, card.action, self.title.text())
        except RuleBroken as error:
            self._say(self.t(error.message), self.title)
            return
        self._leave()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, column: int | None, lane: Lane | None) -> None:
        cards = self.view.chosen()
        if cards:
            steps.move(self.around, self.source, cards, column, lane)
            self.view.scrollTo(self.view.currentIndex())

    def _remove(self) -> None:
        steps.remove(self.around, [card.action for card in self.view.chosen()])

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        self._fill_menu(menu)
        if menu.actions():
            menu.exec(where)

    def _add(self, lines: list[str]) -> None:
        column, lane = self._adding
        try:
            keys = steps.add(self.around, self.source, lines, column, lane)
        except RuleBroken as error:
            self._say(self.t(error.message), self.quick)
            return
        self._say("")
        self.quick.clear()
        self.view.go_to(keys[-1])
        self._place_quick()

    def _place_quick(self) -> None:
        """Under the last card of its cell, or as low as can be seen."""
        column, key = self._adding
        lanes = [lane.key for lane in self.view.cards.board.lanes]
        lane = lanes.index(key) if key in lanes else 0
        place = self.view.add_place(column, lane)
        height = self.quick.sizeHint().height()
        lowest = self.view.viewport().height() - height - self.view.map.sizes.margin
        self.quick.setGeometry(place.left(), min(place.top(), lowest), place.width(), height)

    def _say(self, sentence: str, under: QWidget | None = None) -> None:
        self.refusal.say(sentence)
        if sentence and under is not None:
            self.refusal.adjustSize()
            self.refusal.move(under.geometry().bottomLeft() + QPoint(0, 2))
            self.refusal.raise_()
        for line in (self.quick, self.title):
            line.setAccessibleDescription(sentence if line is under else "")
