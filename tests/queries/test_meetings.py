"""Meetings with their sums, the next one, agendas and templates."""

from datetime import timedelta

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.meetings import ItemKind, MeetingKind
from lean_desktop.edits import meetings as edits
from lean_desktop.queries import meetings as queries
from tests.plants import START, STEP, Plant

Planted = tuple[Document, Plant]


def test_a_meeting_tells_its_sums_and_names(plant: Planted) -> None:
    document, keys = plant
    (meeting,) = document.read(queries.meetings)
    assert (meeting.id, meeting.number, meeting.name) == (keys.meeting, 1, "Montering")
    assert (meeting.items, meeting.minutes, meeting.planned_minutes) == (3, 50, 45)
    assert (meeting.chair, meeting.note_taker) == ("Åse Ødegård", "Kari Solberg")


def test_the_next_meeting_is_the_one_that_ends_next(plant: Planted) -> None:
    document, keys = plant
    later = document.edit(
        STEP, edits.plan_meeting, group_id=keys.group, start=START + timedelta(days=14)
    ).result
    during = START + timedelta(minutes=10)
    for now, wanted in (
        (START - timedelta(days=1), keys.meeting),
        (during, keys.meeting),
        (START + timedelta(days=1), later),
        (START + timedelta(days=99), later),
    ):
        found = document.read(queries.next_meeting, now)
        assert found
        assert found.id == wanted
    assert document.read(queries.next_meeting, during, group_id=keys.steering) is None


def test_the_agenda_is_a_whole_snapshot(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.add_guest, keys.meeting, name="Ekstern Gjest")
    document.edit(STEP, edits.add_guest, keys.meeting, person_id=keys.ola)
    agenda = document.read(queries.agenda, keys.meeting)
    assert agenda
    assert agenda.members == ("Åse Ødegård", "Kari Solberg")
    assert agenda.guests == ("Ekstern Gjest", "Ola Aas")
    assert [each.item.title for each in agenda.schedule.items] == [
        "Velkommen",
        "Soner",
        "Oppsummering",
    ]
    assert agenda.schedule.over == 5
    assert document.read(queries.agenda, 99) is None
    assert document.read(queries.laid_out, 99) is None


@pytest.mark.parametrize("code", ["nb", "en"])
def test_six_templates_ship_each_with_five_timed_items_that_fit(plant: Planted, code: str) -> None:
    document, _ = plant
    templates = document.read(queries.templates, code)
    assert {template.kind for template in templates} == set(MeetingKind) - {MeetingKind.OTHER}
    for template in templates:
        assert len(template.items) >= 5
        assert template.purpose
        assert any(item.preparation for item in template.items)
        assert 0 < sum(item.minutes for item in template.items) <= template.minutes
        assert all(isinstance(item.kind, ItemKind) for item in template.items)


def test_a_changed_template_stands_in_place_of_ours(plant: Planted) -> None:

    document, _ = plant
    ours = document.read(queries.templates, "nb")
    changed = ours[0]._replace(name="Vårt møte")
    document.edit(STEP, edits.save_template, changed)
    now = document.read(queries.templates, "nb")
    assert [template.key for template in now] == [template.key for template in ours]
    assert (now[0].name, now[0].items, now[0].id) == ("Vårt møte", changed.items, 1)
    document.edit(STEP, edits.remove_template, changed.key)
    assert document.read(queries.templates, "nb") == ours
