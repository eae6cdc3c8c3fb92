"""One level up and back: first on the next agenda there, and the answer on the card."""

from datetime import datetime, timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import Escalation
from lean_desktop.domain.meetings import AgendaItem, ItemKind
from lean_desktop.edits import actions, carrying, meeting_states, meetings
from lean_desktop.edits import escalating as edits
from lean_desktop.queries import actions as queries
from lean_desktop.queries import meetings as meeting_queries
from tests.dumps import dump
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
NOW = START + timedelta(minutes=20)
SOON, LATER = datetime(2026, 10, 13, 9), datetime(2026, 10, 27, 9)


def planned(document: Document, group: int, start: datetime) -> int:
    key = document.edit(STEP, meetings.plan_meeting, group_id=group, start=start).result
    for title in ("Velkommen", "Økonomi"):
        document.edit(STEP, meetings.add_item, key, title, section="Fast")
    return key


@pytest.fixture
def above(plant: Planted) -> tuple[Document, Plant, int, int]:
    """Two meetings of the steering group to come, and an action of the group below."""
    document, keys = plant
    planned(document, keys.steering, datetime(2026, 9, 29, 9))  # It is over.
    soon, later = (planned(document, keys.steering, start) for start in (SOON, LATER))
    document.edit(STEP, actions.add_action, "Merke soner", created=TODAY, group_id=keys.group)
    return document, keys, soon, later


def escalated(document: Document, keys: Plant, text: str = "Tape mangler") -> int:
    given = {"action_id": 1, "group_id": keys.group, "meeting_id": keys.meeting}
    return document.edit(STEP, edits.escalate_at_once, text, NOW, **given).result


def told(document: Document) -> Escalation:
    return document.read(queries.escalations)[-1]


def agenda(document: Document, meeting: int) -> list[AgendaItem]:
    return document.read(meeting_queries.items, meeting_id=meeting)


def titles(document: Document, meeting: int) -> list[str]:
    return [each.title for each in agenda(document, meeting)]


def test_it_stands_first_on_the_next_agenda_one_level_up(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, later = above
    before = dump(document)
    escalated(document, keys, "Tape mangler\nLinje 1 står")
    after = dump(document)
    first, *rest = agenda(document, soon)
    assert (first.title, first.kind, first.section) == ("Tape mangler", ItemKind.DECISION, "")
    assert [each.title for each in rest] == ["Velkommen", "Økonomi"]
    assert told(document).item_id == first.id
    assert titles(document, later) == ["Velkommen", "Økonomi"]
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_several_stand_in_the_order_they_were_raised_each_once(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, _ = above
    document.edit(STEP, actions.escalate, "Truck", day=TODAY, group_id=keys.group)
    document.edit(STEP, actions.escalate, "Folk", day=TODAY, unit_id=keys.foundry)
    document.edit(STEP, carrying.bring_to_next, keys.steering, NOW)
    assert titles(document, soon) == ["Truck", "Folk", "Velkommen", "Økonomi"]
    assert not document.edit(STEP, carrying.bring_to_next, keys.steering, NOW).changes


def test_the_answer_given_there_returns_to_the_card(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, later = above
    key = escalated(document, keys)
    (card,) = document.read(queries.actions, [1])
    assert card.escalated
    document.edit(STEP, actions.answer_escalation, key, "Innkjøp bestiller", SOON.date())
    (card,) = document.read(queries.actions, [1])
    assert not card.escalated
    (on_card,) = document.read(queries.escalations, action_id=1)
    assert (on_card.answer, on_card.receiver) == ("Innkjøp bestiller", "Styringsgruppe")
    document.edit(STEP, meeting_states.close_meeting, soon)
    document.edit(STEP, meeting_states.call_meetings, [later])
    assert titles(document, later) == ["Velkommen", "Økonomi"]


def test_at_the_top_it_waits_without_an_agenda(plant: Planted) -> None:
    document, keys = plant
    given = {"group_id": keys.steering}
    document.edit(STEP, edits.escalate_at_once, "Midler", NOW, **given)
    assert (told(document).to_group_id, told(document).item_id) == (None, None)


def test_it_waits_for_a_meeting_to_be_called_when_none_was_planned(plant: Planted) -> None:
    document, keys = plant
    escalated_key = document.edit(
        STEP, edits.escalate_at_once, "Truck", NOW, group_id=keys.group
    ).result
    assert told(document).item_id is None
    soon = planned(document, keys.steering, SOON)
    before = dump(document)
    document.edit(STEP, meeting_states.call_meetings, [soon])
    after = dump(document)
    assert titles(document, soon) == ["Truck", "Velkommen", "Økonomi"]
    assert (told(document).id, told(document).item_id) == (
        escalated_key,
        agenda(document, soon)[0].id,
    )
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_it_waits_for_a_meeting_to_be_started_when_none_was_called(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.escalate_at_once, "Truck", NOW, group_id=keys.group)
    soon = planned(document, keys.steering, SOON)
    document.edit(STEP, meeting_states.start_meeting, soon, SOON)
    assert titles(document, soon)[0] == "Truck"


def test_of_several_meetings_called_at_once_the_first_has_it(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.escalate_at_once, "Truck", NOW, group_id=keys.group)
    later, soon = (planned(document, keys.steering, start) for start in (LATER, SOON))
    document.edit(STEP, meeting_states.call_meetings, [later, soon])
    assert titles(document, soon) == ["Truck", "Velkommen", "Økonomi"]
    assert titles(document, later) == ["Velkommen", "Økonomi"]


@pytest.mark.parametrize("how", ["closed", "called off"])
def test_unanswered_it_goes_on_to_the_next(
    above: tuple[Document, Plant, int, int], how: str
) -> None:
    document, keys, soon, later = above
    escalated(document, keys)
    before = dump(document)
    if how == "closed":
        document.edit(STEP, meeting_states.close_meeting, soon)
    else:
        document.edit(STEP, meeting_states.cancel_meetings, [soon])
    after = dump(document)
    assert titles(document, later) == ["Tape mangler", "Velkommen", "Økonomi"]
    assert told(document).item_id == agenda(document, later)[0].id
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_carried_over_it_comes_once_and_can_be_answered_there(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, later = above
    escalated(document, keys)
    item = agenda(document, soon)[0].id
    document.edit(STEP, meeting_states.close_meeting, soon)
    document.edit(STEP, carrying.carry_on, soon, moved=[item], to_meeting_id=later)
    assert titles(document, later).count("Tape mangler") == 1
    assert told(document).item_id == agenda(document, later)[0].id


def test_moved_before_the_meeting_it_stands_first_there_too(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, later = above
    for text in ("Tape mangler", "Truck mangler"):
        escalated(document, keys, text)
    chosen = [each.id for each in agenda(document, soon)[:2]]
    document.edit(STEP, carrying.carry, later, copied=chosen)
    document.edit(STEP, meetings.remove_items, chosen)
    assert titles(document, later) == ["Tape mangler", "Truck mangler", "Velkommen", "Økonomi"]
    items = [each.item_id for each in document.read(queries.escalations)]
    assert items == [each.id for each in agenda(document, later)[:2]]


def test_the_next_meeting_planned_at_the_end_brings_what_waits(
    above: tuple[Document, Plant, int, int],
) -> None:
    document, keys, soon, later = above
    document.edit(STEP, meetings.remove_meetings, [later])
    escalated(document, keys)
    document.edit(STEP, meeting_states.close_meeting, soon)
    left = [each.id for each in agenda(document, soon)]
    key = document.edit(STEP, carrying.carry_on, soon, moved=left[1:], start=LATER).result
    assert key is not None
    assert titles(document, key) == ["Tape mangler", "Velkommen", "Økonomi"]
    document.undo()
    key = document.edit(STEP, carrying.carry_on, soon, moved=left, start=LATER).result
    assert key is not None
    assert sorted(titles(document, key)) == ["Tape mangler", "Velkommen", "Økonomi"]
