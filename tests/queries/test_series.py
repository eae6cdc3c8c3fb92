"""Series, closed periods and rotas as they are read, and the days they give together."""

from datetime import date, datetime

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Document
from lean_desktop.domain.company_calendar import ClosedPeriod, ShiftRota
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.domain.recurrence import Recurrence, WhenClosed
from lean_desktop.domain.series import Series
from lean_desktop.edits import company_calendar as calendar
from lean_desktop.edits import meeting_states, organisation, series
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
    document.edit(STEP, series.skip_meeting, 4)
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
