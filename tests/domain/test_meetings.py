"""Durations as people type them, item lines, and agendas laid out in time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    MEETING_KIND_NAMES,
    AgendaItem,
    ItemKind,
    ItemLine,
    MeetingKind,
    moved,
    parse_item_line,
    parse_minutes,
    schedule,
)

START = datetime(2026, 10, 6, 13)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("15", 15),
        ("0:15", 15),
        ("1:05", 65),
        ("1t 30", 90),
        ("1t30m", 90),
        ("1h 30m", 90),
        ("1,5 t", 90),
        ("1.5h", 90),
        ("90 min", 90),
        ("1 time 5 min", 65),
        ("2 hours", 120),
        (" 30 ", 30),
        ("0", 0),
    ],
)
def test_durations_as_people_type_them(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "x", "-5", "1:75", "t", "kvarter", "5 6"])
def test_what_is_no_duration_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match="0:15"):
        parse_minutes(typed)


def test_more_than_a_day_is_refused() -> None:
    with pytest.raises(RuleBroken, match="longer than a day"):
        parse_minutes("25t")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Skiftbytte 5 min @Pål", ItemLine("Skiftbytte", 5, "Pål")),
        ("Skiftbytte @Pål 5 min", ItemLine("Skiftbytte", 5, "Pål")),
        ("5 hvorfor, steg 4 10m", ItemLine("5 hvorfor, steg 4", 10, "")),
        ("Gjennomgang 1t 30 @Kari Solberg", ItemLine("Gjennomgang", 90, "Kari Solberg")),
        ("Møte 0:15", ItemLine("Møte", 15, "")),
        ("Ny 5S-runde", ItemLine("Ny 5S-runde", None, "")),
        ("  Runde   bordet ", ItemLine("Runde bordet", None, "")),
    ],
)
def test_an_item_in_one_line(line: str, said: ItemLine) -> None:
    assert parse_item_line(line) == said


def item(key: int, position: int, minutes: int) -> AgendaItem:
    return AgendaItem(key, 1, position, f"Item {key}", minutes=minutes)


def test_items_follow_each_other_and_the_sum_tells_the_overrun() -> None:
    laid = schedule(START, START + timedelta(minutes=45), [item(2, 1, 30), item(1, 0, 20)])
    assert [(each.id, each.start, each.over) for each in laid.items] == [
        (1, START, False),
        (2, START + timedelta(minutes=20), True),
    ]
    assert (laid.total, laid.planned, laid.over) == (50, 45, 5)
    assert laid.end == START + timedelta(minutes=50)


def test_an_empty_agenda_ends_where_it_begins() -> None:
    laid = schedule(START, START + timedelta(minutes=45), [])
    assert (laid.items, laid.total, laid.over, laid.end) == ((), 0, 0, START)


@given(st.lists(st.integers(0, 200), max_size=30), st.integers(1, 600))
def test_starts_are_the_sums_of_what_goes_before(minutes: list[int], planned: int) -> None:
    items = [item(key, key, each) for key, each in enumerate(minutes)]
    laid = schedule(START, START + timedelta(minutes=planned), items)
    for place, each in enumerate(laid.items):
        assert each.start == START + timedelta(minutes=sum(minutes[:place]))
        assert each.over == (sum(minutes[: place + 1]) > planned)
    assert laid.over == max(0, sum(minutes) - planned)


@given(st.permutations(range(8)), st.integers(0, 7), st.integers(-3, 12))
def test_moving_keeps_everything_and_the_order_of_the_others(
    order: list[int], chosen: int, to: int
) -> None:
    after = moved(order, chosen, to)
    assert sorted(after) == sorted(order)
    assert after.index(chosen) == max(0, min(to, 7))
    assert [each for each in after if each != chosen] == [e for e in order if e != chosen]


def test_every_kind_has_a_name() -> None:
    assert set(MEETING_KIND_NAMES) == set(MeetingKind)
    assert set(ITEM_KIND_NAMES) == set(ItemKind)
