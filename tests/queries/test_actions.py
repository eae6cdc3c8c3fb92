"""Actions as they are read: which are asked about, in which order, and which look otherwise now."""

from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus, Answer, Answered
from lean_desktop.edits import actions as edits
from lean_desktop.edits import meetings, organisation
from lean_desktop.queries import actions as queries
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
DUE = date(2026, 10, 9)


def add(document: Document, title: str, **fields: Any) -> int:
    return document.edit(STEP, edits.add_action, title, created=TODAY, **fields).result


def asked(document: Document, keys: Plant, meeting: int | None = None) -> list[str]:
    found = document.read(queries.to_ask, keys.group, meeting)
    return [each.title for each in found]


def test_the_groups_open_actions_are_asked_about_the_oldest_date_first(plant: Planted) -> None:
    document, keys = plant
    for title, due in (("Uten", None), ("Sen", DUE), ("Først", TODAY), ("Også sen", DUE)):
        add(document, title, group_id=keys.group, due=due)
    add(document, "Andres", group_id=keys.steering, due=TODAY)
    for title, status in (("Gjort", ActionStatus.DONE), ("Droppet", ActionStatus.CANCELLED)):
        key = add(document, title, group_id=keys.group)
        document.edit(STEP, edits.set_status, [key], status, TODAY)
    assert asked(document, keys) == ["Først", "Sen", "Også sen", "Uten"]


def test_what_this_meeting_asked_about_stays_in_the_round_though_it_is_done(
    plant: Planted,
) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group, due=DUE)
    done = {key: Answered(answer=Answer.DONE)}
    document.edit(STEP, edits.answer, keys.meeting, done, day=TODAY)
    assert asked(document, keys, keys.meeting) == ["Merke"]
    assert asked(document, keys) == []
    later = START + timedelta(days=7)
    other = document.edit(STEP, meetings.plan_meeting, group_id=keys.group, start=later).result
    assert asked(document, keys, other) == []


def test_what_was_noted_in_a_meeting_is_not_asked_about_before_the_next(plant: Planted) -> None:
    document, keys = plant
    add(document, "Ny", group_id=keys.group, meeting_id=keys.meeting)
    assert asked(document, keys, keys.meeting) == []
    assert asked(document, keys) == ["Ny"]


def test_some_by_key_by_group_by_meeting_or_only_those_open(plant: Planted) -> None:
    document, keys = plant
    first = add(document, "a", group_id=keys.group, meeting_id=keys.meeting)
    second = add(document, "b", owner_id=keys.ola)
    document.edit(STEP, edits.set_status, [first], ActionStatus.DONE, TODAY)

    def titles(*given: Any, **chosen: Any) -> list[str]:
        return [each.title for each in document.read(queries.actions, *given, **chosen)]

    assert titles() == ["a", "b"]
    assert titles([second, first]) == ["a", "b"]
    assert titles([]) == []
    assert titles(group_id=keys.group) == titles(meeting_id=keys.meeting) == ["a"]
    assert titles(only_open=True) == ["b"]
    (found,) = document.read(queries.actions, [second])
    assert (found.owner, found.group, found.group_id) == ("Ola Aas", "", None)


def test_what_came_of_one_is_told_in_order(plant: Planted) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group, due=TODAY)
    for day, answer in ((DUE, Answer.BLOCKED), (TODAY, Answer.ON_TRACK)):
        document.edit(STEP, edits.answer, None, {key: Answered(answer=answer)}, day=day)
    told = document.read(queries.follow_ups, action_id=key)
    assert [each.answered.answer for each in told] == [Answer.ON_TRACK, Answer.BLOCKED]
    document.edit(STEP, edits.escalate, "Hjelp", day=TODAY, action_id=key, group_id=keys.group)

    def texts(**chosen: Any) -> list[str]:
        return [each.text for each in document.read(queries.escalations, **chosen)]

    assert texts(action_id=key) == ["Hjelp"]
    assert texts(from_group_id=keys.group) == texts(to_group_id=keys.steering) == ["Hjelp"]
    assert texts(from_group_id=keys.steering) == []
    assert texts(meeting_id=keys.meeting) == texts(item_ids=[1]) == []


@pytest.fixture
def two(plant: Planted) -> Planted:
    document, keys = plant
    for title, owner in (("a", keys.kari), ("b", keys.ola)):
        add(document, title, group_id=keys.group, owner_id=owner, due=TODAY)
    return plant


def touched(document: Document, changes: ChangeSet) -> frozenset[int] | None:
    return document.read(queries.actions_touched, changes)


def test_what_looks_otherwise_after_a_change_is_read_again(two: Planted) -> None:
    document, keys = two
    moved = document.edit(STEP, edits.set_due, 1, DUE, day=TODAY, reason="Syk")
    assert touched(document, moved.changes) == frozenset({1})
    stuck = document.edit(STEP, edits.escalate, "Hjelp", day=TODAY, action_id=2)
    assert touched(document, stuck.changes) == frozenset({2})
    answered = document.edit(STEP, edits.answer_escalation, 1, "Ja", TODAY)
    assert touched(document, answered.changes) == frozenset({2})
    named = document.edit(STEP, organisation.change_people, [keys.ola], last_name="Ås")
    assert touched(document, named.changes) == frozenset({2})
    gone = document.edit(STEP, edits.remove_actions, [1])
    assert touched(document, gone.changes) in (frozenset({1}), None)  # Its moves went with it.
    other = document.edit(STEP, meetings.change_meetings, [keys.meeting], place="Ute")
    assert touched(document, other.changes) == frozenset()


def test_a_move_that_is_taken_back_is_read_again(two: Planted) -> None:
    document, _ = two
    document.edit(STEP, edits.set_due, 1, DUE, day=TODAY, reason="Syk")
    keys = touched(document, document.undo())
    assert keys is None or 1 in keys
