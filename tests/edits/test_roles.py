"""Edits of roles and mandates: what they do, what they refuse, and undo."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.domain.roles import COORDINATOR, MandateFor, RoleKind
from lean_desktop.edits import organisation
from lean_desktop.edits import roles as edits
from lean_desktop.queries import roles as queries
from lean_desktop.queries.agreements import agreements
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

SINCE = date(2026, 3, 1)
KIND = MandateFor(group_kind=GroupKind.IMPROVEMENT)
OWNER = queries.ready("nb").roles[RoleKind.PILLAR_OWNER]

CHANGES: dict[str, Change] = {
    "add role": lambda p: (edits.add_role, ("Leder",), {"unit_id": p.works}),
    "add ready role": lambda p: (edits.add_ready_role, (OWNER,), {"group_id": p.steering}),
    "change roles": lambda p: (edits.change_roles, ([p.leading],), {"domain": "Tavla"}),
    "remove roles": lambda p: (edits.remove_roles, ([p.leading, p.coordinating],), {}),
    "assign": lambda p: (edits.assign, (p.coordinating, [p.ola, p.kari]), {"deputy": True}),
    "replace holder": lambda p: (edits.replace_holder, (1, p.ola, TODAY), {}),
    "change assignments": lambda p: (edits.change_assignments, ([1, 2],), {"valid_from": None}),
    "end assignments": lambda p: (edits.end_assignments, ([1, 2], TODAY), {}),
    "remove assignments": lambda p: (edits.remove_assignments, ([1, 2],), {}),
    "give a mandate": lambda p: (
        *(edits.give_mandate, (MandateFor(group_id=p.group), "Prøve")),
        {"valid_from": TODAY, "giver_group_id": p.steering},
    ),
    "give a new version": lambda p: (edits.give_mandate, (KIND, "Mer"), {"valid_from": TODAY}),
    "correct a mandate": lambda p: (edits.correct_mandate, (1,), {"text": "Prøve ut mer"}),
    "remove mandates": lambda p: (edits.remove_mandates, ([1, 2],), {}),
    "remove the group": lambda p: (organisation.remove_groups, ([p.group],), {}),
    "remove a holder": lambda p: (organisation.remove_people, ([p.boss],), {}),
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


def test_a_ready_role_brings_its_description_and_may_have_a_name_of_its_own(
    plant: Planted,
) -> None:
    document, _ = plant
    key = document.edit(STEP, edits.add_ready_role, OWNER, name=" Pilareier sikkerhet ").result
    (role,) = document.read(queries.roles, [key], today=TODAY)
    assert (role.name, role.kind) == ("Pilareier sikkerhet", RoleKind.PILLAR_OWNER)
    assert (role.purpose, role.domain) == (OWNER.purpose, OWNER.domain)
    assert role.accountabilities.splitlines() == list(OWNER.accountabilities)


def test_accountabilities_are_kept_one_a_line(plant: Planted) -> None:
    document, keys = plant
    text = "  Holder møter\n\n Etterspør \n"
    document.edit(STEP, edits.change_roles, [keys.leading], accountabilities=text)
    (role,) = document.read(queries.roles, [keys.leading], today=TODAY)
    assert role.accountabilities == "Holder møter\nEtterspør"


def test_what_belonged_to_a_role_or_a_group_goes_with_it(plant: Planted) -> None:
    document, keys = plant
    for to in (MandateFor(role_id=keys.leading), MandateFor(group_id=keys.group)):
        document.edit(STEP, edits.give_mandate, to, "Prøve", valid_from=TODAY)
    document.edit(STEP, organisation.remove_groups, [keys.group])
    assert [each.id for each in document.read(queries.roles, today=TODAY)] == [keys.coordinating]
    assert document.read(queries.assignments) == []
    assert {each.to for each in document.read(queries.mandates)} == {COORDINATOR, KIND}
    assert document.read(agreements) == []


def test_who_has_a_role_is_not_given_it_twice(plant: Planted) -> None:
    document, keys = plant
    assert document.edit(STEP, edits.assign, keys.leading, [keys.boss, keys.boss]).result == []
    (new,) = document.edit(STEP, edits.assign, keys.leading, [keys.boss, keys.ola]).result
    assert document.read(queries.assignments, [new])[0].person == "Ola Aas"


def test_one_who_had_a_role_can_have_it_again(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.end_assignments, [1], date(2026, 5, 31))
    (again,) = document.edit(
        STEP, edits.assign, keys.leading, [keys.boss], valid_from=date(2026, 6, 1)
    ).result
    assert again != 1


def test_another_takes_over_from_a_day_and_the_first_is_kept(plant: Planted) -> None:
    document, keys = plant
    new = document.edit(STEP, edits.replace_holder, 1, keys.ola, TODAY).result
    held = {each.id: each for each in document.read(queries.assignments, role_id=keys.leading)}
    old, now = held[1], held[new]
    assert (old.person, old.valid_to) == ("Åse Ødegård", TODAY - timedelta(days=1))
    assert (now.person, now.valid_from, now.valid_to) == ("Ola Aas", TODAY, None)


def test_a_deputy_is_followed_by_a_deputy(plant: Planted) -> None:
    document, keys = plant
    new = document.edit(STEP, edits.replace_holder, 2, keys.ola, TODAY).result
    assert document.read(queries.assignments, [new])[0].deputy


def test_one_who_would_have_begun_later_is_replaced_as_if_never_named(plant: Planted) -> None:
    document, keys = plant
    assert document.edit(STEP, edits.replace_holder, 1, keys.ola, SINCE).result == 1
    assert document.read(queries.assignments, [1])[0].person == "Ola Aas"
    assert document.edit(STEP, edits.replace_holder, 1, keys.ola, TODAY).result == 1


def test_correcting_the_running_version_makes_no_new_one(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.correct_mandate, 1, text=" Prøve ", giver_group_id=keys.steering)
    (mandate,) = document.read(queries.mandates, to=KIND)
    assert (mandate.version, mandate.text, mandate.giver) == (1, "Prøve", "Styringsgruppe")


REFUSED: list[tuple[Change, str]] = [
    (lambda p: (edits.add_role, (" ",), {}), "cannot be empty"),
    (lambda p: (edits.change_roles, ([p.leading],), {"name": "x" * 201}), "at most 200"),
    (lambda p: (edits.assign, (p.leading, [p.kari]), {}), "twice at the same time"),
    (lambda p: (edits.assign, (p.leading, [p.boss]), {"deputy": True}), "Åse Ødegård"),
    (lambda p: (edits.change_assignments, ([2],), {"person_id": p.boss}), "twice"),
    (lambda p: (edits.end_assignments, ([1], date(2026, 2, 28)), {}), "before the first"),
    (lambda p: (edits.replace_holder, (1, p.kari, TODAY), {}), "twice"),
    (lambda p: (edits.replace_holder, (99, p.kari, TODAY), {}), "no longer"),
    (lambda p: (edits.give_mandate, (KIND, " "), {"valid_from": TODAY}), "cannot be empty"),
    (lambda p: (edits.give_mandate, (KIND, "Mer"), {"valid_from": SINCE}), "later first day"),
    (
        lambda p: (edits.give_mandate, (KIND, "Mer"), {"valid_from": TODAY, "review": SINCE}),
        "review lies before",
    ),
    (lambda p: (edits.correct_mandate, (1,), {"giver": "x" * 201}), "at most 200"),
    (lambda p: (edits.correct_mandate, (1,), {"valid_to": date(2026, 2, 1)}), "before the first"),
    (lambda p: (edits.correct_mandate, (99,), {"text": "Mer"}), "no longer"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(
    plant: Planted, change: Change, sentence: str
) -> None:
    document, keys = plant
    before = dump(document)
    edit, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, edit, *args, **fields)
    assert dump(document) == before


def test_a_giver_written_in_words_takes_the_place_of_the_group(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.correct_mandate, 1, giver_group_id=keys.steering)
    document.edit(STEP, edits.correct_mandate, 1, giver="Styret")
    (mandate,) = document.read(queries.mandates, to=KIND)
    assert (mandate.giver, mandate.giver_group_id) == ("Styret", None)


def test_what_members_of_a_group_hold_is_given_to_nobody_else(plant: Planted) -> None:
    document, keys = plant
    role = document.edit(
        STEP, edits.add_role, "x", kind=RoleKind.NOTE_TAKER, group_id=keys.group
    ).result
    with pytest.raises(RuleBroken, match="their part in the group"):
        document.edit(STEP, edits.assign, role, [keys.ola])
