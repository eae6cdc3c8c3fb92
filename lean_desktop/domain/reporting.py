"""Who answers to whom: the line that runs, those that have ended and the dotted ones, on any day.

A person's solid lines follow each other: those that have ended, and the one that runs, which the
person has with its first day. Where that day is not known, it runs from the day after the last
line that ended, or always.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person, ReportingLine, ordered_period, within
from lean_desktop.i18n import M_

ONE_DAY = timedelta(days=1)


class Running(NamedTuple):
    """Whom a person answers to now, and since when; None for nobody, and for a day not known."""

    person_id: int
    manager_id: int | None = None
    since: date | None = None


class Lines(NamedTuple):
    """All solid lines of a person: the one that runs, and those that have ended.

    One that is yet to be stored has the key 0.
    """

    running: Running
    ended: tuple[ReportingLine, ...] = ()


def people_on(people: Iterable[Person], lines: Iterable[ReportingLine], day: date) -> list[Person]:
    """The same people, each with the manager they had, have or will have on `day`.

    Their names are those of today, and nobody is left out: ask `Person.active_on`.
    """
    ended = solid(lines)
    return [
        person
        if person.manager_since is None and person.id not in ended
        else _on(person, ended.get(person.id, ()), day)
        for person in people
    ]


def dotted_on(lines: Iterable[ReportingLine], day: date) -> list[ReportingLine]:
    """The dotted lines that hold on `day`."""
    return [each for each in lines if each.dotted and within(day, each.valid_from, each.valid_to)]


def solid(lines: Iterable[ReportingLine]) -> Mapping[int, Sequence[ReportingLine]]:
    """By person, the solid lines that have ended."""
    found: dict[int, list[ReportingLine]] = defaultdict(list)
    for each in lines:
        if not each.dotted:
            found[each.person_id].append(each)
    return found


def handed_over(before: Lines, to: int | None, day: date) -> Lines:
    """The lines of somebody who answers to `to` from `day` on; what lies before `day` is kept.

    A line that began on `day` or later is as if it had never been, and one to `to` that would
    end the day before goes on.
    """
    first, last = _first_day(before.running.since, before.ended), day - ONE_DAY
    if before.running.manager_id == to and (first is None or first <= day):
        return before
    kept = [
        each._replace(valid_to=min(each.valid_to or last, last))
        for each in _whole(before)
        if each.valid_from is None or each.valid_from < day
    ]
    same = next((each for each in kept if (each.manager_id, each.valid_to) == (to, last)), None)
    since = same.valid_from if same else day
    return Lines(
        Running(before.running.person_id, to, None if to is None else since),
        tuple(each for each in kept if each is not same),
    )


def refuse_overlap(lines: Iterable[ReportingLine], since: date | None) -> None:
    """Raise RuleBroken where two lines of one person would hold on the same day.

    Solid ones may not meet, nor the one that runs from `since`; dotted ones may where they lead to
    different people.
    """
    spans = [(each.manager_id if each.dotted else 0, *_days(each)) for each in lines]
    if since is not None:
        spans.append((0, since, date.max))
    for (to, _, last), (next_to, first, _) in pairwise(sorted(spans)):
        if to == next_to and first <= last:
            raise RuleBroken(
                M_("Two such lines would hold on the same day. Choose days that do not meet.")
            )


def _days(line: ReportingLine) -> tuple[date, date]:
    """The first and the last day, the ends of time where they are open."""
    ordered_period(line.valid_from, line.valid_to)
    return line.valid_from or date.min, line.valid_to or date.max


def _on(person: Person, ended: Sequence[ReportingLine], day: date) -> Person:
    for each in ended:
        if within(day, each.valid_from, each.valid_to):
            return person._replace(
                manager_id=each.manager_id, manager=each.manager, manager_since=each.valid_from
            )
    if within(day, _first_day(person.manager_since, ended), None):
        return person
    return person._replace(manager_id=None, manager="", manager_since=None)


def _whole(before: Lines) -> list[ReportingLine]:
    """All the lines, the one that runs among them with an open end."""
    running = before.running
    if running.manager_id is None:
        return list(before.ended)
    since = _first_day(running.since, before.ended)
    own = ReportingLine(0, running.person_id, "", running.manager_id, "", valid_from=since)
    return [*before.ended, own]


def _first_day(since: date | None, ended: Sequence[ReportingLine]) -> date | None:
    """The first day of the line that runs; None for always."""
    if since is not None or not ended:
        return since
    return max(each.valid_to for each in ended if each.valid_to) + ONE_DAY
