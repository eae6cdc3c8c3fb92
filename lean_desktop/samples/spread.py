"""Spreading exceptions over what happened: the same on every day a sample is made."""

from collections.abc import Collection
from zlib import crc32

Slot = tuple[int, int]
"""A held meeting, counted back from the latest (1), and the key of what is looked at in it."""


def drawn(*what: object) -> int:
    """A number that looks like chance and is the same for the same words."""
    return crc32(":".join(map(str, what)).encode())


def exceptions(name: str, slots: Collection[Slot], percent: int, calm: int = 0) -> set[Slot]:
    """Those of the slots that go wrong, so that `percent` of all go well.

    In so many `calm` meetings nothing goes wrong. `name` makes one draw differ from another.
    """
    meetings = sorted({back for back, _ in slots}, key=lambda back: drawn(name, back))
    troubled = set(meetings[calm:])
    order = sorted(slots, key=lambda slot: drawn(name, *slot))
    wanted = round(len(slots) * (100 - percent) / 100)
    return set([slot for slot in order if slot[0] in troubled][:wanted])
