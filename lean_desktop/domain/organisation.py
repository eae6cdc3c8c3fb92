"""People, units and groups: who is where, and who takes part in the improvement work."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, N_, Message


class GroupKind(StrEnum):
    """The kinds of group of an improvement organisation, from the top down."""

    MANAGEMENT = "management"
    STEERING = "steering"
    IMPROVEMENT = "improvement"
    PILOT = "pilot"
    PILLAR = "pillar"
    PROJECT = "project"


GROUP_KIND_NAMES = {
    GroupKind.MANAGEMENT: N_("Management group"),
    GroupKind.STEERING: N_("Steering group"),
    GroupKind.IMPROVEMENT: N_("Improvement group"),
    GroupKind.PILOT: N_("Pilot team"),
    GroupKind.PILLAR: N_("Pillar group"),
    GroupKind.PROJECT: N_("Project group"),
}


class GroupRole(StrEnum):
    """What a member does in a group, most responsible first."""

    LEADER = "leader"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    NOTE_TAKER = "note_taker"
    MEMBER = "member"


GROUP_ROLE_NAMES = {
    GroupRole.LEADER: N_("Group leader"),
    GroupRole.DEPUTY: N_("Deputy"),
    GroupRole.COORDINATOR: N_("Coordinator"),
    GroupRole.FACILITATOR: N_("Facilitator"),
    GroupRole.NOTE_TAKER: N_("Note-taker"),
    GroupRole.MEMBER: N_("Member"),
}


PILLARS = (
    N_("Focused improvement"),
    N_("Autonomous maintenance"),
    N_("Planned maintenance"),
    N_("Quality maintenance"),
    N_("Early management"),
    N_("Training"),
    N_("Safety and environment"),
    N_("Office"),
)
"""The eight pillars of TPM, offered where one is asked for; a plant may have its own."""

SHIFTS = (
    N_("Daytime"),
    N_("Two shifts"),
    N_("Three shifts"),
    N_("Continuous shifts"),
    N_("Night shift"),
)
"""Usual shift patterns, offered where one is asked for."""


class Workspace(NamedTuple):
    """What the document says of itself; the company's name stands on every handout."""

    uuid: str
    name: str
    company: str
    logo: bytes | None


class Unit(NamedTuple):
    """A part of the line organisation; `leader` and `parent` are names for showing."""

    id: int
    name: str
    parent_id: int | None = None
    parent: str = ""
    leader_id: int | None = None
    leader: str = ""
    people: int = 0


class Person(NamedTuple):
    """One employee, guest or former employee; `unit`, `manager` and `groups` are for showing.

    An `assistant` stands beside their manager in the chart. `manager_since` is unknown when None.
    """

    id: int
    number: str
    first_name: str
    last_name: str
    title: str = ""
    unit_id: int | None = None
    unit: str = ""
    manager_id: int | None = None
    manager: str = ""
    email: str = ""
    phone: str = ""
    percent: float | None = None
    active_from: date | None = None
    active_to: date | None = None
    groups: int = 0
    manager_since: date | None = None
    assistant: bool = False

    @property
    def name(self) -> str:
        """First name and last name, as people say it."""
        return f"{self.first_name} {self.last_name}".strip()

    def active_on(self, day: date) -> bool:
        """Whether the person belongs to the organisation on that day; both ends count."""
        return within(day, self.active_from, self.active_to)


class Group(NamedTuple):
    """A group of the improvement organisation; `members` counts those of today.

    `pillar` is the TPM pillar it works on, `shifts` the pattern it works in, both in words.
    """

    id: int
    kind: GroupKind
    name: str
    purpose: str = ""
    parent_id: int | None = None
    parent: str = ""
    unit_id: int | None = None
    unit: str = ""
    leader: str = ""
    members: int = 0
    active_from: date | None = None
    active_to: date | None = None
    pillar: str = ""
    shifts: str = ""


class ReportingLine(NamedTuple):
    """Whom a person answers to beside, or answered to before, the manager they have now.

    Dotted, or a solid one that has ended; both days count.
    """

    id: int
    person_id: int
    person: str
    manager_id: int
    manager: str
    dotted: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def kind(self) -> Message:
        """What it is, in a word."""
        return M_("Dotted") if self.dotted else M_("Ended")


class Membership(NamedTuple):
    """One person in one group in one role, from a day to a day; both ends count."""

    id: int
    group_id: int
    group: str
    person_id: int
    person: str
    role: GroupRole = GroupRole.MEMBER
    valid_from: date | None = None
    valid_to: date | None = None


def within(day: date, first: date | None, last: date | None) -> bool:
    """Whether `day` lies between the two, open ends counting as always."""
    return (first is None or first <= day) and (last is None or day <= last)


def without_kind(name: str, kind: str) -> str:
    """A group's name where its kind is told already: `Improvement group Assembly` is `Assembly`."""
    begins = name.casefold().startswith(f"{kind} ".casefold())
    return name[len(kind) + 1 :] if begins and len(name) > len(kind) + 1 else name


def initials(name: str) -> str:
    """At most two capitals for an avatar: of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "–"
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)


def ordered_period(first: date | None, last: date | None) -> None:
    """Raise RuleBroken when a period would end before it begins."""
    if first and last and last < first:
        raise RuleBroken(M_("The last day lies before the first. Choose a later last day."))


def refuse_cycle(child: int, parent: int | None, parents: dict[int, int | None]) -> None:
    """Raise RuleBroken when `parent` is `child` itself or lies below it.

    `parents` maps every id to the id above it.
    """
    above, steps = parent, 0
    while above is not None and steps <= len(parents):
        if above == child:
            raise RuleBroken(M_("That would put it below itself. Choose another place."))
        above, steps = parents.get(above), steps + 1
