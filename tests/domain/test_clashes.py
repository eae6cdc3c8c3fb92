"""Meetings at the same time that want the same person or room."""

from datetime import datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.clashes import BusyTime, Clash, clashes, told_shared

NINE = datetime(2026, 10, 6, 9)


def busy(key: int, start: int, minutes: int, place: str = "", *people: int) -> BusyTime:
    begin = NINE + timedelta(minutes=start)
    return BusyTime(key, begin, begin + timedelta(minutes=minutes), place, frozenset(people))


def test_what_two_meetings_want_at_the_same_time() -> None:
    meetings = [
        busy(3, 30, 60, " tavlerom  2", 9, 7),
        busy(1, 0, 45, "Tavlerom 2 ", 7, 8, 9),
        busy(2, 0, 45, "", 1),
    ]
    assert clashes(meetings) == [Clash(1, 3, (7, 9), "Tavlerom 2")]


def test_where_one_ends_the_other_may_begin() -> None:
    assert clashes([busy(1, 0, 30, "A", 7), busy(2, 30, 30, "A", 7)]) == []


def test_no_place_is_nobodys_place() -> None:
    assert clashes([busy(1, 0, 30, " ", 7), busy(2, 0, 30, "", 8)]) == []


def test_a_long_meeting_meets_every_other() -> None:
    long = busy(1, 0, 300, "A")
    short = [busy(n, n * 30, 20, "a") for n in range(2, 6)]
    assert clashes([*short, long]) == [Clash(1, n, (), "A") for n in range(2, 6)]


def test_a_person_and_a_room_in_one_clash_each() -> None:
    found = clashes([busy(1, 0, 60, "A", 7), busy(2, 10, 60, "B", 7), busy(3, 20, 60, "a", 8)])
    assert found == [Clash(1, 2, (7,)), Clash(1, 3, (), "A")]


_meetings = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.integers(1, 10),
        st.sampled_from(["", " ", "A", "a ", "B"]),
        st.sets(st.integers(1, 4)),
    ),
    max_size=12,
)


@given(_meetings)
def test_every_pair_is_found_once(made: list[tuple[int, int, str, set[int]]]) -> None:
    meetings = [
        busy(n, start, long, place, *people) for n, (start, long, place, people) in enumerate(made)
    ]
    expected = {}
    for one, other in combinations(sorted(meetings, key=lambda each: (each.start, each.id)), 2):
        people = tuple(sorted(one.person_ids & other.person_ids))
        room = one.place.strip().lower()
        same = bool(room) and room == other.place.strip().lower()
        if other.start < one.end and (people or same):
            expected[one.id, other.id] = (people, one.place.strip() if same else "")
    found = clashes(meetings)
    assert {(each[0], each[1]): (each[2], each[3]) for each in found} == expected
    assert len(found) == len(expected)


def test_what_is_shared_names_a_few_and_counts_the_others() -> None:
    assert told_shared("", ["Kari"]) == "Kari"
    assert told_shared("Rom 1", ["Kari", "Ola", "Bo", "Ali", "Eva"]) == "Rom 1, Kari, Ola, Bo, + 2"
