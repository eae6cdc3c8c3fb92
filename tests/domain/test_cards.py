"""What a card holds besides the action, and fields of a workspace's own."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.cards import (
    FIELD_KIND_NAMES,
    PDCA_NAMES,
    Card,
    FieldKind,
    OwnField,
    Pdca,
    bars,
    own_value,
    told_own_value,
)
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language

DAY = date(2026, 10, 6)
NUMBER = OwnField(1, "Kostnad", FieldKind.NUMBER)
CHOICE = OwnField(2, "Linje", FieldKind.CHOICE, ("Linje 1", "Linje 2", "Pakking"))
WHEN = OwnField(3, "Levert", FieldKind.DATE)
TEXT = OwnField(4, "Sak", FieldKind.TEXT)


def test_days_in_a_column_and_the_age_stop_when_a_card_is_done() -> None:
    made, moved = DAY - timedelta(days=20), DAY - timedelta(days=9)
    action = Action(
        *(1, 7, "Tape", None, "", None, "", Source.OWN, None, None, made),
        *(None, None, None, ActionStatus.DOING, moved),
    )
    card = Card(action)
    assert (card.days_in_column(DAY), card.age(DAY)) == (9, 20)
    done = Card(action._replace(done=moved, status=ActionStatus.DONE))
    assert (done.days_in_column(DAY), done.age(DAY)) == (0, 11)


def test_bars_grow_by_the_week() -> None:
    assert [bars(days) for days in (0, 6, 7, 13, 14, 90)] == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        (NUMBER, "1 234,50", "1234.5"),
        (NUMBER, "\u22123", "-3"),
        (NUMBER, "1e3", "1000"),
        (CHOICE, "pakk", "Pakking"),
        (CHOICE, "LINJE 2", "Linje 2"),
        (WHEN, "12.10.", "2026-10-12"),
        (TEXT, "  Husk\n ny linje ", "Husk\n ny linje"),
        (TEXT, "  ", ""),
    ],
)
def test_what_is_typed_is_stored_the_same_in_both_languages(
    field: OwnField, typed: str, stored: str
) -> None:
    assert own_value(field, typed, DAY) == stored


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (NUMBER, "mye", "“mye” is no number. Write 12 or 12.5."),
        (NUMBER, "inf", "“inf” is no number. Write 12 or 12.5."),
        (WHEN, "snart", "“snart” is no day. Write 20.10., Friday or week 43."),
        (CHOICE, "linje", "“linje” is none of the choices: Linje 1, Linje 2, Pakking."),
    ],
)
def test_what_is_of_another_kind_is_refused(field: OwnField, typed: str, sentence: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        own_value(field, typed, DAY)
    assert str(broken.value) == sentence


def test_values_are_told_as_the_language_writes_them() -> None:
    nb, en = Language("nb"), Language("en")
    assert told_own_value(NUMBER, "1234.5", nb) == "1234,5"
    assert told_own_value(NUMBER, "1234.5", en) == "1234.5"
    assert told_own_value(WHEN, "2026-10-12", nb) == nb.date(date(2026, 10, 12))
    assert told_own_value(CHOICE, "Pakking", nb) == "Pakking"
    assert told_own_value(TEXT, "", nb) == ""


def test_everything_has_a_name() -> None:
    assert set(PDCA_NAMES) == set(Pdca)
    assert set(FIELD_KIND_NAMES) == set(FieldKind)
