"""A draft of the organisation beside the live one: what would be moved, and what that changes."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class What(StrEnum):
    """What a proposal changes."""

    MANAGER = "manager"
    UNIT = "unit"
    UNIT_PARENT = "unit_parent"
    UNIT_LEADER = "unit_leader"
    GROUP_PARENT = "group_parent"
    GROUP_LEADER = "group_leader"
    ROLE_HOLDER = "role_holder"


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
