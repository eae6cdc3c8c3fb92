"""What one cell of a competence matrix says, as people really write it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.levels import QUALIFIED, Scale, typed
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language, Message

_BALLS = "○◔◑◕●"
"""Harvey balls, from none to four quarters."""

_ILUO = frozenset("iluo")
_YES_NO = frozenset({"x", "ja", "yes", "✓", "✔", "ok", "nei", "no"})
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "i/a", "ikke aktuelt", "?"})
_NUMBER = re.compile(r"([0-4])(?:[.,]0+)?")
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")


class CellRead(NamedTuple):
    """The level a cell says, None for none, and what is to be told of it when it is odd.

    A cell of a certificate may give the last day it is valid in place of a level.
    """

    level: int | None = None
    remark: Message | None = None
    until: date | None = None


def is_nothing(text: str) -> bool:
    """Whether a cell is blank, or says on purpose that there is nothing to say."""
    return plain(text) in _NOTHING


def is_level(text: str) -> bool:
    """Whether a cell may be one of a matrix, whatever its scale."""
    word = plain(text)
    return bool(_NUMBER.fullmatch(word)) or _is_mark(word)


def is_day(text: str) -> bool:
    """Whether a cell holds a day, as those of certificates do."""
    return bool(_DAY.fullmatch(text.strip().split(" ")[0])) if text.strip() else False


def scale_of(texts: Iterable[str]) -> Scale:
    """The scale a column is kept in: letters, or yes and no, where nothing else stands in it."""
    words = {plain(each) for each in texts} - _NOTHING
    if words and words <= _ILUO:
        return Scale.ILUO
    if words and words <= _YES_NO:
        return Scale.YES_NO
    if words and any(map(is_day, words)) and all(is_day(w) or w in _YES_NO for w in words):
        return Scale.CERTIFICATE
    return Scale.LEVELS


def read_cell(place: str, text: str, scale: Scale, t: Language) -> CellRead:
    """The level in a cell at `place`, such as D7.

    A cross among numbers is left out: nobody knows which level it stood for.
    """
    word = plain(text)
    if word in _NOTHING:
        return CellRead(remark=_left_blank(place, text) if word else None)
    if scale is Scale.CERTIFICATE and is_day(text):
        return _certified(place, text, t)
    digit = _digit(word)
    try:
        level = typed(digit or word, scale)
    except RuleBroken:
        return _left_out(place, text)
    if text == text.strip() and not _is_rounded(word):
        return CellRead(level)
    return CellRead(
        level, M_("{place}: “{text}” is read as {level}.", place=place, text=text, level=level)
    )


def plain(text: str) -> str:
    """A text as one compares it."""
    return " ".join(text.casefold().split())


def _certified(place: str, text: str, t: Language) -> CellRead:
    try:
        return CellRead(QUALIFIED, until=t.parse_date(text.strip().split(" ")[0]))
    except RuleBroken:
        return _left_out(place, text)


def _left_out(place: str, text: str) -> CellRead:
    said = M_("{place}: “{text}” is no level; it is left out.", place=place, text=text)
    return CellRead(remark=said)


def _left_blank(place: str, text: str) -> Message:
    return M_("{place}: “{text}” is taken as blank.", place=place, text=text)


def _digit(word: str) -> str:
    """The digit of a number with decimals that say nothing, or of a ball; "" for other words."""
    if number := _NUMBER.fullmatch(word):
        return number[1]
    return str(_BALLS.index(word)) if len(word) == 1 and word in _BALLS else ""


def _is_rounded(word: str) -> bool:
    """Whether a number is written otherwise than with its one digit."""
    return bool(_NUMBER.fullmatch(word)) and len(word) > 1


def _is_mark(word: str) -> bool:
    return word in _ILUO or word in _YES_NO or (len(word) == 1 and word in _BALLS)
