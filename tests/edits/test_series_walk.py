"""Random changes of a series: its meetings are always where the rule, or somebody, put them."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time
from random import Random
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.domain.recurrence import WhenClosed
from lean_desktop.edits import company_calendar as calendar
from lean_desktop.edits import meeting_states, meetings, series
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import series as series_queries
from tests.dumps import dump
from tests.plants import STEP, Plant
from tests.scale import share
from tests.series_plant import DAY, FIRST, LAST, TEMPLATE, plan

Planted = tuple[Document, Plant]
Step = tuple[Any, tuple[Any, ...], dict[str, Any]]

TODAY = FIRST.date() - 60 * DAY  # long before, so that no move is into the past
RULES = (
    *("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2"),
    *("FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2WE", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
)


def _steps(chance: Random, keys: Plant, ids: list[int]) -> Iterator[Step]:
    """Something somebody may do next, over and over."""
    while True:
        one, day = chance.choice(ids), FIRST.date() + chance.randrange(60) * DAY
        fields: dict[str, Any] = {"time_of_day": time(chance.randrange(6, 18))}
        if chance.random() < 0.6:
            fields |= {"rule": chance.choice(RULES), "minutes": chance.randrange(10, 90)}
        if chance.random() < 0.3:
            fields |= {"place": chance.choice("ABC")}
        yield chance.choice(
            [
                (series.change_following, (one,), {**fields, "template": TEMPLATE}),
                (meetings.remove_meetings, ([one],), {}),
                (series.remove_following, (one,), {}),
                (series.extend_series, (1, LAST + chance.randrange(60) * DAY, TEMPLATE), {}),
                (meeting_states.call_meetings, ([one],), {}),
                (meeting_states.cancel_meetings, ([one],), {}),
                (meeting_states.close_meeting, (one,), {}),
                (
                    meetings.change_meetings,
                    ([one],),
                    {"planned_start": datetime.combine(day, time(5))},
                ),
                (
                    calendar.add_closed_period,
                    ("Stopp", day, day + chance.randrange(9) * DAY),
                    {"today": TODAY},
                ),
                (calendar.remove_closed_periods, ([chance.randrange(1, 4)],), {"today": TODAY}),
                (
                    calendar.set_shift_rota,
                    (keys.group, day, chance.choice(["DDDD--", "D-", "DDDDDDD-"])),
                    {"today": TODAY},
                ),
                (calendar.remove_shift_rota, (keys.group,), {"today": TODAY}),
            ]
        )


def _check(document: Document) -> None:
    numbers = Counter(
        document.read(
            lambda connection: (
                connection.exec_driver_sql(
                    "SELECT calendar_number FROM meeting UNION ALL"
                    " SELECT calendar_number FROM gone_meeting"
                )
                .scalars()
                .all()
            )
        )
    )
    assert set(numbers.values()) == {1}
    for one in document.read(series_queries.series, now=FIRST):
        there = document.read(series_queries.standing, one.id, one.first_start)
        ahead = [each for each in there if each.is_ahead]
        slots = Counter(each.slot for each in ahead)
        assert set(slots.values()) <= {1}
        alone = document.read(series_queries.starts_alone, [one])[one.id]
        for each in ahead:
            by_rule = each.start == alone.get(each.slot)
            assert by_rule or each.start.time() == time(5), each  # five o'clock: moved by hand
        gaps = {gap.date() for gap in document.read(series_queries.gaps, one.id)}
        assert not gaps & {each.slot.date() for each in ahead}


@pytest.mark.parametrize("seed", range(share(200)))
def test_whatever_happens_meetings_are_where_they_were_put(plant: Planted, seed: int) -> None:
    document, keys = plant
    chance = Random(seed)
    plan(document, keys, when_closed=chance.choice(list(WhenClosed)))
    done = 0
    before = last = dump(document)
    while done < 12:
        ids = [
            each.id
            for each in document.read(queries.meetings)
            if each.series_id and each.state is not MeetingState.CLOSED
        ]
        if not ids:
            break
        change, args, fields = next(_steps(chance, keys, ids))
        try:
            document.edit(STEP, change, *args, **fields)
        except RuleBroken:
            continue
        _check(document)
        done += dump(document) != last  # what changes nothing is no step
        last = dump(document)
    for _ in range(done):
        document.undo()
    assert dump(document) == before
