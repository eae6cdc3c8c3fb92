"""Actions and ideas: the date agreed first, what was answered, and what goes one level up."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import Action, ActionStatus, Answer, Answered, Source
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.edits import actions as edits
from lean_desktop.edits import meetings, organisation
from lean_desktop.queries import actions as queries
from tests.dumps import dump
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

DUE = date(2026, 10, 9)
LATER, LATEST = date(2026, 10, 20), date(2026, 11, 3)
MOVED = Answered(answer=Answer.NEW_DATE, due=LATER, note="venter på tape")

CHANGES: dict[str, Change] = {
    "add": lambda p: (
        edits.add_action,
        ("Bestille tape",),
        {"created": TODAY, "group_id": p.group, "owner_id": p.ola, "due": DUE, "item_id": 1},
    ),
    "change": lambda p: (edits.change_actions, ([1, 2],), {"owner_id": p.boss}),
    "remove": lambda _: (edits.remove_actions, ([1],), {}),
    "done": lambda _: (edits.set_status, ([1, 2], ActionStatus.DONE, TODAY), {}),
    "first date": lambda _: (edits.set_due, (2, DUE), {"day": TODAY}),
    "new date": lambda _: (edits.set_due, (1, LATER), {"day": TODAY, "reason": "Syk"}),
    "ask": lambda p: (
        edits.answer,
        (p.meeting, {1: MOVED, 2: Answered(asked=False)}),
        {"day": TODAY},
    ),
    "ask at the board": lambda _: (
        edits.answer,
        (None, {1: Answered(answer=Answer.DONE)}),
        {"day": TODAY},
    ),
    "escalate": lambda p: (
        edits.escalate,
        ("Tape mangler",),
        {"day": TODAY, "action_id": 1, "group_id": p.group},
    ),
    "answer from above": lambda _: (edits.answer_escalation, (1, "Kjøp", TODAY), {}),
    "solved below": lambda _: (edits.remove_escalations, ([1],), {}),
    "idea": lambda p: (edits.add_idea, ("Tavle",), {"day": TODAY, "person_id": p.ola}),
}


@pytest.fixture
def board(plant: Planted) -> Planted:
    """Two actions of the group, the second without a date, and a request for support."""
    document, keys = plant
    for title, due in (("Merke soner", DUE), ("Rydde", None)):
        document.edit(
            STEP,
            edits.add_action,
            title,
            created=date(2026, 9, 22),
            group_id=keys.group,
            owner_id=keys.kari,
            due=due,
        )
    document.edit(STEP, edits.escalate, "Trenger truck", day=TODAY, group_id=keys.group)
    return plant


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(board: Planted, name: str) -> None:
    document, keys = board
    before = dump(document)
    change, given, fields = CHANGES[name](keys)
    document.edit(STEP, change, *given, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def the_action(document: Document, key: int = 1) -> Action:
    (found,) = document.read(queries.actions, [key])
    return found


def answer(document: Document, meeting: int | None, said: Answered, day: date = TODAY) -> None:
    document.edit(STEP, edits.answer, meeting, {1: said}, day=day)


def test_a_new_action_has_one_date_twice_and_a_number_of_its_own(board: Planted) -> None:
    document, _ = board
    first, second = (the_action(document, key) for key in (1, 2))
    assert (first.number, first.first_due, first.due) == (1, DUE, DUE)
    assert (second.number, second.first_due, second.due) == (2, None, None)
    assert (first.status, first.status_since) == (ActionStatus.NEW, date(2026, 9, 22))
    assert (first.source, first.owner, first.group) == (Source.OWN, "Kari Solberg", "Montering")
    document.edit(STEP, edits.remove_actions, [2])
    key = document.edit(STEP, edits.add_action, "Ny", created=TODAY).result
    assert the_action(document, key).number == 3


def test_the_first_date_needs_no_reason_and_is_the_one_measured_against(board: Planted) -> None:
    document, _ = board
    document.edit(STEP, edits.set_due, 2, DUE, day=TODAY)
    found = the_action(document, 2)
    assert (found.first_due, found.due, found.slips) == (DUE, DUE, 0)


def test_every_later_date_is_kept_with_its_reason_and_never_the_first(board: Planted) -> None:
    document, keys = board
    document.edit(STEP, edits.set_due, 1, LATER, day=TODAY, reason=" Syk ")
    document.edit(STEP, edits.set_due, 1, LATEST, day=LATER, reason="Tape", meeting_id=keys.meeting)
    found = the_action(document)
    assert (found.first_due, found.due, found.slips) == (DUE, LATEST, 2)
    told = document.read(queries.due_changes, action_id=1)
    assert [(each.changed, each.old_due, each.new_due, each.reason) for each in told] == [
        (TODAY, DUE, LATER, "Syk"),
        (LATER, LATER, LATEST, "Tape"),
    ]
    assert document.read(queries.due_changes, meeting_id=keys.meeting) == told[1:]


def test_the_same_date_again_is_no_move(board: Planted) -> None:
    document, _ = board
    assert not document.edit(STEP, edits.set_due, 1, DUE, day=TODAY).changes


def test_done_has_the_day_and_loses_it_when_it_is_open_again(board: Planted) -> None:
    document, _ = board
    document.edit(STEP, edits.set_status, [1, 2], ActionStatus.DONE, TODAY)
    assert (the_action(document).done, the_action(document).open) == (TODAY, False)
    assert not document.edit(STEP, edits.set_status, [1], ActionStatus.DONE, LATER).changes
    document.edit(STEP, edits.set_status, [1], ActionStatus.PLANNED, LATER)
    found = the_action(document)
    assert (found.done, found.status, found.status_since) == (None, ActionStatus.PLANNED, LATER)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (Answered(), ActionStatus.NEW),
        (Answered(asked=False), ActionStatus.NEW),
        (Answered(answer=Answer.DONE), ActionStatus.DONE),
        (Answered(answer=Answer.ON_TRACK), ActionStatus.DOING),
        (Answered(answer=Answer.BLOCKED, note="mangler truck"), ActionStatus.BLOCKED),
        (MOVED, ActionStatus.NEW),
    ],
)
def test_what_is_answered_has_its_consequence_and_is_kept(
    board: Planted, said: Answered, status: ActionStatus
) -> None:
    document, keys = board
    answer(document, keys.meeting, said)
    found = the_action(document)
    assert found.status is status
    assert found.done == (TODAY if status is ActionStatus.DONE else None)
    (told,) = document.read(queries.follow_ups, meeting_id=keys.meeting)
    assert (told.action_id, told.day, told.due) == (1, TODAY, DUE)  # The date that held then.
    assert told.answered == said._replace(due=None)


def test_a_new_date_agreed_in_a_meeting_is_a_move_with_its_reason(board: Planted) -> None:
    document, keys = board
    answer(document, keys.meeting, MOVED)
    found = the_action(document)
    assert (found.first_due, found.due, found.slips) == (DUE, LATER, 1)
    (moved,) = document.read(queries.due_changes, meeting_id=keys.meeting)
    assert moved.reason == "venter på tape"


@pytest.mark.parametrize("first", [Answer.DONE, Answer.BLOCKED, Answer.NEW_DATE])
def test_answering_again_takes_back_what_the_first_answer_led_to(
    board: Planted, first: Answer
) -> None:
    document, keys = board
    document.edit(STEP, edits.set_status, [1], ActionStatus.DOING, TODAY)
    before = the_action(document)
    answer(document, keys.meeting, MOVED._replace(answer=first))
    assert the_action(document) != before
    answer(document, keys.meeting, Answered())
    assert the_action(document) == before
    assert len(document.read(queries.follow_ups, meeting_id=keys.meeting)) == 1
    assert document.read(queries.due_changes, meeting_id=keys.meeting) == []


def test_another_new_date_in_the_same_meeting_is_one_move_from_where_it_was(
    board: Planted,
) -> None:
    document, keys = board
    answer(document, keys.meeting, MOVED)
    answer(document, keys.meeting, MOVED._replace(due=LATEST, note="venter enda"))
    (moved,) = document.read(queries.due_changes, action_id=1)
    assert (moved.old_due, moved.new_due, moved.reason) == (DUE, LATEST, "venter enda")


def test_a_first_date_agreed_in_a_meeting_is_taken_back_with_its_answer(board: Planted) -> None:
    document, keys = board
    document.edit(STEP, edits.answer, keys.meeting, {2: MOVED}, day=TODAY)
    found = the_action(document, 2)
    assert (found.first_due, found.due, found.slips) == (LATER, LATER, 0)
    again = MOVED._replace(due=LATEST)
    document.edit(STEP, edits.answer, keys.meeting, {2: again}, day=TODAY)
    found = the_action(document, 2)
    assert (found.first_due, found.due, found.slips) == (LATEST, LATEST, 0)
    document.edit(STEP, edits.answer, keys.meeting, {2: Answered()}, day=TODAY)
    found = the_action(document, 2)
    assert (found.first_due, found.due, found.slips) == (None, None, 0)


def test_each_meeting_asks_once_and_the_board_once_a_day(board: Planted) -> None:
    document, keys = board
    other = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START + timedelta(days=7)
    ).result
    for meeting in (keys.meeting, keys.meeting, other, None, None):
        answer(document, meeting, Answered())
    answer(document, None, Answered(), TODAY + timedelta(days=1))
    told = document.read(queries.follow_ups, action_id=1)
    assert [each.meeting_id for each in told] == [keys.meeting, other, None, None]


def test_what_one_meeting_answered_stays_when_the_next_one_answers_otherwise(
    board: Planted,
) -> None:
    document, keys = board
    other = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START + timedelta(days=7)
    ).result
    answer(document, keys.meeting, MOVED)
    answer(document, other, MOVED._replace(due=LATEST, note="fortsatt syk"))
    answer(document, other, Answered())
    found = the_action(document)
    assert (found.first_due, found.due, found.slips) == (DUE, LATER, 1)


def test_a_date_moved_once_more_at_the_board_stays_when_the_meeting_answers_otherwise(
    board: Planted,
) -> None:
    document, keys = board
    answer(document, keys.meeting, MOVED)
    document.edit(STEP, edits.set_due, 1, LATEST, day=LATER, reason="Levering")
    answer(document, keys.meeting, Answered())
    found = the_action(document)
    assert (found.first_due, found.due) == (DUE, LATEST)


def test_what_is_stuck_goes_to_the_group_above_else_to_steering_else_to_management(
    plant: Planted,
) -> None:
    document, keys = plant
    assert document.read(edits.one_level_up, keys.group) == keys.steering
    assert document.read(edits.one_level_up, None) == keys.steering
    assert document.read(edits.one_level_up, keys.steering) is None
    management, loose = (
        document.edit(STEP, organisation.add_group, kind, name).result
        for kind, name in ((GroupKind.MANAGEMENT, "Ledelsen"), (GroupKind.PILOT, "Pilot"))
    )
    assert document.read(edits.one_level_up, keys.steering) == management
    assert document.read(edits.one_level_up, loose) == keys.steering
    document.edit(STEP, organisation.remove_groups, [keys.steering])
    assert document.read(edits.one_level_up, loose) == management
    assert document.read(edits.one_level_up, management) is None


def test_an_escalated_action_says_so_until_it_is_answered(board: Planted) -> None:
    document, keys = board
    key = document.edit(
        STEP, edits.escalate, " Truck? ", day=TODAY, action_id=1, group_id=keys.group
    ).result
    (told,) = document.read(queries.escalations, action_id=1)
    assert (told.text, told.sender, told.receiver) == ("Truck?", "Montering", "Styringsgruppe")
    assert the_action(document).escalated
    document.edit(STEP, edits.answer_escalation, key, " Leies fra fredag ", LATER)
    (told,) = document.read(queries.escalations, action_id=1)
    assert (told.answer, told.answered) == ("Leies fra fredag", LATER)
    assert not the_action(document).escalated
    document.edit(STEP, edits.answer_escalation, key, " ", LATER)
    (told,) = document.read(queries.escalations, action_id=1)
    assert (told.answer, told.answered) == ("", None)
    assert the_action(document).escalated


def test_a_unit_asks_for_support_too(board: Planted) -> None:
    document, keys = board
    document.edit(STEP, edits.escalate, "Folk", day=TODAY, unit_id=keys.foundry)
    told = document.read(queries.escalations, to_group_id=keys.steering)
    assert [each.sender for each in told] == ["Montering", "Støperi"]


REFUSED: dict[str, tuple[Change, str]] = {
    "no title": (lambda _: (edits.add_action, (" ",), {"created": TODAY}), "cannot be empty"),
    "long title": (lambda _: (edits.change_actions, ([1],), {"title": "x" * 501}), "at most 500"),
    "no reason": (lambda _: (edits.set_due, (1, LATER), {"day": TODAY}), "why the date is moved"),
    "blank reason": (
        lambda p: (edits.answer, (p.meeting, {1: MOVED._replace(note=" ")}), {"day": TODAY}),
        "why the date is moved",
    ),
    "long reason": (
        lambda _: (edits.set_due, (1, LATER), {"day": TODAY, "reason": "x" * 501}),
        "at most 500",
    ),
    "long note": (
        lambda p: (edits.answer, (p.meeting, {1: Answered(note="x" * 501)}), {"day": TODAY}),
        "at most 500",
    ),
    "nothing to escalate": (
        lambda p: (edits.escalate, (" ",), {"day": TODAY, "group_id": p.group}),
        "what the group needs",
    ),
    "no idea": (lambda _: (edits.add_idea, ("",), {"day": TODAY}), "cannot be empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(board: Planted, name: str) -> None:
    document, keys = board
    before, label = dump(document), document.undo_label
    change, sentence = REFUSED[name]
    what, given, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, what, *given, **fields)
    assert (dump(document), document.undo_label) == (before, label)


def test_answers_of_a_round_stand_or_fall_together(board: Planted) -> None:
    document, keys = board
    before = dump(document)
    said = {2: Answered(answer=Answer.DONE), 1: MOVED._replace(note="")}
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.answer, keys.meeting, said, day=TODAY)
    assert dump(document) == before
