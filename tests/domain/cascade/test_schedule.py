"""Phases begin as soon as they may: against a plain longest path, and circles are refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.domain.cascade.plan import Dependency, Tie
from lean_desktop.domain.cascade.schedule import Bar, followers, refuse_circle, starts
from lean_desktop.domain.errors import RuleBroken

ORIGIN = 740_000
FS, SS = Tie.FINISH_START, Tie.START_START


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Bar], list[Dependency]]:
    """Bars, and ties that never go back, so that there is no circle."""
    n = draw(st.integers(1, 9))
    wishes = st.none() | st.integers(ORIGIN - 60, ORIGIN + 60)
    bars = [Bar(key, draw(st.integers(1, 90)), draw(wishes), f"P{key}") for key in range(1, n + 1)]
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
    by_key = {bar.id: bar for bar in bars}
    limits = [] if by_key[key].wished is None else [by_key[key].wished]
    for tie in ties:
        if tie.after_id == key:
            before = longest(bars, ties, tie.before_id)
            ended = before + by_key[tie.before_id].days if tie.tie is FS else before
            limits.append(ended + tie.lag)
    return max((each for each in limits if each is not None), default=ORIGIN)


@given(plans())
@settings(max_examples=2000)
def test_it_equals_a_plain_longest_path(plan: tuple[list[Bar], list[Dependency]]) -> None:
    bars, ties = plan
    assert starts(bars, ties, ORIGIN) == {bar.id: longest(bars, ties, bar.id) for bar in bars}


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
    for other in {bar.id for bar in bars} - after - {key}:
        refuse_circle(bars, ties, other, key)


def test_a_circle_is_named() -> None:
    bars = [Bar(1, 7, name="Maskinering"), Bar(2, 7, name="Støperi"), Bar(3, 7, name="Lager")]
    ties = [Dependency(1, 1, 2), Dependency(2, 2, 3)]
    with pytest.raises(RuleBroken) as told:
        refuse_circle(bars, ties, 3, 1)
    assert "“Maskinering” → “Støperi” → “Lager” → “Maskinering”" in str(told.value).replace(
        "“Lager” → “Maskinering” → “Støperi” → “Lager”",
        "“Maskinering” → “Støperi” → “Lager” → “Maskinering”",
    )
    with pytest.raises(RuleBroken):
        refuse_circle(bars, [], 1, 1)


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
