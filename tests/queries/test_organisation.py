"""Names that are pointed at, counts of today, and orders."""

from datetime import date

from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.edits import organisation as edits
from lean_desktop.queries import organisation as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def test_people_come_by_last_name_with_the_names_they_point_at(plant: Planted) -> None:
    document, keys = plant
    people = document.read(queries.people, today=TODAY)
    assert [person.name for person in people] == ["Ola Aas", "Kari Solberg", "Åse Ødegård"]
    kari = people[1]
    assert (kari.unit, kari.manager, kari.groups) == ("Støperi", "Åse Ødegård", 1)
    assert people[0].groups == 0  # Ola joins in November.
    assert document.read(queries.people, [keys.kari], today=TODAY) == [kari]


def test_units_count_their_own_people(plant: Planted) -> None:
    document, _ = plant
    units = {unit.name: unit for unit in document.read(queries.units)}
    assert (units["Støperi"].parent, units["Støperi"].leader) == ("Produksjon", "Kari Solberg")
    assert (units["Produksjon"].people, units["Støperi"].people) == (1, 2)


def test_groups_count_who_takes_part_on_the_day(plant: Planted) -> None:
    document, keys = plant
    (group,) = document.read(queries.groups, [keys.group], today=TODAY)
    assert (group.leader, group.members, group.parent) == ("Åse Ødegård", 2, "Styringsgruppe")
    (later,) = document.read(queries.groups, [keys.group], today=date(2026, 12, 1))
    assert later.members == 3


def test_memberships_put_the_leader_first(plant: Planted) -> None:
    document, keys = plant
    roles = [each.role for each in document.read(queries.memberships, group_id=keys.group)]
    assert roles == [GroupRole.LEADER, GroupRole.NOTE_TAKER, GroupRole.MEMBER]
    (own,) = document.read(queries.memberships, person_id=keys.ola)
    assert (own.group, own.valid_from) == ("Montering", date(2026, 11, 1))


def test_counts_are_of_everything(plant: Planted) -> None:
    document, _ = plant
    assert document.read(queries.counts) == (3, 2, 2)


def test_counts_of_a_day_are_of_who_and_what_is_there_then(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.change_people, [keys.ola], active_from=TODAY)
    document.edit(STEP, edits.change_groups, [keys.group], active_to=TODAY)
    assert document.read(queries.counts, day=TODAY) == (3, 2, 2)
    assert document.read(queries.counts, day=date(2026, 10, 5)) == (2, 2, 2)
    assert document.read(queries.counts, day=date(2026, 10, 7)) == (3, 2, 1)


def test_groups_of_another_time_are_left_out_only_where_that_is_asked_for(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.change_groups, [keys.group], active_from=TODAY, active_to=TODAY)
    for day, there in ((5, False), (6, True), (7, False)):
        today = date(2026, 10, day)
        groups = document.read(queries.groups, today=today, only_active=True)
        assert (keys.group in {each.id for each in groups}) == there
        assert len(document.read(queries.groups, today=today)) == 2
        assert bool(document.read(queries.groups, [keys.group], today=today, only_active=True)) == (
            there
        )
