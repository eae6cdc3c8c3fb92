"""Levels 0 to 4 and the scales they are shown in.

Toyota's four levels and a zero (mission §4): 0 none, 1 knows, 2 with help, 3 alone, 4 teaches. The
letters I, L, U, O stand for 1 to 4; a yes and a certificate that holds are a 3, so that a
requirement reads the same whatever the scale.
"""

from enum import StrEnum

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, N_, Language

LOWEST, HIGHEST = 0, 4
QUALIFIED = 3
"""The level of a new requirement (practice 7), and of a skill nobody requires anything of."""

TEACHES = 4
"""The level of a new requirement of instructors."""


class Scale(StrEnum):
    """How the levels of one skill are shown and typed."""

    LEVELS = "levels"
    ILUO = "iluo"
    YES_NO = "yes_no"
    CERTIFICATE = "certificate"


SCALE_NAMES = {
    Scale.LEVELS: N_("Levels 0–4"),
    Scale.ILUO: N_("I, L, U, O"),
    Scale.YES_NO: N_("Yes or no"),
    Scale.CERTIFICATE: N_("Certificate"),
}


class Kind(StrEnum):
    """Who or what says how well somebody can it."""

    SELF = "self"
    SUPERVISOR = "supervisor"
    TEST = "test"


KIND_NAMES = {
    Kind.SELF: N_("Self-assessment"),
    Kind.SUPERVISOR: N_("Assessed by supervisor"),
    Kind.TEST: N_("Test"),
}

LEVEL_NAMES = (
    N_("Cannot yet"),
    N_("Knows about it"),
    N_("Does it with help"),
    N_("Does it alone"),
    N_("Teaches others"),
)

_ILUO = "0ILUO"
_YES = frozenset({"yes", "ja", "y", "j", "x", "✓", "ok"})
_NO = frozenset({"no", "nei", "n", "0"})
_YES_OR_NO = (Scale.YES_NO, Scale.CERTIFICATE)


def highest(scale: Scale) -> int:
    """The highest level the scale knows."""
    return QUALIFIED if scale in _YES_OR_NO else HIGHEST


def short(level: int | None, scale: Scale, t: Language) -> str:
    """A level in a cell: a digit, a letter, or a yes; "" when nothing is said."""
    if level is None:
        return ""
    if scale in _YES_OR_NO:
        return t("Yes") if level >= QUALIFIED else t("No")
    return _ILUO[level] if scale is Scale.ILUO else str(level)


def told(level: int, scale: Scale, t: Language) -> str:
    """A level in a sentence: what is in the cell and what it means."""
    if scale in _YES_OR_NO:
        return short(level, scale, t)
    return t("{level} – {meaning}", level=short(level, scale, t), meaning=t(LEVEL_NAMES[level]))


def typed(text: str, scale: Scale) -> int | None:
    """The level somebody typed or pasted; None for an empty cell.

    A digit is taken in every scale, letters and a yes or no where they belong. Raises RuleBroken
    for anything else.
    """
    word = text.strip().casefold()
    if not word:
        return None
    if scale in _YES_OR_NO and word in _YES | _NO:
        return QUALIFIED if word in _YES else LOWEST
    if scale is Scale.ILUO and word in "iluo" and len(word) == 1:
        return _ILUO.index(word.upper())
    if word in ("0", "1", "2", "3", "4"):
        return _fitted(int(word), scale)
    raise RuleBroken(M_(_REFUSED[scale], text=text.strip()))


def fitted(level: int, scale: Scale) -> int:
    """A required level as the scale can meet it: no yes is better than another."""
    return min(level, highest(scale))


def _fitted(level: int, scale: Scale) -> int:
    """What a digit means where there is only yes and no: level 3 or more is a yes."""
    if scale in _YES_OR_NO:
        return QUALIFIED if level >= QUALIFIED else LOWEST
    return level


_REFUSED = {
    Scale.LEVELS: N_("“{text}” is no level. Type a number from 0 to 4."),
    Scale.ILUO: N_("“{text}” is no level. Type I, L, U or O, or a number from 0 to 4."),
    Scale.YES_NO: N_("“{text}” is neither yes nor no."),
    Scale.CERTIFICATE: N_("“{text}” is neither yes nor no."),
}
