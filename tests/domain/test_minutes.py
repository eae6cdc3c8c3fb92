"""How late somebody is, by the clock."""

from datetime import datetime, timedelta

import pytest

from lean_desktop.domain.minutes import minutes_late

START = datetime(2026, 10, 6, 13, 0)
END = datetime(2026, 10, 6, 13, 45)


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
