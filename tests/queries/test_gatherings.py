"""Who meets and when next, and where a meeting stands among the others."""

from datetime import datetime, timedelta
from typing import Any

from lean_desktop.document.document import Document
from lean_desktop.domain.gathering import Place
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.edits import meeting_states, meetings
from lean_desktop.queries.gatherings import after, gatherings, place_of
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]
WEEK = timedelta(days=7)


def another(document: Document, group: int | None, start: datetime, **fields: Any) -> int:
    return document.edit(STEP, meetings.plan_meeting, group_id=group, start=start, **fields).result


def nexts(document: Document, now: datetime) -> dict[int, int | None]:
    found = document.read(gatherings, now=now)
    return {each.id: each.next.id if each.next else None for each in found}


def test_the_next_that_takes_place_is_told_and_else_the_latest(plant: Planted) -> None:
    document, keys = plant
    second, third = (another(document, keys.group, START + n * WEEK) for n in (1, 2))
    assert nexts(document, START)[keys.group] == keys.meeting
    assert nexts(document, START + timedelta(hours=2))[keys.group] == second
    document.edit(STEP, meeting_states.cancel_meetings, [second])
    assert nexts(document, START + timedelta(days=1))[keys.group] == third
    assert nexts(document, START + 9 * WEEK)[keys.group] == third
    assert nexts(document, START)[keys.steering] is None


def test_units_with_a_meeting_of_their_own_and_loose_ones_are_lines_too(plant: Planted) -> None:
    document, keys = plant
    daily = another(document, None, START, unit_id=keys.foundry, kind=MeetingKind.DAILY)
    loose = another(document, None, START, title="Kickoff")
    found = nexts(document, START)
    assert found[-keys.foundry] == daily
    assert found[0] == loose
    assert -keys.works not in found
    lines = {each.id: each for each in document.read(gatherings, now=START)}
    assert (lines[-keys.foundry].unit_id, lines[-keys.foundry].group_id) == (keys.foundry, None)
    assert lines[keys.group].group_id == keys.group


def test_where_a_meeting_stands(plant: Planted) -> None:
    document, keys = plant
    later = another(document, keys.group, START + WEEK)
    same_time = another(document, keys.group, START + WEEK)
    assert document.read(place_of, keys.meeting) == Place(1, 3, None, later)
    assert document.read(place_of, later) == Place(2, 3, keys.meeting, same_time)
    assert document.read(place_of, same_time) == Place(3, 3, later, None)
    assert document.read(place_of, 999) == Place()


def test_the_one_after_is_still_to_be_held(plant: Planted) -> None:
    document, keys = plant
    second, third = (another(document, keys.group, START + n * WEEK) for n in (1, 2))
    document.edit(STEP, meeting_states.cancel_meetings, [second])
    found = document.read(after, keys.meeting)
    assert found
    assert found.id == third
    assert document.read(after, third) is None
