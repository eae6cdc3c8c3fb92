"""Conditions on cards: all must hold, and what is kept as text comes back the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.action_filter import NOBODY, WHEN_NAMES, ActionFilter, When, read, written
from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.cards import Card

DAY = date(2026, 10, 6)
ACTION = Action(
    *(1, 128, "Merke opp soner", 3, "Montering", 5, "Łukasz Kowalczyk", Source.OWN, None, None),
    *(DAY, DAY, DAY - timedelta(days=3), None, ActionStatus.DOING, DAY, 2),
)
CARD = Card(ACTION, pillar="Fokusert", tags=("5S",), helper_ids=(8,), values={4: "Linje 2"})


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (ActionFilter(), True),
        (ActionFilter(text="soner łukasz"), True),
        (ActionFilter(text="128 montering 5s"), True),
        (ActionFilter(text="soner pakking"), False),
        (ActionFilter(owners=frozenset({5})), True),
        (ActionFilter(owners=frozenset({8})), True),
        (ActionFilter(owners=frozenset({NOBODY})), False),
        (ActionFilter(groups=frozenset({4})), False),
        (ActionFilter(tags=frozenset({"5S", "TPM"})), True),
        (ActionFilter(pillars=frozenset({"Fokusert"}), slipped=True), True),
        (ActionFilter(when=When.OVERDUE), True),
        (ActionFilter(when=When.TODAY), True),
        (ActionFilter(when=When.NONE), False),
        (ActionFilter(values=((4, "linje"),)), True),
        (ActionFilter(values=((4, "1"),)), False),
        (ActionFilter(values=((9, "x"),)), False),
    ],
)
def test_every_condition_must_hold(wanted: ActionFilter, fits: bool) -> None:
    assert wanted.fits(CARD, DAY) is fits


def test_a_card_of_nobody_and_without_a_date() -> None:
    bare = Card(ACTION._replace(owner_id=None, group_id=None, due=None))
    assert ActionFilter(owners=frozenset({NOBODY}), groups=frozenset({NOBODY})).fits(bare, DAY)
    assert ActionFilter(when=When.NONE).fits(bare, DAY)
    assert not ActionFilter(when=When.MONTH).fits(bare, DAY)


FILTERS = st.builds(
    ActionFilter,
    text=st.text(max_size=20),
    owners=st.frozensets(st.integers(0, 99), max_size=3),
    groups=st.frozensets(st.integers(0, 99), max_size=3),
    when=st.sampled_from(list(When)),
    tags=st.frozensets(st.text(max_size=5), max_size=3),
    pillars=st.frozensets(st.text(max_size=5), max_size=3),
    slipped=st.booleans(),
    values=st.lists(st.tuples(st.integers(1, 9), st.text(max_size=5)), max_size=2).map(tuple),
)


@given(FILTERS)
def test_what_is_kept_comes_back_the_same(wanted: ActionFilter) -> None:
    assert read(written(wanted)) == wanted


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"when": "yesterday", "owners": "all", "tags": [1], "slipped": 1}']
)
def test_what_cannot_be_understood_lets_everything_through(text: str) -> None:
    assert read(text).is_empty


def test_everything_has_a_name() -> None:
    assert set(WHEN_NAMES) == set(When)
