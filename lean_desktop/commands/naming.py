"""Which person, group, mandate or meeting is meant by an id, by a name or by part of a name."""

from collections.abc import Iterable
from datetime import datetime

from lean_desktop.document.document import Document
from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.domain.chart.facts import IMPROVEMENT, LINE, ChartFacts
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.mandate import GivenMandate
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.my_place import MyPlace
from lean_desktop.domain.organisation import Group, Person
from lean_desktop.i18n import M_, Message, language
from lean_desktop.queries import mandate, meetings, my_place, organisation

MOST_TOLD = 5
_LARGEST_KEY = 2**63 - 1
"""What SQLite takes for a key."""


def person_meant(document: Document, asked: str, now: datetime) -> Person:
    """A person by id or name. Raises RuleBroken when nobody, or more than one, is meant."""
    people = document.read(organisation.people, today=now.date())
    if asked.isdecimal():
        found = [each for each in people if each.id == int(asked)]
    else:
        names = _fitting((each.name for each in people), asked)
        found = [each for each in people if each.name in names]
    if not found:
        raise RuleBroken(
            M_(
                "There is no person “{name}”. “lean-desktop show people” tells them all.",
                name=asked,
            )
        )
    if len(found) > 1:
        raise _too_many(asked, [f"{each.name} ({each.id})" for each in found])
    return found[0]


def group_meant(document: Document, asked: str, now: datetime) -> Group:
    """A group by id or name. Raises RuleBroken when there is none, or when several are meant."""
    groups = document.read(organisation.groups, today=now.date())
    if asked.isdecimal():
        found = [each for each in groups if each.id == int(asked)]
    else:
        names = _fitting((each.name for each in groups), asked)
        found = [each for each in groups if each.name in names]
    if not found:
        raise RuleBroken(
            M_("There is no group “{name}”. “lean-desktop show groups” tells them all.", name=asked)
        )
    if len(found) > 1:
        raise _too_many(asked, [f"{each.name} ({each.id})" for each in found])
    return found[0]


def place_meant(document: Document, asked: str, now: datetime) -> MyPlace:
    """The place of a person, by id or name, or of a group, by name. Raises RuleBroken."""
    today = now.date()
    groups = {each.name: each.id for each in document.read(organisation.groups, today=today)}
    people = [each.name for each in document.read(organisation.people, today=today)]
    found = [] if asked.isdecimal() else _fitting([*people, *groups], asked)
    if len(found) > 1:
        raise _too_many(asked, found)
    place: MyPlace | None
    if found and found[0] in groups:
        place = document.read(my_place.group_place, groups[found[0]], today=today)
    else:
        person = person_meant(document, asked, now)
        place = document.read(my_place.person_place, person.id, today=today)
    if place is None:
        raise RuleBroken(M_("“{name}” is not there today.", name=asked))
    return place


def branch_meant(facts: ChartFacts, layer: str, asked: str) -> int:
    """The key of a box of the chart by the name of its unit, group or person.

    Raises RuleBroken when there is none on the chart, or when the name fits several.
    """
    named = _on_chart(facts, layer)
    name = _only((name for name, _ in named), asked)
    keys = list(dict.fromkeys(key for each, key in named if each == name))
    if not keys:
        raise RuleBroken(M_("“{name}” is not on the chart.", name=asked))
    if len(keys) > 1:
        raise _too_many(asked, [asked] * len(keys))
    return keys[0]


def _on_chart(facts: ChartFacts, layer: str) -> list[tuple[str, int]]:
    """What boxes of a layer may be called by: units and groups, and people where they lead."""
    found: list[tuple[str, int]] = []
    t = language("en")  # Names and keys are the same in every language.
    if layer != IMPROVEMENT:
        boxes = facts.line(t).boxes
        found += [(each.name, box_key(BoxKind.UNIT, each.id)) for each in facts.now.units]
        found += [(box.name, key) for key, box in boxes.items() if box.person_id is not None]
    if layer != LINE:
        there = facts.improvement(t).boxes
        groups = [(each.name, box_key(BoxKind.GROUP, each.id)) for each in facts.now.groups]
        found += [(name, key) for name, key in groups if key in there]
    return found


def mandates_meant(document: Document, asked: str | None, now: datetime) -> list[GivenMandate]:
    """All mandates, or the one that a role, a group, a kind of group or the coordinator acts on.

    Raises RuleBroken when there is none, or when the name fits several.
    """
    given = document.read(mandate.given, today=now.date())
    if asked is None:
        return given
    owned = [each for each in given if asked.casefold() in map(str.casefold, _own_names(each))]
    named = [(name, each) for each in owned or given for name in _all_names(each)]
    fitting = _fitting((name for name, _ in named), asked)
    found = {each.mandate.id: (name, each) for name, each in named if name in fitting}
    if not found:
        raise RuleBroken(M_("There is no mandate for “{name}”.", name=asked))
    if len(found) > 1:
        raise _too_many(asked, [name for name, _ in found.values()])
    return [each for _, each in found.values()]


def _own_names(given: GivenMandate) -> list[str]:
    """What whoever it was given to is called; kinds of group in every language there is."""
    name = given.mandate.name
    return [language(code)(name) for code in ("en", "nb")] if isinstance(name, Message) else [name]


def _all_names(given: GivenMandate) -> list[str]:
    """Its own names, those of the groups it holds for, and of the roles with their places."""
    groups = [led.group.name for led in given.groups]
    roles = [role for alike in given.roles for role in alike]
    return [
        *_own_names(given),
        *groups,
        *(f"{role.name}, {role.place}" if role.place else role.name for role in roles),
    ]


def meeting_meant(document: Document, asked: str | None, now: datetime) -> Meeting:
    """A meeting by its id, or the next one of a group, of a title, or of all.

    Raises RuleBroken when there is none, or when the name fits several.
    """
    if asked is None:
        found = document.read(meetings.next_meeting, now)
    elif asked.isdecimal():
        keys = [min(int(asked), _LARGEST_KEY)]
        found = next(iter(document.read(meetings.meetings, keys)), None)
    else:
        found = _of_group(document, asked, now) or _of_title(document, asked, now)
    if found is None and asked is None:
        raise RuleBroken(M_("There are no meetings in this workspace."))
    if found is None:
        raise no_meeting(str(asked))
    return found


def no_meeting(asked: str) -> RuleBroken:
    """Refuse a meeting that is not there."""
    return RuleBroken(
        M_("There is no meeting “{name}”. “lean-desktop show meetings” tells them all.", name=asked)
    )


def _of_group(document: Document, asked: str, now: datetime) -> Meeting | None:
    groups = document.read(organisation.groups, today=now.date())
    name = _only((each.name for each in groups), asked)
    keys = [each.id for each in groups if each.name == name]
    return document.read(meetings.next_meeting, now, group_id=keys[0]) if keys else None


def _of_title(document: Document, asked: str, now: datetime) -> Meeting | None:
    """Of the meetings with that title the one that ends next, or the latest."""
    titled = [each for each in document.read(meetings.meetings) if each.title]
    title = _only((each.title for each in titled), asked)
    same = [each for each in titled if each.title == title]
    ahead = (each for each in same if each.planned_end > now)
    return next(ahead, same[-1] if same else None)


def _only(names: Iterable[str], asked: str) -> str | None:
    """The one name that fits, None when none does. Raises RuleBroken when several do."""
    found = _fitting(names, asked)
    if len(found) > 1:
        raise _too_many(asked, found)
    return found[0] if found else None


def _fitting(names: Iterable[str], asked: str) -> list[str]:
    """The names that are the one asked for, else those that hold it; each once."""
    low, distinct = asked.casefold(), list(dict.fromkeys(names))
    same = [name for name in distinct if name.casefold() == low]
    return same or [name for name in distinct if low in name.casefold()]


def _too_many(asked: str, found: list[str]) -> RuleBroken:
    told = ", ".join(found[:MOST_TOLD]) + (" …" if len(found) > MOST_TOLD else "")
    return RuleBroken(
        M_("“{name}” fits {told}. Write more of the name, or the id.", name=asked, told=told)
    )
