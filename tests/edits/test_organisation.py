"""Edits of people, units and groups: what they do, what they refuse, and that undo takes it back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import organisation as edits
from lean_desktop.queries import organisation as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

CHANGES: dict[str, Change] = {
    "add person": lambda p: (edits.add_person, (), {"first_name": "Ny"}),
    "change people": lambda p: (edits.change_people, ([p.kari, p.ola],), {"title": "Leder"}),
    "remove people": lambda p: (edits.remove_people, ([p.boss, p.kari],), {}),
    "add unit": lambda p: (edits.add_unit, ("Lager", p.works), {}),
    "change units": lambda p: (edits.change_units, ([p.foundry],), {"parent_id": None}),
    "remove unit": lambda p: (edits.remove_units, ([p.works],), {}),
    "remove units below": lambda p: (edits.remove_units, ([p.works],), {"whole": True}),
    "add group": lambda p: (edits.add_group, (GroupKind.PILOT, "Pilot"), {"unit_id": p.works}),
    "change groups": lambda p: (edits.change_groups, ([p.group],), {"kind": GroupKind.PILOT}),
    "tell of a pillar and shifts": lambda p: (
        *(edits.change_groups, ([p.group, p.steering],)),
        {"pillar": "Kvalitetsvedlikehold", "shifts": "Toskift"},
    ),
    "remove group": lambda p: (edits.remove_groups, ([p.steering],), {}),
    "remove groups below": lambda p: (edits.remove_groups, ([p.steering],), {"whole": True}),
    "add members": lambda p: (edits.add_members, (p.steering, [p.kari, p.ola]), {}),
    "change memberships": lambda p: (edits.change_memberships, ([1, 2],), {"valid_to": TODAY}),
    "remove memberships": lambda p: (edits.remove_memberships, ([1, 3],), {}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(plant: Planted, name: str) -> None:
    document, keys = plant
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_group_says_which_pillar_it_works_on_and_in_which_shifts(plant: Planted) -> None:
    document, _ = plant
    told: dict[str, Any] = {"pillar": " Opplæring ", "shifts": "Helkontinuerlig"}
    key = document.edit(STEP, edits.add_group, GroupKind.PILLAR, "Skolen", **told).result
    (group,) = document.read(queries.groups, [key], today=TODAY)
    assert (group.pillar, group.shifts) == ("Opplæring", "Helkontinuerlig")
    for field in told:
        with pytest.raises(RuleBroken, match="at most 200"):
            document.edit(STEP, edits.change_groups, [key], **{field: "x" * 201})


def test_when_a_unit_goes_its_people_and_units_move_up(plant: Planted) -> None:
    document, keys = plant
    low = document.edit(STEP, edits.add_unit, "Kjernemakeri", keys.foundry).result
    document.edit(STEP, edits.remove_units, [keys.foundry])
    units = {unit.id: unit for unit in document.read(queries.units)}
    assert units[low].parent == "Produksjon"
    assert units[keys.works].people == 3


def test_when_a_whole_branch_goes_its_people_go_too(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.remove_units, [keys.works], whole=True)
    assert document.read(queries.units) == []
    assert document.read(queries.people, today=TODAY) == []
    document.undo()
    assert len(document.read(queries.people, today=TODAY)) == 3


def test_members_of_a_group_that_goes_stay_people(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.remove_groups, [keys.group])
    assert len(document.read(queries.people, today=TODAY)) == 3
    assert document.read(queries.memberships) == []


def test_whoever_is_in_a_group_is_not_put_into_it_twice(plant: Planted) -> None:
    document, keys = plant
    assert document.edit(STEP, edits.add_members, keys.group, [keys.kari, keys.kari]).result == []
    assert not document.edit(STEP, edits.add_members, keys.group, [keys.kari]).changes


def test_one_who_left_a_group_can_come_back(plant: Planted) -> None:
    document, keys = plant
    (own,) = document.read(queries.memberships, person_id=keys.kari)
    document.edit(STEP, edits.change_memberships, [own.id], valid_to=date(2026, 1, 1))
    (new,) = document.edit(STEP, edits.add_members, keys.group, [keys.kari]).result
    assert new != own.id


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda p: (edits.add_person, (), {"first_name": " "}), "needs a name"),
        (
            lambda p: (edits.change_people, ([p.kari],), {"first_name": "", "last_name": ""}),
            "needs a name",
        ),
        (lambda p: (edits.change_people, ([p.boss],), {"manager_id": p.kari}), "below itself"),
        (lambda p: (edits.change_people, ([p.kari],), {"manager_id": p.kari}), "below itself"),
        (lambda p: (edits.change_people, ([p.kari],), {"title": "x" * 201}), "at most 200"),
        (lambda p: (edits.change_people, ([p.kari],), {"percent": -1.0}), "percent"),
        (
            lambda p: (
                edits.change_people,
                ([p.kari],),
                {"active_from": TODAY, "active_to": date(2020, 1, 1)},
            ),
            "before the first",
        ),
        (lambda p: (edits.change_units, ([p.works],), {"parent_id": p.foundry}), "below itself"),
        (lambda p: (edits.change_units, ([p.works],), {"name": " "}), "cannot be empty"),
        (lambda p: (edits.add_unit, ("",), {}), "cannot be empty"),
        (lambda p: (edits.change_groups, ([p.steering],), {"parent_id": p.group}), "below itself"),
        (
            lambda p: (edits.change_memberships, ([3],), {"valid_to": date(2026, 10, 1)}),
            "before the first",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_happens(
    plant: Planted, change: Change, sentence: str
) -> None:
    document, keys = plant
    before, label = dump(document), document.undo_label
    what, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, what, *args, **fields)
    assert (dump(document), document.undo_label) == (before, label)


def test_roles_are_kept_as_they_are_named(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.add_members, keys.steering, [keys.ola], role=GroupRole.COORDINATOR)
    (own,) = (
        each
        for each in document.read(queries.memberships, person_id=keys.ola)
        if each.group == "Styringsgruppe"
    )
    assert own.role is GroupRole.COORDINATOR
