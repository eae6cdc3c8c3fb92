"""Recording a meeting: who came and how, what was treated, decided, noted and thought of it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How, Rating
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import meetings
from lean_desktop.edits import minutes as edits
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import minutes as queries
from tests.dumps import dump
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

CHANGES: dict[str, Change] = {
    "times": lambda p: (edits.record_times, (p.meeting, START, START + timedelta(hours=1)), {}),
    "arrivals": lambda p: (
        edits.record_arrivals,
        (p.meeting, {p.boss: Arrived(Arrival.ON_TIME), p.kari: Arrived(Arrival.LATE, 4)}),
        {},
    ),
    "contributions": lambda p: (
        edits.record_contributions,
        (p.meeting, {p.boss: True, p.kari: False}),
        {},
    ),
    "prepared": lambda p: (
        edits.record_prepared,
        (p.meeting, {p.boss: How.YES, p.kari: How.NO}),
        {},
    ),
    "task": lambda p: (edits.record_task, (p.meeting, p.boss, 1, How.PARTLY), {}),
    "outcomes": lambda _: (
        edits.record_outcomes,
        ({1: Outcome.TREATED, 2: Outcome.DROPPED},),
        {},
    ),
    "decide": lambda p: (edits.add_decision, (p.meeting, "Kjøpe", 2), {}),
    "reword": lambda _: (edits.change_decision, (1, "Leie"), {}),
    "undecide": lambda _: (edits.remove_decisions, ([1],), {}),
    "note": lambda p: (edits.add_note, (p.meeting, "Husk"), {"private": True}),
    "reword note": lambda _: (edits.change_note, (1,), {"text": "Annet", "private": True}),
    "drop notes": lambda _: (edits.remove_notes, ([1],), {}),
    "rate": lambda p: (edits.rate, (p.meeting, 1, 6, 3), {}),
}


@pytest.fixture
def written(plant: Planted) -> Planted:
    """A task for one person and one for all, a decision, a note, and somebody who was late."""
    document, keys = plant
    document.edit(STEP, meetings.set_tasks, 1, [Asked("Ta med tall", keys.boss), Asked("Les")])
    document.edit(STEP, edits.add_decision, keys.meeting, "Kjøpe ovn")
    document.edit(STEP, edits.add_note, keys.meeting, "Husk tape", 2)
    document.edit(STEP, edits.record_arrivals, keys.meeting, {keys.boss: Arrived(Arrival.LATE, 12)})
    return plant


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(
    written: Planted, name: str
) -> None:
    document, keys = written
    before = dump(document)
    change, given, fields = CHANGES[name](keys)
    document.edit(STEP, change, *given, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def called(document: Document, keys: Plant) -> dict[int, Called]:
    return {each.person_id: each for each in document.read(queries.called, keys.meeting)}


def test_nobody_is_on_time_before_it_is_said(plant: Planted) -> None:
    document, keys = plant
    for each in called(document, keys).values():
        assert (each.arrived, each.prepared, each.had_a_say) == (None, None, None)


@pytest.mark.parametrize(
    "arrived",
    [
        Arrived(Arrival.ON_TIME),
        Arrived(Arrival.LATE, 5),
        Arrived(Arrival.LATE),
        Arrived(Arrival.ABSENT),
        Arrived(Arrival.EXCUSED, None, 3),
        Arrived(Arrival.OFF_SHIFT),
    ],
)
def test_how_somebody_came_is_read_back_and_taken_back(plant: Planted, arrived: Arrived) -> None:
    document, keys = plant
    before = dump(document)
    both = {keys.kari: arrived, keys.boss: Arrived(Arrival.ON_TIME)}
    document.edit(STEP, edits.record_arrivals, keys.meeting, both)
    told = called(document, keys)
    assert told[keys.kari].arrived == arrived
    assert told[keys.kari].represented_by == ("Ola Aas" if arrived.represented_by_id else "")
    document.edit(STEP, edits.record_arrivals, keys.meeting, dict.fromkeys(both))
    assert dump(document) == before


def test_saying_it_otherwise_leaves_the_others_as_they_were(plant: Planted) -> None:
    document, keys = plant
    everyone = dict.fromkeys((keys.boss, keys.kari), Arrived(Arrival.ON_TIME))
    document.edit(STEP, edits.record_arrivals, keys.meeting, everyone)
    document.edit(STEP, edits.record_arrivals, keys.meeting, {keys.kari: Arrived(Arrival.LATE, 3)})
    told = called(document, keys)
    assert told[keys.boss].arrived == Arrived(Arrival.ON_TIME)
    assert told[keys.kari].arrived == Arrived(Arrival.LATE, 3)


def test_only_who_is_late_has_minutes(plant: Planted) -> None:
    document, keys = plant
    odd = {keys.kari: Arrived(Arrival.EXCUSED, 9)}
    document.edit(STEP, edits.record_arrivals, keys.meeting, odd)
    assert called(document, keys)[keys.kari].arrived == Arrived(Arrival.EXCUSED)


def test_whoever_is_recorded_is_called_even_without_being_a_member(plant: Planted) -> None:
    document, keys = plant
    assert keys.ola not in called(document, keys)  # A member from next month on.
    document.edit(STEP, edits.record_arrivals, keys.meeting, {keys.ola: Arrived(Arrival.ON_TIME)})
    assert called(document, keys)[keys.ola].member is False


def test_prepared_counts_for_each_task_one_has_and_in_general_without(written: Planted) -> None:
    document, keys = written
    document.edit(STEP, meetings.set_tasks, 1, [Asked("Ta med tall", keys.boss)])
    both = {keys.boss: How.YES, keys.kari: How.PARTLY}
    document.edit(STEP, edits.record_prepared, keys.meeting, both)
    (task,) = document.read(queries.asked_of, keys.meeting, keys.boss)
    assert document.read(queries.asked_of, keys.meeting, keys.kari) == []
    assert document.read(queries.task_answers, keys.meeting) == {(keys.boss, task): How.YES}
    assert called(document, keys)[keys.kari].prepared is How.PARTLY


def test_prepared_for_one_task_and_not_for_another_is_partly(written: Planted) -> None:
    document, keys = written
    own, shared = document.read(queries.asked_of, keys.meeting, keys.boss)
    document.edit(STEP, edits.record_prepared, keys.meeting, {keys.boss: How.YES})
    document.edit(STEP, edits.record_task, keys.meeting, keys.boss, shared, How.NO)
    assert called(document, keys)[keys.boss].prepared is How.PARTLY
    document.edit(STEP, edits.record_task, keys.meeting, keys.boss, shared, None)
    answers = {(keys.boss, own): How.YES}
    assert document.read(queries.task_answers, keys.meeting) == answers
    document.edit(STEP, edits.record_prepared, keys.meeting, {keys.boss: None})
    assert document.read(queries.task_answers, keys.meeting) == {}


def test_a_say_is_yes_no_or_not_recorded(plant: Planted) -> None:
    document, keys = plant
    before = dump(document)
    said = {keys.boss: True, keys.kari: False}
    document.edit(STEP, edits.record_contributions, keys.meeting, said)
    told = called(document, keys)
    assert (told[keys.boss].had_a_say, told[keys.kari].had_a_say) == (True, False)
    document.edit(STEP, edits.record_contributions, keys.meeting, dict.fromkeys(said))
    assert dump(document) == before


def decide(document: Document, meeting: int, text: str = "Ja") -> int:
    return document.edit(STEP, edits.add_decision, meeting, text).result


def planned(document: Document, group: int | None, start: datetime) -> int:
    return document.edit(STEP, meetings.plan_meeting, group_id=group, start=start).result


def names(document: Document, meeting: int) -> list[str]:
    return [each.name for each in document.read(queries.decisions, meeting)]


def test_decisions_are_numbered_per_group_and_year_through_its_meetings(plant: Planted) -> None:
    document, keys = plant
    again = planned(document, keys.group, START + timedelta(days=14))
    other = planned(document, keys.steering, START)
    later = planned(document, keys.group, datetime(2027, 1, 4, 9))
    loose = planned(document, None, START)
    for meeting in (keys.meeting, keys.meeting, again, other, later, keys.meeting, loose):
        decide(document, meeting)
    assert names(document, keys.meeting) == ["1/2026", "2/2026", "4/2026"]
    assert names(document, again) == ["3/2026"]
    assert names(document, other) == ["1/2026"]
    assert names(document, later) == ["1/2027"]
    assert names(document, loose) == ["1/2026"]


def test_a_decisions_number_is_never_given_twice(plant: Planted) -> None:
    document, keys = plant
    key = decide(document, keys.meeting)
    document.edit(STEP, edits.remove_decisions, [key])
    decide(document, keys.meeting)
    document.undo()
    decide(document, keys.meeting)
    assert names(document, keys.meeting) == ["3/2026"]


def test_a_reworded_decision_keeps_its_number(written: Planted) -> None:
    document, keys = written
    document.edit(STEP, edits.change_decision, 1, " Leie ovn ")
    (found,) = document.read(queries.decisions, keys.meeting)
    assert (found.name, found.text) == ("1/2026", "Leie ovn")


def test_what_was_said_of_an_item_that_goes_stays_with_the_meeting(written: Planted) -> None:
    document, keys = written
    document.edit(STEP, meetings.remove_items, [2])
    (note,) = document.read(queries.notes, keys.meeting)
    assert (note.text, note.item_id) == ("Husk tape", None)


def test_a_rating_is_the_mean_of_anonymous_answers(plant: Planted) -> None:
    document, keys = plant
    assert document.read(queries.ratings, keys.meeting) == Rating(0)
    for answers in ((1, 6, 4), (2, 6, 5)):
        document.edit(STEP, edits.rate, keys.meeting, *answers)
    assert document.read(queries.ratings, keys.meeting) == Rating(2, 1.5, 6, 4.5)


def test_times_may_be_told_one_by_one_and_taken_back(plant: Planted) -> None:
    document, keys = plant
    before = dump(document)
    late = START + timedelta(minutes=5)
    document.edit(STEP, edits.record_times, keys.meeting, late, None)
    (meeting,) = document.read(meeting_queries.meetings, [keys.meeting])
    assert (meeting.actual_start, meeting.actual_end) == (late, None)
    document.edit(STEP, edits.record_times, keys.meeting, None, None)
    assert dump(document) == before


REFUSED: dict[str, tuple[Change, str]] = {
    "end at the start": (
        lambda p: (edits.record_times, (p.meeting, START, START), {}),
        "end before it begins",
    ),
    "late by more than a day": (
        lambda p: (
            edits.record_arrivals,
            (p.meeting, {p.kari: Arrived(Arrival.LATE, edits.LONGEST_LATE + 1)}),
            {},
        ),
        "Nobody is late by that much",
    ),
    "late by less than nothing": (
        lambda p: (
            edits.record_arrivals,
            (p.meeting, {p.kari: Arrived(Arrival.LATE, -1)}),
            {},
        ),
        "Nobody is late by that much",
    ),
    "no decision": (lambda p: (edits.add_decision, (p.meeting, " "), {}), "cannot be empty"),
    "no words": (lambda _: (edits.change_decision, (1, ""), {}), "cannot be empty"),
    "no note": (lambda p: (edits.add_note, (p.meeting, "\n"), {}), "cannot be empty"),
    "long note": (lambda _: (edits.change_note, (1,), {"text": "x" * 10_001}), "at most 10000"),
    "a zero": (lambda p: (edits.rate, (p.meeting, 0, 3, 3), {}), "1 to 6"),
    "a seven": (lambda p: (edits.rate, (p.meeting, 3, 3, 7), {}), "1 to 6"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(written: Planted, name: str) -> None:
    document, keys = written
    before, label = dump(document), document.undo_label
    change, sentence = REFUSED[name]
    what, given, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, what, *given, **fields)
    assert (dump(document), document.undo_label) == (before, label)
