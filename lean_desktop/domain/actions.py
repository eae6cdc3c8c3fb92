"""Actions: who does what by when, and what happens to the date that was agreed first."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.due_words import due_at_end
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, N_


class ActionStatus(StrEnum):
    """How far an action has come. That it is overdue is worked out, never stored."""

    NEW = "new"
    PLANNED = "planned"
    DOING = "doing"
    BLOCKED = "blocked"
    DONE = "done"
    CANCELLED = "cancelled"


ACTION_STATUS_NAMES = {
    ActionStatus.NEW: N_("New"),
    ActionStatus.PLANNED: N_("Planned"),
    ActionStatus.DOING: N_("Doing"),
    ActionStatus.BLOCKED: N_("Blocked"),
    ActionStatus.DONE: N_("Done"),
    ActionStatus.CANCELLED: N_("Dropped"),
}

OVER = frozenset({ActionStatus.DONE, ActionStatus.CANCELLED})
"""Nobody asks about these any more."""


class Source(StrEnum):
    """Where an action comes from."""

    MEETING = "meeting"
    IDEA = "idea"
    AUDIT = "audit"
    OWN = "own"


SOURCE_NAMES = {
    Source.MEETING: N_("A meeting"),
    Source.IDEA: N_("An idea"),
    Source.AUDIT: N_("An audit"),
    Source.OWN: N_("Our own"),
}


class Answer(StrEnum):
    """What was answered when an action was asked about."""

    NOTHING = ""
    DONE = "done"
    ON_TRACK = "on_track"
    NEW_DATE = "new_date"
    BLOCKED = "blocked"


ANSWER_NAMES = {
    Answer.NOTHING: N_("Asked"),
    Answer.DONE: N_("Done"),
    Answer.ON_TRACK: N_("On track"),
    Answer.NEW_DATE: N_("New date"),
    Answer.BLOCKED: N_("Blocked"),
}


class Answered(NamedTuple):
    """Whether an action was asked about in a meeting, and what the answer was.

    A new date needs `due` and a reason in `note`; a blocked one says in `note` what is in the way.
    """

    asked: bool = True
    answer: Answer = Answer.NOTHING
    due: date | None = None
    note: str = ""


class Action(NamedTuple):
    """One action; `group` and `owner` are names for showing, `slips` how often the date moved."""

    id: int
    number: int
    title: str
    group_id: int | None
    group: str
    owner_id: int | None
    owner: str
    source: Source
    meeting_id: int | None
    item_id: int | None
    created: date
    first_due: date | None
    due: date | None
    done: date | None
    status: ActionStatus
    status_since: date
    slips: int = 0
    escalated: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.status not in OVER

    def days_over(self, today: date) -> int:
        """Days since the date it was due, when it is open and that day is past; else 0."""
        if self.due is None or not self.open:
            return 0
        return max(0, (today - self.due).days)


class DueChange(NamedTuple):
    """One move of an action's date, and why."""

    id: int
    action_id: int
    changed: date
    old_due: date
    new_due: date
    reason: str


class FollowUp(NamedTuple):
    """One action in one meeting's round of asking; `due` is the date that held then."""

    id: int
    action_id: int
    meeting_id: int | None
    day: date
    due: date | None
    answered: Answered


class Escalation(NamedTuple):
    """What a group cannot solve itself, on its way one level up and back."""

    id: int
    action_id: int | None
    text: str
    from_group_id: int | None
    sender: str
    to_group_id: int | None
    receiver: str
    meeting_id: int | None
    raised: date
    answer: str = ""
    answered: date | None = None
    item_id: int | None = None


class ActionLine(NamedTuple):
    """What one typed line says of an action."""

    title: str
    owner_id: int | None = None
    due: date | None = None


_MOST_NAMES = 4


def parse_action_line(line: str, people: Sequence[tuple[int, str]], today: date) -> ActionLine:
    """An action typed in one line: `Bestille gulvtape @Linh fredag`.

    Name and day may stand in either order behind the title. Raises RuleBroken when the name fits
    nobody or several.
    """
    before, at, behind = line.strip().partition("@")
    owner_id, rest = _named_first(behind, people) if at else (None, "")
    for text, behind_it in ((f"{before} {rest}", ""), (before, rest)):
        found = due_at_end(text.rstrip(), today)
        if found.day:
            return ActionLine(_titled(f"{found.rest} {behind_it}"), owner_id, found.day)
    return ActionLine(_titled(f"{before} {rest}"), owner_id)


def _titled(text: str) -> str:
    title = " ".join(text.split()).rstrip(" ,;:")
    if not title:
        raise RuleBroken(M_("Write what is to be done, then @name and a day."))
    return title


def _named_first(text: str, people: Sequence[tuple[int, str]]) -> tuple[int, str]:
    """The person named at the beginning of a text, by as many words as fit, and the rest."""
    words = text.split()
    for count in range(min(_MOST_NAMES, len(words)), 0, -1):
        typed = " ".join(words[:count]).rstrip(",;:").casefold()
        fitting = _fitting(typed, people)
        if len(fitting) == 1:
            return fitting[0], " ".join(words[count:])
        if fitting and count == 1:
            raise RuleBroken(
                M_(
                    "“{text}” fits {n} people. Write more of the name.",
                    text=words[0],
                    n=len(fitting),
                )
            )
    raise RuleBroken(
        M_("“{text}” is nobody here. Write a name as it stands in the list.", text=text)
    )


def _fitting(typed: str, people: Sequence[tuple[int, str]]) -> list[int]:
    whole = [key for key, name in people if name.casefold() == typed]
    first = [key for key, name in people if name.casefold().startswith(f"{typed} ")]
    begun = [key for key, name in people if name.casefold().startswith(typed)]
    return whole or first or begun
