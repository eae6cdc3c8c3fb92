"""Words of ours that a workspace calls otherwise: what we call gjøremål many boards call tiltak.

Practice, item 14: the program may not own the words.
"""

from typing import NamedTuple


class OwnWord(NamedTuple):
    """A noun in the four forms Norwegian has; English uses the first and the third."""

    one: str
    the_one: str
    several: str
    the_several: str


def neuter(word: str) -> OwnWord:
    """The forms of a neuter noun like tiltak, to begin with: tiltaket, tiltak, tiltakene."""
    return OwnWord(word, f"{word}et", word, f"{word}ene")
