"""A row in every table the plant has none in, naming nobody; and one text in all of them."""

from typing import Any

from sqlalchemy import Connection, insert

from lean_desktop.document.schema import metadata
from lean_desktop.edits import goals, meetings, reorganisation
from tests.plants import START, TODAY, Plant

ONE_OF_EACH: dict[str, dict[str, Any]] = {
    "closed_period": {"name": "Fellesferie", "first_day": TODAY, "last_day": TODAY},
    "meeting_series": {
        "kind": "other",
        "first_start": START,
        "minutes": 45,
        "rule": "FREQ=WEEKLY",
        "planned_to": TODAY,
    },
    "gone_meeting": {
        "calendar_number": 9,
        "sequence": 1,
        "name": "Møte",
        "planned_start": START,
        "planned_end": START,
    },
    "meeting_template": {"key": "own", "kind": "other", "name": "Egen", "minutes": 5},
    "template_item": {
        "template_id": 1,
        "position": 0,
        "title": "Sak",
        "kind": "round",
        "minutes": 5,
    },
    "preparation": {"agenda_item_id": 1, "position": 0, "task": "Les"},
    "agenda_link": {"agenda_item_id": 1, "target": "https://verk.example"},
    "backlog_item": {"group_id": 2, "position": 0, "title": "Ny ovn"},
    "reopening": {"meeting_id": 1, "reopened": START, "reason": "Feil"},
    "decision": {"meeting_id": 1, "year": 2026, "number": 1, "text": "Kjøpe"},
    "meeting_note": {"meeting_id": 1, "text": "Husk"},
    "idea": {"number": 1, "text": "Tavle", "noted": TODAY},
    "action": {"number": 1, "title": "Bestille", "created": TODAY, "status_since": TODAY},
    "due_change": {
        "action_id": 1,
        "changed": TODAY,
        "reason": "Syk",
        "old_due": TODAY,
        "new_due": TODAY,
    },
    "follow_up": {"action_id": 1, "day": TODAY, "asked": True},
    "escalation": {"text": "Hjelp", "raised": TODAY},
    "own_word": {
        "word": "action",
        "one": "tiltak",
        "the_one": "tiltaket",
        "several": "tiltak",
        "the_several": "tiltakene",
    },
    "board": {"group_id": 2},
    "board_column": {"board_id": 1, "position": 0, "name": "Nye", "statuses": "new"},
    "action_tag": {"action_id": 1, "tag": "5S"},
    "action_step": {"action_id": 1, "position": 0, "text": "Ring"},
    "action_link": {"action_id": 1, "target": "https://verk.example"},
    "action_comment": {"action_id": 1, "written": TODAY, "text": "Bestilt"},
    "action_photo": {"action_id": 1, "moment": "before", "picture": b"x"},
    "own_field": {"position": 0, "name": "Kostnad", "kind": "number"},
    "own_value": {"action_id": 1, "field_id": 1, "value": "100"},
    "saved_filter": {"name": "Mine", "filter": "{}"},
    "skill_category": {"name": "Lean", "position": 0},
    "skill": {"category_id": 1, "name": "5S", "position": 0},
    "skill_level": {"skill_id": 1, "level": 3, "about": "Leder en runde"},
    "course": {"name": "Lean på en dag"},
    "course_session": {"course_id": 1, "day": TODAY},
    "ladder_step": {"role_kind": "coordinator", "position": 0, "name": "Trinn 1"},
    "cascade_plan": {"position": 0, "name": "Kaskade", "begins": TODAY},
    "wave": {"plan_id": 1, "position": 0, "name": "Bølge 1", "kind": "pilot"},
    "phase": {"wave_id": 1, "position": 0, "name": "Oppstart", "weeks": 4},
    "checklist_item": {"phase_id": 1, "position": 0, "text": "Tavle"},
    "gate": {"phase_id": 1, "name": "Tavla er i bruk"},
    "criterion": {"gate_id": 1, "position": 0, "kind": "own"},
    "milestone": {"plan_id": 1, "name": "Halvveis", "day": TODAY},
    "frozen_plan": {"plan_id": 1, "day": TODAY},
    "frozen_phase": {"frozen_id": 1, "name": "Oppstart", "start": TODAY, "finish": TODAY},
    "phase_template": {"position": 0, "name": "Oppstart", "kind": "startup", "weeks": 4},
    "phase_template_item": {"template_id": 1, "position": 0, "text": "Tavle"},
    "activity": {"position": 0, "name": "Opplæring", "start": TODAY, "finish": TODAY},
    "project": {"number": 1, "title": "Omstilling"},
    "measure": {"position": 0, "name": "Minutter"},
    "daily_area": {"position": 0, "name": "Sikkerhet"},
    "daily_mark": {"meeting_id": 1, "area_id": 1, "red": True},
}
"""The fields that must be there of a row, for each table the plant has none of; naming nobody."""


def one_of_each(connection: Connection, /, keys: Plant) -> None:
    """Fill every table with free text."""
    goals.set_vision(connection, "Best i Norden")
    goals.add_value(connection, "Mot")
    goals.add_goal(connection, "Færre stopp")
    reorganisation.begin(connection, "Neste år", TODAY)
    meetings.add_guest(connection, keys.meeting, name="En gjest")
    for table, values in ONE_OF_EACH.items():
        connection.execute(insert(metadata.tables[table]).values(values))


def write_everywhere(connection: Connection, /, table: str, column: str, value: object) -> None:
    """Set one column of every row of a table."""
    connection.execute(metadata.tables[table].update().values({column: value}))
