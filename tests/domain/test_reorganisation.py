"""What a proposal points at, what is so already, what cannot be, and in which order it can."""

from datetime import date
from typing import Any

import pytest

from lean_desktop.domain.organisation import Group, GroupKind, GroupRole, Membership, Person, Unit
from lean_desktop.domain.reorganisation import (
    FROM_TO,
    Arrangement,
    Proposal,
    What,
    already_so,
    impossible,
    in_order,
    standing,
)
from lean_desktop.domain.roles import Role, RoleAssignment

DAY = date(2026, 10, 6)
YESTERDAY = date(2026, 10, 5)

ANNA, BO, CEM, DI = 1, 2, 3, 4
WORKS, FOUNDRY = 1, 2
STEERING, MOULD = 1, 2
COORDINATOR = 1

LIVE = Arrangement(
    people=[
        Person(ANNA, "", "Anna", "Berg", unit_id=WORKS),
        Person(BO, "", "Bo", "Dahl", unit_id=FOUNDRY, manager_id=ANNA),
        Person(CEM, "", "Cem", "Eide", unit_id=FOUNDRY, manager_id=BO),
        Person(DI, "", "Di", "Foss"),
    ],
    units=[Unit(WORKS, "Works"), Unit(FOUNDRY, "Foundry", parent_id=WORKS, leader_id=BO)],
    groups=[
        Group(STEERING, GroupKind.STEERING, "Steering"),
        Group(MOULD, GroupKind.IMPROVEMENT, "Mould", parent_id=STEERING),
    ],
    memberships=[
        Membership(1, MOULD, "Mould", ANNA, "Anna Berg", GroupRole.LEADER, valid_to=YESTERDAY),
        Membership(2, MOULD, "Mould", BO, "Bo Dahl", GroupRole.LEADER, valid_from=DAY),
        Membership(3, MOULD, "Mould", CEM, "Cem Eide"),
    ],
    roles=[Role(COORDINATOR, "Coordinator", holders=("Anna Berg", "Bo Dahl"))],
    assignments=[
        RoleAssignment(1, COORDINATOR, "Coordinator", ANNA, "Anna Berg"),
        RoleAssignment(2, COORDINATOR, "Coordinator", BO, "Bo Dahl"),
        RoleAssignment(3, COORDINATOR, "Coordinator", DI, "Di Foss", deputy=True),
    ],
)
"""Also what the tests of rearranging and comparing stand on."""


def proposal(what: What, subject_id: int, to_id: int | None, key: int = 1) -> Proposal:
    """A proposal of the first draft."""
    subject, target = FROM_TO[what]
    columns: dict[str, Any] = {f"{subject}_id": subject_id, f"to_{target}_id": to_id}
    return Proposal(key, 1, what)._replace(**columns)


@pytest.mark.parametrize("what", What)
def test_a_proposal_tells_its_subject_and_its_target(what: What) -> None:
    assert proposal(what, 7, 9).subject_id == 7
    assert proposal(what, 7, 9).to_id == 9
    assert proposal(what, 7, None).to_id is None


@pytest.mark.parametrize(
    ("what", "subject_id", "to_id"),
    [
        (What.MANAGER, CEM, BO),
        (What.MANAGER, ANNA, None),
        (What.UNIT, BO, FOUNDRY),
        (What.UNIT, DI, None),
        (What.UNIT_PARENT, FOUNDRY, WORKS),
        (What.UNIT_LEADER, FOUNDRY, BO),
        (What.UNIT_LEADER, WORKS, None),
        (What.GROUP_PARENT, MOULD, STEERING),
        (What.GROUP_LEADER, MOULD, BO),
        (What.GROUP_LEADER, STEERING, None),
    ],
)
def test_what_is_so_already_would_change_nothing(
    what: What, subject_id: int, to_id: int | None
) -> None:
    now = standing(LIVE, DAY)
    assert already_so(proposal(what, subject_id, to_id), now)
    assert not already_so(proposal(what, subject_id, 99), now)


def test_one_of_several_holders_is_not_yet_the_one() -> None:
    now = standing(LIVE, DAY)
    assert not already_so(proposal(What.ROLE_HOLDER, COORDINATOR, ANNA), now)


def test_who_led_until_yesterday_leads_no_more() -> None:
    now = standing(LIVE, YESTERDAY)
    assert already_so(proposal(What.GROUP_LEADER, MOULD, ANNA), now)
    assert not already_so(proposal(What.GROUP_LEADER, MOULD, BO), now)


def test_what_would_lie_below_itself_is_impossible() -> None:
    now = standing(LIVE, DAY)
    assert impossible([proposal(What.MANAGER, ANNA, CEM)], now) == {1}
    assert impossible([proposal(What.MANAGER, ANNA, ANNA)], now) == {1}
    assert impossible([proposal(What.UNIT_PARENT, WORKS, FOUNDRY)], now) == {1}
    assert impossible([proposal(What.GROUP_PARENT, STEERING, MOULD)], now) == {1}


def test_what_lies_below_a_circle_has_no_part_in_it() -> None:
    now = standing(LIVE, DAY)
    circle = proposal(What.MANAGER, ANNA, BO)
    assert impossible([circle, proposal(What.MANAGER, DI, CEM, 2)], now) == {1}


def test_two_who_change_places_are_possible_and_the_upper_one_goes_first() -> None:
    now = standing(LIVE, DAY)
    swap = [proposal(What.MANAGER, ANNA, BO, 1), proposal(What.MANAGER, BO, None, 2)]
    assert impossible(swap, now) == frozenset()
    for order in (swap, swap[::-1]):
        assert [(depth, each.id) for depth, each in in_order(order, now)] == [(0, 2), (1, 1)]


def test_what_is_so_already_is_no_step() -> None:
    now = standing(LIVE, DAY)
    assert in_order([proposal(What.MANAGER, CEM, BO)], now) == []
