"""Rates, their sentences and how they stand."""

from datetime import date

import pytest

from lean_desktop.domain.pulse import (
    RATE_NAMES,
    SENTENCES,
    STANDING_NAMES,
    FactsOfPeriod,
    Figure,
    ItemMinutes,
    Limits,
    Period,
    Rate,
    Share,
    Standing,
    Tally,
    pulse,
    sentence,
    standing,
)


@pytest.mark.parametrize(
    ("share", "rate", "percent", "all_did"),
    [
        (Share(), None, None, False),
        (Share(0, 4), 0.0, 0, False),
        (Share(3, 4), 0.75, 75, False),
        (Share(4, 4), 1.0, 100, True),
        (Share(999, 1000), 0.999, 99, False),
    ],
)
def test_a_share(share: Share, rate: float | None, percent: int | None, all_did: bool) -> None:
    assert (share.rate, share.percent, share.all_did) == (rate, percent, all_did)


@pytest.mark.parametrize(
    ("share", "found"),
    [
        (Share(), None),
        (Share(0, 1), Standing.BAD),
        (Share(699, 1000), Standing.BAD),
        (Share(70, 100), Standing.WATCH),
        (Share(849, 1000), Standing.WATCH),
        (Share(85, 100), Standing.GOOD),
        (Share(17, 20), Standing.GOOD),
        (Share(7, 7), Standing.GOOD),
    ],
)
def test_how_a_rate_stands(share: Share, found: Standing | None) -> None:
    assert standing(share) is found


def test_the_limits_may_be_others() -> None:
    limits = Limits(good=95, watch=50)
    shares = Share(95, 100), Share(94, 100), Share(50, 100), Share(49, 100)
    found = [standing(share, limits) for share in shares]
    assert found == [Standing.GOOD, Standing.WATCH, Standing.WATCH, Standing.BAD]


@pytest.mark.parametrize("rate", Rate)
def test_success_is_said_of_all_only(rate: Rate) -> None:
    problem, success = SENTENCES[rate]
    assert problem != success
    said = [sentence(rate, share) for share in (Share(5, 8), Share(999, 1000), Share(8, 8))]
    assert said == [problem, problem, success]
    assert sentence(rate, Share()) is None


def test_every_rate_and_standing_has_a_name_of_its_own() -> None:
    assert list(RATE_NAMES) == list(SENTENCES) == list(Rate)
    assert list(STANDING_NAMES) == list(Standing)
    names = [*RATE_NAMES.values(), *STANDING_NAMES.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("now", "before", "trend"),
    [
        (Share(3, 4), Share(1, 2), 25.0),
        (Share(1, 4), Share(1, 2), -25.0),
        (Share(2, 4), Share(1, 2), 0.0),
        (Share(), Share(1, 2), None),
        (Share(1, 2), Share(), None),
    ],
)
def test_trend_in_points(now: Share, before: Share, trend: float | None) -> None:
    assert Figure(now, before=before).trend == trend


def test_nothing_recorded_is_no_good_pulse() -> None:
    found = pulse(7, FactsOfPeriod(), FactsOfPeriod())
    assert (found.group_id, found.meetings, found.first, found.last) == (7, 0, None, None)
    assert list(found.figures) == list(Rate)
    assert set(found.figures.values()) == {Figure()} == {found.agreed}
    assert (found.minutes_lost, found.item_minutes) == (None, None)


def test_a_pulse_beside_the_period_before() -> None:
    now = FactsOfPeriod(
        2,
        date(2026, 3, 2),
        date(2026, 3, 9),
        {Rate.ON_TIME: Tally(Share(9, 12), Share(1, 2)), Rate.DONE_ON_TIME: Tally(Share(3, 5))},
        Share(4, 5),
        90,
        ItemMinutes(60, 75),
    )
    before = FactsOfPeriod(
        tallies={
            Rate.ON_TIME: Tally(Share(6, 12), Share(0, 2)),
            Rate.DONE_ON_TIME: Tally(Share(1, 5)),
        },
        agreed=Share(2, 5),
    )
    found = pulse(7, now, before)
    assert found[:4] == (7, 2, date(2026, 3, 2), date(2026, 3, 9))
    assert found.figures[Rate.ON_TIME] == Figure(Share(9, 12), Share(1, 2), Share(6, 12))
    assert found.figures[Rate.DONE_ON_TIME] == Figure(Share(3, 5), Share(), Share(1, 5))
    assert found.figures[Rate.PREPARED] == Figure()
    assert found.agreed == Figure(Share(4, 5), before=Share(2, 5))
    assert (found.minutes_lost, found.item_minutes) == (90, ItemMinutes(60, 75))


def test_the_days_before_are_as_many() -> None:
    whole = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert whole.before == Period(date(2026, 1, 29), date(2026, 2, 28))
    day = Period(date(2026, 3, 1), date(2026, 3, 1))
    assert day.before == Period(date(2026, 2, 28), date(2026, 2, 28))
