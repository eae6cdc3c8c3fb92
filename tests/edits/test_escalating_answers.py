"""What was answered in a meeting: what is stuck goes one level up, and comes back from there."""

from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus, Answer, Answered, Escalation
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import actions, escalating, meeting_states, meetings
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from tests.dumps import dump
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
NOW = START + timedelta(hours=2)
STUCK = Answered(answer=Answer.BLOCKED, note="mangler truck")


class Floor(NamedTuple):
    """A meeting that asks about one action, and the next meeting of the group above."""

    document: Document
    meeting: int
    above: int
    action: int

    def answer(self, answered: Answered) -> None:
        self.document.edit(
            STEP,
            escalating.answer_in_meeting,
            self.meeting,
            {self.action: answered},
            day=TODAY,
            now=NOW,
        )

    def raised(self) -> list[Escalation]:
        return self.document.read(action_queries.escalations, action_id=self.action)

    def agenda_above(self) -> list[str]:
        items = self.document.read(queries.items, meeting_id=self.above)
        return [each.title for each in items]

    def status(self) -> ActionStatus:
        (found,) = self.document.read(action_queries.actions, [self.action])
        return found.status


@pytest.fixture
def floor(plant: Planted) -> Floor:
    document, keys = plant
    above = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.steering, start=datetime(2026, 10, 9, 9)
    ).result
    action = document.edit(
        STEP, actions.add_action, "Flytte hylla", created=TODAY, group_id=keys.group, due=TODAY
    ).result
    return Floor(document, keys.meeting, above, action)


def test_what_is_stuck_stands_first_one_level_up_in_one_step(floor: Floor) -> None:
    before = dump(floor.document)
    floor.answer(STUCK)
    (raised,) = floor.raised()
    assert (raised.text, raised.meeting_id) == ("Flytte hylla: mangler truck", floor.meeting)
    assert floor.agenda_above() == ["Flytte hylla: mangler truck"]
    assert floor.status() is ActionStatus.BLOCKED
    floor.document.undo()
    assert dump(floor.document) == before


def test_another_answer_takes_it_back(floor: Floor) -> None:
    floor.answer(STUCK)
    floor.answer(Answered(answer=Answer.ON_TRACK))
    assert floor.raised() == []
    assert floor.agenda_above() == []
    assert floor.status() is ActionStatus.DOING


def test_an_answer_is_forgotten(floor: Floor) -> None:
    floor.answer(STUCK)
    floor.document.edit(STEP, escalating.forget_answer, floor.meeting, floor.action)
    assert floor.raised() == []
    assert floor.agenda_above() == []
    assert floor.status() is ActionStatus.DOING
    assert floor.document.read(action_queries.follow_ups, meeting_id=floor.meeting) == []


def test_stuck_for_another_reason_goes_up_once(floor: Floor) -> None:
    floor.answer(STUCK)
    floor.answer(STUCK._replace(note="mangler fører"))
    assert [each.text for each in floor.raised()] == ["Flytte hylla: mangler fører"]
    assert floor.agenda_above() == ["Flytte hylla: mangler fører"]


def test_what_was_answered_above_stays(floor: Floor) -> None:
    floor.answer(STUCK)
    (raised,) = floor.raised()
    floor.document.edit(STEP, actions.answer_escalation, raised.id, "Lei en truck", TODAY)
    floor.answer(Answered(answer=Answer.DONE))
    assert [each.answer for each in floor.raised()] == ["Lei en truck"]
    assert floor.agenda_above() == ["Flytte hylla: mangler truck"]


def test_what_waits_above_already_is_not_raised_again(floor: Floor) -> None:
    floor.document.edit(STEP, actions.escalate, "Fra tavla", day=TODAY, action_id=floor.action)
    floor.answer(STUCK)
    assert [each.text for each in floor.raised()] == ["Fra tavla"]
    floor.answer(Answered(answer=Answer.DONE))
    assert [each.text for each in floor.raised()] == ["Fra tavla"]  # this meeting did not raise it


def test_the_agenda_of_a_meeting_that_began_stays_as_it_was(floor: Floor) -> None:
    floor.answer(STUCK)
    floor.document.edit(STEP, meeting_states.start_meeting, floor.above, NOW)
    floor.document.edit(STEP, escalating.withdraw, floor.action, floor.meeting)
    assert floor.raised() == []
    assert floor.agenda_above() == ["Flytte hylla: mangler truck"]


def test_closed_minutes_say_what_they_said(floor: Floor) -> None:
    floor.answer(STUCK)
    floor.document.edit(STEP, meeting_states.close_meeting, floor.meeting)
    before = dump(floor.document)
    with pytest.raises(RuleBroken):
        floor.answer(Answered(answer=Answer.DONE))
    with pytest.raises(RuleBroken):
        floor.document.edit(STEP, escalating.withdraw, floor.action, floor.meeting)
    with pytest.raises(RuleBroken):
        floor.document.edit(STEP, escalating.forget_answer, floor.meeting, floor.action)
    with pytest.raises(RuleBroken):
        floor.document.edit(
            STEP, escalating.escalate_stuck, floor.action, floor.meeting, "mer", NOW
        )
    assert dump(floor.document) == before
