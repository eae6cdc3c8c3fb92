"""Everything held about one person, and the texts that name them."""

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection, or_, select

from lean_desktop.document.schema.meetings import (
    agenda_item,
    meeting,
    meeting_guest,
)
from lean_desktop.document.schema.organisation import person
from lean_desktop.document.schema.reorganisation import proposal
from lean_desktop.document.schema.workspace import draft
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import (
    Drafted,
    Mention,
    Part,
    PersonRecord,
    TakenPart,
    Traces,
)
from lean_desktop.queries.agreements import signatures
from lean_desktop.queries.cascade_held import cascade_held
from lean_desktop.queries.competence_held import competence_held
from lean_desktop.queries.free_texts import free_texts
from lean_desktop.queries.ideas import ideas
from lean_desktop.queries.meetings import items, meetings
from lean_desktop.queries.organisation import full_name, memberships, people, units
from lean_desktop.queries.recorded import asked_of, own_actions, recorded, waiting_for
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
        asked=tuple(asked_of(connection, person_id)),
        recorded=tuple(recorded(connection, person_id)),
        actions=tuple(own_actions(connection, person_id)),
        ideas=tuple(ideas(connection, person_id=person_id)),
        waiting=tuple(waiting_for(connection, person_id)),
        competence=competence_held(connection, person_id),
        answers_for=tuple(cascade_held(connection, person_id)),
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
        for text in free_texts(connection)
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
