"""What was asked about the sample's actions in its meetings, and how their dates moved then."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lean_desktop.samples.company_actions import Action, Move
from lean_desktop.samples.company_held import Held, HeldByGroup, Row
from lean_desktop.samples.spread import Slot, astray, drawn


class Asked(NamedTuple):
    """Actions with the moves of their dates, and what was asked, by action number."""

    actions: list[Action]
    follow_ups: list[tuple[int, Row]]


def asked(
    groups: Sequence[HeldByGroup], actions: Sequence[Action], reasons: Sequence[str]
) -> Asked:
    """Every open action was asked about in every meeting of its group, but for some that were due.

    A date that had passed is agreed anew when it is asked about.
    """
    found = {action.number: action for action in actions}
    told: list[tuple[int, Row]] = []
    for group in groups:
        missed = _missed(group, found)
        for meeting in group.oldest_first:
            for number in _open_in(meeting, group, found):
                was = found[number]
                was_asked = (meeting.back, number) not in missed
                found[number] = now = _moved(was, group, meeting, reasons) if was_asked else was
                told.append((number, _row(was, now, meeting, was_asked=was_asked)))
    return Asked(list(found.values()), told)


def _open_in(meeting: Held, group: HeldByGroup, actions: Mapping[int, Action]) -> list[int]:
    return [
        action.number
        for action in actions.values()
        if action.group_id == group.group_id
        and action.created < meeting.day
        and (action.done is None or meeting.day <= action.done)
    ]


def _missed(group: HeldByGroup, actions: Mapping[int, Action]) -> set[Slot]:
    """Due actions nobody asked about. The screens tell of some that somebody did."""
    due = {
        (meeting.back, number)
        for meeting in group.meetings.values()
        for number in _open_in(meeting, group, actions)
        if (first := actions[number].first_due) is not None and first <= meeting.day
        if actions[number].moved_in(meeting.id) is None
    }
    return astray("followed_up", due, group.aims["followed_up"])


def _moved(action: Action, group: HeldByGroup, meeting: Held, reasons: Sequence[str]) -> Action:
    """The action with a new date, when it was due and is to be done in a later meeting."""
    due = action.due_on(meeting.day)
    if action.done is None or due is None or not due <= meeting.day < action.done:
        return action
    following = group.meetings[meeting.back - 1].day
    reason = reasons[drawn(action.number, meeting.back) % len(reasons)]
    move = Move(meeting.day, min(following, action.done), reason, meeting.id)
    return action._replace(moves=(*action.moves, move))


def _row(was: Action, now: Action, meeting: Held, *, was_asked: bool) -> Row:
    move = now.moved_in(meeting.id)
    return {
        "meeting_id": meeting.id,
        "day": meeting.day,
        "due": was.due_on(meeting.day),
        "asked": was_asked,
        "answer": _answer(was, meeting, move) if was_asked else "",
        "note": move.reason if move else "",
    }


def _answer(action: Action, meeting: Held, move: Move | None) -> str:
    if move:
        return "new_date"
    if action.done == meeting.day:
        return "done"
    due = action.due_on(meeting.day)
    return "" if due is not None and due < meeting.day else "on_track"
