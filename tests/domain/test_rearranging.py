"""The organisation as a draft would have it: rows, names for showing, counts and charts."""

from lean_desktop.domain.chart import BoxKind, box_key, improvement_chart, line_chart
from lean_desktop.domain.organisation import GroupRole, Membership
from lean_desktop.domain.rearranging import rearranged
from lean_desktop.domain.reorganisation import Arrangement, What
from lean_desktop.domain.roles import RoleAssignment, held_on
from lean_desktop.i18n import language
from tests.domain.test_reorganisation import (
    ANNA,
    BO,
    CEM,
    COORDINATOR,
    DAY,
    DI,
    FOUNDRY,
    LIVE,
    MOULD,
    STEERING,
    WORKS,
    YESTERDAY,
    proposal,
)

T = language("en")


def with_one(what: What, subject_id: int, to_id: int | None) -> Arrangement:
    return rearranged([proposal(what, subject_id, to_id)], LIVE, DAY)


def test_without_proposals_all_is_as_it_is_but_for_counts() -> None:
    found = rearranged([], LIVE, DAY)
    assert found == LIVE._replace(units=found.units)
    assert [unit.people for unit in found.units] == [1, 2]


def test_a_person_below_another_shows_whom_and_since_when() -> None:
    moved = {each.id: each for each in with_one(What.MANAGER, CEM, ANNA).people}
    assert (moved[CEM].manager_id, moved[CEM].manager) == (ANNA, "Anna Berg")
    assert moved[CEM].manager_since == DAY
    assert moved[BO] == LIVE.people[1]


def test_a_person_in_another_unit_is_counted_there() -> None:
    found = with_one(What.UNIT, CEM, WORKS)
    assert (found.people[2].unit_id, found.people[2].unit) == (WORKS, "Works")
    assert [unit.people for unit in found.units] == [2, 1]


def test_a_unit_at_the_top_and_without_a_leader() -> None:
    places = [
        proposal(What.UNIT_PARENT, FOUNDRY, None, 1),
        proposal(What.UNIT_LEADER, FOUNDRY, None, 2),
    ]
    foundry = rearranged(places, LIVE, DAY).units[1]
    assert (foundry.parent_id, foundry.parent) == (None, "")
    assert (foundry.leader_id, foundry.leader) == (None, "")


def test_the_chart_of_a_draft_hangs_the_box_where_it_would_be() -> None:
    found = with_one(What.UNIT_PARENT, FOUNDRY, None)
    foundry = box_key(BoxKind.UNIT, FOUNDRY)
    assert foundry in line_chart(found.people, found.units, DAY, T).roots
    assert foundry not in line_chart(LIVE.people, LIVE.units, DAY, T).roots


def test_a_group_below_none_stands_by_itself() -> None:
    found = with_one(What.GROUP_PARENT, MOULD, None)
    chart = improvement_chart(found.groups, found.memberships, DAY, T)
    assert set(chart.roots) == {box_key(BoxKind.GROUP, key) for key in (STEERING, MOULD)}


def test_a_member_who_leads_is_counted_once_and_who_led_is_a_member() -> None:
    found = with_one(What.GROUP_LEADER, MOULD, CEM)
    held = {(each.person_id, each.role) for each in found.memberships if each.valid_to is None}
    assert held == {(BO, GroupRole.MEMBER), (CEM, GroupRole.LEADER)}
    assert (found.groups[1].leader, found.groups[1].members) == ("Cem Eide", 2)
    chart = improvement_chart(found.groups, found.memberships, DAY, T)
    assert chart.boxes[box_key(BoxKind.GROUP, MOULD)].person_id == CEM


def test_who_comes_from_outside_is_one_member_more_and_in_one_group_more() -> None:
    found = with_one(What.GROUP_LEADER, MOULD, DI)
    assert found.groups[1].members == 3
    assert [person.groups for person in found.people] == [0, 1, 1, 1]


def test_a_new_row_has_the_key_of_its_proposal_negative() -> None:
    (made,) = [
        each for each in with_one(What.GROUP_LEADER, STEERING, DI).memberships if each.id < 0
    ]
    leader = GroupRole.LEADER
    assert made == Membership(-1, STEERING, "Steering", DI, "Di Foss", leader, valid_from=DAY)


def test_a_group_may_be_left_without_a_leader() -> None:
    found = with_one(What.GROUP_LEADER, MOULD, None)
    assert found.groups[1].leader == ""
    assert found.groups[1].members == 2


def test_one_holder_takes_over_from_all_and_is_no_deputy_any_more() -> None:
    found = with_one(What.ROLE_HOLDER, COORDINATOR, DI)
    assert (found.roles[0].holders, found.roles[0].deputies) == (("Di Foss",), ())
    assert found.assignments == [
        RoleAssignment(-1, COORDINATOR, "Coordinator", DI, "Di Foss", valid_from=DAY)
    ]


def test_one_of_two_holders_keeps_the_row_there_is() -> None:
    found = with_one(What.ROLE_HOLDER, COORDINATOR, BO)
    assert [each.id for each in held_on(found.assignments, COORDINATOR, DAY)] == [2]
    assert (found.roles[0].holders, found.roles[0].deputies) == (("Bo Dahl",), ("Di Foss",))


def test_a_role_may_be_left_vacant() -> None:
    assert with_one(What.ROLE_HOLDER, COORDINATOR, None).roles[0].vacant


def test_who_has_left_the_company_does_not_fill_a_role() -> None:
    gone = [person._replace(active_to=YESTERDAY) for person in LIVE.people]
    draft = [proposal(What.ROLE_HOLDER, COORDINATOR, DI)]
    assert rearranged(draft, LIVE._replace(people=gone), DAY).roles[0].vacant


def test_a_circle_is_shown_rather_than_refused() -> None:
    found = with_one(What.MANAGER, ANNA, CEM)
    assert len(line_chart(found.people, found.units, DAY, T).boxes) == 5
