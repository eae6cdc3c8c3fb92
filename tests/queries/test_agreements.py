"""Agreements in versions, who has signed them and who is to, and the texts that ship."""

from datetime import date

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.agreement import Signer
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.domain.roles import lines
from lean_desktop.edits import agreements as edits
from lean_desktop.edits import organisation
from lean_desktop.queries import agreements as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]

SIGNED = date(2026, 4, 1)


def test_agreements_of_one_group(plant: Planted) -> None:
    document, keys = plant
    (agreed,) = document.read(queries.agreements, group_id=keys.group)
    assert (agreed.group, agreed.version, agreed.ground_rules) == ("Montering", 1, "Møte presis")
    assert document.read(queries.agreements, group_id=keys.steering) == []
    assert document.read(queries.agreements, [agreed.id]) == [agreed]


def test_signatures_come_by_name_and_say_what_was_signed(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.sign, 1, [keys.boss, keys.kari], SIGNED)
    first, second = document.read(queries.signatures, 1)
    assert (first.person, first.signed, first.group, first.version) == (
        *("Kari Solberg", SIGNED),
        *("Montering", 1),
    )
    assert document.read(queries.signatures) == [first, second]
    assert document.read(queries.signatures, person_id=keys.boss) == [second]
    assert document.read(queries.signatures, ids=[first.id]) == [first]
    assert document.read(queries.signatures, 2) == []


def test_members_are_to_sign_in_their_order_and_who_left_keeps_the_signature(
    plant: Planted,
) -> None:
    document, keys = plant
    document.edit(STEP, edits.sign, 1, [keys.boss], SIGNED)
    document.edit(STEP, organisation.change_memberships, [1], valid_to=date(2026, 10, 5))
    found = document.read(queries.agreement_to_sign, keys.group, today=TODAY)
    assert found is not None
    assert found.group.name == "Montering"
    assert found.agreement == document.read(queries.agreements, [1])[0]
    assert found.signers == (
        Signer("Kari Solberg", GroupRole.NOTE_TAKER),
        Signer("Åse Ødegård", None, SIGNED),
    )


def test_a_group_without_an_agreement_has_those_who_would_sign_one(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.remove_agreements, [1])
    found = document.read(queries.agreement_to_sign, keys.group, today=TODAY)
    assert found is not None
    assert found.agreement is None
    assert [each.person for each in found.signers] == ["Åse Ødegård", "Kari Solberg"]
    assert document.read(queries.agreement_to_sign, 99, today=TODAY) is None


def test_all_groups_that_have_an_agreement(plant: Planted) -> None:
    document, keys = plant
    for day in (TODAY, date(2027, 1, 1)):
        document.edit(STEP, edits.make_agreement, keys.group, ground_rules="Mer", valid_from=day)
    (only,) = document.read(queries.agreements_to_sign, today=TODAY)
    assert only.agreement is not None
    assert (only.group.id, only.agreement.version) == (keys.group, 2)


@pytest.mark.parametrize("code", ["nb", "en"])
def test_texts_to_begin_from_ship_and_make_an_agreement(plant: Planted, code: str) -> None:
    document, keys = plant
    ready = queries.ready_agreement(code)
    assert [len(lines(text)) for text in ready] == [4, 7, 3]
    assert all(line == line.strip(" .") for text in ready for line in text.split("\n"))
    key = document.edit(
        STEP,
        edits.make_agreement,
        keys.steering,
        shared_values=ready.values,
        ground_rules=ready.ground_rules,
        sub_goals=ready.sub_goals,
        valid_from=TODAY,
    ).result
    (made,) = document.read(queries.agreements, [key])
    assert (made.values, made.ground_rules, made.sub_goals) == tuple(ready)


def test_the_two_languages_have_the_same_texts_each_in_its_own_words() -> None:
    ours, theirs = queries.ready_agreement("nb"), queries.ready_agreement("en")
    assert not {*"\n".join(ours).split("\n")} & {*"\n".join(theirs).split("\n")}
