"""What is written in a box of the chart on paper, measured, and made to fit: never below 7 pt."""

from bisect import bisect_right
from itertools import accumulate, groupby
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

_WITHOUT = frozenset((Validity.MISSING, Validity.EXPIRED))


class Word(NamedTuple):
    """One line of text in its runs, the size it has at the least, and its width at one point."""

    runs: tuple[tuple[str, str], ...]
    size: float
    width: float

    def fitted(self, room: float, scale: float) -> "Word":
        """The same at a size that fits in the room; shortened where the least would not fit."""
        size = self.size * scale
        if self.width * size <= room:
            return self._replace(size=size)
        if self.width * SMALLEST <= room:
            return self._replace(size=room / self.width)
        return _cut(self, room / SMALLEST)


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
    found = [
        ("".join(letter for letter, _ in run), font)
        for font, run in groupby(kept, key=itemgetter(1))
    ]
    return Word(tuple(found), SMALLEST, (ends[count - 1] if count else 0.0) + dots)
