"""Drafts, what each would change, and that a view of them knows when to look again."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.comparing import Outcome
from lean_desktop.domain.reorganisation import Proposal, Reorganisation, What
from lean_desktop.edits import organisation
from lean_desktop.edits import reorganisation as edits
from lean_desktop.queries import reorganisation as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def draft(document: Document, name: str = "Flytting", day: date = TODAY) -> int:
    return document.edit(STEP, edits.begin, name, day).result


def test_drafts_come_with_the_latest_first_and_what_they_count(plant: Planted) -> None:
    document, keys = plant
    early, late = draft(document, "I fjor", date(2025, 1, 1)), draft(document)
    document.edit(STEP, edits.propose, early, What.UNIT, keys.ola, keys.works, today=TODAY)
    assert document.read(queries.reorganisations) == [
        Reorganisation(late, "Flytting", TODAY, 0),
        Reorganisation(early, "I fjor", date(2025, 1, 1), 1),
    ]
    assert [each.id for each in document.read(queries.reorganisations, [early])] == [early]


def test_proposals_are_of_one_draft_and_in_order(plant: Planted) -> None:
    document, keys = plant
    one, other = draft(document), draft(document)
    document.edit(STEP, edits.propose, other, What.UNIT, keys.kari, None, today=TODAY)
    for what, to_id in ((What.UNIT, keys.works), (What.MANAGER, keys.kari)):
        document.edit(STEP, edits.propose, one, what, keys.ola, to_id, today=TODAY)
    assert document.read(queries.proposals, one) == [
        Proposal(2, one, What.UNIT, person_id=keys.ola, to_unit_id=keys.works),
        Proposal(3, one, What.MANAGER, person_id=keys.ola, to_person_id=keys.kari),
    ]


def test_the_live_organisation_stays_while_the_draft_is_looked_at(plant: Planted) -> None:
    document, keys = plant
    before = document.read(queries.arrangement, today=TODAY)
    key = draft(document)
    document.edit(STEP, edits.propose, key, What.UNIT, keys.ola, keys.works, today=TODAY)
    drafted = document.read(queries.rearranged, key, today=TODAY)
    assert document.read(queries.arrangement, today=TODAY) == before
    assert {unit.name: unit.people for unit in drafted.units} == {"Produksjon": 2, "Støperi": 1}


def test_a_draft_is_told_in_sentences(plant: Planted) -> None:
    document, keys = plant
    key = draft(document)
    document.edit(STEP, edits.propose, key, What.ROLE_HOLDER, keys.coordinating, 2, today=TODAY)
    (change,) = document.read(queries.compared, key, today=TODAY)
    assert str(change.sentence) == "Kari Solberg has the role Koordinator, until now vacant."


def test_what_has_become_so_since_is_told(plant: Planted) -> None:
    document, keys = plant
    key = draft(document)
    document.edit(STEP, edits.propose, key, What.UNIT, keys.ola, keys.works, today=TODAY)
    document.edit(STEP, organisation.change_people, [keys.ola], unit_id=keys.works)
    (change,) = document.read(queries.compared, key, today=TODAY)
    assert change.outcome is Outcome.ALREADY


def test_what_has_become_a_circle_since_is_told(plant: Planted) -> None:
    document, keys = plant
    key = draft(document)
    document.edit(STEP, edits.propose, key, What.MANAGER, keys.ola, keys.kari, today=TODAY)
    document.edit(STEP, organisation.change_people, [keys.kari], manager_id=keys.ola)
    (change,) = document.read(queries.compared, key, today=TODAY)
    assert change.outcome is Outcome.IMPOSSIBLE


Change = Callable[[Plant, int], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

CHANGES: dict[str, Change] = {
    "propose": lambda p, key: (edits.propose, (key, What.UNIT, p.kari, None), {"today": TODAY}),
    "withdraw": lambda p, _: (edits.withdraw, ([1],), {}),
    "rename": lambda p, key: (edits.rename, (key, "Ny"), {}),
    "discard": lambda p, key: (edits.discard, (key,), {}),
    "remove whom it is about": lambda p, _: (organisation.remove_people, ([p.ola],), {}),
    "remove where to": lambda p, _: (organisation.remove_units, ([p.works],), {}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_view_of_drafts_knows_what_to_read_again(plant: Planted, name: str) -> None:
    document, keys = plant
    key = draft(document)
    document.edit(STEP, edits.propose, key, What.UNIT, keys.ola, keys.works, today=TODAY)
    before = {each.id: each for each in document.read(queries.reorganisations)}
    change, args, fields = CHANGES[name](keys, key)
    changes = document.edit(STEP, change, *args, **fields).changes
    after = {each.id: each for each in document.read(queries.reorganisations)}
    otherwise = {key for key in before | after if before.get(key) != after.get(key)}
    found = document.read(queries.reorganisations_touched, changes)
    assert otherwise
    assert found is None or otherwise <= found


def test_another_edit_leaves_the_view_of_drafts_alone(plant: Planted) -> None:
    document, keys = plant
    changes = document.edit(STEP, organisation.change_people, [keys.ola], title="Sveiser").changes
    assert document.read(queries.reorganisations_touched, changes) == frozenset()
    assert changes.touches(queries.ARRANGED)
