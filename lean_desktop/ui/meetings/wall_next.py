"""What comes next and what is noted, as the projector shows it."""

from PySide6.QtCore import QPointF, QRectF

from lean_desktop.domain.meetings import ITEM_KIND_NAMES, AgendaItem
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.running import KIND_ICONS, Running
from lean_desktop.ui.meetings.wall_pen import INK2, LINE, Pen
from lean_desktop.ui.theme import Theme

LAST_NOTED = 5
NARROW = 1.5
"""Width by height below which a picture is as good as square, such as 4:3."""


def paint_next(pen: Pen, room: QRectF, running: Running, t: Language) -> None:
    """The items ahead with the times they begin at as things go; as many as there is room for."""
    pen.use("text", 600)
    top = pen.write(room, t("Next items"), INK2).bottom() + pen.share(1)
    ahead = list(zip(running.items[running.place + 1 :], running.starts(), strict=True))
    for number, (item, start) in enumerate(ahead):
        last = number == len(ahead) - 1
        needed = _height(pen, room, item, t.time(start)) + (0 if last else pen.share(6))
        if top + needed > room.bottom():
            more = t("+ {n} more", n=len(ahead) - number)
            pen.use("text")
            pen.write(QRectF(room.left(), top + pen.share(1), room.width(), pen.line), more, INK2)
            return
        top = _paint_one(pen, room, top, item, t.time(start), t)


def paint_noted(pen: Pen, room: QRectF, running: Running, t: Language, theme: Theme) -> None:
    """The last few notes of the item that is on; private ones never."""
    noted = running.noted(private=False)[-LAST_NOTED:]
    if not noted:
        return
    pen.use("text", 600)
    top = pen.write(room, t("Noted on this item"), INK2).bottom() + pen.share(0.6)
    pen.use("text")
    side = pen.share(3)
    for kind, text in noted:
        row = QRectF(room.left(), top, room.width(), pen.line)
        icon = theme.icon(KIND_ICONS[kind], "accent")
        icon.paint(pen.painter, QRectF(row.left(), row.top() + side * 0.2, side, side).toRect())
        top = pen.write(row.adjusted(side * 1.4, 0, 0, 0), text).bottom() + pen.share(0.6)


def _title(pen: Pen, room: QRectF, start: str) -> float:
    """How wide a title may be, beside its time; the pen writes titles from now on.

    On a narrow picture the time stands a line lower, and the title has the whole width.
    """
    pen.use("text", 600)
    return room.width() - (0 if _narrow(pen) else pen.advance(start) + pen.share(2))


def _narrow(pen: Pen) -> bool:
    return pen.width < NARROW * pen.height


def _height(pen: Pen, room: QRectF, item: AgendaItem, start: str) -> float:
    wide = _title(pen, room, start)
    lines = min(2, pen.lines(_named(item), wide))
    high = pen.line * lines
    pen.use("least")
    return high + pen.line + pen.share(1.6)


def _paint_one(
    pen: Pen, room: QRectF, top: float, item: AgendaItem, start: str, t: Language
) -> float:
    """A line, the title with its time, kind and presenter below; where the next one begins."""
    pen.painter.setPen(LINE)
    pen.painter.drawLine(QPointF(room.left(), top), QPointF(room.right(), top))
    wide = _title(pen, room, start)
    row = QRectF(room.left(), top + pen.share(0.8), wide, pen.line)
    right = QRectF(
        room.right() - pen.advance(start) - 2, row.top(), pen.advance(start) + 2, pen.line
    )
    lines = min(2, pen.lines(_named(item), wide))
    took = pen.write(row, _named(item), lines=lines)
    if _narrow(pen):
        right.moveTop(took.bottom())
    pen.write(right, start)
    beside = right.width() + pen.share(2) if _narrow(pen) else 0
    pen.use("least")
    about = " · ".join(filter(None, (t(ITEM_KIND_NAMES[item.kind]), item.presenter)))
    took = pen.write(
        QRectF(row.left(), took.bottom(), room.width() - beside, pen.line), about, INK2
    )
    return took.bottom() + pen.share(0.8)


def _named(item: AgendaItem) -> str:
    return f"{item.position + 1}  {item.title}"
