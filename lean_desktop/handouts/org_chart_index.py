"""Names and the pages they are on, in columns like the index of a book."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from lean_desktop.domain.chart import BoxKind
from lean_desktop.handouts.org_chart_drawing import Writing
from lean_desktop.handouts.org_chart_layer import Layer
from lean_desktop.handouts.org_chart_pages import ChartPage
from lean_desktop.handouts.org_chart_words import Words
from lean_desktop.handouts.style import heading
from lean_desktop.handouts.type import INK, RULE
from lean_desktop.i18n import Language

PITCH = 11.0
_NARROWEST, _APART, _FROM_PAGE = 150.0, 18.0, 6.0


class Entry(NamedTuple):
    """A name, and the pages it is on."""

    name: str
    pages: tuple[int, ...]


def index(
    numbered: Iterable[tuple[int, tuple[Layer, ChartPage]]], words: Words, t: Language
) -> list[Flowable]:
    """On which page each unit, group and person is, but for where a branch is only referred to."""
    places: dict[str, set[int]] = {}
    people: dict[str, set[int]] = {}
    for number, (layer, page) in numbered:
        for key in page.layout.places.keys() - page.folded:
            box = layer.chart.boxes[key]
            if box.kind in (BoxKind.UNIT, BoxKind.GROUP):
                places.setdefault(box.over, set()).add(number)
            for name in filter(None, (box.name, box.deputy)):
                people.setdefault(name, set()).add(number)
    return [
        *_listed(t("Which page a unit or a group is on"), places, words, t),
        *_listed(t("Which page a person is on"), people, words, t),
    ]


def _listed(title: str, found: dict[str, set[int]], words: Words, t: Language) -> list[Flowable]:
    entries = [Entry(name, tuple(sorted(found[name]))) for name in sorted(found, key=t.sort_key)]
    return [*heading(title), Index(entries, words)] if entries else []


class Index(Flowable):
    """Goes on over as many pages as it needs; each page is read column by column."""

    def __init__(self, entries: Sequence[Entry], words: Words) -> None:
        super().__init__()
        self._entries, self._words = entries, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        columns = max(1, int((width + _APART) // (_NARROWEST + _APART)))
        self._wide = (width + _APART) / columns - _APART
        self._rows = -(-len(self._entries) // columns)
        self._columns = columns
        return width, self._rows * PITCH

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fit = int(height // PITCH) * self._columns
        if not fit:
            return []
        parts = self._entries[:fit], self._entries[fit:]
        return [Index(part, self._words) for part in parts if part]

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setFillColor(INK)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.setDash(0.5, 2)
        writing = Writing(self.canv)
        for number, entry in enumerate(self._entries):
            column, row = divmod(number, self._rows)
            x, y = column * (self._wide + _APART), (self._rows - row) * PITCH - PITCH + 3
            self._write(writing, entry, x, y)
        writing.end()
        self.canv.restoreState()

    def _write(self, writing: Writing, entry: Entry, x: float, y: float) -> None:
        told = self._words.of(", ".join(map(str, entry.pages)))
        pages = told.fitted(self._wide / 2, 1.1)
        taken = pages.width * pages.size
        name = self._words.of(entry.name).fitted(self._wide - taken - _FROM_PAGE, 1.1)
        writing.write(name, x, y)
        writing.write(pages, x + self._wide - taken, y)
        start, end = x + name.width * name.size + 4, x + self._wide - taken - 4
        if end > start:
            self.canv.line(start, y + 1, end, y + 1)
