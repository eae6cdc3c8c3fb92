"""Groups below groups with who leads them, the coordinator beside, what is vacant, and mandates."""

from datetime import date

from lean_desktop.domain.chart import Box, BoxKind, Chart, box_key, improvement_chart
from lean_desktop.domain.organisation import Group, GroupKind, GroupRole, Membership, Person
from lean_desktop.domain.roles import (
    COORDINATOR,
    Mandate,
    MandateFor,
    Role,
    RoleAssignment,
    RoleKind,
    Validity,
)
from lean_desktop.i18n import language
from tests.domain.chart.drawn import told

DAY = date(2026, 10, 6)
NB = language("nb")
GROUPS = [
    Group(1, GroupKind.PILLAR, "Pilar Kvalitet", parent_id=3),
    Group(2, GroupKind.IMPROVEMENT, "Forbedringsgruppe Støperi", parent_id=3),
    Group(3, GroupKind.STEERING, "Styringsgruppe"),
    Group(4, GroupKind.PROJECT, "Ferdig", parent_id=3, active_to=date(2026, 1, 1)),
]
MEMBERS = [
    Membership(1, 2, "", 5, "Gammel Leder", GroupRole.LEADER, valid_to=date(2026, 9, 1)),
    Membership(2, 2, "", 6, "Frøydis Hansen", GroupRole.LEADER),
    Membership(3, 2, "", 7, "Dag Olsen", GroupRole.DEPUTY),
]
COORDINATING = Role(
    1, "Lean-koordinator", RoleKind.COORDINATOR, holders=("Kari Solberg",), deputies=("Ida Vik",)
)
STEERING = box_key(BoxKind.GROUP, 3)


def chart(*roles: Role, day: date = DAY, **more: object) -> Chart:
    return improvement_chart(GROUPS, MEMBERS, day, NB, roles=roles, **more)  # type: ignore[arg-type]


def role_box(found: Chart, key: int) -> Box:
    return found.boxes[box_key(BoxKind.ROLE, key)]


def mandate(to: MandateFor, review: date | None = None) -> Mandate:
    kind, group_id, role_id, coordinator = to
    rest = (1, "", None, "Prøve", date(2026, 3, 1), None, review)
    return Mandate(1, kind, group_id, "", role_id, "", coordinator, *rest)


def test_groups_from_the_top_down_with_leader_and_deputy_of_the_day() -> None:
    found = chart()
    assert told(found) == ["Styringsgruppe", "  Støperi / Frøydis Hansen", "  Pilar Kvalitet"]
    box = found.boxes[box_key(BoxKind.GROUP, 2)]
    assert (box.person_id, box.deputy, box.vacant) == (6, "Dag Olsen", False)
    assert told(chart(day=date(2026, 1, 1)))[1:3] == [
        "  Støperi / Gammel Leder",
        "  Pilar Kvalitet",
    ]


def test_a_leader_who_is_not_employed_leads_nothing() -> None:
    gone = Person(6, "", "Frøydis", "Hansen", active_to=date(2026, 10, 5))
    assert chart(people=[gone]).boxes[box_key(BoxKind.GROUP, 2)].vacant
    then = chart(people=[gone], day=date(2026, 10, 5))
    assert then.boxes[box_key(BoxKind.GROUP, 2)].name == "Frøydis Hansen"


def test_the_coordinator_stands_beside_the_steering_group() -> None:
    assignments = [
        RoleAssignment(1, 1, "", 8, "Ida Vik", deputy=True),
        RoleAssignment(2, 1, "", 9, "Kari Solberg"),
    ]
    found = chart(COORDINATING, assignments=assignments)
    box = role_box(found, 1)
    assert found.aside == {STEERING: [box.key]}
    assert (box.over, box.name) == ("Lean-koordinator", "Kari Solberg")
    assert (box.person_id, box.deputy, box.assistant) == (9, "Ida Vik", False)


def test_without_a_steering_group_the_coordinator_answers_to_the_management_or_to_nobody() -> None:
    management = Group(7, GroupKind.MANAGEMENT, "Ledergruppe")
    for groups, place in (([management], box_key(BoxKind.GROUP, 7)), ([], None)):
        found = improvement_chart(groups, [], DAY, NB, roles=[COORDINATING])
        key = role_box(found, 1).key
        assert found.aside == ({place: [key]} if place else {})
        assert (key in found.roots) == (place is None)


def test_vacant_roles_are_boxes_below_their_group() -> None:
    coordinator = COORDINATING._replace(holders=(), deputies=())
    found = chart(
        coordinator,
        Role(2, "Fasilitator", RoleKind.FACILITATOR, group_id=2),
        Role(3, "Fasilitator", RoleKind.FACILITATOR, group_id=1, holders=("Dag Olsen",)),
        Role(4, "Gruppeleder", RoleKind.GROUP_LEADER, group_id=1),
        Role(5, "Fasilitator", RoleKind.FACILITATOR, group_id=4),
        Role(6, "Instruktør", RoleKind.INSTRUCTOR, unit_id=1),
    )
    assert {key: role_box(found, key).vacant for key in (1, 2)} == {1: True, 2: True}
    assert found.below[box_key(BoxKind.GROUP, 2)] == [box_key(BoxKind.ROLE, 2)]
    assert sum(box.kind is BoxKind.ROLE for box in found.boxes.values()) == 2


def test_a_pillar_owner_without_a_group_hangs_below_the_steering_group() -> None:
    found = chart(
        Role(2, "Pilareier sikkerhet", RoleKind.PILLAR_OWNER),
        Role(3, "Pilareier opplæring", RoleKind.PILLAR_OWNER, holders=("A", "B")),
    )
    assert told(found)[-2:] == ["  Pilareier opplæring / A, B", "  Pilareier sikkerhet"]


def test_boxes_say_how_their_mandate_stands() -> None:
    given = [
        mandate(MandateFor(group_kind=GroupKind.IMPROVEMENT)),
        mandate(COORDINATOR, date(2026, 10, 20)),
    ]
    found = chart(COORDINATING, mandates=given)
    stands = {box.over: box.mandate for box in found.boxes.values()}
    assert stands == {
        "Styringsgruppe": Validity.MISSING,
        "Støperi": Validity.VALID,
        "Pilar Kvalitet": Validity.MISSING,
        "Lean-koordinator": Validity.DUE,
    }
    assert {box.mandate for box in chart(COORDINATING).boxes.values()} == {None}
