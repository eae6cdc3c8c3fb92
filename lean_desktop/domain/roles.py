"""Roles apart from people, the mandates that stand behind them, and agreements of groups.

Mission §2 "Organisation and roles" (a role separate from the person; purpose, domain,
accountabilities) and §4; practice 8: one mandate each for the coordinator and each kind of group,
a group or role of its own only as an exception.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, Group, GroupKind, GroupRole, within
from lean_desktop.i18n import M_, N_, Message

NOTICE = 30
"""Days before its review a mandate or agreement asks for it."""

ONE_DAY = timedelta(days=1)


class RoleKind(StrEnum):
    """The ready description a role was made from; OWN when it was written from nothing."""

    COORDINATOR = "coordinator"
    STEERING_GROUP = "steering_group"
    MANAGEMENT_GROUP = "management_group"
    GROUP_LEADER = "group_leader"
    FACILITATOR = "facilitator"
    NOTE_TAKER = "note_taker"
    PILLAR_OWNER = "pillar_owner"
    INSTRUCTOR = "instructor"
    OWN = ""


ROLE_KIND_NAMES = {
    RoleKind.COORDINATOR: N_("Coordinator"),
    RoleKind.STEERING_GROUP: N_("Steering group"),
    RoleKind.MANAGEMENT_GROUP: N_("Management group"),
    RoleKind.GROUP_LEADER: N_("Group leader"),
    RoleKind.FACILITATOR: N_("Facilitator"),
    RoleKind.NOTE_TAKER: N_("Note-taker"),
    RoleKind.PILLAR_OWNER: N_("Pillar owner"),
    RoleKind.INSTRUCTOR: N_("Instructor"),
    RoleKind.OWN: N_("Own role"),
}

_GROUP_KIND_OF = {
    RoleKind.MANAGEMENT_GROUP: GroupKind.MANAGEMENT,
    RoleKind.STEERING_GROUP: GroupKind.STEERING,
    RoleKind.PILLAR_OWNER: GroupKind.PILLAR,
}
"""The kind of group a role speaks of, where it belongs to no group."""


FILLED_BY: dict[RoleKind, frozenset[GroupRole]] = {
    RoleKind.GROUP_LEADER: frozenset({GroupRole.LEADER}),
    RoleKind.PILLAR_OWNER: frozenset({GroupRole.LEADER}),
    RoleKind.NOTE_TAKER: frozenset({GroupRole.NOTE_TAKER}),
    RoleKind.STEERING_GROUP: frozenset(GroupRole),
    RoleKind.MANAGEMENT_GROUP: frozenset(GroupRole),
}
"""Where such a role belongs to a group, the members with these parts hold it, and nobody else.

So who leads a group is said once, and a role and its group never disagree.
"""

LED = frozenset({RoleKind.GROUP_LEADER, RoleKind.PILLAR_OWNER})
"""Of these, the group's deputies are the deputies."""


class RolePart(StrEnum):
    """Whether one has a role, or stands in for whoever has it."""

    HOLDER = "holder"
    DEPUTY = "deputy"


ROLE_PART_NAMES = {
    RolePart.HOLDER: N_("Holder"),
    RolePart.DEPUTY: N_("Deputy"),
}


class Validity(StrEnum):
    """How a mandate or agreement stands on a day."""

    MISSING = "missing"
    VALID = "valid"
    DUE = "due"
    EXPIRED = "expired"


VALIDITY_NAMES = {
    Validity.MISSING: N_("Missing"),
    Validity.VALID: N_("Valid"),
    Validity.DUE: N_("Due for review"),
    Validity.EXPIRED: N_("Expired"),
}


class Role(NamedTuple):
    """What is to be done, whoever does it. `accountabilities` has one a line.

    `group`, `group_kind`, `unit` are for showing; `holders` and `deputies` are the names of those
    who have the role on the day it was asked for.
    """

    id: int
    name: str
    kind: RoleKind = RoleKind.OWN
    purpose: str = ""
    domain: str = ""
    accountabilities: str = ""
    group_id: int | None = None
    group: str = ""
    group_kind: GroupKind | None = None
    unit_id: int | None = None
    unit: str = ""
    holders: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()

    @property
    def vacant(self) -> bool:
        """Whether nobody has the role; a deputy alone does not fill it."""
        return not self.holders

    @property
    def filled_by_group(self) -> bool:
        """Whether it is members of its group who hold it, by their parts in the group."""
        return self.group_id is not None and self.kind in FILLED_BY

    @property
    def place(self) -> str:
        """Where the role belongs: its group, or else its unit."""
        return self.group or self.unit


class RoleAssignment(NamedTuple):
    """One person who has a role, or stands in for it, from a day to a day; both ends count."""

    id: int
    role_id: int
    role: str
    person_id: int
    person: str
    deputy: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    place: str = ""

    @property
    def part(self) -> RolePart:
        """Holder or deputy."""
        return RolePart.DEPUTY if self.deputy else RolePart.HOLDER


class MandateFor(NamedTuple):
    """Whom a mandate is given to: exactly one of the four."""

    group_kind: GroupKind | None = None
    group_id: int | None = None
    role_id: int | None = None
    is_coordinator: bool = False


COORDINATOR = MandateFor(is_coordinator=True)


class Mandate(NamedTuple):
    """One version of a mandate. `group`, `role` name whom it is given to, `giver` who gave it."""

    id: int
    group_kind: GroupKind | None
    group_id: int | None
    group: str
    role_id: int | None
    role: str
    is_coordinator: bool
    version: int
    giver: str
    giver_group_id: int | None
    text: str
    valid_from: date
    valid_to: date | None = None
    review: date | None = None

    @property
    def to(self) -> MandateFor:
        """Whom it is given to."""
        return MandateFor(self.group_kind, self.group_id, self.role_id, self.is_coordinator)

    @property
    def name(self) -> str | Message:
        """Whom it is given to, to be shown: a name of the user's, or words to be translated."""
        return for_whom(self.to, self.group or self.role)


def for_whom(to: MandateFor, name: str) -> str | Message:
    """The words for whom a mandate is given to; `name` is that of the group or the role."""
    if to.is_coordinator:
        return M_("Coordinator")
    return Message(GROUP_KIND_NAMES[to.group_kind]) if to.group_kind else name


class Agreement(NamedTuple):
    """One version of what a group has agreed on. Values, rules and goals stand one a line."""

    id: int
    group_id: int
    group: str
    version: int
    ground_rules: str
    sub_goals: str
    valid_from: date
    valid_to: date | None = None
    review: date | None = None
    values: str = ""
    standing_items: str = ""


class Signature(NamedTuple):
    """One member who has signed one version of an agreement; `group`, `version` say which."""

    id: int
    agreement_id: int
    person_id: int
    person: str
    signed: date
    group: str = ""
    version: int = 0


class ReadyRole(NamedTuple):
    """A role description that ships with the program, to be made a role of one's own."""

    kind: RoleKind
    name: str
    purpose: str
    domain: str
    accountabilities: tuple[str, ...]


class Ready(NamedTuple):
    """What ships in one language: role descriptions, and a mandate's text for whom it suits."""

    roles: Mapping[RoleKind, ReadyRole]
    mandates: Mapping[MandateFor, str]


def lines(text: str) -> list[str]:
    """The lines of a text that say something, without blanks around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def held_on(
    assignments: Iterable[RoleAssignment], role_id: int, day: date, *, deputy: bool = False
) -> list[RoleAssignment]:
    """Who has the role on that day, or stands in for it."""
    return [
        each
        for each in assignments
        if each.role_id == role_id
        and each.deputy == deputy
        and within(day, each.valid_from, each.valid_to)
    ]


def validity(paper: Mandate | Agreement | None, day: date, notice: int = NOTICE) -> Validity:
    """How it stands on `day`; it is due from `notice` days before its review until reviewed."""
    if paper is None or day < paper.valid_from:
        return Validity.MISSING
    if paper.valid_to is not None and paper.valid_to < day:
        return Validity.EXPIRED
    if paper.review is not None and paper.review <= day + timedelta(days=notice):
        return Validity.DUE
    return Validity.VALID


def mandates_on(mandates: Iterable[Mandate], day: date) -> dict[MandateFor, Mandate]:
    """The version of each mandate that counts on `day`: the latest begun, expired or not."""
    begun = [each for each in mandates if each.valid_from <= day]
    return {each.to: each for each in sorted(begun, key=lambda each: each.valid_from)}


def agreements_on(agreements: Iterable[Agreement], day: date) -> dict[int, Agreement]:
    """By group, the version of its agreement that counts on `day`, expired or not."""
    begun = [each for each in agreements if each.valid_from <= day]
    return {each.group_id: each for each in sorted(begun, key=lambda each: each.valid_from)}


def mandate_of_group(group: Group, counting: Mapping[MandateFor, Mandate]) -> Mandate | None:
    """The group's own mandate, or that of its kind; `counting` is from `mandates_on`.

    An own mandate that has expired is not replaced by the kind's: whoever made the exception is
    to renew or remove it.
    """
    return _first(_for_group(group.id, group.kind), counting)


def mandate_of_role(role: Role, counting: Mapping[MandateFor, Mandate]) -> Mandate | None:
    """The role's own mandate, else the coordinator's for a coordinator, else its group's."""
    return _first(_for_role(role), counting)


def usual_for_group(group: Group) -> MandateFor:
    """Whom a mandate that holds for the group is given to, unless it is an exception."""
    return MandateFor(group_kind=group.kind)


def usual_for_role(role: Role) -> MandateFor:
    """Whom a mandate that holds for the role is given to, unless it is an exception."""
    return _for_role(role)[-1]


def needs_mandate(role: Role) -> bool:
    """Whether somebody must have given a mandate to just this role.

    A role in a group acts on the group's; the one in the line on its manager's word.
    """
    return role.group_id is None and (
        role.kind is RoleKind.COORDINATOR or role.kind in _GROUP_KIND_OF
    )


def refuse_overlap(papers: Sequence[tuple[date, date | None]]) -> None:
    """Raise RuleBroken when two versions would hold on one day; periods as (first, last)."""
    ordered = sorted(papers, key=lambda period: period[0])
    for (_, last), (first, _) in pairwise(ordered):
        if last is None or last >= first:
            raise RuleBroken(
                M_("Two versions would be valid on the same day. Choose days that do not meet.")
            )


def _for_group(group_id: int | None, kind: GroupKind | None) -> list[MandateFor]:
    own = [] if group_id is None else [MandateFor(group_id=group_id)]
    return own if kind is None else [*own, MandateFor(group_kind=kind)]


def _for_role(role: Role) -> list[MandateFor]:
    own = MandateFor(role_id=role.id)
    if role.kind is RoleKind.COORDINATOR:
        return [own, COORDINATOR]
    kind = _GROUP_KIND_OF.get(role.kind) if role.group_id is None else role.group_kind
    return [own, *_for_group(role.group_id, kind)]


def _first(asked: Iterable[MandateFor], counting: Mapping[MandateFor, Mandate]) -> Mandate | None:
    return next((counting[each] for each in asked if each in counting), None)
