"""Which boxes of a chart stand on which page: all on one, or a page for each branch.

Everything is laid out at the smallest size that may be read. What fits a page so is drawn as large
as the page has room for.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from lean_desktop.handouts.org_chart_layer import Layer, Room
from lean_desktop.layout.boxes import Place
from lean_desktop.layout.tree import Layout, Line, Spacing, lay_out

COMFORT = 1.1
"""A way to lay out that may be drawn so large is good enough."""

STAYS = 6
"""A branch of so few boxes does not earn a page of its own, where there is room for it."""

_SPACING = Spacing(beside=8, between=20, roots=14, indent=10, spine=4, first=9, pitch=6, aside=14)


class ChartPage(NamedTuple):
    """Boxes on one page, at the smallest size. `folded` go on on pages of their own.

    `top` is the box whose branch it is, and None where it is the whole chart; what does not fit on
    one page has more `parts`.
    """

    layout: Layout
    folded: frozenset[int] = frozenset()
    top: int | None = None
    part: int = 1
    parts: int = 1


class Pages:
    """Finds the pages of one layer."""

    def __init__(self, layer: Layer, room: Room) -> None:
        self._layer, self._room = layer, room
        self._known: dict[tuple[int, Room], list[ChartPage]] = {}

    def found(self, first: Room | None = None) -> list[ChartPage]:
        """The pages in their order; `first` is the room of those that begin the chart."""
        room = first or self._room
        trees = [self._tree(root, room) for root in self._layer.chart.roots]
        tops = _packed([pages[0] for pages in trees], room)
        return [*tops, *(page for pages in trees for page in pages[1:])]

    def _tree(self, root: int, room: Room) -> list[ChartPage]:
        """The page that a branch begins on, and those of its branches."""
        if (root, room) not in self._known:
            whole = self._page(root, frozenset(), room)
            self._known[root, room] = [whole] if whole else self._on_several(root, room)
        return self._known[root, room]

    def _on_several(self, root: int, room: Room) -> list[ChartPage]:
        """Folded at the level that makes for the fewest pages, the deepest of those alike."""
        best: list[ChartPage] = []
        tried = 0
        for folded in self._levels_to_fold(root, room):
            if best and len(folded) + 1 >= len(best):
                break
            page = self._page(root, folded, room) if len(folded) > tried else None
            if page:
                tried = len(folded)
                pages = self._with_branches(self._filled(root, page, room))
                best = pages if not best or len(pages) < len(best) else best
        return best or self._in_parts(root, room)

    def _levels_to_fold(self, root: int, room: Room) -> list[frozenset[int]]:
        """What may be folded, by level: the fewest boxes first, of as many the deepest level."""
        most = int(room.height // (self._layer.height((root,), ()) + _SPACING.between)) + 1
        below = self._layer.chart.below
        levels = [
            frozenset(key for key in level if below.get(key))
            for level in reversed(self._layer.levels(root)[1:most])
        ]
        return sorted(filter(None, levels), key=len)

    def _with_branches(self, *pages: ChartPage) -> list[ChartPage]:
        found = list(pages)
        for page in pages:
            for key in self._layer.in_reading_order(page.folded):
                first, *rest = self._tree(key, self._room)
                found += [first._replace(top=key), *rest]
        return found

    def _filled(self, root: int, page: ChartPage, room: Room) -> ChartPage:
        """The same with small branches unfolded, as long as there is room for them."""
        counts = sorted((self._layer.count(key), key) for key in page.folded)
        for count, key in counts:
            fuller = self._page(root, page.folded - {key}, room) if count <= STAYS else None
            if fuller is None:
                break
            page = fuller
        return page

    def _in_parts(self, root: int, room: Room) -> list[ChartPage]:
        """Too many stand side by side: some of them on each page, below the same box.

        Whoever stands beside that box comes first among them.
        """
        layer, chart = self._layer, self._layer.chart
        children = [*chart.aside.get(root, ()), *chart.below.get(root, ())]
        folded = frozenset(key for key in children if chart.below.get(key) or chart.aside.get(key))
        size = layer.width, layer.height([root, *children], folded)
        columns, rows = _columns(room, size[0]), _rows(room, size[1], 1)
        chunks = [
            children[at : at + columns * rows] for at in range(0, len(children), columns * rows)
        ]
        spacing = _SPACING._replace(column_most=rows)
        pages = [
            ChartPage(
                lay_out([root], {root: chunk}, size, spacing=spacing),
                folded.intersection(chunk),
                None if number == 1 else root,
                number,
                len(chunks),
            )
            for number, chunk in enumerate(chunks, 1)
        ]
        return self._with_branches(*pages)

    def _page(self, root: int, folded: frozenset[int], room: Room) -> ChartPage | None:
        """One page of a branch, what lies below folded boxes left out; None if it does not fit."""
        layer, levels = self._layer, self._layer.levels(root, folded)
        shown = list(chain.from_iterable(levels))
        below = {key: layer.chart.below.get(key, ()) for key in shown if key not in folded}
        aside = {key: layer.chart.aside.get(key, ()) for key in below}
        beside = list(chain.from_iterable(aside.values()))
        size = layer.width, layer.height([*shown, *beside], folded)
        if len(shown) * size[0] * size[1] > room.width * room.height:
            return None
        best, scale = None, 1.0
        for spacing, leaves in self._ways([len(level) for level in levels], size, room):
            layout = lay_out([root], below, size, spacing=spacing, aside=aside, leaves=leaves)
            possible = room.scale(layout.width, layout.height)
            if possible >= scale:
                best, scale = layout, possible + 0.01
            if possible >= COMFORT:
                break
        return ChartPage(best, folded) if best else None

    def _ways(
        self, levels: Sequence[int], size: tuple[float, float], room: Room
    ) -> Iterator[tuple[Spacing, Mapping[int, str]]]:
        """Ways to lay out a branch: first with leaves as asked for, then as they fit."""
        spacings = list(self._spacings(levels, size, room))
        if self._layer.leaves:
            yield from ((spacing, self._layer.leaves) for spacing in spacings)
        yield from ((spacing, {}) for spacing in spacings)

    def _spacings(
        self, levels: Sequence[int], size: tuple[float, float], room: Room
    ) -> Iterator[Spacing]:
        """The best to look at first, for a branch with so many boxes on each level."""
        rows = _rows(room, size[1], max(1, len(levels) - 1))
        in_a_row = int(room.width // (size[0] + _SPACING.beside))
        if len(levels) == 2:
            broad = -(-levels[1] // _columns(room, size[0]))
            yield _SPACING._replace(column_over=in_a_row, column_most=min(rows, broad))
        elif self._layer.improving:
            yield _SPACING._replace(column_over=in_a_row, column_most=rows)
        yield _SPACING._replace(column_most=rows)


def _columns(room: Room, width: float) -> int:
    """How many columns of leaves stand beside each other."""
    return max(1, int(room.width // (width + _SPACING.indent)))


def _rows(room: Room, height: float, depth: int) -> int:
    """How many leaves hang in a column below the boxes of a level; the topmost is level 1."""
    above = height + (depth - 1) * (height + _SPACING.between) + _SPACING.first
    return max(1, int((room.height - above + _SPACING.pitch) // (height + _SPACING.pitch)))


def _packed(pages: Sequence[ChartPage], room: Room) -> list[ChartPage]:
    """Pages put together on as few as hold them, side by side and in rows; their order is kept."""
    if len(pages) == 1:
        return list(pages)
    found: list[ChartPage] = []
    places: dict[int, Place] = {}
    lines: list[Line] = []
    folded: set[int] = set()
    x = y = low = 0.0

    def end() -> None:
        if places:
            found.append(ChartPage(Layout(dict(places), list(lines), {}), frozenset(folded)))
        for each in (places, lines, folded):
            each.clear()

    for page in pages:
        layout = page.layout
        if x and x + layout.width > room.width:
            x, y = 0.0, low + _SPACING.between
        if y and y + layout.height > room.height:
            end()
            x = y = low = 0.0
        for key, place in layout.places.items():
            places[key] = place._replace(x=place.x + x, y=place.y + y)
        lines += [
            line._replace(points=tuple((each + x, down + y) for each, down in line.points))
            for line in layout.lines
        ]
        folded |= page.folded
        x, low = x + layout.width + _SPACING.roots, max(low, y + layout.height)
    end()
    return found
