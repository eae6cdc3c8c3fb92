"""From a draft to the minutes: which way a meeting may go, and what a closed one refuses."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import Answered, Source
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import Link
from lean_desktop.domain.meetings import NEXT_STATES, Meeting, MeetingState, Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import actions, carrying, links, meeting_clock, meetings, minutes
from lean_desktop.edits import meeting_states as edits
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from tests.dumps import dump
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
NOW = START + timedelta(seconds=90)

BECOMES: dict[MeetingState, Callable[[int], tuple[Callable[..., Any], tuple[Any, ...]]]] = {
    MeetingState.DRAFT: lambda key: (edits.uncall_meetings, ([key],)),
    MeetingState.CALLED: lambda key: (edits.call_meetings, ([key],)),
    MeetingState.IN_PROGRESS: lambda key: (edits.start_meeting, (key, NOW)),
    MeetingState.CLOSED: lambda key: (edits.close_meeting, (key,)),
    MeetingState.CANCELLED: lambda key: (edits.cancel_meetings, ([key], "Sykdom")),
}
NAMES = {
    MeetingState.DRAFT: "Draft",
    MeetingState.CALLED: "Called",
    MeetingState.IN_PROGRESS: "In progress",
    MeetingState.CLOSED: "Closed",
    MeetingState.CANCELLED: "Cancelled",
}
EVERY = [(now, then) for now in MeetingState for then in MeetingState]


def become(document: Document, key: int, state: MeetingState) -> None:
    change, given = BECOMES[state](key)
    document.edit(STEP, change, *given)


def the_meeting(document: Document, key: int) -> Meeting:
    (found,) = document.read(queries.meetings, [key])
    return found


@pytest.mark.parametrize(
    ("now", "then"), [each for each in EVERY if each[1] in NEXT_STATES[each[0]]]
)
def test_where_it_may_go_is_one_step_that_undo_takes_back(
    plant: Planted, now: MeetingState, then: MeetingState
) -> None:
    document, keys = plant
    if now is not MeetingState.DRAFT:
        become(document, keys.meeting, now)
    before = dump(document)
    become(document, keys.meeting, then)
    after = dump(document)
    assert the_meeting(document, keys.meeting).state is then
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


@pytest.mark.parametrize(
    ("now", "then"), [each for each in EVERY if each[1] not in NEXT_STATES[each[0]]]
)
def test_where_it_may_not_go_is_refused_by_name(
    plant: Planted, now: MeetingState, then: MeetingState
) -> None:
    document, keys = plant
    if now is not MeetingState.DRAFT:
        become(document, keys.meeting, now)
    before, label = dump(document), document.undo_label
    with pytest.raises(RuleBroken) as refused:
        become(document, keys.meeting, then)
    told = str(refused.value)
    assert f"“{NAMES[now]}”" in told
    assert f"“{NAMES[then]}”" in told
    assert (dump(document), document.undo_label) == (before, label)


def test_only_a_closed_meeting_is_shut_but_for_being_opened_again() -> None:
    assert NEXT_STATES[MeetingState.CLOSED] == {MeetingState.IN_PROGRESS}
    assert NEXT_STATES[MeetingState.CANCELLED] == {MeetingState.DRAFT}


def test_one_that_cannot_go_there_keeps_the_others_where_they_are(plant: Planted) -> None:
    document, keys = plant
    other = document.edit(STEP, meetings.plan_meeting, group_id=keys.group, start=START).result
    become(document, other, MeetingState.CALLED)
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.call_meetings, [keys.meeting, other])
    assert the_meeting(document, keys.meeting).state is MeetingState.DRAFT


def test_the_minute_it_started_is_kept_when_it_starts_again(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.start_meeting, keys.meeting, NOW)
    assert the_meeting(document, keys.meeting).actual_start == START + timedelta(minutes=1)
    become(document, keys.meeting, MeetingState.CALLED)
    document.edit(STEP, edits.start_meeting, keys.meeting, NOW + timedelta(hours=1))
    assert the_meeting(document, keys.meeting).actual_start == START + timedelta(minutes=1)
    become(document, keys.meeting, MeetingState.DRAFT)
    assert the_meeting(document, keys.meeting).actual_start is None


def times(document: Document, key: int) -> tuple[datetime | None, datetime | None]:
    found = the_meeting(document, key)
    return found.actual_start, found.actual_end


def test_closing_takes_the_times_told_else_those_recorded_else_those_planned(
    plant: Planted,
) -> None:
    document, keys = plant
    planned = START, START + timedelta(minutes=45)
    document.edit(STEP, edits.close_meeting, keys.meeting)
    assert times(document, keys.meeting) == planned
    document.undo()
    late = START + timedelta(minutes=5)
    document.edit(STEP, minutes.record_times, keys.meeting, late, None)
    document.edit(STEP, edits.close_meeting, keys.meeting)
    assert times(document, keys.meeting) == (late, planned[1])
    document.undo()
    end = START + timedelta(hours=1)
    document.edit(STEP, edits.close_meeting, keys.meeting, end=end)
    assert times(document, keys.meeting) == (late, end)


def test_a_meeting_that_would_end_before_it_began_is_not_closed(plant: Planted) -> None:
    document, keys = plant
    before = dump(document)
    with pytest.raises(RuleBroken, match="end before it begins"):
        document.edit(STEP, edits.close_meeting, keys.meeting, end=START)
    assert dump(document) == before


def test_closing_writes_down_the_clock_and_what_was_taken(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.start_meeting, keys.meeting, START)
    document.edit(STEP, minutes.record_outcomes, {2: Outcome.DEFERRED})
    for seconds, item in ((0, 1), (20, 2), (200, None)):
        at = START + timedelta(seconds=seconds)
        document.aside(meeting_clock.go_to, keys.meeting, item, at)
    before = dump(document)
    document.edit(STEP, edits.close_meeting, keys.meeting)
    told = [(each.actual_minutes, each.outcome) for each in document.read(queries.items)]
    assert told == [(1, Outcome.TREATED), (3, Outcome.DEFERRED), (None, Outcome.OPEN)]
    assert document.read(recorded.clock, keys.meeting) is None
    document.undo()
    assert dump(document) == before


@pytest.mark.parametrize(("reason", "told"), [(" ", "cannot be empty"), ("x" * 501, "at most 500")])
def test_opening_again_needs_a_reason_that_fits(plant: Planted, reason: str, told: str) -> None:
    document, keys = plant
    become(document, keys.meeting, MeetingState.CLOSED)
    with pytest.raises(RuleBroken, match=told):
        document.edit(STEP, edits.reopen_meeting, keys.meeting, NOW, reason)
    assert the_meeting(document, keys.meeting).state is MeetingState.CLOSED


def test_why_it_was_opened_again_is_kept_each_time(plant: Planted) -> None:
    document, keys = plant
    for reason in ("Feil frist", " Glemt beslutning "):
        become(document, keys.meeting, MeetingState.CLOSED)
        closed = dump(document)
        document.edit(STEP, edits.reopen_meeting, keys.meeting, NOW, reason)
        opened = dump(document)
        document.undo()
        assert dump(document) == closed
        document.redo()
        assert dump(document) == opened
    found = document.read(recorded.reopenings, keys.meeting)
    assert [each.reason for each in found] == ["Feil frist", "Glemt beslutning"]
    assert found[0].reopened == START + timedelta(minutes=1)
    assert the_meeting(document, keys.meeting).state is MeetingState.IN_PROGRESS
    document.edit(STEP, minutes.add_decision, keys.meeting, "Nå går det")


def test_a_meeting_called_off_says_why_and_takes_place_after_all(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.cancel_meetings, [keys.meeting], " Fellesferie ")
    assert the_meeting(document, keys.meeting).reason == "Fellesferie"
    document.edit(STEP, edits.uncall_meetings, [keys.meeting])
    assert the_meeting(document, keys.meeting).reason == ""
    with pytest.raises(RuleBroken, match="at most 500"):
        document.edit(STEP, edits.cancel_meetings, [keys.meeting], "x" * 501)


ACTION = 1

LOCKED: dict[str, Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]] = {
    "change": lambda p: (meetings.change_meetings, ([p.meeting],), {"place": "Ute"}),
    "remove": lambda p: (meetings.remove_meetings, ([p.meeting],), {}),
    "add item": lambda p: (meetings.add_item, (p.meeting, "Ny"), {}),
    "change item": lambda _: (meetings.change_items, ([1],), {"title": "Ny"}),
    "move item": lambda _: (meetings.move_item, (1, 2), {}),
    "remove item": lambda _: (meetings.remove_items, ([1],), {}),
    "tasks": lambda _: (meetings.set_tasks, (1, [Asked("Les")]), {}),
    "links": lambda _: (links.set_links, (1, [Link("https://verk.example")]), {}),
    "call a guest": lambda p: (meetings.add_guest, (p.meeting,), {"name": "Gjest"}),
    "call a guest no more": lambda _: (meetings.remove_guests, ([1],), {}),
    "times": lambda p: (minutes.record_times, (p.meeting, START, None), {}),
    "arrivals": lambda p: (
        minutes.record_arrivals,
        (p.meeting, {p.kari: Arrived(Arrival.ON_TIME)}),
        {},
    ),
    "contributions": lambda p: (minutes.record_contributions, (p.meeting, {p.kari: True}), {}),
    "prepared": lambda p: (minutes.record_prepared, (p.meeting, {p.kari: How.YES}), {}),
    "task": lambda p: (minutes.record_task, (p.meeting, p.boss, 1, How.NO), {}),
    "outcomes": lambda _: (minutes.record_outcomes, ({1: Outcome.TREATED},), {}),
    "decide": lambda p: (minutes.add_decision, (p.meeting, "Kjøpe"), {}),
    "reword a decision": lambda _: (minutes.change_decision, (1, "Leie"), {}),
    "undecide": lambda _: (minutes.remove_decisions, ([1],), {}),
    "note": lambda p: (minutes.add_note, (p.meeting, "Husk"), {}),
    "reword a note": lambda _: (minutes.change_note, (1,), {"private": True}),
    "drop a note": lambda _: (minutes.remove_notes, ([1],), {}),
    "ask": lambda p: (actions.answer, (p.meeting, {ACTION: Answered()}), {"day": TODAY}),
    "act": lambda p: (
        actions.add_action,
        ("Ny",),
        {"created": TODAY, "source": Source.MEETING, "meeting_id": p.meeting},
    ),
    "idea": lambda p: (actions.add_idea, ("Ny",), {"day": TODAY, "meeting_id": p.meeting}),
    "let wait": lambda _: (carrying.let_wait, ([1],), {}),
    "take up": lambda p: (carrying.take_up, (p.meeting, [1]), {}),
    "carry here": lambda p: (carrying.carry, (p.meeting,), {"copied": [1]}),
}


def held(document: Document, keys: Plant) -> None:
    """Something of everything is recorded, and then the meeting is closed."""
    document.edit(STEP, meetings.add_guest, keys.meeting, name="En gjest")
    document.edit(STEP, meetings.set_tasks, 1, [Asked("Ta med tall", keys.boss)])
    document.edit(STEP, minutes.add_decision, keys.meeting, "Kjøpe")
    document.edit(STEP, minutes.add_note, keys.meeting, "Husk")
    document.edit(STEP, actions.add_action, "Merke", created=TODAY, group_id=keys.group)
    document.edit(STEP, carrying.add_waiting, keys.group, "Ny ovn")
    document.edit(STEP, edits.close_meeting, keys.meeting)


@pytest.mark.parametrize("name", LOCKED)
def test_a_closed_meeting_is_locked(plant: Planted, name: str) -> None:
    document, keys = plant
    held(document, keys)
    before, label = dump(document), document.undo_label
    change, given, fields = LOCKED[name](keys)
    with pytest.raises(RuleBroken, match="The meeting is closed"):
        document.edit(STEP, change, *given, **fields)
    assert (dump(document), document.undo_label) == (before, label)
    document.edit(STEP, edits.reopen_meeting, keys.meeting, NOW, "Noe manglet")
    assert document.edit(STEP, change, *given, **fields).changes


def test_a_closed_meeting_may_still_be_rated(plant: Planted) -> None:
    document, keys = plant
    become(document, keys.meeting, MeetingState.CLOSED)
    document.edit(STEP, minutes.rate, keys.meeting, 4, 5, 6)
    assert document.read(recorded.ratings, keys.meeting).answers == 1
