"""What goes from one meeting to the next: chosen item by item, with what is to be prepared."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    AgendaItem,
    ItemKind,
    MeetingKind,
    MeetingState,
    MeetingTemplate,
    Outcome,
    TemplateItem,
)
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import carrying as edits
from lean_desktop.edits import meeting_states, meetings
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.minutes import waiting
from tests.dumps import dump
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]
WELCOME, ZONES, CLOSING = 1, 2, 3
NEXT = START + timedelta(days=14)
TEMPLATE = MeetingTemplate(
    "own",
    MeetingKind.IMPROVEMENT,
    "Gruppemøte",
    "",
    45,
    (TemplateItem("Runde", ItemKind.ROUND, 5),),
)


@pytest.fixture
def two(plant: Planted) -> Planted:
    """A second meeting whose summing-up is protected, an item with tasks, and one that waits."""
    document, keys = plant
    key = document.edit(STEP, meetings.plan_meeting, group_id=keys.group, start=NEXT).result
    assert key == keys.meeting + 1
    for title, protected in (("Åpning", False), ("Nye forslag", True), ("Slutt", True)):
        document.edit(STEP, meetings.add_item, key, title, protected=protected)
    asked = [Asked("Ta med kart", keys.kari), Asked("Les")]
    document.edit(STEP, meetings.set_tasks, ZONES, asked)
    document.edit(STEP, edits.add_waiting, keys.group, "Ny ovn", minutes=10, presenter_id=keys.ola)
    return plant


def agenda(document: Document, meeting: int) -> list[AgendaItem]:
    return document.read(queries.items, meeting_id=meeting)


def titles(document: Document, meeting: int) -> list[str]:
    return [each.title for each in agenda(document, meeting)]


def outcomes(document: Document, keys: Plant) -> list[Outcome]:
    return [each.outcome for each in agenda(document, keys.meeting)]


Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]
CHANGES: dict[str, Change] = {
    "carry": lambda p: (
        edits.carry,
        (p.meeting + 1,),
        {"moved": [WELCOME], "copied": [ZONES]},
    ),
    "carry on": lambda p: (
        edits.carry_on,
        (p.meeting,),
        {"moved": [ZONES], "waiting": [CLOSING], "start": NEXT},
    ),
    "plan next": lambda p: (edits.plan_next, (p.meeting, NEXT, TEMPLATE), {}),
    "let wait": lambda _: (edits.let_wait, ([WELCOME, ZONES],), {}),
    "add waiting": lambda p: (edits.add_waiting, (p.group, "Lys"), {}),
    "take up": lambda p: (edits.take_up, (p.meeting, [1]), {}),
    "remove waiting": lambda _: (edits.remove_waiting, ([1],), {}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(two: Planted, name: str) -> None:
    document, keys = two
    before = dump(document)
    change, given, fields = CHANGES[name](keys)
    document.edit(STEP, change, *given, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_moved_item_is_deferred_where_it_stood_and_whole_where_it_goes(two: Planted) -> None:
    document, keys = two
    fields = {"purpose": "Velge", "section": "Gulv", "kind": ItemKind.DECISION}
    document.edit(STEP, meetings.change_items, [ZONES], **fields)
    (key,) = document.edit(STEP, edits.carry, keys.meeting + 1, moved=[ZONES]).result
    before, after = agenda(document, keys.meeting)[1], agenda(document, keys.meeting + 1)[1]
    assert before.outcome is Outcome.DEFERRED
    assert (after.id, after.carried_from, after.outcome) == (key, ZONES, Outcome.OPEN)
    names = ("title", "kind", "presenter_id", "minutes", "purpose", "section")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]
    asked = [(each.task, each.person_id) for each in after.tasks]
    assert asked == [("Ta med kart", keys.kari), ("Les", None)]


def test_items_come_before_the_summing_up_in_the_order_they_had(two: Planted) -> None:
    document, keys = two
    document.edit(STEP, edits.carry, keys.meeting + 1, moved=[CLOSING, WELCOME], copied=[ZONES])
    assert titles(document, keys.meeting + 1) == [
        *("Åpning", "Velkommen", "Soner", "Oppsummering"),
        *("Nye forslag", "Slutt"),
    ]
    assert [each.position for each in agenda(document, keys.meeting + 1)] == [*range(6)]
    assert outcomes(document, keys) == [Outcome.DEFERRED, Outcome.OPEN, Outcome.DEFERRED]


def test_item_by_item_to_the_next_or_to_wait_or_to_stay(two: Planted) -> None:
    document, keys = two
    document.edit(STEP, meeting_states.close_meeting, keys.meeting)
    following = document.edit(
        STEP,
        edits.carry_on,
        keys.meeting,
        moved=[WELCOME],
        copied=[ZONES],
        waiting=[CLOSING],
        to_meeting_id=keys.meeting + 1,
    ).result
    assert following == keys.meeting + 1
    assert titles(document, following)[1:3] == ["Velkommen", "Soner"]
    assert outcomes(document, keys) == [Outcome.DEFERRED, Outcome.TREATED, Outcome.DEFERRED]
    names = [each.title for each in document.read(waiting, keys.group)]
    assert names == ["Ny ovn", "Oppsummering"]


def test_nothing_chosen_and_no_next_meeting_changes_nothing(two: Planted) -> None:
    document, keys = two
    done = document.edit(STEP, edits.carry_on, keys.meeting)
    assert done.result is None
    assert not done.changes


def test_the_next_meeting_is_like_this_one_with_its_standing_items(two: Planted) -> None:
    document, keys = two
    document.edit(STEP, meetings.change_items, [WELCOME, CLOSING], standing=True)
    document.edit(
        STEP,
        meetings.change_meetings,
        [keys.meeting],
        place="Tavlerom 2",
        title="Tavlemøte",
        kind=MeetingKind.BOARD,
    )
    later = NEXT + timedelta(days=14)
    key = document.edit(
        STEP, edits.carry_on, keys.meeting, moved=[ZONES], start=later, template=TEMPLATE
    ).result
    assert key is not None
    (found,) = document.read(queries.meetings, [key])
    assert (found.group_id, found.title, found.kind, found.place) == (
        *(keys.group, "Tavlemøte", MeetingKind.BOARD, "Tavlerom 2"),
    )
    assert (found.planned_start, found.planned_minutes, found.number) == (later, 45, 3)
    assert (found.state, found.chair) == (MeetingState.DRAFT, "Åse Ødegård")
    assert titles(document, key) == ["Velkommen", "Oppsummering", "Soner"]


def test_a_standing_item_that_is_moved_too_comes_once(two: Planted) -> None:
    document, keys = two
    document.edit(STEP, meetings.change_items, [WELCOME], standing=True)
    later = NEXT + timedelta(days=14)
    key = document.edit(
        STEP, edits.carry_on, keys.meeting, moved=[WELCOME, ZONES], start=later
    ).result
    assert key is not None
    assert titles(document, key) == ["Velkommen", "Soner"]
    assert outcomes(document, keys) == [Outcome.DEFERRED, Outcome.DEFERRED, Outcome.OPEN]


def test_without_standing_items_the_next_meeting_has_those_of_the_template(two: Planted) -> None:
    document, keys = two
    key = document.edit(STEP, edits.plan_next, keys.meeting, NEXT, TEMPLATE).result
    assert titles(document, key) == ["Runde"]
    (found,) = document.read(queries.meetings, [key])
    assert found.planned_end == NEXT + timedelta(minutes=45)
    assert titles(document, document.edit(STEP, edits.plan_next, keys.meeting, NEXT).result) == []


def test_what_waits_keeps_who_presents_it_and_how_long(two: Planted) -> None:
    document, keys = two
    document.edit(STEP, meetings.change_items, [ZONES], purpose="Velge", kind=ItemKind.DECISION)
    document.edit(STEP, edits.let_wait, [ZONES])
    assert titles(document, keys.meeting) == ["Velkommen", "Oppsummering"]
    told = document.read(waiting, keys.group)[1]
    assert (told.title, told.kind, told.presenter, told.minutes, told.purpose) == (
        *("Soner", ItemKind.DECISION, "Åse Ødegård", 30, "Velge"),
    )
    document.edit(STEP, edits.take_up, keys.meeting + 1, [told.id, 1])
    assert document.read(waiting, keys.group) == []
    assert titles(document, keys.meeting + 1) == [
        *("Åpning", "Ny ovn", "Soner", "Nye forslag", "Slutt"),
    ]
    taken = agenda(document, keys.meeting + 1)[2]
    assert (taken.presenter, taken.minutes, taken.purpose) == ("Åse Ødegård", 30, "Velge")


@pytest.mark.parametrize(("title", "told"), [(" ", "cannot be empty"), ("x" * 501, "at most 500")])
def test_what_waits_has_a_title_that_fits(two: Planted, title: str, told: str) -> None:
    document, keys = two
    before = dump(document)
    with pytest.raises(RuleBroken, match=told):
        document.edit(STEP, edits.add_waiting, keys.group, title)
    assert dump(document) == before
