"""Spreading exceptions over what happened: the same on every day a sample is made."""

from collections.abc import Collection
from typing import NamedTuple
from zlib import crc32

Slot = tuple[int, int]
"""A held meeting, counted back from the latest (1), and the key of what is looked at in it."""


def drawn(*what: object) -> int:
    """A number that looks like chance and is the same for the same words."""
    return crc32(":".join(map(str, what)).encode())


def exceptions(name: str, slots: Collection[Slot], percent: float, calm: int = 0) -> set[Slot]:
    """Those of the slots that go wrong, so that `percent` of all go well.

    In so many `calm` meetings nothing goes wrong. `name` makes one draw differ from another.
    """
    meetings = sorted({back for back, _ in slots}, key=lambda back: drawn(name, back))
    troubled = set(meetings[calm:])
    order = sorted(slots, key=lambda slot: drawn(name, *slot))
    wanted = round(len(slots) * (100 - percent) / 100)
    return set([slot for slot in order if slot[0] in troubled][:wanted])


RECENT = 8
"""Held meetings the pulse looks at."""


class Aim(NamedTuple):
    """How many per cent go well in the recent meetings and in those before.

    In so many of the recent, `calm`, everything does.
    """

    now: float
    before: float
    calm: int = 0


def astray(name: str, slots: Collection[Slot], aim: Aim) -> set[Slot]:
    """The exceptions among recent and earlier slots."""
    recent = {slot for slot in slots if slot[0] <= RECENT}
    earlier = set(slots) - recent
    return exceptions(name, recent, aim.now, aim.calm) | exceptions(name, earlier, aim.before)
