"""What is recorded of a meeting, read for the sheet it is keyed in on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.actions import Action, Answered, Escalation
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.domain.minutes import Called, Decision, Note
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import minutes as queries
from lean_desktop.ui.meetings.capture_told import came


class Minutes(NamedTuple):
    """All that is recorded of one meeting; `answers`, `waiting` and `replies` are by action key.

    `waiting` are the actions that wait for an answer one level up, with the name of that group;
    `replies` are the last answers that came back from there.
    """

    meeting: Meeting
    people: Sequence[Called]
    items: Sequence[AgendaItem]
    actions: Sequence[Action]
    answers: Mapping[int, Answered]
    waiting: Mapping[int, str]
    replies: Mapping[int, str]
    new: Sequence[Action]
    decisions: Sequence[Decision]
    ideas: Sequence[str]
    notes: Sequence[Note]

    @property
    def came(self) -> list[Called]:
        """Who counts for preparation and a say."""
        return came(self.people)


def read_minutes(connection: Connection, meeting_id: int) -> Minutes | None:
    """What is recorded of a meeting; None when it is gone."""
    found = meeting_queries.meetings(connection, [meeting_id])
    if not found:
        return None
    group_id = found[0].group_id
    told = action_queries.follow_ups(connection, meeting_id=meeting_id)
    answers = {each.action_id: each.answered for each in told}
    held = {each.action_id: each.due for each in told}
    up = action_queries.escalations(connection, from_group_id=group_id) if group_id else []
    return Minutes(
        found[0],
        queries.called(connection, meeting_id),
        meeting_queries.items(connection, meeting_id=meeting_id),
        _to_ask(connection, found[0], held),
        answers,
        {each.action_id: each.receiver for each in up if each.action_id and not each.answered},
        {each.action_id: _reply(each) for each in up if each.action_id and each.answered},
        action_queries.actions(connection, meeting_id=meeting_id),
        queries.decisions(connection, meeting_id),
        action_queries.ideas_of_meeting(connection, meeting_id),
        queries.notes(connection, meeting_id),
    )


def _reply(each: Escalation) -> str:
    return f"{each.receiver}: {each.answer}" if each.receiver else each.answer


def _to_ask(
    connection: Connection, meeting: Meeting, held: Mapping[int, date | None]
) -> Sequence[Action]:
    """What stood on the sheet to be asked about; of a meeting that is over, what was asked about.

    They stand by the day they were due before they were asked about, as `held` tells: a new date
    moves no row away under the hands.
    """
    if meeting.group_id is None:
        return []
    found = action_queries.to_ask(connection, meeting.group_id, meeting.id)
    day = meeting.planned_start.date()
    asked = [
        each for each in found if each.id in held or (each.created <= day and not meeting.locked)
    ]
    return sorted(asked, key=lambda each: (held.get(each.id, each.due) or date.max, each.number))
