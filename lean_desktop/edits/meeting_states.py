"""How a meeting comes from a draft to its minutes: called, started, closed, or called off."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from lean_desktop.document.schema.meetings import agenda_item, meeting
from lean_desktop.document.schema.minutes import item_clock, meeting_clock, reopening
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MEETING_STATE_NAMES, NEXT_STATES, MeetingState, Outcome
from lean_desktop.edits import rows
from lean_desktop.edits.carrying import bring_escalated, bring_to_next
from lean_desktop.edits.meetings import revise
from lean_desktop.i18n import M_


def call_meetings(connection: Connection, /, ids: Collection[int]) -> None:
    """Those who are to come have been told; what waits for their answer stands on the agenda."""
    _become(connection, ids, MeetingState.CALLED)
    called = select(meeting.c.id).where(meeting.c.id.in_(ids)).order_by(meeting.c.planned_start)
    for key in connection.scalars(called).all():
        bring_escalated(connection, key)


def uncall_meetings(connection: Connection, /, ids: Collection[int]) -> None:
    """Back to a draft: the calling was too early, or the meeting takes place after all."""
    _become(connection, ids, MeetingState.DRAFT, reason="", actual_start=None, actual_end=None)


def start_meeting(connection: Connection, /, meeting_id: int, now: datetime) -> None:
    """The meeting goes on from now; what waits for its answer stands on the agenda."""
    started = connection.scalar(select(meeting.c.actual_start).where(meeting.c.id == meeting_id))
    minute = now.replace(second=0, microsecond=0)
    _become(connection, [meeting_id], MeetingState.IN_PROGRESS, actual_start=started or minute)
    bring_escalated(connection, meeting_id)


def close_meeting(
    connection: Connection,
    /,
    meeting_id: int,
    *,
    start: datetime | None = None,
    end: datetime | None = None,
) -> None:
    """The meeting was held and its minutes are finished; nothing in it changes any more.

    Without `start` or `end` it kept those recorded before, else those planned. Items that had
    their time on the clock count as treated. What is not answered goes to the next meeting.
    """
    _take_from_clock(connection, meeting_id)
    times = meeting.c.actual_start, meeting.c.actual_end
    planned = meeting.c.planned_start, meeting.c.planned_end
    known = connection.execute(select(*times, *planned).where(meeting.c.id == meeting_id)).one()
    begun, ended = start or known[0] or known[2], end or known[1] or known[3]
    if ended <= begun:
        raise RuleBroken(M_("The meeting would end before it begins. Choose a later end."))
    _become(connection, [meeting_id], MeetingState.CLOSED, actual_start=begun, actual_end=ended)
    connection.execute(meeting_clock.delete().where(meeting_clock.c.meeting_id == meeting_id))
    _hand_on(connection, [meeting_id])


def reopen_meeting(connection: Connection, /, meeting_id: int, now: datetime, reason: str) -> None:
    """Unlock a closed meeting. Why is kept with it."""
    values = rows.trimmed({"reason": reason})
    rows.required(values, "reason")
    rows.not_too_long(values, {"reason": 500})
    _become(connection, [meeting_id], MeetingState.IN_PROGRESS)
    opened = {"meeting_id": meeting_id, "reopened": now.replace(second=0, microsecond=0)}
    rows.add(connection, reopening, {**opened, **values})


def cancel_meetings(connection: Connection, /, ids: Collection[int], reason: str = "") -> None:
    """The meetings do not take place; they stay where they were, called off.

    What waits for an answer goes to the next meeting.
    """
    values = rows.trimmed({"reason": reason})
    rows.not_too_long(values, {"reason": 500})
    _become(connection, ids, MeetingState.CANCELLED, **values)
    _hand_on(connection, ids)


def _become(
    connection: Connection, ids: Collection[int], state: MeetingState, **values: Any
) -> None:
    known = select(meeting.c.id, meeting.c.state).where(meeting.c.id.in_(ids))
    for key, now in connection.execute(known).all():
        if state not in NEXT_STATES[MeetingState(now)]:
            raise RuleBroken(
                M_(
                    "The meeting is “{now}” and cannot become “{then}” from there.",
                    now=M_(MEETING_STATE_NAMES[MeetingState(now)]),
                    then=M_(MEETING_STATE_NAMES[state]),
                )
            )
        revise(connection, [key])
        rows.change(connection, meeting, [key], {"state": state, **values})


def _hand_on(connection: Connection, ids: Collection[int]) -> None:
    """What went one level up and is not answered stands on the next agenda after these."""
    over = select(meeting.c.group_id, meeting.c.planned_end).where(meeting.c.id.in_(ids))
    for group_id, end in connection.execute(over.order_by(meeting.c.planned_end)).all():
        bring_to_next(connection, group_id, end)


def _take_from_clock(connection: Connection, meeting_id: int) -> None:
    """The minutes each item had, to the nearest whole one."""
    spent = (
        select(agenda_item.c.id, item_clock.c.seconds)
        .join(item_clock, item_clock.c.agenda_item_id == agenda_item.c.id)
        .where(agenda_item.c.meeting_id == meeting_id, item_clock.c.seconds > 0)
    )
    for key, seconds in connection.execute(spent).all():
        minutes = min(24 * 60, max(1, round(seconds / 60)))
        rows.change(connection, agenda_item, [key], {"actual_minutes": minutes})
        untold = (agenda_item.c.id == key, agenda_item.c.outcome == Outcome.OPEN)
        connection.execute(update(agenda_item).where(*untold).values(outcome=Outcome.TREATED))
