"""What one cell of a competence matrix says, as people really write it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lean_desktop.domain.competence.levels import LOWEST, QUALIFIED, Scale
from lean_desktop.i18n import M_, Message

_BALLS = "○◔◑◕●"
"""Harvey balls, from none to four quarters."""

_ILUO = {"i": 1, "l": 2, "u": 3, "o": 4}
_YES = frozenset({"x", "ja", "yes", "✓", "✔", "ok"})
_NO = frozenset({"nei", "no"})
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "i/a", "ikke aktuelt"})
_NUMBER = re.compile(r"([0-4])(?:[.,]0+)?")


class CellRead(NamedTuple):
    """The level a cell says, None for none, and what is to be told of it when it is odd."""

    level: int | None = None
    remark: Message | None = None


def scale_of(texts: Iterable[str]) -> Scale:
    """The scale a column is kept in: the one of letters or of yes and no where no number stands."""
    words = {_plain(each) for each in texts} - _NOTHING
    if words and words <= _ILUO.keys():
        return Scale.ILUO
    if words and words <= _YES | _NO:
        return Scale.YES_NO
    return Scale.LEVELS


def read_cell(place: str, text: str, scale: Scale) -> CellRead:
    """The level in a cell at `place`, such as D7.

    A cell that says on purpose that there is nothing to say is blank. A cross among numbers is
    left out: nobody knows which level it stood for.
    """
    word = _plain(text)
    if word in _NOTHING:
        return CellRead(remark=_left_blank(place, text) if word else None)
    level = _level(word, scale)
    if level is None:
        return CellRead(
            remark=M_("{place}: “{text}” is no level; it is left out.", place=place, text=text)
        )
    if word == text or word == text.casefold():
        return CellRead(level)
    return CellRead(
        level, M_("{place}: “{text}” is read as {level}.", place=place, text=text, level=level)
    )


def _left_blank(place: str, text: str) -> Message:
    return M_("{place}: “{text}” is taken as blank.", place=place, text=text)


def _level(word: str, scale: Scale) -> int | None:
    if number := _NUMBER.fullmatch(word):
        return int(number[1])
    if len(word) == 1 and word in _BALLS:
        return _BALLS.index(word)
    if scale is Scale.ILUO:
        return _ILUO.get(word)
    if scale is Scale.YES_NO and word in _YES | _NO:
        return QUALIFIED if word in _YES else LOWEST
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
