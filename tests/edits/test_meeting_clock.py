"""The clock of a meeting that goes on: it keeps each item's time, and undo never turns it back."""

from datetime import datetime, timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.minutes import Clock
from lean_desktop.edits import meeting_clock as edits
from lean_desktop.edits import meeting_states, meetings
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries.minutes import clock
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]
FIRST, SECOND, THIRD = 1, 2, 3


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@pytest.fixture
def running(plant: Planted) -> Document:
    """A meeting that has begun, on its first item."""
    document, keys = plant
    document.edit(STEP, meeting_states.start_meeting, keys.meeting, START)
    document.aside(edits.go_to, keys.meeting, FIRST, START)
    return document


def the_clock(document: Document) -> Clock:
    found = document.read(clock, 1)
    assert found
    return found


def go_to(document: Document, item: int | None, seconds: float) -> None:
    document.aside(edits.go_to, 1, item, at(seconds))


def test_no_clock_runs_before_the_meeting_does(plant: Planted) -> None:
    document, keys = plant
    assert document.read(clock, keys.meeting) is None
    document.aside(edits.pause, keys.meeting, START)
    assert document.read(clock, keys.meeting) is None


def test_an_item_has_the_time_until_the_next_one_begins(running: Document) -> None:
    assert the_clock(running) == Clock(1, FIRST, START, None, {})
    go_to(running, SECOND, 90)
    assert the_clock(running) == Clock(1, SECOND, at(90), None, {FIRST: 90})
    assert the_clock(running).seconds(at(100)) == 10


def test_going_back_adds_to_the_time_an_item_had(running: Document) -> None:
    for item, seconds in ((SECOND, 60), (FIRST, 100), (THIRD, 130)):
        go_to(running, item, seconds)
    told = the_clock(running)
    assert told.spent == {FIRST: 90, SECOND: 40}
    go_to(running, FIRST, 140)
    assert the_clock(running).seconds(at(145)) == 95


def test_a_pause_does_not_count_whatever_ends_it(running: Document) -> None:
    running.aside(edits.pause, 1, at(30))
    running.aside(edits.pause, 1, at(45))  # It stands already.
    assert the_clock(running).seconds(at(1000)) == 30
    running.aside(edits.go_on, 1, at(600))
    told = the_clock(running)
    assert (told.item_id, told.paused_since, told.seconds(at(610))) == (FIRST, None, 40)
    running.aside(edits.pause, 1, at(620))
    go_to(running, SECOND, 900)
    told = the_clock(running)
    assert (told.paused_since, told.spent) == (None, {FIRST: 50})


def test_a_clock_set_back_takes_no_time_away(running: Document) -> None:
    go_to(running, SECOND, 60)
    go_to(running, THIRD, -3600)
    assert the_clock(running).spent == {FIRST: 60, SECOND: 0}


def test_it_counts_whole_seconds(running: Document) -> None:
    go_to(running, SECOND, 10.9)
    assert the_clock(running).item_since == at(10)
    assert the_clock(running).spent == {FIRST: 10}


def test_undo_takes_back_what_was_written_and_never_the_clock(running: Document) -> None:
    running.edit(STEP, meetings.add_item, 1, "Eventuelt")
    go_to(running, SECOND, 60)
    before = the_clock(running)
    running.undo()
    assert len(running.read(meeting_queries.items, meeting_id=1)) == 3
    assert the_clock(running) == before
    running.redo()
    assert the_clock(running) == before


def test_an_item_taken_off_the_agenda_leaves_a_clock_without_item(running: Document) -> None:
    running.edit(STEP, meetings.remove_items, [FIRST])
    assert the_clock(running).item_id is None
    go_to(running, SECOND, 60)
    assert the_clock(running).spent == {}


def test_the_end_of_the_last_item_is_kept_when_the_meeting_is_closed(running: Document) -> None:
    go_to(running, THIRD, 5 * 60)
    go_to(running, None, 12 * 60)
    running.edit(STEP, meeting_states.close_meeting, 1, end=at(12 * 60))
    minutes = [each.actual_minutes for each in running.read(meeting_queries.items, meeting_id=1)]
    assert minutes == [5, None, 7]


def test_it_goes_on_where_it_was_when_the_file_is_opened_again(running: Document) -> None:
    go_to(running, SECOND, 75)
    running.aside(edits.pause, 1, at(80))
    before, path = the_clock(running), running.path
    running.close()
    again = Document.open(path)
    try:
        assert the_clock(again) == before
    finally:
        again.close()
