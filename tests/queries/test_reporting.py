"""Lines of all times, which of them a change touches, and the organisation as of another day."""

from datetime import date, timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.edits import organisation, reporting, roles
from lean_desktop.queries import organisation as people_queries
from lean_desktop.queries import reporting as queries
from lean_desktop.queries import roles as role_queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]

SPRING = date(2026, 3, 1)
DAY = timedelta(days=1)


@pytest.fixture
def lined(plant: Planted) -> Planted:
    """Ola answered to the boss until May, then to Kari; dotted to the boss."""
    document, keys = plant
    document.edit(STEP, reporting.report_to, [keys.ola], keys.kari, date(2026, 6, 1))
    document.edit(STEP, reporting.add_dotted, keys.ola, keys.boss, TODAY)
    return plant


def test_open_lines_come_first_and_then_the_latest(lined: Planted) -> None:
    document, keys = lined
    found = document.read(queries.lines)
    assert [(each.person, each.manager, each.dotted) for each in found] == [
        ("Ola Aas", "Åse Ødegård", True),
        ("Ola Aas", "Åse Ødegård", False),
    ]
    assert document.read(queries.lines, [found[1].id]) == found[1:]
    assert document.read(queries.lines, person_id=keys.boss) == found
    assert document.read(queries.lines, person_id=keys.kari) == []


def test_a_change_touches_the_lines_that_show_it(lined: Planted) -> None:
    document, keys = lined
    both = frozenset(each.id for each in document.read(queries.lines))
    renamed = document.edit(STEP, organisation.change_people, [keys.boss], last_name="Dal")
    assert document.read(queries.lines_touched, renamed.changes) == both
    titled = document.edit(STEP, organisation.change_people, [keys.boss], title="Sjef")
    assert document.read(queries.lines_touched, titled.changes) == frozenset()
    (line, *_) = sorted(both)
    changed = document.edit(STEP, reporting.remove_lines, [line])
    assert document.read(queries.lines_touched, changed.changes) == frozenset({line})


def test_everybody_has_the_manager_of_the_day(lined: Planted) -> None:
    document, keys = lined
    managers = {
        day: {each.id: each.manager for each in document.read(queries.managed_people, day=day)}
        for day in (SPRING, TODAY)
    }
    assert managers[SPRING][keys.ola] == "Åse Ødegård"
    assert managers[TODAY][keys.ola] == "Kari Solberg"
    assert managers[SPRING][keys.kari] == managers[TODAY][keys.kari] == "Åse Ødegård"


@pytest.mark.parametrize(("day", "members"), [(SPRING, 2), (date(2027, 1, 1), 3)])
def test_groups_as_of_a_day_have_the_members_of_then(
    plant: Planted, day: date, members: int
) -> None:
    document, keys = plant
    (group,) = document.read(people_queries.groups, [keys.group], today=day)
    assert (group.leader, group.members) == ("Åse Ødegård", members)
    groups = {each.id: each.groups for each in document.read(people_queries.people, today=day)}
    assert groups[keys.ola] == (1 if members == 3 else 0)


def test_who_is_not_employed_that_day_neither_leads_nor_counts(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.boss], active_to=TODAY)
    for day, leader, members in ((TODAY, "Åse Ødegård", 2), (TODAY + DAY, "", 1)):
        (group,) = document.read(people_queries.groups, [keys.group], today=day)
        assert (group.leader, group.members) == (leader, members)


def test_a_new_leader_is_one_from_the_day_on(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.give_part, keys.group, keys.boss, GroupRole.MEMBER, TODAY)
    document.edit(STEP, organisation.give_part, keys.group, keys.kari, GroupRole.LEADER, TODAY)
    leaders = [
        document.read(people_queries.groups, [keys.group], today=day)[0].leader
        for day in (TODAY - DAY, TODAY)
    ]
    assert leaders == ["Åse Ødegård", "Kari Solberg"]


def test_units_count_those_employed_on_the_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.ola], active_from=TODAY)
    for day, people in ((TODAY - DAY, 1), (TODAY, 2), (None, 2)):
        (unit,) = document.read(people_queries.units, [keys.foundry], today=day)
        assert unit.people == people


def test_roles_and_assignments_as_of_a_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_people, [keys.kari], active_from=SPRING)
    document.edit(STEP, roles.end_assignments, [1], TODAY)
    held = {
        day: (role.holders, role.deputies)
        for day in (SPRING - DAY, SPRING, TODAY, TODAY + DAY)
        for role in document.read(role_queries.roles, [keys.leading], today=day)
    }
    both = (("Åse Ødegård",), ("Kari Solberg",))
    assert list(held.values()) == [((), ()), both, both, ((), ("Kari Solberg",))]
    for day, (holders, deputies) in held.items():
        found = document.read(role_queries.assignments, role_id=keys.leading, day=day)
        assert tuple(each.person for each in found) == holders + deputies
