"""One page and no more: all is told that there is room for, and how much is left out is said."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from lean_desktop.i18n import Language


class Room(NamedTuple):
    """How much may be told: rows of a list, letters of a text and of a name. 0 letters: none.

    What is `dense` is set smaller, and closer together.
    """

    rows: int = 10_000
    letters: int = 1_000_000
    name: int = 1_000
    dense: bool = False


ROOMS = (
    Room(),
    *(Room(letters=letters) for letters in (5000, 2500, 1600, 900, 600, 400)),
    *(Room(letters=letters, dense=True) for letters in (400, 300, 200, 120, 80, 0)),
    *(Room(rows, 0, dense=True) for rows in (40, 30, 25, *range(20, 5, -1))),
    *(Room(rows, 0, name, dense=True) for rows, name in ((6, 90), (4, 60), (3, 40), (2, 20))),
)
"""From all there is down to the least. Explanations go before names, names before their letters."""

_ANY = 100_000
"""A height nothing reaches: what is too high is to say how high it would be."""


class Fitting(Flowable):
    """What `make` makes of the first room in which it is not too high for its page."""

    def __init__(self, make: Callable[[Room], Sequence[Flowable]]) -> None:
        super().__init__()
        self._make = make

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        def fits(room: Room) -> bool:
            return self._high(room, width) <= height

        if not fits(ROOMS[0]):
            first = bisect_left(ROOMS, True, key=fits)
            self._high(ROOMS[min(first, len(ROOMS) - 1)], width)
        return width, sum(self._heights)

    def _high(self, room: Room, width: float) -> float:
        self._parts = self._make(room)
        self._heights: list[float] = [part.wrap(width, _ANY)[1] for part in self._parts]
        return sum(self._heights)

    def draw(self) -> None:
        y = sum(self._heights)
        for part, high in zip(self._parts, self._heights, strict=True):
            y -= high
            part.drawOn(self.canv, 0, y)


def shortened(text: str, letters: int, t: Language) -> str:
    """The text, or the words there is room for and how many more it has."""
    if len(text) <= letters or not letters:
        return text if letters else ""
    words = text.split()
    kept = text[: letters + 1].rsplit(maxsplit=1)[0].split()
    more = len(words) - len(kept)
    if more <= 0:
        return f"{text[:letters]}…"  # One word, longer than the room for all.
    return t.plural(
        "{told} … ({n} more word)", "{told} … ({n} more words)", more, told=" ".join(kept)
    )
