"""Everything held about one person, and the texts that name them."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, FromClause, Table, func, literal, null, or_, select

from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.meetings import (
    agenda_item,
    meeting,
    meeting_guest,
    meeting_template,
    template_item,
)
from lean_desktop.document.schema.organisation import group, person, unit
from lean_desktop.document.schema.reorganisation import proposal, reorganisation
from lean_desktop.document.schema.roles import agreement, mandate, role
from lean_desktop.document.schema.workspace import draft
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import (
    TEXT_NAMES,
    Drafted,
    Mention,
    Part,
    PersonRecord,
    TakenPart,
    Traces,
)
from lean_desktop.queries.agreements import signatures
from lean_desktop.queries.meetings import items, meetings
from lean_desktop.queries.organisation import full_name, memberships, people, units
from lean_desktop.queries.reorganisation import compared, reorganisations
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import assignments


def person_record(connection: Connection, person_id: int, *, today: date) -> PersonRecord | None:
    """Everything held about the person, or None when there is no such person."""
    found = people(connection, [person_id], today=today)
    if not found:
        return None
    return PersonRecord(
        found[0],
        leads=tuple(each for each in units(connection) if each.leader_id == person_id),
        manages=_manages(connection, person_id),
        memberships=tuple(memberships(connection, person_id=person_id)),
        meetings=_taken_parts(connection, person_id),
        mentions=tuple(_mentions(connection, found[0])),
        roles=tuple(assignments(connection, person_id=person_id)),
        signatures=tuple(signatures(connection, person_id=person_id)),
        lines=tuple(lines(connection, person_id=person_id)),
        drafted=tuple(_drafted(connection, person_id, today)),
    )


def mentions(connection: Connection, person_id: int) -> list[Mention]:
    """The texts that name the person, and then those that may do so; for a human to look at."""
    found = people(connection, [person_id], today=date.min)  # Groups of a day are not asked for.
    return _mentions(connection, found[0]) if found else []


def traces_of(connection: Connection, of: Person) -> Traces:
    """How the person is found in the texts of this workspace."""
    others = connection.scalars(select(full_name(person)).where(person.c.id != of.id))
    return Traces(of, namesakes=of.name.casefold() in map(str.casefold, others))


def _mentions(connection: Connection, of: Person) -> list[Mention]:
    traces = traces_of(connection, of)
    own = f"person:{of.id}:"  # Drafts of the fields that are about the person.
    found = [
        text._replace(certain=traces.certain_in(text.text))
        for text in _texts(connection)
        if traces.in_text(text.text) or (text.table == draft.name and text.of.startswith(own))
    ]
    return sorted(found, key=lambda text: not text.certain)


def _manages(connection: Connection, person_id: int) -> tuple[str, ...]:
    named = select(full_name(person)).where(person.c.manager_id == person_id)
    return tuple(connection.scalars(named.order_by(person.c.last_name, person.c.first_name)))


def _drafted(connection: Connection, person_id: int, today: date) -> Iterator[Drafted]:
    """What drafts would change of the person, or with the person."""
    own = proposal.c
    about = select(own.reorganisation_id, own.id).where(
        or_(own.person_id == person_id, own.to_person_id == person_id)
    )
    found = [tuple(row) for row in connection.execute(about)]
    for draft_of in reorganisations(connection, {key for key, _ in found}):
        for change in compared(connection, draft_of.id, today=today):
            if (draft_of.id, change.proposal_id) in found:
                yield Drafted(draft_of.name, change.sentence)


def _taken_parts(connection: Connection, person_id: int) -> tuple[TakenPart, ...]:
    leading = connection.scalars(
        select(meeting.c.id).where(
            or_(meeting.c.chair_id == person_id, meeting.c.note_taker_id == person_id)
        )
    ).all()
    called = connection.scalars(
        select(meeting_guest.c.meeting_id).where(meeting_guest.c.person_id == person_id)
    ).all()
    keys = select(agenda_item.c.id).where(agenda_item.c.presenter_id == person_id)
    presented = items(connection, connection.scalars(keys).all())
    at = {*leading, *called, *(item.meeting_id for item in presented)}
    return tuple(
        _taken_part(
            one, person_id, called, [each for each in presented if each.meeting_id == one.id]
        )
        for one in meetings(connection, at)
    )


def _taken_part(
    one: Meeting, person_id: int, called: Collection[int], presented: list[AgendaItem]
) -> TakenPart:
    does = {
        Part.CHAIR: one.chair_id == person_id,
        Part.NOTE_TAKER: one.note_taker_id == person_id,
        Part.GUEST: one.id in called,
        Part.PRESENTER: bool(presented),
    }
    return TakenPart(one, tuple(part for part, so in does.items() if so), tuple(presented))


class _Place(NamedTuple):
    """Where the rows of a table come from, and what says of each where it stands."""

    source: FromClause
    of: Any
    day: Any = null()


_meeting_name = func.coalesce(func.nullif(meeting.c.title, ""), group.c.name, "")
_meetings = meeting.outerjoin(group, group.c.id == meeting.c.group_id)

_role_name = role.c.name + func.coalesce(", " + group.c.name, "")

_PLACES: dict[Table, _Place] = {
    unit: _Place(unit, unit.c.name),
    group: _Place(group, group.c.name),
    meeting: _Place(_meetings, _meeting_name, meeting.c.planned_start),
    meeting_guest: _Place(
        _meetings.join(meeting_guest, meeting_guest.c.meeting_id == meeting.c.id),
        _meeting_name,
        meeting.c.planned_start,
    ),
    agenda_item: _Place(
        _meetings.join(agenda_item, agenda_item.c.meeting_id == meeting.c.id),
        _meeting_name,
        meeting.c.planned_start,
    ),
    meeting_template: _Place(meeting_template, meeting_template.c.name),
    template_item: _Place(
        meeting_template.join(template_item, template_item.c.template_id == meeting_template.c.id),
        meeting_template.c.name,
    ),
    role: _Place(role.outerjoin(group, group.c.id == role.c.group_id), _role_name),
    mandate: _Place(
        mandate.outerjoin(role, role.c.id == mandate.c.role_id).outerjoin(
            group, group.c.id == func.coalesce(mandate.c.group_id, role.c.group_id)
        ),
        func.coalesce(_role_name, group.c.name, ""),
        mandate.c.valid_from,
    ),
    agreement: _Place(
        agreement.join(group, group.c.id == agreement.c.group_id),
        group.c.name,
        agreement.c.valid_from,
    ),
    vision: _Place(vision, literal("")),
    core_value: _Place(core_value, core_value.c.name),
    goal: _Place(goal, goal.c.name),
    reorganisation: _Place(reorganisation, reorganisation.c.name, reorganisation.c.made),
    draft: _Place(draft, draft.c.field),
}


def _texts(connection: Connection) -> Iterator[Mention]:
    """Every free text of the workspace that is not empty; whether it names somebody is not said."""
    for table, place in _PLACES.items():
        columns = [column for name, column in TEXT_NAMES if name == table.name]
        texts = select(table.c.id, place.of, place.day, *(table.c[column] for column in columns))
        for key, of, start, *row in connection.execute(texts.select_from(place.source)):
            for column, text in zip(columns, row, strict=True):
                if text:
                    day = start.date() if isinstance(start, datetime) else start
                    yield Mention(table.name, key, column, text, False, of, day)
