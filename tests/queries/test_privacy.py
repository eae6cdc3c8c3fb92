"""Everything that points at a person or names one is in their record."""

from datetime import date

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.minutes import Arrival, Arrived
from lean_desktop.domain.privacy import TEXT_NAMES, Mention, Part, PersonRecord
from lean_desktop.domain.reorganisation import What
from lean_desktop.edits import (
    agreements,
    meetings,
    minutes,
    organisation,
    reorganisation,
    reporting,
    workspace,
)
from lean_desktop.queries import privacy as queries
from tests.one_of_each import one_of_each, write_everywhere
from tests.plants import START, STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Places = set[tuple[str, str]]

POINTING = {
    ("unit", "leader_id"),
    ("person", "manager_id"),
    ("membership", "person_id"),
    ("meeting", "chair_id"),
    ("meeting", "note_taker_id"),
    ("meeting_guest", "person_id"),
    ("agenda_item", "presenter_id"),
    ("role_assignment", "person_id"),
    ("signature", "person_id"),
    ("reporting_line", "person_id"),
    ("reporting_line", "manager_id"),
    ("chart_branch", "person_id"),  # how boxes below the person's lie in the chart, no more
    ("proposal", "person_id"),
    ("proposal", "to_person_id"),
    ("attendance", "person_id"),
    ("attendance", "represented_by_id"),
    ("prepared", "person_id"),
    ("contribution", "person_id"),
    ("preparation", "person_id"),
    ("action", "owner_id"),
    ("action_helper", "person_id"),
    ("idea", "person_id"),
    ("backlog_item", "presenter_id"),
    ("requirement", "person_id"),
    ("assessment", "person_id"),
    ("assessment", "by_id"),
    ("practice", "person_id"),
    ("exemption", "person_id"),
    ("course_session", "trainer_id"),
    ("session_participant", "person_id"),
    ("training_item", "person_id"),
    ("training_item", "trainer_id"),
    ("diploma", "person_id"),
    *((table, "owner_id") for table in ("cascade_plan", "wave", "phase", "checklist_item")),
    *((table, "owner_id") for table in ("activity", "project")),
    ("matrix_order", "person_id"),  # where the person's row stands, no more
}
"""Every column that points at a person; the tests below say where each shows."""

NAMING_NOBODY = {
    ("workspace", "uuid"),
    ("workspace", "name"),
    ("workspace", "company"),
    ("counter", "name"),
    ("draft", "field"),
    ("meeting_template", "key"),
    ("membership", "role"),
    ("template_item", "presenter"),
    ("mandate", "group_kind"),
    ("chart_branch", "leaves"),
    ("proposal", "what"),
    *((table, "kind") for table in ("group", "meeting", "agenda_item", "role")),
    *((table, "kind") for table in ("meeting_template", "template_item")),
    *((table, "kind") for table in ("meeting_series", "backlog_item")),
    *(("meeting_series", column) for column in ("rule", "when_closed", "template_key")),
    ("shift_rota", "cycle"),
    ("meeting", "state"),
    ("agenda_item", "outcome"),
    ("attendance", "arrival"),
    ("prepared", "how"),
    ("idea", "state"),
    ("action", "source"),
    ("action", "status"),
    ("follow_up", "answer"),
    ("action", "pdca"),
    ("action_photo", "moment"),
    ("board_column", "statuses"),
    ("own_field", "kind"),
    ("skill", "scale"),
    ("assessment", "kind"),
    ("training_item", "way"),
    *((table, "kind") for table in ("wave", "criterion", "hours_needed", "phase_template")),
    *((table, "part") for table in ("hours_there", "hours_needed")),
    *(("dependency", "tie"), ("gate", "decision"), ("criterion", "rate")),
    *(("activity", "status"), ("project", "pdca")),
    *((table, "role_kind") for table in ("requirement", "ladder_step")),
    *(("own_word", form) for form in ("word", "one", "the_one", "several", "the_several")),
}
"""Columns of text that hold words of ours, or name the firm."""


DAYS = {
    *("active_from", "active_to", "valid_from", "valid_to", "planned_start", "planned_end"),
    *("review", "signed", "due", "manager_since", "made", "first_day", "last_day", "first_start"),
    *("planned_to", "slot", "actual_start", "actual_end", "reopened", "noted", "created"),
    *("first_due", "done", "status_since", "changed", "old_due", "new_due", "day", "raised"),
    *("answered", "item_since", "paused_since", "written"),
    *("begins", "wished", "decided", "met", "reached", "start", "finish", "closed"),
    *("ended", "valid_until", "since", "until", "by_when", "starts"),
}
"""Columns that hold a day or a moment, whatever table they are in."""


def record_of(document: Document, person_id: int) -> PersonRecord:
    found = document.read(queries.person_record, person_id, today=TODAY)
    assert found is not None
    return found


def test_no_column_that_points_at_a_person_is_forgotten(plant: Planted) -> None:
    document, _ = plant
    assert document.read(_pointing, document.table_names()) == POINTING


def test_no_column_of_free_text_is_forgotten(plant: Planted) -> None:
    document, _ = plant
    texts = document.read(_texts, document.table_names())
    assert {each for each in texts if each[0] != "person"} - NAMING_NOBODY == set(TEXT_NAMES)


def test_the_record_has_all_that_points_at_the_person(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.add_guest, keys.meeting, person_id=keys.kari)
    document.edit(STEP, agreements.sign, 1, [keys.boss], TODAY)
    boss, kari = record_of(document, keys.boss), record_of(document, keys.kari)
    assert boss.manages == ("Ola Aas", "Kari Solberg")
    assert [unit.name for unit in kari.leads] == ["Støperi"]
    assert [each.group for each in kari.memberships] == ["Montering"]
    assert [(each.role, each.deputy) for each in boss.roles] == [("Fasilitator", False)]
    assert [(each.place, each.deputy) for each in kari.roles] == [("Montering", True)]
    assert [(each.group, each.version) for each in boss.signatures] == [("Montering", 1)]
    assert kari.signatures == ()
    (led,), (written,) = boss.meetings, kari.meetings
    assert led.parts == (Part.CHAIR, Part.PRESENTER)
    assert [item.title for item in led.items] == ["Velkommen", "Soner", "Oppsummering"]
    assert written.parts == (Part.NOTE_TAKER, Part.GUEST)
    assert written.items == ()


def test_lines_and_drafts_about_the_person_are_in_the_record(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, reporting.add_dotted, keys.ola, keys.kari)
    document.edit(STEP, reporting.report_to, [keys.kari], None, TODAY)
    draft = document.edit(STEP, reorganisation.begin, "Neste år", TODAY).result
    document.edit(
        STEP, reorganisation.propose, draft, What.MANAGER, keys.ola, keys.kari, today=TODAY
    )
    kari, ola, boss = (record_of(document, key) for key in (keys.kari, keys.ola, keys.boss))
    assert [(each.person, each.manager) for each in kari.lines] == [
        ("Ola Aas", "Kari Solberg"),
        ("Kari Solberg", "Åse Ødegård"),
    ]
    assert (len(ola.lines), len(boss.lines)) == (1, 1)
    assert kari.drafted == ola.drafted
    assert [each.draft for each in kari.drafted] == ["Neste år"]
    assert boss.drafted == ()


def test_what_meetings_recorded_of_the_person_is_in_the_record(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, one_of_each, keys)
    came = Arrived(Arrival.ABSENT, represented_by_id=keys.kari)
    document.edit(STEP, minutes.record_arrivals, keys.meeting, {keys.ola: came})
    for table, column in (
        ("preparation", "person_id"),
        ("action", "owner_id"),
        ("idea", "person_id"),
        ("backlog_item", "presenter_id"),
    ):
        document.edit(STEP, write_everywhere, table, column, keys.kari)
    kari, boss = record_of(document, keys.kari), record_of(document, keys.boss)
    assert [each.came_for for each in kari.recorded] == [("Ola Aas",)]
    assert [each.task.task for each in kari.asked] == ["Les"]
    assert [each.action.title for each in kari.actions] == ["Bestille"]
    assert [each.text for each in kari.ideas] == ["Tavle"]
    assert [(each.group, each.item.title) for each in kari.waiting] == [("Montering", "Ny ovn")]
    assert [boss.recorded, boss.asked, boss.actions, boss.ideas, boss.waiting] == [()] * 5


def test_a_person_who_is_gone_has_no_record(plant: Planted) -> None:
    document, _ = plant
    assert document.read(queries.person_record, 999, today=TODAY) is None
    assert document.read(queries.mentions, 999) == []


def test_memberships_of_all_times_are_in_the_record(plant: Planted) -> None:
    document, keys = plant
    (joining,) = record_of(document, keys.ola).memberships
    assert joining.valid_from == date(2026, 11, 1)


@pytest.mark.parametrize("place", sorted(set(TEXT_NAMES) - {("draft", "text")}))
def test_a_mention_in_any_text_is_found(plant: Planted, place: tuple[str, str]) -> None:
    document, keys = plant
    table, column = place
    document.edit(STEP, one_of_each, keys)
    document.edit(STEP, write_everywhere, table, column, "Spør Kari Solberg")
    found = document.read(queries.mentions, keys.kari)
    assert {(each.table, each.column, each.certain) for each in found} == {(*place, True)}


def test_a_mention_says_where_it_stands(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, one_of_each, keys)
    document.edit(STEP, write_everywhere, "preparation", "task", "Kari tar med tegning")
    found = document.read(queries.mentions, keys.kari)
    assert [(each.of, each.day, each.certain) for each in found] == [
        ("Montering", START.date(), False)
    ]
    assert found[0].where == "Preparation of an agenda item"


@pytest.mark.parametrize(
    ("table", "column", "of"),
    [
        ("meeting_series", "place", "unit_id"),
        ("escalation", "text", "from_unit_id"),
        ("daily_mark", "deviation", None),
    ],
)
def test_what_belongs_to_a_unit_stands_under_its_name(
    plant: Planted, table: str, column: str, of: str | None
) -> None:
    document, keys = plant
    document.edit(STEP, one_of_each, keys)
    document.edit(STEP, write_everywhere, "meeting", "group_id", None)
    document.edit(STEP, write_everywhere, "meeting", "unit_id", keys.foundry)
    if of:
        document.edit(STEP, write_everywhere, table, of, keys.foundry)
    document.edit(STEP, write_everywhere, table, column, "Spør Kari Solberg")
    assert [each.of for each in document.read(queries.mentions, keys.kari)] == ["Støperi"]


@pytest.mark.parametrize(
    ("table", "column", "of", "day"),
    [
        ("role", "purpose", {"Fasilitator, Montering", "Koordinator"}, None),
        ("mandate", "text", {""}, date(2026, 3, 1)),
        ("agreement", "ground_rules", {"Montering"}, date(2026, 3, 1)),
    ],
)
def test_a_mention_in_a_role_a_mandate_or_an_agreement_says_where_it_stands(
    plant: Planted, table: str, column: str, of: set[str], day: date | None
) -> None:
    document, keys = plant
    document.edit(STEP, write_everywhere, table, column, "Spør Kari Solberg")
    found = document.read(queries.mentions, keys.kari)
    assert {(each.of, each.day) for each in found} == {(place, day) for place in of}


def test_the_certain_ones_come_first(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_groups, [keys.group], purpose="Som Kari vil")
    document.edit(STEP, meetings.change_meetings, [keys.meeting], purpose="Til Kari Solberg")
    assert [each.certain for each in document.read(queries.mentions, keys.kari)] == [True, False]


def test_a_name_two_people_have_is_not_certain(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.add_person, first_name="KARI", last_name="Solberg")
    document.edit(STEP, meetings.change_meetings, [keys.meeting], purpose="Til Kari Solberg")
    assert [each.certain for each in document.read(queries.mentions, keys.kari)] == [False]


def test_drafts_of_the_person_are_held_too(plant: Planted) -> None:
    document, keys = plant
    document.aside(workspace.keep_draft, f"person:{keys.kari}:phone", "9123")
    document.aside(workspace.keep_draft, f"person:{keys.ola}:phone", "4567")
    document.aside(workspace.keep_draft, f"meeting:{keys.meeting}:purpose", "Kari Solberg spør")
    texts = [each.text for each in record_of(document, keys.kari).mentions]
    assert sorted(texts) == ["9123", "Kari Solberg spør"]


def test_every_mention_can_be_named() -> None:
    for table, column in TEXT_NAMES:
        assert Mention(table, 1, column, "", True).where


def _pointing(connection: Connection, tables: list[str]) -> Places:
    return {
        (table, row["from"])
        for table in tables
        for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")').mappings()
        if row["table"] == "person"
    }


def _texts(connection: Connection, tables: list[str]) -> Places:
    return {
        (table, row["name"])
        for table in tables
        for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")').mappings()
        if row["type"] == "TEXT" and row["name"] not in DAYS
    }
