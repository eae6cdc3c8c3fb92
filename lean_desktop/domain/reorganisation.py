"""A draft of the organisation beside the live one: what would be moved, and what that changes.

Issue 3, part 7: "rearrange in a draft of the organisation beside the live one, compare (who
moves, which roles change)".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.organisation import (
    Group,
    GroupRole,
    Membership,
    Person,
    Unit,
    within,
)
from lean_desktop.domain.roles import Role, RoleAssignment


class Subject(StrEnum):
    """What kind of thing a proposal is about, or leads to."""

    PERSON = "person"
    UNIT = "unit"
    GROUP = "group"
    ROLE = "role"


class What(StrEnum):
    """What a proposal changes."""

    MANAGER = "manager"
    UNIT = "unit"
    UNIT_PARENT = "unit_parent"
    UNIT_LEADER = "unit_leader"
    GROUP_PARENT = "group_parent"
    GROUP_LEADER = "group_leader"
    ROLE_HOLDER = "role_holder"


FROM_TO = {
    What.MANAGER: (Subject.PERSON, Subject.PERSON),
    What.UNIT: (Subject.PERSON, Subject.UNIT),
    What.UNIT_PARENT: (Subject.UNIT, Subject.UNIT),
    What.UNIT_LEADER: (Subject.UNIT, Subject.PERSON),
    What.GROUP_PARENT: (Subject.GROUP, Subject.GROUP),
    What.GROUP_LEADER: (Subject.GROUP, Subject.PERSON),
    What.ROLE_HOLDER: (Subject.ROLE, Subject.PERSON),
}
"""The kind of thing that is changed, and of what it is to point at."""

TREES = (What.MANAGER, What.UNIT_PARENT, What.GROUP_PARENT)
"""What hangs one thing below another of its kind, and so could make a circle."""


class Reorganisation(NamedTuple):
    """One draft; `proposals` counts what it would change."""

    id: int
    name: str
    made: date
    proposals: int = 0


class Proposal(NamedTuple):
    """One change a draft would make: of exactly one person, unit, group or role.

    The new manager, unit, place, leader or holder is the one of the three that is set, or nobody
    and nowhere when none is.
    """

    id: int
    reorganisation_id: int
    what: What
    person_id: int | None = None
    unit_id: int | None = None
    group_id: int | None = None
    role_id: int | None = None
    to_person_id: int | None = None
    to_unit_id: int | None = None
    to_group_id: int | None = None

    @property
    def subject_id(self) -> int:
        """The key of what would be changed; `FROM_TO` says of which kind it is."""
        return self.person_id or self.unit_id or self.group_id or self.role_id or 0

    @property
    def to_id(self) -> int | None:
        """The key of the new manager, unit, place, leader or holder."""
        return self.to_person_id or self.to_unit_id or self.to_group_id


class Arrangement(NamedTuple):
    """The organisation as it is, or as a draft would have it, in the lists the charts take."""

    people: Sequence[Person]
    units: Sequence[Unit]
    groups: Sequence[Group]
    memberships: Sequence[Membership]
    roles: Sequence[Role]
    assignments: Sequence[RoleAssignment]


Standing = Mapping[What, Mapping[int, frozenset[int]]]
"""By what and whose, the keys of the one or several that are it now; none where nobody is."""


def standing(live: Arrangement, day: date) -> Standing:
    """What each thing a draft may change is on `day`; who leads or holds nothing is left out."""
    leading, holding = defaultdict(set), defaultdict(set)
    for member in live.memberships:
        if member.role is GroupRole.LEADER and within(day, member.valid_from, member.valid_to):
            leading[member.group_id].add(member.person_id)
    for each in live.assignments:
        if not each.deputy and within(day, each.valid_from, each.valid_to):
            holding[each.role_id].add(each.person_id)
    return {
        What.MANAGER: {each.id: only(each.manager_id) for each in live.people},
        What.UNIT: {each.id: only(each.unit_id) for each in live.people},
        What.UNIT_PARENT: {each.id: only(each.parent_id) for each in live.units},
        What.UNIT_LEADER: {each.id: only(each.leader_id) for each in live.units},
        What.GROUP_PARENT: {each.id: only(each.parent_id) for each in live.groups},
        What.GROUP_LEADER: {key: frozenset(found) for key, found in leading.items()},
        What.ROLE_HOLDER: {key: frozenset(found) for key, found in holding.items()},
    }


def only(key: int | None) -> frozenset[int]:
    """The one key, or nobody's."""
    return frozenset() if key is None else frozenset((key,))


def already_so(proposal: Proposal, now: Standing) -> bool:
    """Whether the proposal would change nothing."""
    found = now[proposal.what].get(proposal.subject_id, frozenset())
    return found == only(proposal.to_id)


def parents(what: What, proposals: Iterable[Proposal], now: Standing) -> dict[int, int | None]:
    """What each would hang below in the draft, in one of `TREES`."""
    above = {key: next(iter(found), None) for key, found in now[what].items()}
    above.update({each.subject_id: each.to_id for each in proposals if each.what is what})
    return above


def impossible(proposals: Sequence[Proposal], now: Standing) -> frozenset[int]:
    """Keys of the proposals that would put something below itself, all of them applied."""
    found = set()
    for what in TREES:
        above = parents(what, proposals, now)
        for each in proposals:
            if each.what is what and each.subject_id in _way_up(each.subject_id, above):
                found.add(each.id)
    return frozenset(found)


def in_order(proposals: Iterable[Proposal], now: Standing) -> list[tuple[int, Proposal]]:
    """What would change anything, in an order in which each step is possible by itself.

    With each comes how deep it will hang: whoever is to be higher up is moved first, so that
    two who change places never come below each other on the way.
    """
    wanted = [each for each in proposals if not already_so(each, now)]
    above = {what: parents(what, wanted, now) for what in TREES}
    deep = [
        (len(list(_way_up(each.subject_id, above.get(each.what, {})))), each) for each in wanted
    ]
    rank = {what: place for place, what in enumerate(What)}
    return sorted(deep, key=lambda pair: (rank[pair[1].what], pair[0], pair[1].to_id or 0))


def _way_up(key: int, above: Mapping[int, int | None]) -> Iterator[int]:
    """What lies above it, nearest first; each once, itself too if it lies below itself."""
    seen: set[int] = set()
    over = above.get(key)
    while over is not None and over not in seen:
        yield over
        seen.add(over)
        over = above.get(over)
