"""Lists within one cell come back as they went out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.actions_import import Move, Remark, Tick
from lean_desktop.domain.actions_import.nested import (
    moves,
    remarks,
    ticks,
    told_moves,
    told_remarks,
    told_ticks,
)
from lean_desktop.domain.errors import RuleBroken

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
WORDS = (
    st.text(st.sampled_from("ab:→[]x 0123456789-"), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)


@given(st.lists(st.builds(Tick, WORDS, DAYS)))
def test_steps_that_are_done(steps: list[Tick]) -> None:
    assert ticks(told_ticks(steps)) == tuple(steps)


@given(st.lists(st.builds(Tick, WORDS)))
def test_steps_that_are_not_done(steps: list[Tick]) -> None:
    assert ticks(told_ticks(steps)) == tuple(steps)


@given(st.lists(st.builds(Remark, DAYS, LINES)))
def test_comments_of_several_lines(told: list[Remark]) -> None:
    assert remarks(told_remarks(told), date(2026, 1, 1)) == tuple(told)


@given(st.lists(st.builds(Move, DAYS, DAYS, DAYS, LINES)))
def test_how_a_date_moved(told: list[Move]) -> None:
    assert moves(told_moves(told)) == tuple(told)


def test_what_others_write_is_understood_too() -> None:
    assert ticks("Måle\n[X] Tape") == (Tick("Måle"), Tick("Tape", date.max))
    assert remarks("Ringt Kari", date(2026, 1, 1)) == (Remark(date(2026, 1, 1), "Ringt Kari"),)
    with pytest.raises(RuleBroken):
        moves("to ganger")
    with pytest.raises(RuleBroken):
        remarks("2026-02-31: ja", date(2026, 1, 1))
