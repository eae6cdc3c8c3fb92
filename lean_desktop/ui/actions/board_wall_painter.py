"""How the board looks on a projector: black on white, red only where a date has passed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_told import Pressing, due_told
from lean_desktop.i18n import Language
from lean_desktop.layout.board import Place
from lean_desktop.layout.board_wall import HEADER, META, PAD, TITLE, WallLayout
from lean_desktop.ui import icons
from lean_desktop.ui.actions.card_painter import wrapped
from lean_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from lean_desktop.ui.actions.board_wall import BoardWall

INK, PAPER, BAD = QColor("#10171D"), QColor("#FFFFFF"), QColor("#A32A08")
FAINT, CHOSEN = QColor("#44515D"), QColor("#DFEAF7")
EDGE = 0.012
"""The thick edge of a card that is overdue, as a share of the height."""

SIGNS = {Pressing.OVER: "alert", Pressing.TODAY: "clock", Pressing.DONE: "check"}


class WallPainter:
    """Paints a page of the board into a picture of any size."""

    def __init__(self, theme: Theme, t: Language) -> None:
        self._theme, self._t = theme, t

    def paint(self, painter: QPainter, wall: "BoardWall") -> None:
        """Paint what the wall shows now."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(wall.rect(), PAPER)
        layout, columns = wall.map, wall.columns
        for place, column in enumerate(layout.columns(wall.first)):
            self._head(painter, wall, layout, place, column)
        for sign in layout.signs(wall.first, wall.page):
            self._card(painter, wall, layout, sign.where, columns[sign.column][sign.place])
        self._summary(painter, wall, layout)

    # Inside

    def _font(self, layout: WallLayout, share: float, weight: int = 400) -> QFont:
        font = QFont(self._theme.font(13, weight))
        font.setPixelSize(layout.length(share))
        return font

    def _head(
        self, painter: QPainter, wall: "BoardWall", layout: WallLayout, place: int, column: int
    ) -> None:
        """Dark with light words; over its limit the other way round, with a triangle."""
        where, one = _rect(layout.head(place)), wall.board.columns[column]
        over = wall.board.over(column)
        line = max(3.0, layout.height * 0.004)
        painter.setPen(QPen(INK, line))
        painter.setBrush(PAPER if over else INK)
        painter.drawRoundedRect(
            where.adjusted(line / 2, line / 2, -line / 2, -line / 2), line * 2, line * 2
        )
        ink = INK if over else PAPER
        inside = where.adjusted(layout.length(PAD), 0, -layout.length(PAD), 0)
        more = layout.more(column, wall.page)
        if more:
            told = self._t("+ {n} more", n=more)
            width = self._words(painter, inside, told, self._font(layout, META), ink, right=True)
            inside.setRight(inside.right() - width - layout.length(PAD))
        name = self._words(painter, inside, one.told(self._t), self._font(layout, HEADER, 600), ink)
        inside.setLeft(inside.left() + name + layout.length(PAD))
        count = wall.board.counts[column]
        told = str(count) if one.most is None else f"{count} / {one.most}"
        width = self._words(painter, inside, told, self._font(layout, HEADER), ink)
        if over:
            inside.setLeft(inside.left() + width + layout.length(PAD))
            self._icon(painter, inside, "warn", ink, layout.length(HEADER * 0.8))

    def _card(
        self, painter: QPainter, wall: "BoardWall", layout: WallLayout, where: Place, card: Card
    ) -> None:
        """Title in two lines, who, how often moved, and by when; overdue has a thick edge too."""
        due = due_told(card.action, wall.today, self._t)
        over, place = due.pressing is Pressing.OVER, _rect(where)
        line = max(2.0, layout.height * 0.003)
        current = card.id == wall.current
        painter.setPen(QPen(BAD if over else INK, line * (2.5 if current else 1)))
        painter.setBrush(CHOSEN if current else PAPER)
        painter.drawRoundedRect(place.adjusted(line, line, -line, -line), line * 3, line * 3)
        edge = layout.length(EDGE) if over else 0
        if over:
            painter.fillRect(
                QRectF(place.left(), place.top() + line, edge, place.height() - 2 * line), BAD
            )
        pad = layout.length(PAD)
        inside = place.adjusted(pad + edge, pad, -pad, -pad)
        font = self._font(layout, TITLE, 600)
        painter.setPen(INK)
        height = QFontMetricsF(font).height()
        for number, text in enumerate(wrapped(card.action.title, font, inside.width(), 2)):
            text.draw(painter, inside.topLeft() + QPointF(0, number * height))
        low = QRectF(
            inside.left(),
            inside.bottom() - layout.length(META * 1.3),
            inside.width(),
            layout.length(META * 1.3),
        )
        self._meta(painter, wall, layout, low, card, due.text, due.pressing)

    def _meta(
        self,
        painter: QPainter,
        wall: "BoardWall",
        layout: WallLayout,
        low: QRectF,
        card: Card,
        due: str,
        pressing: Pressing,
    ) -> None:
        font, pad = self._font(layout, META), layout.length(PAD * 0.7)
        strong = pressing in (Pressing.OVER, Pressing.TODAY)
        if strong:
            font.setWeight(QFont.Weight(600))
        width = QFontMetricsF(font).horizontalAdvance(due)
        side = layout.length(META)
        box = QRectF(
            low.right() - width - side - 3 * pad, low.top(), width + side + 3 * pad, low.height()
        )
        ink = INK
        if pressing is Pressing.OVER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(BAD)
            painter.drawRoundedRect(box, pad / 2, pad / 2)
            ink = PAPER
        elif pressing is Pressing.TODAY:
            painter.setPen(QPen(INK, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, pad / 2, pad / 2)
        icon = SIGNS.get(pressing, "cal")
        inside = box.adjusted(pad, 0, -pad, 0)
        if pressing is not Pressing.NONE:
            self._icon(painter, inside, icon, ink, side * 0.85)
        self._words(painter, inside, due, font, ink, right=True)
        left = QRectF(low.left(), low.top(), box.left() - low.left() - pad, low.height())
        slips = card.action.slips
        if slips:
            told = str(slips)
            wide = self._words(painter, left, told, self._font(layout, META), INK, right=True)
            left.setRight(left.right() - wide - side - pad)
            self._icon(
                painter,
                QRectF(left.right(), left.top(), side, left.height()),
                "slip",
                INK,
                side * 0.85,
            )
        name = self._short(wall, card.action.owner) or self._t("Nobody’s")
        self._words(painter, left, name, self._font(layout, META), INK)

    def _short(self, wall: "BoardWall", name: str) -> str:
        """The first name, unless another owner on the board has it too."""
        first = name.partition(" ")[0]
        same = {
            c.action.owner
            for c in wall.source.cards.values()
            if c.action.owner.partition(" ")[0] == first
        }
        return first if len(same) < 2 else name

    def _summary(self, painter: QPainter, wall: "BoardWall", layout: WallLayout) -> None:
        """What was done lately, in the room that is left in the last column."""
        room = layout.free(wall.first, wall.page)
        shown = layout.columns(wall.first)
        if room is None or any(wall.board.columns[n].is_done for n in shown):
            return
        done = [
            c.action for c in wall.source.cards.values() if c.action.status is ActionStatus.DONE
        ]
        if not done:
            return
        in_time = sum(
            1 for each in done if each.done and each.first_due and each.done <= each.first_due
        )
        place, pad = _rect(room), layout.length(PAD)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(FAINT, max(2.0, layout.height * 0.003), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 8, 8)
        inside = place.adjusted(pad, pad, -pad, -pad)
        head = QRectF(inside.left(), inside.top(), inside.width(), layout.length(HEADER * 1.4))
        self._icon(painter, head, "checkc", INK, layout.length(HEADER * 0.85))
        head.setLeft(head.left() + layout.length(HEADER * 1.2))
        self._words(
            painter, head, self._t("{n} done", n=len(done)), self._font(layout, HEADER, 600), INK
        )
        told = self._t(
            "in the last {days} days, {n} by the date first agreed",
            days=wall.source.settings.done_days,
            n=in_time,
        )
        font = self._font(layout, META)
        top, height = head.bottom() + pad / 2, QFontMetricsF(font).height()
        rows = int((inside.bottom() - top) / height)
        painter.setPen(INK)
        for number, text in enumerate(wrapped(told, font, inside.width(), max(0, rows))):
            text.draw(painter, inside.topLeft() + QPointF(0, top - inside.top() + number * height))

    def _words(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        font: QFont,
        ink: QColor,
        *,
        right: bool = False,
    ) -> float:
        """Text in the middle of a height; how wide it is."""
        painter.setFont(font)
        painter.setPen(ink)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, place.width()) + 1)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _icon(self, painter: QPainter, place: QRectF, name: str, ink: QColor, side: float) -> None:
        corner = QRectF(place.left(), place.center().y() - side / 2, side, side).toAlignedRect()
        icons.icon(name, ink.name(), ink.name()).paint(painter, corner)


def _rect(place: Place) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)
