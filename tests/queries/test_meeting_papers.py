"""Snapshots of meetings for paper."""

from datetime import date, datetime, timedelta

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus, Answer, Answered
from lean_desktop.domain.minutes import Arrival, Arrived
from lean_desktop.domain.preparation import Asked
from lean_desktop.edits import actions, meeting_states, meetings, minutes
from lean_desktop.queries import meeting_papers as queries
from lean_desktop.queries import meetings as read
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def act(document: Document, keys: Plant, title: str, owner: int, due: date) -> int:
    return document.edit(
        STEP,
        actions.add_action,
        title,
        created=date(2026, 9, 1),
        group_id=keys.group,
        owner_id=owner,
        due=due,
    ).result


def test_the_agenda_brings_open_actions_and_ground_rules(plant: Planted) -> None:
    document, keys = plant
    late = act(document, keys, "Merke soner", keys.kari, date(2026, 10, 3))
    act(document, keys, "Senere", keys.kari, date(2026, 12, 1))
    done = act(document, keys, "Ferdig", keys.kari, date(2026, 9, 20))
    document.edit(STEP, actions.set_status, [done], ActionStatus.DONE, TODAY)
    found = document.read(queries.agenda, keys.meeting)
    assert found
    assert [each.title for each in found.asked] == ["Merke soner", "Senere"]
    assert found.asked[0].id == late
    assert (found.rules, found.agreement_version) == (("Møte presis",), 1)


def test_minutes_tell_what_was_recorded_and_nothing_private(plant: Planted) -> None:
    document, keys = plant
    items = document.read(read.items, meeting_id=keys.meeting)
    moved = act(document, keys, "Merke soner", keys.kari, date(2026, 10, 3))
    now = Answered(answer=Answer.NEW_DATE, due=date(2026, 10, 20), note="venter på tape")
    document.edit(STEP, actions.answer, keys.meeting, {moved: now}, day=TODAY)
    document.edit(STEP, minutes.add_decision, keys.meeting, "Gule soner", items[1].id)
    document.edit(STEP, minutes.add_note, keys.meeting, "Åpent notat")
    document.edit(STEP, minutes.add_note, keys.meeting, "Bare for meg", private=True)
    document.edit(
        STEP, minutes.record_arrivals, keys.meeting, {keys.kari: Arrived(Arrival.ON_TIME)}
    )
    document.edit(STEP, actions.add_idea, "Skyggetavle", day=TODAY, meeting_id=keys.meeting)
    document.edit(STEP, minutes.rate, keys.meeting, 4, 5, 6)
    following = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.group, start=START + timedelta(days=14)
    ).result
    document.edit(STEP, meeting_states.close_meeting, keys.meeting)
    found = document.read(queries.minutes, keys.meeting)
    assert found
    assert [each.name for each in found.decisions] == ["1/2026"]
    assert [each.text for each in found.notes] == ["Åpent notat"]
    assert found.followed[0].moved
    assert found.followed[0].moved.reason == "venter på tape"
    assert found.ideas == ("Skyggetavle",)
    assert (found.rating.answers, found.rating.running) == (1, 5)
    assert found.next
    assert found.next.id == following


def test_whoever_has_nothing_to_prepare_gets_no_sheet(plant: Planted) -> None:
    document, keys = plant
    items = document.read(read.items, meeting_id=keys.meeting)
    document.edit(STEP, meetings.set_tasks, items[1].id, [Asked("Tallene", keys.kari)])
    (only,) = document.read(queries.preparing, keys.meeting)
    assert (only.person, [each.task.task for each in only.tasks]) == ("Kari Solberg", ["Tallene"])
    document.edit(STEP, meetings.set_tasks, items[2].id, [Asked("Ett forslag")])
    sheets = document.read(queries.preparing, keys.meeting)
    assert [each.person for each in sheets] == ["Åse Ødegård", "Kari Solberg"]
    assert sheets[0].tasks[0].everyone


def test_the_pack_has_the_weeks_meetings_in_order(plant: Planted) -> None:
    document, keys = plant
    early = document.edit(
        STEP, meetings.plan_meeting, group_id=keys.steering, start=datetime(2026, 10, 5, 8)
    ).result
    for start in (datetime(2026, 10, 12, 8), datetime(2026, 10, 4, 23)):
        document.edit(STEP, meetings.plan_meeting, group_id=keys.steering, start=start)
    pack = document.read(queries.week_pack, date(2026, 10, 8))
    assert pack.monday == date(2026, 10, 5)
    assert [each.meeting.id for each in pack.agendas] == [early, keys.meeting]


def test_actions_are_listed_per_person_by_date(plant: Planted) -> None:
    document, keys = plant
    act(document, keys, "Senere", keys.kari, date(2026, 12, 1))
    act(document, keys, "Først", keys.kari, date(2026, 10, 1))
    act(document, keys, "Ås", keys.boss, date(2026, 10, 1))
    everyone = document.read(queries.person_actions, today=TODAY)
    assert [each.person for each in everyone] == ["Kari Solberg", "Åse Ødegård"]
    (kari,) = document.read(queries.person_actions, today=TODAY, person_id=keys.kari)
    assert [each.title for each in kari.actions] == ["Først", "Senere"]


def test_what_is_sent_out_before_a_meeting(plant: Planted) -> None:
    document, keys = plant
    item = document.read(read.items, meeting_id=keys.meeting)[0].id
    document.edit(STEP, meetings.set_tasks, item, [Asked("Les saken", keys.kari)])
    out = document.read(queries.preparation_out, keys.meeting)
    assert out
    assert (out.meeting.id, out.number) == (keys.meeting, 1)
    assert [each.item.title for each in out.items] == ["Velkommen", "Soner", "Oppsummering"]
    assert out.people == tuple(document.read(queries.preparing, keys.meeting))
    assert [each.person_id for each in out.people] == [keys.kari]
    assert document.read(queries.preparation_out, 99) is None
