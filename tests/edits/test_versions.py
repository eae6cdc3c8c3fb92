"""A new version closes the one before, history stays as it was, and no two hold on one day."""

from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.domain.roles import MandateFor
from lean_desktop.edits import agreements as agreement_edits
from lean_desktop.edits import roles as edits
from lean_desktop.queries import roles as queries
from lean_desktop.queries.agreements import agreements
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]

SINCE = date(2026, 3, 1)
KIND = MandateFor(group_kind=GroupKind.IMPROVEMENT)


def test_a_new_version_closes_the_running_one_and_keeps_its_text(plant: Planted) -> None:
    document, _ = plant
    review = date(2027, 10, 6)
    document.edit(STEP, edits.give_mandate, KIND, "Prøve mer", valid_from=TODAY, review=review)
    new, old = document.read(queries.mandates, to=KIND)
    assert (old.version, old.text, old.valid_from) == (1, "Prøve ut", SINCE)
    assert old.valid_to == TODAY - timedelta(days=1)
    assert (new.version, new.text, new.valid_from, new.valid_to) == (2, "Prøve mer", TODAY, None)
    assert new.review == review


def test_a_version_that_had_ended_keeps_its_last_day(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, edits.correct_mandate, 1, valid_to=date(2026, 5, 31))
    document.edit(STEP, edits.give_mandate, KIND, "Prøve mer", valid_from=TODAY)
    assert document.read(queries.mandates, to=KIND)[1].valid_to == date(2026, 5, 31)


def test_mandates_of_others_go_on_untouched(plant: Planted) -> None:
    document, keys = plant
    document.edit(
        STEP, edits.give_mandate, MandateFor(group_id=keys.group), "Egen", valid_from=TODAY
    )
    assert {each.version for each in document.read(queries.mandates)} == {1}
    assert {each.valid_to for each in document.read(queries.mandates)} == {None}


def test_a_new_agreement_closes_the_running_one_too(plant: Planted) -> None:
    document, keys = plant
    document.edit(
        STEP,
        agreement_edits.make_agreement,
        keys.group,
        ground_rules="Møte presis\n\nMøte forberedt",
        sub_goals="Null feil",
        valid_from=TODAY,
    )
    new, old = document.read(agreements, group_id=keys.group)
    assert (old.version, old.valid_to) == (1, TODAY - timedelta(days=1))
    assert (new.version, new.ground_rules) == (2, "Møte presis\nMøte forberedt")


@pytest.mark.parametrize(
    ("key", "fields", "sentence"),
    [
        (1, {"text": "Omskrevet"}, "earlier version"),
        (3, {"valid_from": date(2026, 9, 1)}, "same day"),
    ],
)
def test_history_is_neither_rewritten_nor_overlapped(
    plant: Planted, key: int, fields: dict[str, Any], sentence: str
) -> None:
    document, _ = plant
    assert document.edit(STEP, edits.give_mandate, KIND, "Mer", valid_from=TODAY).result == 3
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, edits.correct_mandate, key, **fields)


def test_after_the_latest_is_taken_away_the_one_before_can_be_corrected_again(
    plant: Planted,
) -> None:
    document, _ = plant
    new = document.edit(STEP, edits.give_mandate, KIND, "Mer", valid_from=TODAY).result
    document.edit(STEP, edits.remove_mandates, [new])
    document.edit(STEP, edits.correct_mandate, 1, valid_to=None)
    (mandate,) = document.read(queries.mandates, to=KIND)
    assert (mandate.version, mandate.valid_to) == (1, None)


def test_a_version_moved_before_an_ended_one_gets_no_number_twice(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, edits.correct_mandate, 1, valid_to=date(2026, 5, 31))
    new = document.edit(STEP, edits.give_mandate, KIND, "Mer", valid_from=TODAY).result
    early = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 1, 31)}
    document.edit(STEP, edits.correct_mandate, new, **early)
    document.edit(STEP, edits.give_mandate, KIND, "Mest", valid_from=TODAY)
    assert [each.version for each in document.read(queries.mandates, to=KIND)] == [3, 1, 2]
