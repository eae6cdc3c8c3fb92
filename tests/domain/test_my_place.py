"""Where a person or a group finds itself in the whole."""

from lean_desktop.domain.my_place import (
    GroupPlace,
    PersonPlace,
    Step,
    aims,
    group_place,
    person_place,
)
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.domain.roles import RolePart
from tests.handouts.places import (
    AGREEMENT,
    DAY,
    DIRECTION,
    GOALS,
    MANDATE,
    ORGANISED,
    PEOPLE,
    ROLES,
    UNITS,
)


def of_person(key: int) -> PersonPlace:
    place = person_place(key, ORGANISED, UNITS, DIRECTION, DAY)
    assert place
    return place


def of_group(key: int) -> GroupPlace:
    place = group_place(key, ORGANISED, DIRECTION, DAY)
    assert place
    return place


def test_the_way_down_from_the_top() -> None:
    assert of_person(4).above == (
        Step("Ledelse", "Terje Bakken"),
        Step("Produksjon", "Ragnhild Moen"),
        Step("Maskinering", "Øystein Ødegård"),
    )
    assert of_person(1).above == ()


def test_where_no_manager_is_known_the_unit_tells() -> None:
    unknown = [each._replace(manager_id=None) for each in PEOPLE]
    place = person_place(4, ORGANISED._replace(people=unknown), UNITS, DIRECTION, DAY)
    assert place
    assert place.above == of_person(4).above


def test_managers_in_a_circle_end_somewhere() -> None:
    circle = [PEOPLE[2]._replace(manager_id=4), PEOPLE[3]]
    place = person_place(4, ORGANISED._replace(people=circle), UNITS, DIRECTION, DAY)
    assert place
    assert [step.name for step in place.above] == ["Øystein Ødegård"]


def test_whom_one_leads_today() -> None:
    place = of_person(3)
    assert (place.units, place.leads) == (("Maskinering",), ("Łukasz Kowalczyk",))


def test_my_groups_and_roles_with_the_mandate_behind_them() -> None:
    place = of_person(4)
    (part,) = place.groups
    assert (part.led.group.name, part.parts, part.mandate) == (
        *("Montering", (GroupRole.DEPUTY,)),
        MANDATE,
    )
    assert [(held.role.name, held.part, held.mandate) for held in place.roles] == [
        ("Gruppeleder", RolePart.DEPUTY, MANDATE),
        ("Instruktør CNC", RolePart.HOLDER, None),
    ]
    assert [held.part for held in of_person(3).roles] == [RolePart.HOLDER]


def test_goals_are_ours_with_the_chain_above_and_no_others() -> None:
    assert [(aim.goal.name, aim.depth, aim.ours) for aim in aims(GOALS, {2})] == [
        ("Trygg leveranse", 0, False),
        ("Halvere omstilling", 1, False),
        ("Ryddige soner", 2, True),
    ]
    assert aims(GOALS, set()) == ()


def test_goals_in_a_circle_end_somewhere() -> None:
    circle = [GOALS[0]._replace(parent_id=2), GOALS[2]._replace(parent_id=3)]
    assert aims(circle, {2}) == ()


def test_the_place_of_a_group() -> None:
    place = of_group(2)
    assert place.name == "Montering"
    assert place.above == (Step("Styringsgruppe", "Ragnhild Moen"),)
    assert [each.person for each in place.members] == ["Øystein Ødegård", "Łukasz Kowalczyk"]
    assert [held.role for held in place.roles] == ROLES[:1]
    assert (place.mandate, place.agreement) == (MANDATE, AGREEMENT)
    assert [aim.goal.id for aim in place.aims] == [1, 2, 3]
    assert of_group(1).below == ("Montering", "Støperi")


def test_who_is_not_there_has_no_place() -> None:
    assert person_place(99, ORGANISED, UNITS, DIRECTION, DAY) is None
    assert group_place(99, ORGANISED, DIRECTION, DAY) is None
    assert group_place(4, ORGANISED, DIRECTION, DAY) is None
