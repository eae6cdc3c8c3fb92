"""What the command palette finds: every typed word must occur, the best match comes first."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


class Entry(NamedTuple, Generic[T]):
    """Something to be found: its section, its name and hint as shown, and as searched."""

    thing: T
    section: str
    name: str
    hint: str
    words: tuple[str, ...]
    all_text: str


def fold(text: str) -> str:
    """Without case and accents: `Ødegård` and `odegard` are the same."""
    lower = text.casefold().translate(_PLAIN)
    if lower.isascii():
        return lower
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lower)
        if not unicodedata.combining(letter)
    )


def entry(thing: T, section: str, name: str, hint: str = "") -> Entry[T]:
    """An entry prepared for searching; done once, when the palette opens."""
    folded = fold(name)
    return Entry(thing, section, name, hint, tuple(folded.split()), f"{folded} {fold(hint)}")


def search(entries: Iterable[Entry[T]], typed: str, most: int) -> list[Entry[T]]:
    """At most `most` entries of each section that hold every word of `typed`.

    The section of the best match comes first; with nothing typed all keep their order.
    """
    words = fold(typed).split()
    ranked = [(rank, each) for each in entries if (rank := _rank(each, words)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return _by_section([each for _, each in ranked], most)


def _rank(found: Entry[T], words: Sequence[str]) -> int | None:
    """Lower is better; None when a word is missing."""
    if not all(word in found.all_text for word in words):
        return None
    return sum(_distance(found, word) for word in words)


def _distance(found: Entry[T], word: str) -> int:
    """0 where the name begins with it, 1 where a word of it does, 2 inside, 3 in the hint."""
    if found.words and found.words[0].startswith(word):
        return 0
    if any(each.startswith(word) for each in found.words):
        return 1
    return 2 if any(word in each for each in found.words) else 3


def _by_section(ranked: Iterable[Entry[T]], most: int) -> list[Entry[T]]:
    sections: dict[str, list[Entry[T]]] = {}
    for each in ranked:
        section = sections.setdefault(each.section, [])
        if len(section) < most:
            section.append(each)
    return [each for section in sections.values() for each in section]
