"""What meetings and their actions hold of one person, and of nobody else."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.document.schema.meetings import backlog_item
from lean_desktop.domain.actions import ActionStatus, Answer, Answered
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.domain.preparation import Asked
from lean_desktop.domain.recorded import Ready
from lean_desktop.edits import actions, meetings, minutes, organisation, rows
from lean_desktop.queries import recorded as queries
from lean_desktop.queries.meetings import items
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def test_of_somebody_in_no_meeting_nothing_is_held(plant: Planted) -> None:
    document, keys = plant
    for query in (queries.recorded, queries.asked_of, queries.own_actions, queries.waiting_for):
        assert document.read(query, keys.ola) == []


@pytest.mark.parametrize(
    "arrived", [Arrived(Arrival.LATE, 7), Arrived(Arrival.ON_TIME), Arrived(Arrival.OFF_SHIFT)]
)
def test_how_the_person_came(plant: Planted, arrived: Arrived) -> None:
    document, keys = plant
    others = Arrived(Arrival.ABSENT)
    document.edit(
        STEP,
        minutes.record_arrivals,
        keys.meeting,
        {keys.kari: arrived, keys.ola: others, keys.boss: others},
    )
    (found,) = document.read(queries.recorded, keys.kari)
    assert found.meeting.id == keys.meeting
    assert (found.arrived, found.represented_by, found.came_for) == (arrived, "", ())
    assert (found.prepared, found.had_a_say) == ((), None)


def test_who_came_instead_is_told_to_both(plant: Planted) -> None:
    document, keys = plant
    sent = Arrived(Arrival.EXCUSED, represented_by_id=keys.ola)
    came = {keys.kari: sent, keys.boss: sent, keys.ola: Arrived(Arrival.ON_TIME)}
    document.edit(STEP, minutes.record_arrivals, keys.meeting, came)
    (kari,) = document.read(queries.recorded, keys.kari)
    (ola,) = document.read(queries.recorded, keys.ola)
    assert (kari.arrived, kari.represented_by, kari.came_for) == (sent, "Ola Aas", ())
    assert ola.arrived == Arrived(Arrival.ON_TIME)
    assert ola.came_for == ("Kari Solberg", "Åse Ødegård")


def test_who_only_came_instead_is_recorded_too(plant: Planted) -> None:
    document, keys = plant
    sent = Arrived(Arrival.ABSENT, represented_by_id=keys.ola)
    document.edit(STEP, minutes.record_arrivals, keys.meeting, {keys.kari: sent})
    (found,) = document.read(queries.recorded, keys.ola)
    assert (found.arrived, found.came_for) == (None, ("Kari Solberg",))


def test_what_the_person_had_prepared_task_by_task(plant: Planted) -> None:
    document, keys = plant
    document.edit(
        STEP,
        meetings.add_item,
        keys.meeting,
        "Ovn",
        tasks=[Asked("Les"), Asked("Mål", keys.kari), Asked("Regn", keys.ola)],
    )
    document.edit(STEP, minutes.record_prepared, keys.meeting, {keys.kari: How.PARTLY})
    (found,) = document.read(queries.recorded, keys.kari)
    assert found.prepared == (Ready(How.PARTLY, "Les"), Ready(How.PARTLY, "Mål"))


def test_prepared_for_the_meeting_where_nothing_was_asked(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, minutes.record_prepared, keys.meeting, {keys.kari: How.YES})
    (found,) = document.read(queries.recorded, keys.kari)
    assert found.prepared == (Ready(How.YES),)


@pytest.mark.parametrize("said", [True, False])
def test_whether_the_person_had_a_say(plant: Planted, said: bool) -> None:
    document, keys = plant
    told = {keys.kari: said, keys.ola: not said}
    document.edit(STEP, minutes.record_contributions, keys.meeting, told)
    (found,) = document.read(queries.recorded, keys.kari)
    assert found.had_a_say is said


def test_meetings_stand_in_the_order_they_were_held(plant: Planted) -> None:
    document, keys = plant
    earlier = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START - timedelta(7)
    ).result
    document.edit(STEP, minutes.record_contributions, keys.meeting, {keys.kari: True})
    document.edit(STEP, minutes.record_arrivals, earlier, {keys.kari: Arrived(Arrival.EXCUSED)})
    found = document.read(queries.recorded, keys.kari)
    assert [each.meeting.id for each in found] == [earlier, keys.meeting]


def test_tasks_asked_of_the_person_alone(plant: Planted) -> None:
    document, keys = plant
    tasks = [Asked("Mål", keys.kari), Asked("Les"), Asked("Regn", keys.ola), Asked("Se", keys.kari)]
    document.edit(STEP, meetings.add_item, keys.meeting, "Ovn", tasks=tasks)
    found = document.read(queries.asked_of, keys.kari)
    assert [(each.meeting.id, each.item, each.task.task) for each in found] == [
        (keys.meeting, "Ovn", "Mål"),
        (keys.meeting, "Ovn", "Se"),
    ]


def test_tasks_stand_in_the_order_of_their_meetings(plant: Planted) -> None:
    document, keys = plant
    earlier = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START - timedelta(7)
    ).result
    for meeting in (keys.meeting, earlier):
        document.edit(STEP, meetings.add_item, meeting, "Ovn", tasks=[Asked("Mål", keys.kari)])
    found = document.read(queries.asked_of, keys.kari)
    assert [each.meeting.id for each in found] == [earlier, keys.meeting]


def test_actions_with_every_move_and_answer_whatever_became_of_them(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, _act, keys)
    moved, dropped = document.read(queries.own_actions, keys.kari)
    assert (moved.action.title, dropped.action.title) == ("Bestille tape", "Male gulv")
    assert dropped.action.status is ActionStatus.CANCELLED
    assert [(each.new_due, each.reason) for each in moved.moves] == [(date(2026, 10, 20), "Syk")]
    assert [each.answered.answer for each in moved.asked] == [Answer.NEW_DATE]
    assert (dropped.moves, dropped.asked) == ((), ())


def test_what_waits_until_a_group_has_time_for_it(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, _wait, keys)
    found = document.read(queries.waiting_for, keys.kari)
    assert [(each.group, each.item.title) for each in found] == [
        ("Montering", "Ovn"),
        ("Montering", "Gulv"),
        ("Styringsgruppe", "Penger"),
    ]


def test_a_namesake_is_told_nothing_of_the_other(plant: Planted) -> None:
    document, keys = plant
    other = document.edit(
        STEP, organisation.add_person, first_name="Kari", last_name="Solberg"
    ).result
    document.edit(STEP, _act, keys)
    document.edit(STEP, minutes.record_contributions, keys.meeting, {keys.kari: True})
    assert document.read(queries.own_actions, other) == []
    assert document.read(queries.recorded, other) == []


def test_items_presented_are_not_tasks(plant: Planted) -> None:
    document, keys = plant
    assert any(each.presenter_id == keys.boss for each in document.read(items))
    assert document.read(queries.asked_of, keys.boss) == []


def _act(connection: Connection, /, keys: Plant) -> None:
    due = date(2026, 10, 9)
    tape = actions.add_action(
        connection, "Bestille tape", created=TODAY, owner_id=keys.kari, due=due
    )
    actions.add_action(connection, "Rydde", created=TODAY, owner_id=keys.ola, due=due)
    paint = actions.add_action(connection, "Male gulv", created=TODAY, owner_id=keys.kari)
    actions.set_status(connection, [paint], ActionStatus.CANCELLED, TODAY)
    later = Answered(True, Answer.NEW_DATE, date(2026, 10, 20), "Syk")
    actions.answer(connection, keys.meeting, {tape: later}, day=TODAY)


def _wait(connection: Connection, /, keys: Plant) -> None:
    for group, position, title, who in (
        (keys.steering, 0, "Penger", keys.kari),
        (keys.group, 1, "Gulv", keys.kari),
        (keys.group, 0, "Ovn", keys.kari),
        (keys.group, 2, "Lys", keys.ola),
        (keys.group, 3, "Luft", None),
    ):
        values = {"group_id": group, "position": position, "title": title, "presenter_id": who}
        rows.add(connection, backlog_item, values)
