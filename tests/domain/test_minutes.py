"""How late somebody is, how long an item has been on, and what several answers come to."""

from datetime import datetime, timedelta

import pytest

from lean_desktop.domain.minutes import Clock, Decision, How, minutes_late, worst

START = datetime(2026, 10, 6, 13, 0)
END = datetime(2026, 10, 6, 13, 45)
SINCE = datetime(2026, 10, 6, 13)
YES, PARTLY, NO = How.YES, How.PARTLY, How.NO


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([], None),
        ([YES], YES),
        ([YES, YES], YES),
        ([NO, NO], NO),
        ([YES, NO], PARTLY),
        ([NO, PARTLY], PARTLY),
        ([PARTLY, YES], PARTLY),
    ],
)
def test_prepared_is_only_who_was_for_everything(answers: list[How], told: How | None) -> None:
    assert worst(answers) is told


def test_the_clock_adds_what_the_item_had_and_stands_in_a_pause() -> None:
    clock = Clock(1, 7, SINCE, None, {7: 60, 8: 500})
    assert clock.seconds(SINCE + timedelta(seconds=5)) == 65
    paused = clock._replace(paused_since=SINCE + timedelta(seconds=9))
    assert paused.seconds(SINCE + timedelta(hours=1)) == 69
    assert clock._replace(item_id=None).seconds(SINCE + timedelta(seconds=5)) == 5
    assert clock.seconds(SINCE - timedelta(hours=1)) == 60  # A clock set back takes nothing away.


def test_a_decision_is_called_by_its_number_and_year() -> None:
    assert Decision(1, 1, None, 2026, 7, "Kjøpe").name == "7/2026"


@pytest.mark.parametrize(
    ("after", "late"),
    [
        (timedelta(minutes=-5), None),
        (timedelta(), None),
        (timedelta(seconds=20), 1),
        (timedelta(minutes=1, seconds=59), 1),
        (timedelta(minutes=12), 12),
        (timedelta(minutes=45), 45),
        (timedelta(minutes=46), None),
        (timedelta(days=3), None),
    ],
)
def test_minutes_late(after: timedelta, late: int | None) -> None:
    assert minutes_late(START, END, START + after) == late
