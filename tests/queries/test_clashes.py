"""Who is taken by which meeting."""

from datetime import timedelta

from lean_desktop.document.document import Document
from lean_desktop.domain.clashes import BusyTime, Clash, clashes
from lean_desktop.edits import meeting_states, meetings, organisation
from lean_desktop.queries import clashes as queries
from lean_desktop.queries.meetings import meetings as all_meetings
from tests.plants import START, STEP, TODAY, Plant
from tests.series_plant import DAY, join, plan

Planted = tuple[Document, Plant]

END = START + timedelta(minutes=45)


def test_members_on_the_day_guests_and_those_with_a_part_are_taken(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.change_meetings, [keys.meeting], place="Rom 1")
    two = {keys.boss, keys.kari}  # the third is a member from November on
    assert document.read(queries.busy_times, TODAY, TODAY) == [
        BusyTime(keys.meeting, START, END, "Rom 1", frozenset(two))
    ]
    others = [
        document.edit(STEP, organisation.add_person, first_name=name).result for name in "abcd"
    ]
    document.edit(STEP, meetings.add_guest, keys.meeting, person_id=others[0])
    document.edit(STEP, meetings.add_guest, keys.meeting, name="Gjest")
    document.edit(STEP, meetings.change_items, [1], presenter_id=others[1])
    fields = {"chair_id": others[2], "note_taker_id": others[3]}
    document.edit(STEP, meetings.change_meetings, [keys.meeting], **fields)
    (busy,) = document.read(queries.busy_times, TODAY, TODAY)
    assert busy.person_ids == {*two, *others}


def test_the_window_and_what_is_called_off(plant: Planted) -> None:
    document, keys = plant
    late = document.edit(STEP, meetings.plan_meeting, group_id=None, start=START).result
    times = {
        "planned_start": START + timedelta(hours=10),
        "planned_end": START + timedelta(hours=14),
    }
    document.edit(STEP, meetings.change_meetings, [late], **times)

    def there(days: int) -> list[int]:
        day = TODAY + days * DAY
        return [each.id for each in document.read(queries.busy_times, day, day)]

    assert [there(days) for days in (-1, 0, 1, 2)] == [[], [keys.meeting, late], [late], []]
    midnight = START + timedelta(hours=11)
    document.edit(STEP, meetings.change_meetings, [late], planned_end=midnight)
    assert [there(0), there(1)] == [[keys.meeting, late], []]
    document.edit(STEP, meeting_states.cancel_meetings, [late])
    assert there(0) == [keys.meeting]


def test_a_member_is_taken_from_the_first_day_to_the_last(plant: Planted) -> None:
    document, keys = plant
    eva, per = (
        document.edit(STEP, organisation.add_person, first_name=name).result
        for name in ("Eva", "Per")
    )
    join(document, keys.group, eva, TODAY, TODAY)
    join(document, keys.group, per, TODAY - 9 * DAY, TODAY - DAY)
    (busy,) = document.read(queries.busy_times, TODAY, TODAY)
    assert busy.person_ids == {keys.boss, keys.kari, eva}


def test_two_series_at_the_same_time_clash(plant: Planted) -> None:
    document, keys = plant
    plan(document, keys)
    document.edit(STEP, organisation.add_members, keys.steering, [keys.kari])
    plan(document, keys, group_id=keys.steering, place="tavlerom 2 ")
    busy = document.read(queries.busy_times, TODAY, TODAY + 60 * DAY)
    assert clashes(busy) == [Clash(2 + n, 8 + n, (keys.kari,), "Tavlerom 2") for n in range(6)]


def test_what_one_meeting_clashes_with_is_named(plant: Planted) -> None:
    document, keys = plant
    later = document.edit(
        STEP, meetings.plan_meeting, group_id=None, start=START + timedelta(minutes=30), title="5S"
    ).result
    document.edit(STEP, meetings.change_meetings, [keys.meeting, later], place="Rom 1")
    document.edit(STEP, meetings.add_guest, later, person_id=keys.kari)
    (one,) = document.read(all_meetings, [keys.meeting])
    (other,) = document.read(all_meetings, [later])
    (found,) = document.read(queries.clashing_with, one)
    assert found[:4] == (later, "5S", other.planned_start, "Rom 1")
    assert len(found.people) == 1
    assert [each.name for each in document.read(queries.clashing_with, other)] == [one.name]
    document.edit(STEP, meeting_states.cancel_meetings, [later])
    assert document.read(queries.clashing_with, one) == []
