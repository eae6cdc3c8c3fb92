"""What is written in a box of the chart on paper, measured, and made to fit: never below 7 pt."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.roles import Validity
from lean_desktop.handouts.type import REGULAR, STRONG, register, runs
from lean_desktop.i18n import Language

SMALLEST = 7.0
"""Points; nothing in a chart is set smaller."""

SMALL, LARGE = SMALLEST, 7.5
"""Sizes of what explains and of names, where a chart is as small as it may be."""

LEADING = 9.0

DOTS, MOST_LETTERS = "…", 300

MOST_LINES = 4
"""In more lines no text is told; what is left over is cut."""

_BREAKS = frozenset(" -–/")
"""After these a line may end; but after a space only, where that is enough."""

_HAIR = 0.001
"""What fits but for so many points does fit."""

_WITHOUT = frozenset((Validity.MISSING, Validity.EXPIRED))


class Word(NamedTuple):
    """One line of text in its runs, the size it has at the least, and its width at one point."""

    runs: tuple[tuple[str, str], ...]
    size: float
    width: float

    def fitted(self, room: float, scale: float) -> "Word":
        """The same at a size that fits in the room; shortened where the least would not fit."""
        size = self.size * scale
        room += _HAIR
        if self.width * size <= room:
            return self._replace(size=size)
        if self.width * SMALLEST <= room:
            return self._replace(size=room / self.width)
        return _cut(self, room / SMALLEST)

    def in_lines(self, room: float) -> "list[Word]":
        """The same in as many lines as it takes to be in the room; only between words they end.

        A word that is too long stands in a line of its own.
        """
        room += _HAIR
        if self.width * SMALLEST <= room:
            return [self]
        letters = self._letters()
        ends = _ends(letters)
        most = room / self.size
        lines, begin, end = list[Word](), 0, 0
        parts = _parts(letters, " ")
        if any(
            ends[_seen(letters, end)] - ends[begin] > most for begin, end in pairwise((0, *parts))
        ):
            parts = _parts(letters, _BREAKS)
        for part in parts:
            before = ends[begin]
            if end > begin and ends[_seen(letters, part)] - before > most:
                lines.append(self._of(letters, begin, end, ends))
                begin = end
                if len(lines) == MOST_LINES - 1:
                    break
            end = part
        return [*lines, self._of(letters, begin, len(letters), ends)]

    def longest(self, most: float) -> float:
        """How wide the longest word is at the least size, among those no wider than `most`."""
        letters = self._letters()
        ends = _ends(letters)
        found = (
            (ends[_seen(letters, end)] - ends[begin]) * SMALLEST
            for begin, end in pairwise((0, *_parts(letters, _BREAKS)))
        )
        return max((width for width in found if width <= most), default=0.0)

    def _letters(self) -> list[tuple[str, str]]:
        return [(letter, font) for text, font in self.runs for letter in text]

    def _of(
        self, letters: Sequence[tuple[str, str]], begin: int, end: int, ends: Sequence[float]
    ) -> "Word":
        """Some of its letters as a line of their own."""
        end = _seen(letters, end)
        return Word(_runs(letters[begin:end]), self.size, ends[end] - ends[begin])


class Words:
    """Measures texts; each only once."""

    def __init__(self, t: Language) -> None:
        register()
        self._t = t
        self._measured: dict[tuple[str, bool], Word] = {}

    def of(self, text: str, *, strong: bool = False) -> Word:
        """A text of one line, as it will be set."""
        key = text, strong
        if key not in self._measured:
            self._measured[key] = _measured(text, strong)
        return self._measured[key]

    def of_box(self, box: Box) -> list[Word]:
        """The lines of a box: what it is, who, and who stands in."""
        told = [self.of(over) for over in (_over(box),) if over.strip()]
        told.append(self.of(self.name(box), strong=True))
        if box.deputy:
            told.append(self.of(self._t("Dep.: {name}", name=box.deputy)))
        return told

    def reference(self, boxes: int, page: int) -> Word:
        """Where so many boxes are that are left out."""
        return self.of(self._t("{n} below, page {page}", n=boxes, page=page))

    def name(self, box: Box) -> str:
        """Who has it, with a star where a valid mandate is wanting."""
        if box.vacant:
            return self._t("Vacant")
        return f"{box.name} *" if lacks_mandate(box) else box.name


def lacks_mandate(box: Box) -> bool:
    """Whether somebody acts here without a valid mandate."""
    return not box.vacant and box.mandate in _WITHOUT


def _over(box: Box) -> str:
    if box.kind is not BoxKind.PERSON:
        return box.over
    return " · ".join(part for part in (box.over, box.role) if part)


def _measured(text: str, strong: bool) -> Word:
    font, size = (STRONG, LARGE) if strong else (REGULAR, SMALL)
    found = tuple(runs(" ".join(text.split()), font))
    width = sum(pdfmetrics.stringWidth(run, name, 1) for run, name in found)
    return Word(found, size, width)


def _cut(word: Word, room: float) -> Word:
    """As many letters as there is room for at one point, and an ellipsis; set at the least size."""
    letters = [(letter, font) for text, font in word.runs for letter in text][:MOST_LETTERS]
    ends = list(accumulate(pdfmetrics.stringWidth(*each, 1) for each in letters))
    dots = pdfmetrics.stringWidth(DOTS, letters[0][1], 1)
    count = bisect_right(ends, room - dots)
    kept = [*letters[:count], (DOTS, letters[0][1])]
    return Word(_runs(kept), SMALLEST, (ends[count - 1] if count else 0.0) + dots)


def _runs(letters: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Letters of the same font put together."""
    return tuple(
        ("".join(letter for letter, _ in run), font)
        for font, run in groupby(letters, key=itemgetter(1))
    )


def _ends(letters: Sequence[tuple[str, str]]) -> list[float]:
    """How wide so many letters are together at one point, from none to all."""
    widths = (pdfmetrics.stringWidth(*each, 1) for each in letters)
    return list(accumulate(widths, initial=0.0))


def _parts(letters: Sequence[tuple[str, str]], breaks: Container[str]) -> list[int]:
    """Where lines may end, the end of all among them."""
    places = [place for place, (letter, _) in enumerate(letters, 1) if letter in breaks]
    return [*(place for place in places if place < len(letters)), len(letters)]


def _seen(letters: Sequence[tuple[str, str]], end: int) -> int:
    """The end without a space before it, which nobody sees."""
    return end - 1 if letters[end - 1][0] == " " else end
