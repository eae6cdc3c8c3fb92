"""The organisation chart on paper: the line, the improvement organisation, and what they lack.

All of it stands on one page where that can be read, else each branch has a page of its own, with
references from page to page and an index.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reportlab.platypus import Flowable, PageBreak, Spacer

from lean_desktop.domain.chart import Box, BoxKind, Chart
from lean_desktop.domain.chart.facts import BOTH, IMPROVEMENT, LINE, ChartFacts
from lean_desktop.handouts.org_chart_drawing import Destination, Drawing, Reference
from lean_desktop.handouts.org_chart_index import index
from lean_desktop.handouts.org_chart_layer import MOST, Layer, Room
from lean_desktop.handouts.org_chart_legend import (
    HEIGHT,
    Legend,
    Sign,
    dotted_sign,
    improvement_sign,
    line_sign,
    star_sign,
    vacant_sign,
)
from lean_desktop.handouts.org_chart_pages import ChartPage, Pages
from lean_desktop.handouts.org_chart_wanting import wanting
from lean_desktop.handouts.org_chart_words import Words, lacks_mandate
from lean_desktop.handouts.page import Bookmark, build, room, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head
from lean_desktop.handouts.type import paragraph, shortened
from lean_desktop.i18n import Language

_TITLE = 34.0
"""Points over a layer for its title, and below it, where both are on one page."""

_ANY = 100_000


class OrgChart(NamedTuple):
    """What is printed: both layers or one, whole or only the branch below the box with a key."""

    facts: ChartFacts
    layer: str = BOTH
    branch: int | None = None


Placed = tuple[Layer, ChartPage]
"""What stands on a sheet: a layer, and the page of it."""


def org_chart_pdf(snapshot: OrgChart, sheet: Sheet, t: Language) -> bytes:
    """The chart, upright or across, whichever takes fewer pages or can be drawn larger."""
    words = Words(t)
    layers = _layers(snapshot, words, t)
    ways = [
        _Story(snapshot, layers, sheet._replace(landscape=across), words, t)
        for across in (False, True)
    ]
    best = min(ways, key=lambda story: (len(story.sheets), -round(story.scale, 1)))
    return build(best.told(), best.sheet, t, title=best.title, scope=t("Organisation chart"))


def _layers(snapshot: OrgChart, words: Words, t: Language) -> list[Layer]:
    """The layers that have any boxes; only one of them holds the branch."""
    charts: list[tuple[Chart, bool]] = []
    if snapshot.layer != IMPROVEMENT:
        charts.append((snapshot.facts.line(t), False))
    if snapshot.layer != LINE:
        charts.append((snapshot.facts.improvement(t), True))
    if snapshot.branch is not None:
        charts = [
            (chart._replace(roots=[snapshot.branch]), improving)
            for chart, improving in charts
            if snapshot.branch in chart.boxes
        ]
    return [
        Layer(chart, words, snapshot.facts.leaves, improving=improving)
        for chart, improving in charts
        if chart.boxes
    ]


class _Story:
    """The sheets of one way to hold the paper."""

    def __init__(
        self, snapshot: OrgChart, layers: Sequence[Layer], sheet: Sheet, words: Words, t: Language
    ) -> None:
        self._snapshot, self._layers, self.sheet = snapshot, layers, sheet
        self._words, self._t = words, t
        self.title = self._whole_title()
        self._first, self._room = self._room_below(self.title), self._room_below("X")
        self.sheets = self._laid_out()
        self.scale = self._scale(self.sheets[0], self._first) if self.sheets else MOST
        self._where: dict[int, int] = {}
        self._from: dict[int, int] = {}
        for number, (_, page) in self._numbered():
            self._from.update(dict.fromkeys(page.folded, number))
            if page.top is not None:
                self._where.setdefault(page.top, number)

    def told(self) -> list[Flowable]:
        """Everything, in order."""
        story: list[Flowable] = []
        for number, placed in enumerate(self.sheets, 1):
            story += [PageBreak()] if story else []
            story += self._sheet(number, placed)
        if not self.sheets:
            nobody = paragraph(self._t("Nobody is in the organisation yet."), "label")
            story = [*head(self.sheet, self._kicker(), self.title, []), nobody]
        if len(self.sheets) > 1:
            story.append(PageBreak())
        if self._snapshot.branch is None:
            story += wanting(self._snapshot.facts.attention, self.sheet, self._t)
        if len(self.sheets) > 1:
            story += index(self._numbered(), self._words, self._t)
        return story

    # Where everything is

    def _room_below(self, title: str) -> Room:
        """What a sheet with that title has for the chart."""
        _, _, wide, high = room(self.sheet, self._t("Organisation chart"), self._t)
        above = head(self.sheet, self._kicker(), title, self._beside_title())
        taken = sum(each.wrap(wide, _ANY)[1] for each in above)
        return Room(wide, high - taken - HEIGHT - 1)

    def _laid_out(self) -> list[list[Placed]]:
        """By sheet what stands on it; both layers are on the first one where they can be."""
        apart = [
            [(layer, page) for page in Pages(layer, self._room).found(self._first)]
            for layer in self._layers
        ]
        if len(apart) == 2 and len(apart[1]) == 1:
            together = self._together(apart[0], *apart[1])
            if together:
                return together
        return [[placed] for layer in apart for placed in layer]

    def _together(self, line: list[Placed], improvement: Placed) -> list[list[Placed]] | None:
        """The second layer below the first page of the first, unless that takes more pages."""
        taken = improvement[1].layout.height + 2 * _TITLE
        low = self._first._replace(height=self._first.height - taken)
        if low.height < taken / 4:
            return None
        layer = line[0][0]
        first, *rest = [(layer, page) for page in Pages(layer, self._room).found(low)]
        return [[first, improvement], *([each] for each in rest)] if len(rest) < len(line) else None

    def _scale(self, placed: Sequence[Placed], there: Room) -> float:
        layouts = [page.layout for _, page in placed]
        if len(placed) > 1:
            there = there._replace(height=there.height - len(placed) * _TITLE)
        return there.scale(
            max(each.width for each in layouts), sum(each.height for each in layouts)
        )

    def _numbered(self) -> Iterator[tuple[int, Placed]]:
        for number, placed in enumerate(self.sheets, 1):
            for each in placed:
                yield number, each

    # What is told of it

    def _whole_title(self) -> str:
        t, key = self._t, self._snapshot.branch
        if key is not None and self._layers:
            return self._named(_name_of(self._layers[0].chart.boxes[key]))
        return {
            BOTH: t("Line and improvement organisation"),
            LINE: t("Line organisation"),
            IMPROVEMENT: t("Improvement organisation"),
        }[self._snapshot.layer]

    def _named(self, name: str) -> str:
        """A user's own words for a title, no longer than one line has room for."""
        return shortened(name or self._t("Vacant"), "title", width(self.sheet) * 0.5)

    def _kicker(self) -> str:
        return self._t("Organisation chart")

    def _beside_title(self) -> list[Flowable]:
        day = self._t("As of {day}", day=self._t.day(self._snapshot.facts.day))
        counts = [paragraph(self._counts(), "body_right")] if self._layers else []
        return [paragraph(day, "body_right"), *counts]

    def _counts(self) -> str:
        boxes = [
            layer.chart.boxes[key]
            for layer in self._layers
            for root in layer.chart.roots
            for key in layer.branch(root)
        ]
        people = len({box.person_id for box in boxes if box.person_id is not None})
        told = [self._t.plural("{n} person", "{n} people", people)]
        if vacant := sum(box.vacant for box in boxes):
            told.append(self._t.plural("{n} vacant", "{n} vacant", vacant))
        return " · ".join(told)

    def _sheet(self, number: int, placed: Sequence[Placed]) -> list[Flowable]:
        page = placed[0][1]
        scale = self._scale(placed, self._first if page.top is None else self._room)
        story = [*self._head(number, placed[0]), Destination(number)]
        for layer, each in placed:
            if len(placed) > 1:
                story += self._layer_title(layer)
            refer = partial(self._reference, layer)
            story.append(Drawing(layer, each, scale, refer, self._words, self._t))
        return [*story, Legend(list(self._signs(placed)), self._words)]

    def _head(self, number: int, placed: Placed) -> list[Flowable]:
        layer, page = placed
        if page.top is None:
            title = self.title if number == 1 else self._layer_name(layer)
            return head(self.sheet, self._kicker(), title, self._beside_title())
        name = self._named(_name_of(layer.chart.boxes[page.top]))
        told = [self._t("from page {page}", page=self._from.get(page.top, 1))]
        if page.parts > 1:
            told.append(self._t("part {n} of {all}", n=page.part, all=page.parts))
        right = [paragraph(each, "body_right") for each in told]
        return head(self.sheet, self._kicker(), name, right)

    def _layer_name(self, layer: Layer) -> str:
        t = self._t
        return t("Improvement organisation") if layer.improving else t("Line organisation")

    def _layer_title(self, layer: Layer) -> list[Flowable]:
        title = self._layer_name(layer)
        return [Spacer(0, 12), Bookmark(title), paragraph(title, "heading"), Spacer(0, _TITLE - 26)]

    def _reference(self, layer: Layer, key: int) -> Reference:
        return Reference(self._where[key], layer.count(key))

    def _signs(self, placed: Sequence[Placed]) -> Iterator[Sign]:
        """The signs that are on a sheet."""
        t = self._t
        shown = [
            (layer, layer.chart.boxes[key]) for layer, page in placed for key in page.layout.places
        ]
        if any(not layer.improving for layer, _ in placed):
            yield line_sign(t("line"))
        if any(layer.improving for layer, _ in placed):
            yield improvement_sign(t("improvement"))
        if any(box.vacant for _, box in shown):
            yield vacant_sign(t("vacant"))
        if any(lacks_mandate(box) for _, box in shown):
            yield star_sign(t("without a valid mandate"))
        keys = {box.key for _, box in shown}
        if any(keys.issuperset(pair) for layer, _ in placed for pair in layer.chart.dotted):
            yield dotted_sign(t("also answers to"))


def _name_of(box: Box) -> str:
    """What a branch is called: the unit or the group, else who is at its top."""
    return box.over if box.kind is not BoxKind.PERSON and box.over else box.name
