"""What is recorded of a meeting: who came and how, what was treated, decided and noted."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from lean_desktop.document.schema.meetings import agenda_item, meeting, preparation
from lean_desktop.document.schema.minutes import (
    attendance,
    contribution,
    decision,
    meeting_note,
    prepared,
    rating,
)
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.edits import rows
from lean_desktop.edits.meetings import refuse_locked, refuse_locked_items
from lean_desktop.edits.workspace import next_number
from lean_desktop.i18n import M_

LONGEST_LATE = 24 * 60
_IN_GENERAL: list[int | None] = [None]


def record_times(
    connection: Connection, /, meeting_id: int, start: datetime | None, end: datetime | None
) -> None:
    """When the meeting began and ended; None takes it back to not recorded."""
    refuse_locked(connection, [meeting_id])
    if start and end and end <= start:
        raise RuleBroken(M_("The meeting would end before it begins. Choose a later end."))
    times = {"actual_start": start, "actual_end": end}
    rows.change(connection, meeting, [meeting_id], times)


def record_arrivals(
    connection: Connection, /, meeting_id: int, arrivals: Mapping[int, Arrived | None]
) -> None:
    """How these people came, by their keys; None takes it back to not recorded."""
    for each in arrivals.values():
        late = each.late_minutes if each else None
        if late is not None and not 1 <= late <= LONGEST_LATE:
            raise RuleBroken(M_("Nobody is late by that much. Write the minutes, such as 5."))
    told = {key: _arrival(each) for key, each in arrivals.items() if each}
    _replace(connection, attendance, meeting_id, arrivals, told)


def _arrival(each: Arrived) -> dict[str, Any]:
    late = each.late_minutes if each.arrival is Arrival.LATE else None
    return {**each._asdict(), "late_minutes": late}


def record_contributions(
    connection: Connection, /, meeting_id: int, had_a_say: Mapping[int, bool | None]
) -> None:
    """Who had a say, by their keys; None takes it back to not recorded."""
    told = {key: {"had_a_say": said} for key, said in had_a_say.items() if said is not None}
    _replace(connection, contribution, meeting_id, had_a_say, told)


def record_prepared(
    connection: Connection, /, meeting_id: int, how: Mapping[int, How | None]
) -> None:
    """Whether these people were prepared: for each task they had, or in general without one."""
    refuse_locked(connection, [meeting_id])
    asked = _tasks_of(connection, meeting_id)
    of_them = (prepared.c.meeting_id == meeting_id, prepared.c.person_id.in_(list(how)))
    connection.execute(delete(prepared).where(*of_them))
    for person_id, answer in how.items():
        own: list[int | None] = [key for key, asks in asked if asks in (person_id, None)]
        for key in (own or _IN_GENERAL) if answer else ():
            told = {"meeting_id": meeting_id, "person_id": person_id, "preparation_id": key}
            rows.add(connection, prepared, {**told, "how": answer})


def record_task(
    connection: Connection, /, meeting_id: int, person_id: int, task_id: int, how: How | None
) -> None:
    """Whether one person was prepared for one task."""
    refuse_locked(connection, [meeting_id])
    of_it = (prepared.c.meeting_id == meeting_id, prepared.c.person_id == person_id)
    connection.execute(delete(prepared).where(*of_it, prepared.c.preparation_id == task_id))
    if how:
        told = {"meeting_id": meeting_id, "person_id": person_id, "preparation_id": task_id}
        rows.add(connection, prepared, {**told, "how": how})


def record_outcomes(connection: Connection, /, outcomes: Mapping[int, Outcome]) -> None:
    """What became of these agenda items, by their keys."""
    refuse_locked_items(connection, list(outcomes))
    for key, outcome in outcomes.items():
        rows.change(connection, agenda_item, [key], {"outcome": outcome})


def add_decision(
    connection: Connection, /, meeting_id: int, text: str, item_id: int | None = None
) -> int:
    """A decision, numbered within the meeting's group and year."""
    refuse_locked(connection, [meeting_id])
    of = select(meeting.c.group_id, meeting.c.planned_start).where(meeting.c.id == meeting_id)
    group_id, start = connection.execute(of).one()
    number = next_number(connection, f"decision:{group_id or 0}:{start.year}")
    placed = {"meeting_id": meeting_id, "agenda_item_id": item_id}
    numbered = {"year": start.year, "number": number}
    return rows.add(connection, decision, {**placed, **numbered, **_text(text)})


def add_note(
    connection: Connection,
    /,
    meeting_id: int,
    text: str,
    item_id: int | None = None,
    *,
    private: bool = False,
) -> int:
    """A note for the minutes, or a private one that stands on no handout."""
    refuse_locked(connection, [meeting_id])
    placed = {"meeting_id": meeting_id, "agenda_item_id": item_id, "private": private}
    return rows.add(connection, meeting_note, {**placed, **_text(text)})


def change_decision(connection: Connection, /, key: int, text: str) -> None:
    """Word a decision otherwise; it keeps its number."""
    _refuse_locked_row(connection, decision, [key])
    rows.change(connection, decision, [key], _text(text))


def change_note(connection: Connection, /, key: int, **fields: Any) -> None:
    """Word a note otherwise, or make it private or not."""
    _refuse_locked_row(connection, meeting_note, [key])
    values = {**fields, **(_text(fields["text"]) if "text" in fields else {})}
    rows.change(connection, meeting_note, [key], values)


def remove_decisions(connection: Connection, /, ids: Collection[int]) -> None:
    """They were not decided; their numbers are not given again."""
    _refuse_locked_row(connection, decision, ids)
    rows.remove(connection, decision, ids)


def remove_notes(connection: Connection, /, ids: Collection[int]) -> None:
    """Take notes away."""
    _refuse_locked_row(connection, meeting_note, ids)
    rows.remove(connection, meeting_note, ids)


def rate(
    connection: Connection, /, meeting_id: int, preparation: int, running: int, benefit: int
) -> int:
    """One anonymous answer, each 1 to 6. It may come after the meeting is closed."""
    answers = {"preparation": preparation, "running": running, "benefit": benefit}
    if not all(1 <= each <= 6 for each in answers.values()):
        raise RuleBroken(M_("An answer is a figure from 1 to 6."))
    return rows.add(connection, rating, {"meeting_id": meeting_id, **answers})


def _replace(
    connection: Connection,
    table: Table,
    meeting_id: int,
    people: Collection[int],
    told: Mapping[int, Mapping[str, Any]],
) -> None:
    refuse_locked(connection, [meeting_id])
    of_them = (table.c.meeting_id == meeting_id, table.c.person_id.in_(list(people)))
    connection.execute(delete(table).where(*of_them))
    for person_id, values in told.items():
        rows.add(connection, table, {"meeting_id": meeting_id, "person_id": person_id, **values})


def _tasks_of(connection: Connection, meeting_id: int) -> list[tuple[int, int | None]]:
    statement = (
        select(preparation.c.id, preparation.c.person_id)
        .join(agenda_item, agenda_item.c.id == preparation.c.agenda_item_id)
        .where(agenda_item.c.meeting_id == meeting_id)
    )
    return [(key, person_id) for key, person_id in connection.execute(statement)]


def _text(text: str) -> dict[str, str]:
    values = rows.trimmed({"text": text})
    rows.required(values, "text")
    rows.not_too_long(values)
    return values


def _refuse_locked_row(connection: Connection, table: Table, ids: Collection[int]) -> None:
    of = select(func.distinct(table.c.meeting_id)).where(table.c.id.in_(ids))
    refuse_locked(connection, connection.scalars(of).all())
