"""Edits of agreements and signatures: what they do, what they refuse, and undo."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import agreements as edits
from lean_desktop.edits import organisation
from lean_desktop.queries import agreements as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

BEFORE = date(2026, 4, 1)


def _new_version(keys: Plant) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
    texts = {"shared_values": "Mot", "ground_rules": "Møte forberedt", "sub_goals": "Null feil"}
    return edits.make_agreement, (keys.group,), {**texts, "valid_from": TODAY}


CHANGES: dict[str, Change] = {
    "make a new version": _new_version,
    "correct": lambda p: (edits.correct_agreement, (1,), {"shared_values": "Vi bryr oss"}),
    "correct the days of a signed one": lambda p: (
        edits.correct_agreement,
        (2,),
        {"review": TODAY},
    ),
    "remove": lambda p: (edits.remove_agreements, ([1, 2],), {}),
    "sign": lambda p: (edits.sign, (2, [p.boss, p.kari], TODAY), {}),
    "unsign": lambda p: (edits.unsign, (2, [p.boss, p.kari]), {}),
    "remove the group": lambda p: (organisation.remove_groups, ([p.steering],), {}),
    "remove who has signed": lambda p: (organisation.remove_people, ([p.boss],), {}),
}


@pytest.fixture
def signed(plant: Planted) -> Planted:
    """Beside the agreement of the plant one of the steering group, signed by its leader."""
    document, keys = plant
    document.edit(STEP, organisation.add_members, keys.steering, [keys.boss, keys.kari])
    other = document.edit(
        STEP, edits.make_agreement, keys.steering, ground_rules="Svare", valid_from=BEFORE
    ).result
    assert other == 2
    document.edit(STEP, edits.sign, other, [keys.boss], BEFORE)
    return plant


def names(document: Document, agreement_id: int) -> list[str]:
    return [each.person for each in document.read(queries.signatures, agreement_id)]


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(signed: Planted, name: str) -> None:
    document, keys = signed
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_values_rules_and_goals_are_kept_one_a_line(plant: Planted) -> None:
    document, keys = plant
    key = document.edit(
        STEP,
        edits.make_agreement,
        keys.group,
        shared_values=" Mot\n\n Åpenhet ",
        ground_rules="Møte presis\n",
        sub_goals="\nNull feil",
        valid_from=TODAY,
    ).result
    (made,) = document.read(queries.agreements, [key])
    assert (made.values, made.ground_rules, made.sub_goals) == (
        *("Mot\nÅpenhet", "Møte presis"),
        "Null feil",
    )


def test_values_alone_are_an_agreement(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, edits.correct_agreement, 1, shared_values="Mot", ground_rules="")
    assert document.read(queries.agreements, [1])[0].values == "Mot"


def test_a_new_version_is_to_be_signed_anew_and_the_old_one_keeps_its_signatures(
    signed: Planted,
) -> None:
    document, keys = signed
    new = document.edit(
        STEP, edits.make_agreement, keys.steering, ground_rules="Svare nå", valid_from=TODAY
    ).result
    assert (names(document, 2), names(document, new)) == (["Åse Ødegård"], [])
    document.edit(STEP, edits.sign, new, [keys.boss], TODAY)
    assert names(document, new) == ["Åse Ødegård"]


def test_who_has_signed_keeps_the_day(signed: Planted) -> None:
    document, keys = signed
    (new,) = document.edit(STEP, edits.sign, 2, [keys.boss, keys.kari, keys.kari], TODAY).result
    days = {each.person: each.signed for each in document.read(queries.signatures, 2)}
    assert days == {"Åse Ødegård": BEFORE, "Kari Solberg": TODAY}
    assert [each.id for each in document.read(queries.signatures, ids=[new])] == [new]


def test_a_signature_is_taken_back_from_one_version_only(signed: Planted) -> None:
    document, keys = signed
    document.edit(STEP, edits.sign, 1, [keys.boss], TODAY)
    document.edit(STEP, edits.unsign, 2, [keys.boss])
    assert (names(document, 1), names(document, 2)) == (["Åse Ødegård"], [])


def test_a_text_is_corrected_again_when_nobody_has_signed_it(signed: Planted) -> None:
    document, keys = signed
    document.edit(STEP, edits.unsign, 2, [keys.boss])
    document.edit(STEP, edits.correct_agreement, 2, ground_rules="Svare raskt")
    assert document.read(queries.agreements, [2])[0].ground_rules == "Svare raskt"


def test_the_same_text_with_other_blanks_is_no_other_text(signed: Planted) -> None:
    document, _ = signed
    document.edit(STEP, edits.correct_agreement, 2, ground_rules=" Svare \n", review=TODAY)
    assert document.read(queries.agreements, [2])[0].review == TODAY


REFUSED: list[tuple[Change, str]] = [
    (
        lambda p: (edits.make_agreement, (p.group,), {"ground_rules": " ", "valid_from": TODAY}),
        "Write a value, a ground rule",
    ),
    (lambda p: (edits.correct_agreement, (1,), {"ground_rules": ""}), "Write a value"),
    (
        lambda p: (edits.correct_agreement, (2,), {"ground_rules": "Noe annet"}),
        "Make a new version",
    ),
    (lambda p: (edits.correct_agreement, (99,), {"ground_rules": "Noe"}), "no longer"),
    (lambda p: (edits.sign, (1, [p.kari, p.ola], TODAY), {}), "Ola Aas is not a member"),
    (lambda p: (edits.sign, (99, [p.kari], TODAY), {}), "no longer"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(
    signed: Planted, change: Change, sentence: str
) -> None:
    document, keys = signed
    before = dump(document)
    edit, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, edit, *args, **fields)
    assert dump(document) == before


def test_who_comes_later_signs_from_the_first_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.sign, 1, [keys.ola], date(2026, 11, 1))
    assert names(document, 1) == ["Ola Aas"]
