"""Marking the daily meeting, and choosing what it looks at."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.daily import Mark
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.edits import daily as edits
from lean_desktop.edits import meetings
from lean_desktop.queries import daily as queries
from lean_desktop.queries.meetings import meetings as read_meetings
from tests.dumps import dump
from tests.plants import STEP, Plant

Planted = tuple[Document, Plant]
DAY = datetime(2026, 10, 6, 7)


def planned(document: Document, unit: int, start: datetime = DAY) -> int:
    return document.edit(
        STEP,
        meetings.plan_meeting,
        group_id=None,
        unit_id=unit,
        start=start,
        kind=MeetingKind.DAILY,
        minutes=10,
    ).result


def test_the_first_mark_stores_the_usual_areas_and_says_the_meeting_was_held(
    plant: Planted,
) -> None:
    document, keys = plant
    meeting = planned(document, keys.foundry)
    before = dump(document)
    names = ["Sikkerhet", "Kvalitet", "Leveranse"]
    document.edit(STEP, edits.mark_usual, meeting, names, 1, Mark(True, " Grader "))
    told = document.read(queries.daily_meeting, meeting)
    assert told
    assert [area.name for area in told.areas] == names
    assert told.marks == {told.areas[1].id: Mark(True, "Grader")}
    assert told.meeting.state is MeetingState.CLOSED
    assert told.meeting.actual_end == told.meeting.planned_end
    document.undo()
    assert dump(document) == before


def test_green_has_no_deviation_and_no_mark_is_not_held(plant: Planted) -> None:
    document, keys = plant
    meeting = planned(document, keys.foundry)
    area = document.edit(STEP, edits.add_area, "Sikkerhet").result
    document.edit(STEP, edits.mark, meeting, area, Mark(False, "uvesentlig"))
    told = document.read(queries.daily_meeting, meeting)
    assert told
    assert told.marks == {area: Mark(False)}
    document.edit(STEP, edits.mark, meeting, area, None)
    (found,) = document.read(read_meetings, [meeting])
    assert (found.state, found.actual_start) == (MeetingState.CALLED, None)


def test_all_green_leaves_what_is_marked(plant: Planted) -> None:
    document, keys = plant
    meeting = planned(document, keys.foundry)
    areas = [document.edit(STEP, edits.add_area, name).result for name in ("A", "B", "C")]
    document.edit(STEP, edits.mark, meeting, areas[1], Mark(True, "Lekkasje"))
    document.edit(STEP, edits.mark_all_green, meeting, areas)
    told = document.read(queries.daily_meeting, meeting)
    assert told
    assert [told.marks[area].red for area in areas] == [False, True, False]


def test_a_unit_has_areas_of_its_own_after_those_of_all(plant: Planted) -> None:
    document, keys = plant
    own = document.edit(STEP, edits.add_area, "Bemanning", keys.foundry).result
    document.edit(STEP, edits.add_area, "Sikkerhet")
    assert [each.name for each in document.read(queries.areas, keys.foundry)] == [
        "Sikkerhet",
        "Bemanning",
    ]
    assert [each.name for each in document.read(queries.areas, keys.works)] == ["Sikkerhet"]
    document.edit(STEP, edits.rename_area, own, "Folk")
    document.edit(STEP, edits.remove_areas, [own])
    document.undo()
    assert document.read(queries.areas, keys.foundry)[1].name == "Folk"


CHANGES: dict[str, Callable[[int], tuple[Callable[..., Any], tuple[Any, ...]]]] = {
    "mark": lambda key: (edits.mark, (key, 1, Mark(True, "Grader"))),
    "unmark": lambda key: (edits.mark, (key, 2, None)),
    "all green": lambda key: (edits.mark_all_green, (key, [1, 2])),
    "usual green": lambda key: (edits.mark_usual_green, (key, ["Kvalitet"])),
    "add": lambda _: (edits.add_area, ("Bemanning", 2)),
    "rename": lambda _: (edits.rename_area, (1, "Trygghet")),
    "remove": lambda _: (edits.remove_areas, ([2],)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(plant: Planted, name: str) -> None:
    document, keys = plant
    meeting = planned(document, keys.foundry)
    for area in ("Sikkerhet", "Leveranse"):
        document.edit(STEP, edits.add_area, area)
    document.edit(STEP, edits.mark, meeting, 2, Mark(True, "Sent"))
    before = dump(document)
    change, given = CHANGES[name](meeting)
    document.edit(STEP, change, *given)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_long_deviation_is_refused_and_leaves_the_mark(plant: Planted) -> None:
    document, keys = plant
    meeting = planned(document, keys.foundry)
    area = document.edit(STEP, edits.add_area, "Sikkerhet").result
    document.edit(STEP, edits.mark, meeting, area, Mark(True, "Sent"))
    before = dump(document)
    with pytest.raises(RuleBroken, match="at most 10000"):
        document.edit(STEP, edits.mark, meeting, area, Mark(True, "x" * 10_001))
    assert dump(document) == before


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_an_area_needs_a_name_that_fits(plant: Planted, name: str) -> None:
    document, _ = plant
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.add_area, name)


def test_a_month_tells_its_days(plant: Planted) -> None:
    document, keys = plant
    area = document.edit(STEP, edits.add_area, "Sikkerhet").result
    for day in (1, 2, 5):
        meeting = planned(document, keys.foundry, datetime(2026, 10, day, 7))
        if day != 2:
            document.edit(STEP, edits.mark, meeting, area, Mark(day == 5, "Glatt gulv"))
    planned(document, keys.foundry, datetime(2026, 11, 2, 7))
    month = document.read(queries.daily_month, keys.foundry, date(2026, 10, 1))
    assert month.name == "Støperi"
    assert len(month.days) == 31
    assert sorted(month.planned) == [date(2026, 10, day) for day in (1, 2, 5)]
    assert month.marks[date(2026, 10, 5)][area] == Mark(True, "Glatt gulv")
    assert month.green(month.areas[0]) == (1, 2)
