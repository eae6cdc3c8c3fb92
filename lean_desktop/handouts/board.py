"""The whole board on paper: columns with their counts, lanes, and every card uncut.

Cards are laid out before anything is drawn, so a page ends between cards, and the next one begins
with the heads of the columns and the name of the lane again.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from reportlab.platypus import Flowable, PageBreak, Paragraph

from lean_desktop.domain.action_papers import BoardPaper
from lean_desktop.domain.board import Board, Lane, told_lane
from lean_desktop.domain.cards import PDCA_NAMES, Card
from lean_desktop.domain.due_told import Pressing, due_told
from lean_desktop.handouts.page import build, room
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head
from lean_desktop.handouts.type import (
    INK,
    REGULAR,
    RULE,
    RULE_STRONG,
    SHADE,
    STRONG,
    paragraph,
    shortened,
    spans,
)
from lean_desktop.i18n import Language

GAP, PAD, EDGE = 6, 5, 2.5
HEAD, LANE = 26, 18
LONGEST_NAME = 60
MOST_LINES = 4
"""Lines of a title on a card; what is longer ends in an ellipsis, and stands whole on its own."""

SIGNS = {Pressing.OVER: "■", Pressing.TODAY: "▲", Pressing.DONE: "✓"}
"""How pressing a date is, by shape; black on white has no colours."""


class Placed(NamedTuple):
    """Something on a page: how far from the left and from the top, and what."""

    left: float
    top: float
    what: Any


def board_pdf(told: BoardPaper, sheet: Sheet, t: Language) -> bytes:
    """The board across the sheet, on as many pages as it takes."""
    sheet = sheet._replace(landscape=True)
    title = t("Board")
    scope = ", ".join(filter(None, (title, told.scope)))
    first = head(sheet, title if told.scope else "", told.scope or title, _counts(told, t))
    if not told.board.shown:
        story = [*first, paragraph(t("No cards hang on this board."))]
        return build(story, sheet, t, title=scope, scope=scope)
    story = list(first)
    _, _, wide, high = room(sheet, scope, t)
    used = sum(_height(each, wide, high) for each in first)
    for number, page in enumerate(_Pages(told, wide, t).laid(high - used - 1, high - 1)):
        story += [PageBreak()] if number else []
        story.append(page)
    return build(story, sheet, t, title=scope, scope=scope)


def _counts(told: BoardPaper, t: Language) -> list[Flowable]:
    cards = [card for lane in told.board.lanes for cell in lane.cells for card in cell]
    over = sum(1 for card in cards if card.action.days_over(told.today))
    lines = [t.long_day(told.today)]
    lines.append(t.plural("{n} card", "{n} cards", len(cards)))
    if over:
        lines[-1] += f" · {t('{n} overdue', n=over)}"
    return [paragraph(line, "body_right") for line in lines]


def _height(flowable: Flowable, wide: float, high: float) -> float:
    return float(flowable.wrap(wide, high)[1])


class CardOnPaper:
    """One card: number and title, then owner, date, and what else there is to be seen."""

    def __init__(self, card: Card, wide: float, today: date, t: Language) -> None:
        self._wide, self._over = wide, bool(card.action.days_over(today))
        self._parts = [_title(card, wide - 2 * PAD - EDGE), *_told(card, today, t)]
        heights = [part.wrap(wide - 2 * PAD - EDGE, 1000)[1] for part in self._parts]
        self._heights, self.height = heights, sum(heights) + 2 * PAD

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw it below `top`."""
        canvas.setStrokeColor(RULE_STRONG)
        canvas.setLineWidth(0.6)
        canvas.roundRect(left, top - self.height, self._wide, self.height, 3)
        if self._over:
            canvas.setFillColor(INK)
            canvas.rect(left, top - self.height, EDGE, self.height, stroke=0, fill=1)
        y = top - PAD
        for part, height in zip(self._parts, self._heights, strict=True):
            y -= height
            part.drawOn(canvas, left + PAD + EDGE, y)


def _title(card: Card, wide: float) -> Paragraph:
    number, title = f"{card.action.number} ", card.action.title
    made = spans([(number, REGULAR), (title, STRONG)], "card")
    while made.wrap(wide, 1000)[1] > MOST_LINES * 11.5 + 1 and len(title) > 20:
        title = f"{title[: len(title) * 4 // 5].rstrip(' …')}…"
        made = spans([(number, REGULAR), (title, STRONG)], "card")
    return made


def _told(card: Card, today: date, t: Language) -> Iterator[Paragraph]:
    action, due = card.action, due_told(card.action, today, t)
    sign = SIGNS.get(due.pressing, "")
    strong = STRONG if due.pressing in (Pressing.OVER, Pressing.TODAY) else REGULAR
    owner = (action.owner or t("Nobody’s"))[:LONGEST_NAME]
    yield spans([(f"{owner} · ", REGULAR), (f"{sign} {due.text}".strip(), strong)], "card")
    more = [
        t("moved {n}", n=action.slips) if action.slips else "",
        f"▶ {t('escalated')}" if action.escalated else "",
        t(PDCA_NAMES[card.pdca]) if card.pdca else "",
        f"{card.steps_done}/{card.steps}" if card.steps else "",
    ]
    if line := " · ".join(filter(None, more)):
        yield paragraph(line, "small")


class _Pages:
    """Lays the board out, page by page."""

    def __init__(self, told: BoardPaper, wide: float, t: Language) -> None:
        self._told, self._board, self._wide, self._t = told, told.board, wide, t
        self._column = (wide - GAP * (len(self._board.columns) - 1)) / len(self._board.columns)
        self._pages: list[list[Placed]] = []

    def laid(self, first: float, other: float) -> Iterator["BoardPage"]:
        """The pages, the first of which has less room."""
        self._heights = (first, other)
        self._begin()
        for lane in self._board.lanes:
            self._lay(lane)
        for number, page in enumerate(self._pages):
            high = first if number == 0 else other
            yield BoardPage(self._board, page, self._wide, high, self._t)

    def _begin(self) -> None:
        self._pages.append([])
        self._top = float(HEAD + GAP)

    @property
    def _bottom(self) -> float:
        return self._heights[0 if len(self._pages) == 1 else 1]

    def _lay(self, lane: Lane) -> None:
        waiting = [deque(self._cards(cell)) for cell in lane.cells]
        name = told_lane(lane, self._board.by, self._t)
        highest = max((cell[0].height for cell in waiting if cell), default=0)
        if self._top + (LANE if name else 0) + highest > self._bottom:
            self._begin()
        self._head(name)
        while any(waiting):
            self._fill(waiting)
            if any(waiting):
                self._begin()
                self._head(self._t("{name} (continued)", name=name) if name else "")

    def _cards(self, cell: Sequence[Card]) -> Iterator[CardOnPaper]:
        for card in cell:
            yield CardOnPaper(card, self._column, self._told.today, self._t)

    def _head(self, name: str) -> None:
        if name:
            self._pages[-1].append(Placed(0, self._top, name))
            self._top += LANE

    def _fresh(self, top: float) -> bool:
        """Whether nothing stands above: there, even a card that is higher than the page must go."""
        return top <= HEAD + GAP + LANE

    def _fill(self, waiting: Sequence[deque[CardOnPaper]]) -> None:
        """As many cards of each column as there is room for."""
        ends = [self._top]
        for place, cell in enumerate(waiting):
            left, top = place * (self._column + GAP), self._top
            while cell and (top + cell[0].height <= self._bottom or self._fresh(top)):
                self._pages[-1].append(Placed(left, top, cell[0]))
                top += cell.popleft().height + GAP
            ends.append(top)
        self._top = max(ends) + GAP


class BoardPage(Flowable):
    """One page of a board, under the heads of its columns."""

    def __init__(
        self, board: Board, placed: Sequence[Placed], wide: float, high: float, t: Language
    ) -> None:
        super().__init__()
        self._board, self._placed, self._t = board, placed, t
        self._wide, self._high = wide, high

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self._wide, self._high

    def draw(self) -> None:
        self._draw_heads()
        for left, top, what in self._placed:
            if isinstance(what, str):
                self._draw_lane(what, self._high - top)
            else:
                what.draw(self.canv, left, self._high - top)

    def _draw_heads(self) -> None:
        count = len(self._board.columns)
        each = (self._wide - GAP * (count - 1)) / count
        for place in range(count):
            left = place * (each + GAP)
            self.canv.setFillColor(SHADE)
            self.canv.rect(left, self._high - HEAD, each, HEAD, stroke=0, fill=1)
            told = spans(self._head(place, each - 2 * PAD), "card")
            told.wrap(each - 2 * PAD, HEAD)
            told.drawOn(self.canv, left + PAD, self._high - HEAD + (HEAD - told.height) / 2)

    def _head(self, place: int, wide: float) -> list[tuple[str, str]]:
        board, t = self._board, self._t
        column, count = board.columns[place], board.counts[place]
        limit = f"{count} / {column.most}" if column.most is not None else str(count)
        over = board.over(place)
        warning = f" ▲ {t.plural('{n} over the limit', '{n} over the limit', over)}" if over else ""
        name = shortened(column.told(t), "strong", wide * 0.6)
        return [(f"{name}  ", STRONG), (limit, REGULAR), (warning, STRONG)]

    def _draw_lane(self, name: str, top: float) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, top, self._wide, top)
        told = paragraph(shortened(name, "strong", self._wide), "strong")
        told.wrap(self._wide, LANE)
        told.drawOn(self.canv, 0, top - LANE + 3)
