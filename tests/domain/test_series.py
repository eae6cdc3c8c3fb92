"""Which meeting takes which slot when a rule changes."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.domain.recurrence import Occurrence
from lean_desktop.domain.series import Series, Standing, fitted, open_slots

TUESDAY = datetime(2026, 10, 6, 13)
WEEK, DAY, HOUR = timedelta(weeks=1), timedelta(days=1), timedelta(hours=1)


def standing(key: int, slot: datetime, start: datetime | None = None) -> Standing:
    begins = start or slot
    return Standing(key, slot, begins, begins + HOUR, MeetingState.DRAFT, by_hand=start is not None)


def slots(*starts: datetime) -> list[Occurrence]:
    return [Occurrence(start, start) for start in starts]


def pairs(there: list[Standing], wanted: list[Occurrence], **how: bool) -> dict[int, datetime]:
    return {each.id: slot.slot for each, slot in fitted(there, wanted, **how).kept}


def test_a_meeting_keeps_its_slot_its_start_or_its_day_before_the_order_counts() -> None:
    there = [standing(n, TUESDAY + n * WEEK) for n in range(4)]
    seldom = slots(TUESDAY, TUESDAY + 2 * WEEK)
    assert pairs(there, seldom) == {0: TUESDAY, 2: TUESDAY + 2 * WEEK}
    later = slots(*(TUESDAY + n * WEEK + HOUR for n in (1, 3)))
    assert pairs(there, later) == {1: TUESDAY + WEEK + HOUR, 3: TUESDAY + 3 * WEEK + HOUR}
    thursdays = slots(*(TUESDAY + n * WEEK + 2 * DAY for n in range(3)))
    assert pairs(there, thursdays) == {n: TUESDAY + n * WEEK + 2 * DAY for n in range(3)}
    assert pairs(there, thursdays, by_order=False) == {}


def test_one_moved_by_hand_takes_the_slot_it_was_moved_to() -> None:
    thursday = TUESDAY + 2 * DAY
    there = [standing(1, TUESDAY), standing(2, TUESDAY + WEEK, thursday)]
    fit = fitted(there, slots(thursday, thursday + WEEK))
    assert [(each.id, slot.slot) for each, slot in fit.kept] == [
        (2, thursday),
        (1, thursday + WEEK),
    ]


def test_two_at_one_time_keep_each_its_slot() -> None:
    there = [standing(1, TUESDAY, TUESDAY + WEEK), standing(2, TUESDAY + WEEK)]
    assert pairs(there, slots(TUESDAY, TUESDAY + WEEK)) == {1: TUESDAY, 2: TUESDAY + WEEK}


_hours = st.lists(st.integers(0, 200), max_size=15, unique=True)


@given(_hours, _hours, st.booleans())
def test_every_meeting_and_every_slot_is_accounted_for_once(
    first: list[int], second: list[int], by_order: bool
) -> None:
    there = [standing(n, TUESDAY + hour * HOUR) for n, hour in enumerate(sorted(first))]
    wanted = slots(*(TUESDAY + hour * HOUR for hour in sorted(second)))
    fit = fitted(there, wanted, by_order=by_order)
    kept = [each for each, _ in fit.kept]
    assert sorted([*kept, *fit.left], key=lambda each: each.id) == there
    assert sorted([*(slot for _, slot in fit.kept), *fit.empty]) == wanted
    same = {each.slot for each in there} & {slot.slot for slot in wanted}
    assert all((each.slot == slot.slot) for each, slot in fit.kept if each.slot in same)
    if by_order:
        assert not (fit.left and fit.empty)


def test_gaps_hold_for_their_day_and_slots_left_out_are_none() -> None:
    given = [
        *slots(TUESDAY, TUESDAY + WEEK, TUESDAY + 2 * WEEK),
        Occurrence(TUESDAY + 3 * WEEK, None),
    ]
    gap = TUESDAY + 2 * WEEK - HOUR
    assert open_slots(given, {gap}, TUESDAY + DAY) == slots(TUESDAY + WEEK)


def test_what_may_be_moved() -> None:
    drafted = standing(1, TUESDAY)
    movable = {state: drafted._replace(state=state).movable for state in MeetingState}
    assert [state.value for state, may in movable.items() if may] == ["draft", "called"]
    assert not standing(1, TUESDAY, TUESDAY + DAY).movable
    assert standing(1, TUESDAY, TUESDAY + DAY).is_ahead


def test_a_series_is_called_by_its_title_or_whose_it_is() -> None:
    usual = Series(
        1,
        MeetingKind.DAILY,
        "",
        1,
        "",
        2,
        "Støperi",
        "",
        TUESDAY,
        10,
        "FREQ=DAILY",
        date(2027, 1, 1),
    )
    assert usual._replace(title="Morgen", group="Montering").name == "Morgen"
    assert usual._replace(group="Montering").name == "Montering"
    assert usual.name == "Støperi"
