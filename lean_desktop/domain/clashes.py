"""Meetings at the same time that want the same person or the same room."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

MOST_NAMED = 3
"""How many of those who clash are named; the others are counted."""


class BusyTime(NamedTuple):
    """A meeting as it takes people and a room; nobody else can have them from `start` to `end`."""

    id: int
    start: datetime
    end: datetime
    place: str = ""
    person_ids: frozenset[int] = frozenset()


class Clash(NamedTuple):
    """Two meetings that overlap, the earlier first, and what both want; `place` as the first has it.

    `person_ids` is in order; it or the place may be empty, not both.
    """

    first_id: int
    second_id: int
    person_ids: tuple[int, ...] = ()
    place: str = ""


class OtherMeeting(NamedTuple):
    """What a meeting clashes with: whose it is and when, the place and the people both want."""

    id: int
    name: str
    start: datetime
    place: str
    people: tuple[str, ...]


def clashes(meetings: Collection[BusyTime]) -> list[Clash]:
    """Every pair that overlaps with a person or the place in common, in order of the later start.

    Places are the same whatever the case and the blanks; no place is nobody's. Where one ends as
    the other begins there is no clash. One sweep over the starts, so the time it takes grows with
    n log n and with the number of clashes.
    """
    people: dict[tuple[BusyTime, BusyTime], list[int]] = {}
    places: dict[tuple[BusyTime, BusyTime], str] = {}
    for pair, shared in _overlaps(meetings):
        if isinstance(shared, str):
            places[pair] = pair[0].place.strip()
        people.setdefault(pair, [])
        if isinstance(shared, int):
            people[pair].append(shared)
    return [
        Clash(first.id, second.id, tuple(sorted(found)), places.get((first, second), ""))
        for (first, second), found in people.items()
    ]


def told_shared(place: str, people: Sequence[str]) -> str:
    """The place and the first of the people that two meetings want; the others are counted."""
    more = [f"+ {len(people) - MOST_NAMED}"] if len(people) > MOST_NAMED else []
    return ", ".join(filter(None, [place, *people[:MOST_NAMED], *more]))


def _overlaps(
    meetings: Collection[BusyTime],
) -> Iterator[tuple[tuple[BusyTime, BusyTime], int | str]]:
    """Pairs with one thing in common, a person's key or a place; by the start of the second."""
    going_on: dict[int | str, list[BusyTime]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda each: (each.start, each.id)):
        for wanted in _wanted(meeting):
            busy = [each for each in going_on[wanted] if each.end > meeting.start]
            for other in busy:
                yield (other, meeting), wanted
            going_on[wanted] = [*busy, meeting]


def _wanted(meeting: BusyTime) -> Iterator[int | str]:
    yield from meeting.person_ids
    if place := " ".join(meeting.place.split()).casefold():
        yield place
