"""One page and no more: all is told that there is room for, and how much is left out is said."""

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
    Room(letters=900),
    Room(letters=400),
    Room(letters=400, dense=True),
    Room(letters=180, dense=True),
    *(Room(rows, letters, dense=True) for rows, letters in ((60, 90), (12, 90), (10_000, 0))),
    *(Room(rows, 0, dense=True) for rows in (30, 25, 21, 18, 15, 12, 10, 8, 6)),
    *(Room(rows, 0, name, dense=True) for rows, name in ((6, 90), (4, 60), (3, 40), (2, 30))),
)
"""From all there is down to the least. Explanations go before names, names before their letters."""


class Fitting(Flowable):
    """What `make` makes of the first room in which it is not too high for its page."""

    def __init__(self, make: Callable[[Room], Sequence[Flowable]]) -> None:
        super().__init__()
        self._make = make

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        for room in ROOMS:
            self._parts = self._make(room)
            self._heights = [part.wrap(width, height)[1] for part in self._parts]
            if sum(self._heights) <= height:
                break
        return width, sum(self._heights)

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
