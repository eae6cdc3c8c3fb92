"""Series, closed periods and rotas as they are read, and the days they give together."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Document
from lean_desktop.domain.company_calendar import ClosedPeriod, ShiftRota
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.domain.recurrence import Recurrence, WhenClosed
from lean_desktop.domain.series import Series
from lean_desktop.edits import company_calendar as calendar
from lean_desktop.edits import meeting_states, meetings, organisation, series
from lean_desktop.queries import series as queries
from tests.plants import STEP, Plant
from tests.series_plant import DAY, FIRST, LAST, WEEK, plan

Planted = tuple[Document, Plant]

NOW = datetime(2026, 10, 20, 13, 20)
TODAY = NOW.date()


def test_a_series_with_its_meetings(plant: Planted) -> None:
    document, keys = plant
    key = plan(document, keys)
    (found,) = document.read(queries.series, now=NOW)
    assert found == Series(
        *(key, MeetingKind.IMPROVEMENT, "", keys.group, "Montering", None, "", "Tavlerom 2"),
        *(FIRST, 45, "FREQ=WEEKLY;BYDAY=TU", LAST, WhenClosed.AFTER, "improvement"),
        *(6, FIRST + WEEK),
    )
    assert found.name == "Montering"
    assert found.recurrence == Recurrence(FIRST, "FREQ=WEEKLY;BYDAY=TU", 45)


def test_the_next_one_is_still_to_be_held(plant: Planted) -> None:
    document, keys = plant
    key = plan(document, keys, unit_id=keys.foundry, group_id=None, title="Morgenmøte")
    document.edit(STEP, meeting_states.cancel_meetings, [3])
    document.edit(STEP, meetings.remove_meetings, [4])
    (found,) = document.read(queries.series, [key], now=NOW)
    assert (found.name, found.unit, found.meetings) == ("Morgenmøte", "Støperi", 5)
    assert found.next_start == FIRST + 3 * WEEK
    assert document.read(queries.gaps, key) == {FIRST + 2 * WEEK}
    (later,) = document.read(queries.series, now=datetime(2027, 1, 1))
    assert later.next_start is None
    assert document.read(queries.series, [99], now=NOW) == []


def test_periods_and_rotas(plant: Planted) -> None:
    document, keys = plant
    for name, day, unit in (("B", TODAY, keys.foundry), ("A", TODAY - DAY, None)):
        document.edit(STEP, calendar.add_closed_period, f" {name} ", day, TODAY, unit)
    document.edit(STEP, calendar.set_shift_rota, keys.group, TODAY, "DD--")
    assert document.read(queries.closed_periods) == [
        ClosedPeriod(2, "A", TODAY - DAY, TODAY),
        ClosedPeriod(1, "B", TODAY, TODAY, keys.foundry, "Støperi"),
    ]
    assert document.read(queries.closed_periods, [1])[0].name == "B"
    assert document.read(queries.shift_rotas) == [
        ShiftRota(1, keys.group, TODAY, "DD--", "Montering")
    ]
    whole = document.read(queries.company_calendar)
    assert whole.parents == {keys.works: None, keys.foundry: keys.works}
    assert whole.closed_why(TODAY, [keys.foundry]) == "A"


def test_a_group_is_closed_with_its_unit_and_the_units_above(plant: Planted) -> None:
    document, keys = plant
    plan(document, keys, when_closed=WhenClosed.SKIP)
    (one,) = document.read(queries.series, now=NOW)
    for unit, closed in ((keys.foundry, True), (keys.works, True), (None, True)):
        document.edit(STEP, calendar.add_closed_period, "Stopp", TODAY, TODAY, unit)
        given = document.read(queries.occurrences_of, [one])[one.id]
        assert (given[1].start is None) is closed
        document.undo()
    office = document.edit(STEP, organisation.add_unit, "Kontor", keys.works).result
    document.edit(STEP, calendar.add_closed_period, "Stopp", TODAY, TODAY, office)
    given = document.read(queries.occurrences_of, [one], TODAY)[one.id]
    assert [each.start for each in given] == [FIRST, FIRST + WEEK]


def test_a_group_on_shifts_meets_on_the_weekends_it_works(plant: Planted) -> None:
    document, keys = plant
    plan(document, keys)
    (one,) = document.read(queries.series, now=NOW)
    document.edit(STEP, calendar.set_shift_rota, keys.group, FIRST.date(), "----DDD")
    given = document.read(queries.occurrences_of, [one], since=TODAY)[one.id]
    assert [each.start for each in given] == [FIRST + n * WEEK + 4 * DAY for n in range(1, 6)]
    alone = document.read(queries.starts_alone, [one])[one.id]
    assert alone[FIRST] == FIRST + 4 * DAY


def test_what_a_view_has_to_read_again(plant: Planted) -> None:
    document, keys = plant
    first = plan(document, keys)
    second = plan(document, keys, group_id=keys.steering)

    def touched(changes: ChangeSet) -> frozenset[int] | None:
        return document.read(queries.series_touched, changes)

    called = document.edit(STEP, meeting_states.call_meetings, [2])
    assert touched(called.changes) == frozenset({first})
    named = document.edit(STEP, organisation.change_groups, [keys.steering], name="Ledelse")
    assert touched(named.changes) == frozenset({second})
    place = document.edit(STEP, series.change_following, 2, place="Kantina")
    assert touched(place.changes) == frozenset({first})
    period = document.edit(STEP, calendar.add_closed_period, "x", TODAY, date(2026, 12, 1))
    assert touched(period.changes) == frozenset()
    assert document.read(queries.closed_periods_touched, period.changes) == frozenset(
        {period.result}
    )
    rota = document.edit(STEP, calendar.set_shift_rota, keys.group, TODAY, "D-")
    assert document.read(queries.shift_rotas_touched, rota.changes) == frozenset({rota.result})


_OTHER: dict[str, dict[str, Any]] = {
    "meeting_series": {
        "kind": "board",
        "title": "Ny",
        "group_id": 1,
        "unit_id": 1,
        "place": "Ny",
        "minutes": 9,
        "first_start": "2026-10-01 08:00",
        "rule": "FREQ=DAILY",
        "planned_to": "2027-01-01",
        "when_closed": "skip",
        "template_key": "x",
    },
    "meeting": {"series_id": 2, "state": "cancelled", "planned_end": "2027-01-01 10:00"},
    "group": {"name": "Annen"},
    "unit": {"name": "Annen"},
    "closed_period": {
        "name": "Ny",
        "first_day": "2026-01-01",
        "last_day": "2027-01-01",
        "unit_id": 2,
    },
    "shift_rota": {"group_id": 1, "first_day": "2026-01-01", "cycle": "N-"},
}
_COLUMNS = [(table, column) for table, columns in _OTHER.items() for column in columns]


def _set(connection: Connection, /, table: str, column: str, value: object) -> None:
    connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ?', (value,))


def _remove(connection: Connection, /, table: str) -> None:
    connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id = 2 OR id = 4')


@pytest.fixture
def two_series(plant: Planted) -> Planted:
    document, keys = plant
    plan(document, keys)
    plan(document, keys, group_id=None, unit_id=keys.foundry, planned_to=FIRST.date() + WEEK)
    document.edit(STEP, calendar.set_shift_rota, keys.group, TODAY, "D-")
    for unit in (None, keys.works):
        document.edit(STEP, calendar.add_closed_period, "Stopp", TODAY, TODAY, unit)
    return plant


VIEWS: dict[str, tuple[Any, Any]] = {
    "series": (partial(queries.series, now=NOW), queries.series_touched),
    "closed periods": (queries.closed_periods, queries.closed_periods_touched),
    "rotas": (queries.shift_rotas, queries.shift_rotas_touched),
}


def _follow(document: Document, step: Callable[[], Any]) -> None:
    """After the step, reading again what was touched gives what reading all again gives."""
    known = {
        name: {row.id: row for row in document.read(rows)} for name, (rows, _) in VIEWS.items()
    }
    changes = step()
    for name, (rows, touched) in VIEWS.items():
        afresh = {row.id: row for row in document.read(rows)}
        keys = document.read(touched, getattr(changes, "changes", changes))
        if keys is not None:
            read = {row.id: row for row in document.read(rows, list(keys))}
            kept = {key: row for key, row in known[name].items() if key not in keys}
            assert {**kept, **read} == afresh, name


@pytest.mark.parametrize(("table", "column"), _COLUMNS)
def test_a_view_follows_any_change(two_series: Planted, table: str, column: str) -> None:
    document, _ = two_series
    value = _OTHER[table][column]
    _follow(document, lambda: document.edit(STEP, _set, table, column, value))
    _follow(document, document.undo)
    _follow(document, document.redo)


@pytest.mark.parametrize("table", _OTHER)
def test_a_view_follows_what_is_removed(two_series: Planted, table: str) -> None:
    document, _ = two_series
    _follow(document, lambda: document.edit(STEP, _remove, table))
    _follow(document, document.undo)
    _follow(document, document.redo)
