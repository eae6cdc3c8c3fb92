"""The year of meetings as it is read."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, event

from lean_desktop.document.document import Document
from lean_desktop.domain.clashes import BusyTime, Clash
from lean_desktop.domain.meeting_year import Line, MeetingYear, Standing, Tally
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.edits import company_calendar, meeting_states, meetings
from lean_desktop.queries.meeting_year import meeting_year
from tests.plants import START, STEP, Plant

NOW = datetime(2026, 10, 6, 9)
WEEK = timedelta(weeks=1)


def add(document: Document, start: datetime, **fields: Any) -> int:
    key: int = document.edit(STEP, meetings.plan_meeting, start=start, **fields).result
    return key


def line(year: MeetingYear, key: int) -> Line:
    return next(each for each in year.lines if each.key == key)


def test_a_line_for_each_that_meets(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    assert {each.key for each in document.read(meeting_year, 2026, now=NOW).lines} == {
        keys.steering,
        keys.group,
    }
    add(document, START, group_id=None, unit_id=keys.foundry, kind=MeetingKind.DAILY, minutes=10)
    loose = add(document, START + WEEK, group_id=None, title="Besøk")
    year = document.read(meeting_year, 2026, now=NOW)
    assert {each.key for each in year.lines} == {keys.steering, keys.group, -keys.foundry, 0}
    assert not line(year, keys.steering).meets
    assert line(year, -keys.foundry).cells[41].held_daily == Tally(0, 1)
    (shown,) = line(year, 0).cells[42].meetings
    assert (shown.id, shown.title) == (loose, "Besøk")


def test_only_the_meetings_of_the_iso_year(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    days = [
        datetime(*day, 8) for day in ((2025, 12, 28), (2025, 12, 29), (2027, 1, 3), (2027, 1, 4))
    ]
    before, first, last, after = (add(document, day, group_id=keys.group) for day in days)
    cells = line(document.read(meeting_year, 2026, now=NOW), keys.group).cells
    shown = {number: [each.id for each in cell.all] for number, cell in cells.items()}
    assert shown == {1: [first], 41: [keys.meeting], 53: [last]}
    assert before
    cells = line(document.read(meeting_year, 2027, now=NOW), keys.group).cells
    assert [each.id for each in cells[1].all] == [after]


def test_what_became_of_them(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    held, off, _ = (add(document, START - weeks * WEEK, group_id=keys.group) for weeks in (1, 2, 3))
    document.edit(STEP, meeting_states.close_meeting, held)
    document.edit(STEP, meeting_states.cancel_meetings, [off])
    mine = line(document.read(meeting_year, 2026, now=NOW), keys.group)
    standings = [mine.cells[number].meetings[0].standing for number in (40, 39, 38, 41)]
    assert standings == [Standing.HELD, Standing.CANCELLED, Standing.MISSED, Standing.DRAFT]
    assert mine.so_far == Tally(1, 3)


def test_what_closes_a_group_is_what_closes_its_unit_or_one_above(
    plant: tuple[Document, Plant],
) -> None:
    document, keys = plant
    document.edit(
        STEP,
        company_calendar.add_closed_period,
        name="Flytting",
        unit_id=keys.works,
        first_day=date(2026, 8, 3),
        last_day=date(2026, 8, 7),
    )
    year = document.read(meeting_year, 2026, now=NOW)
    assert line(year, keys.group).closed == {32: (5, ("Flytting",))}
    assert line(year, keys.steering).closed == {}
    assert year.weeks[31].closed == 0


def test_clashes_of_what_is_still_to_come(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    other = add(document, START, group_id=keys.steering)
    document.edit(STEP, meetings.change_meetings, [other], chair_id=keys.boss)
    pair = Clash(keys.meeting, other, (keys.boss,))
    year = document.read(meeting_year, 2026, now=NOW)
    assert year.clashes == {keys.meeting: (pair,), other: (pair,)}
    assert year.people == {keys.boss: "Åse Ødegård"}
    over = START + timedelta(days=1)
    assert document.read(meeting_year, 2026, now=over).clashes == {}
    assert document.read(meeting_year, 2025, now=NOW).clashes == {}


def test_other_ways_to_find_clashes(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    found = [Clash(keys.meeting, 99, (), "Rom 2")]
    asked: list[BusyTime] = []

    def find(busy: object) -> list[Clash]:
        assert isinstance(busy, list)
        asked.extend(busy)
        return found

    year = document.read(meeting_year, 2026, now=NOW, find_clashes=find)
    assert [each.id for each in asked] == [keys.meeting]
    assert year.clashes[keys.meeting] == tuple(found)


def test_as_many_statements_however_many_groups(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    before = _statements(document)
    for number in range(5):
        add(document, START + number * WEEK, group_id=keys.steering)
    assert _statements(document) == before


def _statements(document: Document) -> int:
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    def read(connection: Connection) -> None:
        event.listen(connection, "before_cursor_execute", count)
        meeting_year(connection, 2026, now=NOW)
        event.remove(connection, "before_cursor_execute", count)

    document.read(read)
    return counted
