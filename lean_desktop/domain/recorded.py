"""What meetings and their actions hold of one person, for that person's own right to see it.

Never a list of several people: nobody is to be compared with it (practice, no names in red).
"""

from typing import NamedTuple

from lean_desktop.domain.actions import Action, DueChange, FollowUp
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.domain.minutes import Arrived, How
from lean_desktop.domain.preparation import Task


class Ready(NamedTuple):
    """How prepared somebody was for a task; for the meeting as a whole where `task` is empty."""

    how: How
    task: str = ""


class Recorded(NamedTuple):
    """What was recorded of the person in one meeting; None or empty: it was not recorded.

    `came_for` are the names of those the person came instead of.
    """

    meeting: Meeting
    arrived: Arrived | None = None
    represented_by: str = ""
    came_for: tuple[str, ...] = ()
    prepared: tuple[Ready, ...] = ()
    had_a_say: bool | None = None


class AskedOf(NamedTuple):
    """A task the person alone was asked to prepare, with the title of the item it is for."""

    meeting: Meeting
    item: str
    task: Task


class OwnAction(NamedTuple):
    """An action of the person, with every move of its date and every round of asking about it."""

    action: Action
    moves: tuple[DueChange, ...] = ()
    asked: tuple[FollowUp, ...] = ()


class Waiting(NamedTuple):
    """An item the person is to present when the group takes it up; its `meeting_id` is 0."""

    group: str
    item: AgendaItem
