"""Which backups stay: all for two days, then one a day, one a week, one a month."""

from datetime import datetime, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.document.retention import outlived

NOW = datetime(2026, 10, 6, 12, 0)


class Made(NamedTuple):
    """A backup, as far as the rule goes."""

    made: datetime
    reason: str = "close"


def every(hours: float, days: float, reason: str = "close") -> list[Made]:
    count = int(days * 24 / hours)
    return [Made(NOW - timedelta(hours=hours * index), reason) for index in range(count)]


def kept(backups: list[Made], now: datetime = NOW) -> list[Made]:
    gone = outlived(backups, now)
    return [backup for backup in backups if backup not in gone]


def ages(backups: list[Made]) -> list[int]:
    return [(NOW - backup.made).days for backup in backups]


def test_of_two_days_all_are_kept() -> None:
    assert outlived(every(0.5, 2), NOW) == []


def test_of_two_years_one_of_twelve_days_ten_weeks_and_nine_months_are_kept() -> None:
    found = kept(every(6, 730))
    old = [backup for backup in found if NOW - backup.made > timedelta(hours=48)]
    assert len(found) - len(old) == 9
    assert len(old) == 12 + 10 + 9
    days, weeks, months = old[:12], old[12:22], old[22:]
    assert len({backup.made.date() for backup in days}) == 12
    assert len({backup.made.isocalendar()[:2] for backup in weeks}) == 10
    assert len({(backup.made.year, backup.made.month) for backup in months}) == 9
    assert ages(days)[-1] == 12
    assert ages(months)[-1] > 300
    assert [backup.made for backup in old] == sorted((b.made for b in old), reverse=True)


def test_the_newest_of_each_day_is_kept() -> None:
    day = NOW - timedelta(days=5)
    assert kept([Made(day), Made(day.replace(hour=8)), Made(NOW)]) == [Made(day), Made(NOW)]


def test_one_made_before_a_migration_stays_ninety_days() -> None:
    found = kept([*every(1, 100, "migration"), *every(1, 100)])
    migrations = [age for age, each in zip(ages(found), found, strict=True) if "m" in each.reason]
    assert len([age for age in migrations if age < 90]) == 90 * 24


def test_the_newest_is_kept_however_old() -> None:
    old = [Made(NOW - timedelta(days=4000 + day)) for day in range(3)]
    assert old[0] in kept(old)
    assert outlived([], NOW) == []


def test_one_from_a_clock_that_was_wrong_is_kept() -> None:
    ahead = Made(NOW + timedelta(days=300))
    assert kept([ahead, Made(NOW)]) == [ahead, Made(NOW)]


def test_thinned_every_day_for_two_years_every_shelf_is_full() -> None:
    there: list[Made] = []
    for day in range(730):
        now = NOW - timedelta(days=729 - day)
        there = kept([Made(now), *there], now)
    assert len(there) == 3 + 12 + 10 + 9
    assert ages(there)[-1] > 300


@given(st.lists(st.integers(0, 400 * 24), min_size=1, max_size=60, unique=True))
def test_however_they_were_made_the_newest_stays_and_few_old_ones_do(hours: list[int]) -> None:
    there: list[Made] = []
    for hour in sorted(hours):
        now = NOW + timedelta(hours=hour)
        there = kept([*there, Made(now)], now)
        assert Made(now) in there
        old = [each for each in there if now - each.made > timedelta(hours=48)]
        assert len(old) <= 12 + 10 + 9
