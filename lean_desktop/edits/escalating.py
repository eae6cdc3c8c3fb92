"""Taking something one level up, and onto the agenda there, as one gesture."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, select

from lean_desktop.document.schema.actions import action, escalation
from lean_desktop.document.schema.meetings import agenda_item, meeting
from lean_desktop.domain.actions import Answer, Answered
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.edits import rows
from lean_desktop.edits.actions import answer, escalate, one_level_up, take_back_answers
from lean_desktop.edits.carrying import bring_to_next
from lean_desktop.edits.meetings import refuse_locked, remove_items


def escalate_at_once(
    connection: Connection,
    /,
    text: str,
    now: datetime,
    *,
    action_id: int | None = None,
    group_id: int | None = None,
    unit_id: int | None = None,
    meeting_id: int | None = None,
) -> int:
    """Escalate, and put it first on the next agenda one level up, if there is one already."""
    key = escalate(
        connection,
        text,
        day=now.date(),
        action_id=action_id,
        group_id=group_id,
        unit_id=unit_id,
        meeting_id=meeting_id,
    )
    bring_to_next(connection, one_level_up(connection, group_id), now)
    return key


def answer_in_meeting(
    connection: Connection,
    /,
    meeting_id: int,
    answers: Mapping[int, Answered],
    *,
    day: date,
    now: datetime,
) -> None:
    """Record what was answered in a meeting; what is stuck goes one level up, once.

    Answering otherwise in the same meeting takes it back from there, unless it was answered.
    """
    answer(connection, meeting_id, answers, day=day)
    for key, answered in answers.items():
        withdraw(connection, key, meeting_id)
        if answered.answer is Answer.BLOCKED:
            escalate_stuck(connection, key, meeting_id, answered.note, now)


def forget_answer(connection: Connection, /, meeting_id: int, action_id: int) -> None:
    """It is not recorded whether one was asked about; what went up for it is taken back."""
    take_back_answers(connection, meeting_id, [action_id])
    withdraw(connection, action_id, meeting_id)


def escalate_stuck(
    connection: Connection, /, action_id: int, meeting_id: int, note: str, now: datetime
) -> None:
    """Take an action one level up with what is in its way, unless it waits for an answer there."""
    refuse_locked(connection, [meeting_id])
    waiting = (escalation.c.action_id == action_id, escalation.c.answered.is_(None))
    if connection.scalar(select(escalation.c.id).where(*waiting).limit(1)):
        return
    title = connection.scalar(select(action.c.title).where(action.c.id == action_id))
    group_id = connection.scalar(select(meeting.c.group_id).where(meeting.c.id == meeting_id))
    escalate_at_once(
        connection,
        f"{title}: {note.strip()}" if note.strip() else str(title),
        now,
        action_id=action_id,
        group_id=group_id,
        meeting_id=meeting_id,
    )


def withdraw(connection: Connection, /, action_id: int, meeting_id: int) -> None:
    """The group solves it itself: what the meeting raised and nobody answered is taken back.

    Its item goes from the agenda one level up, as long as that meeting has not begun.
    """
    refuse_locked(connection, [meeting_id])
    raised = (escalation.c.action_id == action_id, escalation.c.meeting_id == meeting_id)
    open_ = select(escalation.c.id, agenda_item.c.id, meeting.c.state).where(
        *raised, escalation.c.answered.is_(None)
    )
    found = connection.execute(
        open_.outerjoin_from(
            escalation, agenda_item, agenda_item.c.id == escalation.c.agenda_item_id
        ).outerjoin(meeting, meeting.c.id == agenda_item.c.meeting_id)
    ).all()
    ahead = (MeetingState.DRAFT, MeetingState.CALLED)
    rows.remove(connection, escalation, [key for key, _, _ in found])
    remove_items(connection, [item for _, item, state in found if item and state in ahead])
