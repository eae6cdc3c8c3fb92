"""Phases begin as soon as they may: against a plain longest path, and circles are refused."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.domain.cascade.plan import Dependency, Tie
from lean_desktop.domain.cascade.schedule import (
    Bar,
    followers,
    refuse_circle,
    starts,
    waits_until,
    would_circle,
)
from lean_desktop.domain.errors import RuleBroken
from tests.scale import share

ORIGIN = 740_000
FS, SS = Tie.FINISH_START, Tie.START_START


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Bar], list[Dependency]]:
    """Bars, and ties that never go back, so that there is no circle."""
    n = draw(st.integers(1, 9))
    wishes = st.none() | st.integers(ORIGIN - 60, ORIGIN + 60)
    bars = [
        Bar(key, draw(st.integers(1, 90)), draw(wishes), f"P{key}", draw(wishes))
        for key in range(1, n + 1)
    ]
    pairs = st.tuples(st.integers(1, n), st.integers(1, n)).filter(lambda p: p[0] < p[1])
    chosen = draw(st.lists(pairs, unique=True, max_size=14)) if n > 1 else []
    ties = [
        Dependency(at, before, after, draw(st.sampled_from(Tie)), draw(st.integers(-20, 20)))
        for at, (before, after) in enumerate(chosen, 1)
    ]
    order = draw(st.permutations(bars))
    return list(order), ties


def longest(bars: list[Bar], ties: list[Dependency], key: int) -> int:
    """The first day, worked out from the end."""
    wished = next(bar.wished for bar in bars if bar.id == key)
    limits = [*allowed(bars, ties, key), *([] if wished is None else [wished])]
    return max(limits, default=ORIGIN)


def allowed(bars: list[Bar], ties: list[Dependency], key: int) -> list[int]:
    """The day each of those it waits for lets it begin on."""
    found = []
    for tie in ties:
        if tie.after_id == key:
            before = longest(bars, ties, tie.before_id)
            bar = next(bar for bar in bars if bar.id == tie.before_id)
            last = before + bar.days - 1 if bar.ended is None else max(bar.ended, before)
            found.append((last + 1 if tie.tie is FS else before) + tie.lag)
    return found


@given(plans())
@settings(max_examples=2000)
def test_it_equals_a_plain_longest_path(plan: tuple[list[Bar], list[Dependency]]) -> None:
    bars, ties = plan
    found = starts(bars, ties, ORIGIN)
    assert found == {bar.id: longest(bars, ties, bar.id) for bar in bars}
    limits = {bar.id: allowed(bars, ties, bar.id) for bar in bars}
    assert waits_until(bars, ties, found) == {
        key: max(each) for key, each in limits.items() if each
    }


@given(plans(), st.data())
@settings(max_examples=200)
def test_a_tie_back_to_what_it_follows_is_refused(
    plan: tuple[list[Bar], list[Dependency]], data: st.DataObject
) -> None:
    bars, ties = plan
    key = data.draw(st.sampled_from([bar.id for bar in bars]))
    after = followers(ties, [key])
    for other in after:
        with pytest.raises(RuleBroken, match="would wait for each other"):
            refuse_circle(bars, ties, other, key)
        with pytest.raises(RuleBroken, match="would wait for each other"):
            starts(bars, [*ties, Dependency(0, other, key)], ORIGIN)
        way = would_circle(ties, other, key) or []
        assert way[:2] == [other, key]
        pairs = {(tie.before_id, tie.after_id) for tie in ties}
        assert all(pair in pairs for pair in pairwise([*way[1:], other]))
    for other in {bar.id for bar in bars} - after - {key}:
        refuse_circle(bars, ties, other, key)
        assert would_circle(ties, other, key) is None


@given(plans(), st.data())
@settings(max_examples=share(2000, percent=20))
def test_the_circle_told_of_is_one(
    plan: tuple[list[Bar], list[Dependency]], data: st.DataObject
) -> None:
    bars, ties = plan
    keys = st.sampled_from([bar.id for bar in bars])
    new = data.draw(st.lists(st.builds(Dependency, st.just(0), keys, keys), max_size=3))
    every = [*ties, *new]
    pairs = {(tie.before_id, tie.after_id) for tie in every}
    if any(key in reached(pairs, key) for key in (bar.id for bar in bars)):
        with pytest.raises(RuleBroken) as told:
            starts(bars, every, ORIGIN)
        names = str(told.value).partition(": ")[2].partition(".")[0].split(" → ")
        if "…" not in names:
            assert names[0] == names[-1]
            way = [int(name.strip("“”P")) for name in names]
            assert all(pair in pairs for pair in pairwise(way))
            assert len(set(way)) == len(way) - 1
    else:
        assert starts(bars, every, ORIGIN).keys() == {bar.id for bar in bars}


def reached(pairs: set[tuple[int, int]], key: int) -> set[int]:
    """What one gets to by one tie or more."""
    found: set[int] = set()
    while fresh := {after for before, after in pairs if before in found | {key}} - found:
        found |= fresh
    return found


def test_a_circle_is_named() -> None:
    bars = [Bar(1, 7, name="Maskinering"), Bar(2, 7, name="Støperi"), Bar(3, 7, name="Lager")]
    ties = [Dependency(1, 1, 2), Dependency(2, 2, 3)]
    with pytest.raises(RuleBroken) as told:
        refuse_circle(bars, ties, 3, 1)
    assert "“Lager” → “Maskinering” → “Støperi” → “Lager”" in str(told.value)
    with pytest.raises(RuleBroken, match="“Maskinering” → “Maskinering”"):
        refuse_circle(bars, [], 1, 1)
    many = [Bar(key, 7, name=f"P{key}") for key in range(1, 10)]
    chain = [Dependency(key, key, key + 1) for key in range(1, 9)]
    with pytest.raises(RuleBroken, match="“P9” → “P1” → “P2” → “P3” → “P4” → “P5” → … → “P9”"):
        refuse_circle(many, chain, 9, 1)


def test_a_circle_behind_many_ways_is_found_at_once() -> None:
    bars = [Bar(key, 7, name=f"P{key}") for key in range(1, 2002)]
    ties = [Dependency(0, key, key + step) for key in range(1, 1998) for step in (1, 2, 3)]
    circle = [Dependency(0, 1, 2001), Dependency(0, 2001, 1)]
    with pytest.raises(RuleBroken, match=r"“P2001” → “P1” → “P2001”|“P1” → “P2001” → “P1”"):
        starts(bars, [*ties, *circle], ORIGIN)
    with pytest.raises(RuleBroken, match="“P2001” → “P1” → “P2001”"):
        refuse_circle(bars, [*ties, circle[0]], 2001, 1)


def test_finish_to_start_and_start_to_start_with_lag() -> None:
    bars = [Bar(1, 28, ORIGIN), Bar(2, 14), Bar(3, 14), Bar(4, 7, ORIGIN + 100), Bar(5, 7)]
    ties = [
        Dependency(1, 1, 2, FS, 7),
        Dependency(2, 1, 3, SS, 14),
        Dependency(3, 1, 4, FS, 0),
        Dependency(4, 99, 5, FS, 0),
    ]
    found = starts(bars, ties, ORIGIN - 5)
    assert {key: day - ORIGIN for key, day in found.items()} == {1: 0, 2: 35, 3: 14, 4: 100, 5: -5}
