"""The item that is on, as the projector shows it: its title, who presents it, and the clock."""

from PySide6.QtCore import QPointF, QRectF

from lean_desktop.domain.meetings import ITEM_KIND_NAMES, AgendaItem
from lean_desktop.domain.preparation import told_together
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.running import Running, clock_text
from lean_desktop.ui.meetings.wall_pen import ACCENT, BAD, INK, INK2, LINE, Pen

LEFT = 0.025
"""Of the width, before everything."""

TITLE_LINES = 3
FLOOR = 7
"""Percent of the height below the clock."""

CLOCK, LINE_BELOW = 23.5, 4.5
"""Percent of the height the clock takes with the words above it, and one line of text."""


def paint_item(pen: Pen, room: QRectF, running: Running, t: Language) -> None:
    """The item fills the left of the picture."""
    inside = room.adjusted(pen.width * LEFT, pen.share(4), -pen.width * 0.02, 0)
    item = running.item
    if item is None:
        pen.use("title", 700)
        pen.write(inside, t("The agenda has no items"), lines=TITLE_LINES)
        return
    pen.use("text")
    which = t("Item {n} of {all}", n=running.place + 1, all=len(running.items))
    took = pen.write(inside, f"{which} · {t(ITEM_KIND_NAMES[item.kind])}", INK2)
    inside.setTop(took.bottom() + pen.share(2))
    inside.setBottom(room.bottom() - pen.share(FLOOR + CLOCK))
    _paint_title(pen, inside, item, t)
    _paint_clock(pen, room, item, running, t)


def _paint_title(pen: Pen, inside: QRectF, item: AgendaItem, t: Language) -> None:
    """As large as three lines, and what stands below, allow."""
    pen.use("title", 700)
    lines = pen.lines(item.title, inside.width())
    below = pen.share(1 + LINE_BELOW * (bool(item.presenter) + bool(item.tasks)))
    if lines > TITLE_LINES or lines * pen.line + below > inside.height():
        pen.use("small_title", 700)
    took = pen.write(inside, item.title, lines=TITLE_LINES)
    rest = QRectF(inside)
    rest.setTop(took.bottom() + pen.share(1))
    if item.presenter:
        pen.use("text", 600)
        rest.setTop(pen.write(rest, item.presenter).bottom() + pen.share(0.3))
    if item.tasks:
        pen.use("text")
        pen.write(rest, told_together(item.tasks, t), INK2)


def _paint_clock(pen: Pen, room: QRectF, item: AgendaItem, running: Running, t: Language) -> None:
    """Colour *and* shape say that the time is over; the words stand beside it, or above."""
    left = running.seconds_left
    over = left < 0
    color, bottom = BAD if over else INK, room.bottom() - pen.share(FLOOR)
    words = t("over {n} min", n=item.minutes) if over else t("left of {n} min", n=item.minutes)
    told = t("Paused") if running.paused else words
    shaped = f"■ {told}" if over else told
    pen.use("text", 600)
    beside = pen.advance(shaped) + 4
    shown, wide = clock_text(left), room.right() - pen.width * (LEFT + 0.02)
    pen.use("timer", 700)
    if pen.advance(shown) > wide:
        pen.use("timer", 700, shrunk=wide / pen.advance(shown))
    timer = pen.advance(shown)
    base = bottom - pen.painter.fontMetrics().descent() * 0.3
    pen.write_at(QPointF(pen.width * LEFT, base), shown, color)
    above = base - pen.painter.fontMetrics().capHeight() - pen.share(5.5)
    pen.use("text", 600)
    start = pen.width * (LEFT + 0.02) + timer
    at = QPointF(start, bottom - pen.share(8))
    if start + beside > room.right():
        at = QPointF(pen.width * LEFT, above)
    pen.write(QRectF(at.x(), at.y(), beside, pen.line), shaped, color)
    _paint_bar(
        pen, QRectF(pen.width * LEFT, bottom + pen.share(2), room.width() * 0.9, 0), item, left
    )


def _paint_bar(pen: Pen, bar: QRectF, item: AgendaItem, left: int) -> None:
    """How much of the item's time is gone."""
    bar.setHeight(pen.share(1.6))
    pen.fill(bar, LINE)
    bar.setWidth(bar.width() * (1 - max(0, left) / max(1, item.minutes * 60)))
    pen.fill(bar, BAD if left < 0 else ACCENT)
