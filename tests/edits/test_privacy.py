"""Nothing says who the person was; figures, groups and meetings stay; one undo brings it back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.document.schema.meetings import backlog_item
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.preparation import Asked
from lean_desktop.domain.privacy import TEXT_NAMES, PersonRecord
from lean_desktop.domain.pulse import Rate
from lean_desktop.edits import actions, meetings, minutes, organisation, reporting, rows, workspace
from lean_desktop.edits.meeting_states import close_meeting
from lean_desktop.edits.privacy import anonymise
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import privacy as privacy_queries
from lean_desktop.queries.meetings import agenda, guests
from lean_desktop.queries.organisation import groups, people
from lean_desktop.queries.pulse import group_pulse
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.workspace import drafts
from tests.document.rows import dump, whole_dump
from tests.one_of_each import one_of_each, write_everywhere
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]

SECRETS = ("Kari", "Solberg", "4711", "kari@verk.example", "912 34 567", "Støper", "2008")


@pytest.fixture
def known(plant: Planted) -> Planted:
    """Kari with all her fields, named in texts of others."""
    document, keys = plant
    document.edit(STEP, _tell, keys)
    return plant


def _tell(connection: Connection, /, keys: Plant) -> None:
    organisation.change_people(
        connection,
        [keys.kari],
        number="4711",
        email="kari@verk.example",
        phone="912 34 567",
        title="Støper",
        percent=80.0,
        active_from=date(2008, 8, 18),
        active_to=date(2026, 9, 30),
    )
    organisation.change_people(connection, [keys.ola], manager_id=keys.kari)
    organisation.change_groups(connection, [keys.group], purpose="Kari Solbergs idé")
    meetings.change_meetings(connection, [keys.meeting], purpose="Skriv til kari@verk.example")
    meetings.add_guest(connection, keys.meeting, person_id=keys.kari, name="Kari S.")
    meetings.add_guest(connection, keys.meeting, name="Solberg, Kari")
    meetings.add_item(connection, keys.meeting, "Ny ovn", tasks=[Asked("Ring 91234567")])


@pytest.fixture
def recorded(plant: Planted) -> Planted:
    """Kari in the minutes of a closed meeting, and in what came out of it."""
    document, keys = plant
    document.edit(STEP, _record, keys)
    return plant


def _record(connection: Connection, /, keys: Plant) -> None:
    instead = Arrived(Arrival.EXCUSED, represented_by_id=keys.kari)
    came = {keys.kari: Arrived(Arrival.LATE, 7), keys.boss: Arrived(Arrival.ON_TIME)}
    meetings.add_item(connection, keys.meeting, "Ovn", tasks=[Asked("Måle", keys.kari)])
    meetings.change_meetings(connection, [keys.meeting], private_note="Kari Solberg var stille")
    minutes.record_arrivals(connection, keys.meeting, {**came, keys.ola: instead})
    minutes.record_prepared(connection, keys.meeting, {keys.kari: How.PARTLY})
    minutes.record_contributions(connection, keys.meeting, {keys.kari: False})
    actions.add_action(connection, "Rydde", created=TODAY, owner_id=keys.kari)
    actions.add_idea(connection, "Tavle", day=TODAY, person_id=keys.kari, meeting_id=keys.meeting)
    waiting = {"group_id": keys.group, "position": 0, "title": "Lys", "presenter_id": keys.kari}
    rows.add(connection, backlog_item, waiting)
    close_meeting(connection, keys.meeting, start=START, end=START + timedelta(minutes=50))


def record_of(document: Document, key: int) -> PersonRecord:
    found = document.read(privacy_queries.person_record, key, today=TODAY)
    assert found is not None
    return found


def person(document: Document, key: int) -> Person:
    (found,) = document.read(people, [key], today=TODAY)
    return found


def test_no_trace_is_left_in_any_row(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, anonymise, keys.kari)
    found = [str(row) for table in whole_dump(document).values() for row in table.values()]
    for secret in SECRETS:
        told = [row for row in found if secret in row and "Støperi" not in row]
        assert told == []


def test_the_closed_file_has_no_trace_between_its_rows_either(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, anonymise, keys.kari)
    document.close()
    whole = document.path.read_bytes()
    assert [each for each in ("kari@verk", "Solberg", "912 34 567") if each.encode() in whole] == []


def test_figures_groups_and_meetings_stay(known: Planted) -> None:
    document, keys = known
    before = {table: len(rows) for table, rows in dump(document).items()}
    members = document.read(groups, [keys.group], today=TODAY)[0].members
    assert document.edit(STEP, anonymise, keys.kari).result == "Anonym 1"
    assert {table: len(rows) for table, rows in dump(document).items()} == before
    assert document.read(groups, [keys.group], today=TODAY)[0].members == members
    found = document.read(agenda, keys.meeting)
    assert found is not None
    assert found.meeting.note_taker == "Anonym 1"
    assert person(document, keys.ola).manager == "Anonym 1"
    assert person(document, keys.kari).unit == "Støperi"


def test_texts_speak_of_the_nameless_one(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, anonymise, keys.kari)
    (group,) = document.read(groups, [keys.group], today=TODAY)
    assert group.purpose == "Anonym 1 idé"
    called = [guest.name for guest in document.read(guests, keys.meeting)]
    assert called == ["Anonym 1", "Anonym 1"]


def test_two_mentions_in_one_row_are_both_taken(known: Planted) -> None:
    document, keys = known
    document.edit(
        STEP, meetings.change_meetings, [keys.meeting], title="Kari Solberg", place="Kari Solberg"
    )
    document.edit(STEP, anonymise, keys.kari)
    found = document.read(agenda, keys.meeting)
    assert found is not None
    assert (found.meeting.title, found.meeting.place) == ("Anonym 1", "Anonym 1")


def test_who_has_left_stays_among_those_who_have(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, anonymise, keys.kari)
    nameless = person(document, keys.kari)
    assert (nameless.active_from, nameless.active_to) == (None, date(2026, 1, 1))
    assert not nameless.active_on(TODAY)


def test_texts_that_may_be_about_another_are_left_for_a_human(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.change_meetings, [keys.meeting], purpose="Kari viser ovnen")
    assert len(document.read(privacy_queries.mentions, keys.kari)) == 1
    document.edit(STEP, anonymise, keys.kari)
    found = document.read(agenda, keys.meeting)
    assert found is not None
    assert found.meeting.purpose == "Kari viser ovnen"


def test_a_namesake_keeps_what_is_written_of_them(plant: Planted) -> None:
    document, keys = plant
    other = document.edit(
        STEP, organisation.add_person, first_name="Kari", last_name="Solberg"
    ).result
    document.edit(STEP, meetings.change_meetings, [keys.meeting], purpose="Til Kari Solberg")
    document.edit(STEP, anonymise, keys.kari)
    assert person(document, other).name == "Kari Solberg"
    found = document.read(agenda, keys.meeting)
    assert found is not None
    assert found.meeting.purpose == "Til Kari Solberg"


def test_drafts_that_tell_are_dropped_and_others_kept(plant: Planted) -> None:
    document, keys = plant
    own, other = f"person:{keys.kari}:email", f"meeting:{keys.meeting}:purpose"
    for field, text in ((own, "k@"), (other, "Kari kommer"), ("unit:1:name", "Sto")):
        document.aside(workspace.keep_draft, field, text)
    document.edit(STEP, anonymise, keys.kari)
    assert document.read(drafts) == {"unit:1:name": "Sto"}


def test_it_is_one_step_that_undo_takes_back(known: Planted) -> None:
    document, keys = known
    before = dump(document)
    document.edit(M_("Anonymise a person"), anonymise, keys.kari)
    after = dump(document)
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_whom_the_person_answered_to_goes_and_who_answered_to_them_stays(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, reporting.add_dotted, keys.kari, keys.boss)
    document.edit(STEP, reporting.report_to, [keys.kari], None, TODAY)
    document.edit(STEP, reporting.report_to, [keys.kari], keys.boss, TODAY)
    document.edit(STEP, organisation.change_people, [keys.kari], assistant=True)
    document.edit(STEP, reporting.add_dotted, keys.boss, keys.kari)
    before = dump(document)
    document.edit(STEP, anonymise, keys.kari)
    found = person(document, keys.kari)
    assert (found.manager_id, found.manager_since, found.assistant) == (None, None, False)
    assert [each.manager for each in document.read(lines)] == ["Anonym 1"]
    document.undo()
    assert dump(document) == before


@pytest.mark.parametrize("table", sorted({table for table, _ in TEXT_NAMES} - {"draft"}))
def test_a_name_is_replaced_in_every_text(plant: Planted, table: str) -> None:
    document, keys = plant
    columns = {column for of, column in TEXT_NAMES if of == table}
    document.edit(STEP, one_of_each, keys)
    for column in columns:
        document.edit(STEP, write_everywhere, table, column, "Spør Kari Solberg")
    document.edit(STEP, anonymise, keys.kari)
    found = whole_dump(document)[table].values()
    assert {row[column] for row in found for column in columns} == {"Spør Anonym 1"}


def test_a_private_note_of_a_closed_meeting_forgets_too(recorded: Planted) -> None:
    document, keys = recorded
    document.edit(STEP, anonymise, keys.kari)
    (held,) = document.read(meeting_queries.meetings)
    assert held.locked
    assert held.private_note == "Anonym 1 var stille"


def test_what_was_recorded_stays_under_the_new_name(recorded: Planted) -> None:
    document, keys = recorded
    before = record_of(document, keys.kari)
    document.edit(STEP, anonymise, keys.kari)
    after = record_of(document, keys.kari)
    assert [each[1:] for each in after.recorded] == [each[1:] for each in before.recorded] != []
    assert [each.task.person for each in after.asked] == ["Anonym 1"]
    assert [each.action.owner for each in after.actions] == ["Anonym 1"]
    assert [each.person for each in after.ideas] == ["Anonym 1"]
    assert [each.item.presenter for each in after.waiting] == ["Anonym 1"]
    (stood_in,) = record_of(document, keys.ola).recorded
    assert (stood_in.represented_by, stood_in.came_for) == ("Anonym 1", ())


def test_what_a_group_is_measured_by_stays(recorded: Planted) -> None:
    document, keys = recorded
    before = document.read(group_pulse, keys.group)
    counted = [rate for rate, figure in before.figures.items() if figure.share.whole]
    assert counted == [Rate.ON_TIME, Rate.PREPARED, Rate.CONTRIBUTING]
    document.edit(STEP, anonymise, keys.kari)
    assert document.read(group_pulse, keys.group) == before


def test_a_number_is_never_given_to_two(known: Planted) -> None:
    document, keys = known
    document.edit(STEP, anonymise, keys.kari)
    document.undo()
    assert document.edit(STEP, anonymise, keys.ola).result == "Anonym 2"


def test_somebody_who_is_gone_is_refused(plant: Planted) -> None:
    document, _ = plant
    with pytest.raises(RuleBroken):
        document.edit(STEP, anonymise, 999)
