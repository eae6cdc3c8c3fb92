"""How a board looks: heads with counts and limits, columns, lanes, and the cards that are seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lean_desktop.domain.board import told_lane
from lean_desktop.i18n import Language
from lean_desktop.layout.board import Place
from lean_desktop.ui.actions.card_painter import CardPainter
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from lean_desktop.ui.actions.board_view import BoardView

RADIUS = 8


class BoardPainter:
    """Paints what is seen of a board."""

    def __init__(self, theme: Theme, t: Language) -> None:
        self._theme, self._t = theme, t
        self.cards = CardPainter(theme, t)

    def forget(self) -> None:
        """The look has changed."""
        self.cards.forget()

    def paint(self, painter: QPainter, view: "BoardView", seen: QRect) -> None:
        """Paint what is seen through `seen`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(seen, self._theme.color("window"))
        painter.save()
        painter.setClipRect(seen.adjusted(0, max(0, view.map.body_top - seen.top()), 0, 0))
        down = view.verticalScrollBar().value()
        for lane in view.map.lanes_seen(down, down + view.viewport().height()):
            for column in range(view.map.columns):
                self._cell(painter, view, lane, column)
            if view.map.lanes:
                self._lane_head(painter, view, lane)
        painter.restore()
        for column in range(view.map.columns):
            self._head(painter, view, column)

    # Inside

    def _cell(self, painter: QPainter, view: "BoardView", lane: int, column: int) -> None:
        layout = view.map
        ground = _fixed(view, layout.cell(lane, column), scrolled=layout.lanes)
        if ground.right() < 0 or ground.left() > view.viewport().width() or ground.height() <= 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if not layout.lanes:
            painter.drawRect(ground.adjusted(0, 0, 0, -ground.height() // 2))  # Under its head.
        painter.save()
        painter.setClipRect(ground, Qt.ClipOperation.IntersectClip)
        self._cards(painter, view, lane, column)
        painter.restore()

    def _cards(self, painter: QPainter, view: "BoardView", lane: int, column: int) -> None:
        layout = view.map
        down = view.verticalScrollBar().value() if layout.lanes else view.offset(column)
        chosen = {index.row() for index in view.selectionModel().selectedIndexes()}
        for spot in layout.seen(lane, column, down, down + view.viewport().height()):
            row = layout.number(spot)
            place = view.shown(layout.card(spot), column)
            card = view.cards.cards[row]
            today = view.cards.today
            self.cards.paint(painter, place, card, today, chosen=row in chosen)
            if row == view.currentIndex().row():
                self._ring(painter, place, focused=view.hasFocus())
        if not layout.lanes:
            self._one_more(painter, view, column)
            self._scroll_sign(painter, view, column)

    def _ring(self, painter: QPainter, place: QRect, *, focused: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent_text" if focused else "control"), 2))
        painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), 7, 7)

    def _one_more(self, painter: QPainter, view: "BoardView", column: int) -> None:
        if view.read_only or view.cards.board.columns[column].is_done:
            return
        place = view.add_place(column, 0).adjusted(4, 0, 0, 0)
        if not view.viewport().rect().contains(place):
            return
        icon = QRect(place.left(), place.center().y() - 8, 16, 16)
        self._theme.icon("plus", "text2").paint(painter, icon)
        painter.setPen(self._theme.color("text2"))
        painter.setFont(self._theme.font(12, 500))
        words = place.adjusted(22, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._t("New card"))

    def _scroll_sign(self, painter: QPainter, view: "BoardView", column: int) -> None:
        """How far a column is scrolled, where there is more than is seen."""
        most = view.map.overflow(column)
        if not most:
            return
        cell = _fixed(view, view.map.cell(0, column), scrolled=False)
        share = cell.height() / (cell.height() + most)
        top = cell.top() + cell.height() * view.offset(column) / (cell.height() + most)
        sign = QRectF(cell.right() - 5, top, 4, max(24.0, cell.height() * share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line_strong"))
        painter.drawRoundedRect(sign, 2, 2)

    def _head(self, painter: QPainter, view: "BoardView", column: int) -> None:
        """Name, count and limit; over the limit a band, a triangle and words."""
        theme, board = self._theme, view.cards.board
        place = _fixed(view, view.map.head(column), scrolled=False)
        over = board.over(column)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(place.adjusted(0, 0, 0, 4), RADIUS, RADIUS)
        if over:
            painter.fillRect(
                QRect(place.left() + 4, place.top(), place.width() - 8, 2),
                theme.color("watch_fill"),
            )
        inside = place.adjusted(12, 0, -12, 0)
        inside.setLeft(
            self._words(painter, inside, board.columns[column].told(self._t), 13, 600) + 8
        )
        count = _count(board.counts[column], board.columns[column].most)
        ink = "watch" if over else "text2"
        left = self._words(painter, inside, count, 12, 600 if over else 400, ink)
        if over:
            told = self._t.plural("{n} over the limit", "{n} over the limit", over)
            size = chip_size(theme, told, "warn")
            chip = QRectF(
                left + 8, place.center().y() - size.height() / 2, size.width(), size.height()
            )
            if chip.right() > inside.right() - 24:
                told, chip = (
                    "",
                    QRectF(
                        chip.left(),
                        chip.top(),
                        chip_size(theme, "", "warn").width() - 4,
                        chip.height(),
                    ),
                )
            paint_chip(painter, theme, chip, "watch", told, "warn")
        if not view.read_only and not view.map.lanes:
            plus = QRect(place.right() - 28, place.center().y() - 8, 16, 16)
            theme.icon("plus", "text2").paint(painter, plus)

    def _words(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        pixels: int,
        weight: int,
        ink: str = "text",
    ) -> int:
        """Text at the left of its place; where it ends."""
        painter.setFont(self._theme.font(pixels, weight))
        painter.setPen(self._theme.color(ink))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return place.left() + metrics.horizontalAdvance(shown)

    def _lane_head(self, painter: QPainter, view: "BoardView", lane: int) -> None:
        """A sign for open or folded, the name, and how many cards."""
        one, board = view.cards.board.lanes[lane], view.cards.board
        place = _fixed(view, view.map.lane_head(lane), scrolled=True)
        folded = lane in view.map.folded
        icon = QRect(place.left() + 2, place.center().y() - 8, 16, 16)
        self._theme.icon("chevr" if folded else "chevd", "text2").paint(painter, icon)
        inside = place.adjusted(26, 0, 0, 0)
        inside.setLeft(self._words(painter, inside, told_lane(one, board.by, self._t), 13, 600) + 8)
        told = self._t.plural("{n} card", "{n} cards", one.size)
        if folded:
            told = self._t("{cards}, folded", cards=told)
        self._words(painter, inside, f"· {told}", 12, 400, "text2")


def _count(count: int, most: int | None) -> str:
    return str(count) if most is None else f"{count} / {most}"


def _fixed(view: "BoardView", place: Place, *, scrolled: bool) -> QRect:
    """A place that only scrolls sideways, or with all lanes."""
    down = view.verticalScrollBar().value() if scrolled else 0
    left = place.x - view.horizontalScrollBar().value()
    return QRect(left, place.y - down, place.width, place.height)
