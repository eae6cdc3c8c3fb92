"""What is done with actions, each one undo step: added, moved, renamed, answered, taken away."""

from collections.abc import Sequence
from datetime import date

from lean_desktop.domain.actions import Action, ActionLine, Answer, Answered, parse_action_line
from lean_desktop.domain.board import BoardColumn, Lane, LaneKey, LanesBy, told_lane
from lean_desktop.domain.cards import Card
from lean_desktop.edits import actions as edits
from lean_desktop.edits import board as board_edits
from lean_desktop.edits.escalating import escalate_at_once
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.choices import people_choices
from lean_desktop.ui.editor import Surroundings


def add(
    around: Surroundings,
    source: CardSource,
    lines: Sequence[str],
    column: int = 0,
    lane: LaneKey = None,
) -> list[int]:
    """One action a line, in a column and a lane. Raises RuleBroken for a line it cannot read."""
    live = around.live
    people, today = people_choices(live), live.today
    new = [parse_action_line(line, people, today) for line in lines]
    label = (
        M_("Add “{name}”", name=new[0].title)
        if len(new) == 1
        else M_("Add {n} actions", n=len(new))
    )
    place = _Place(
        source.group_id, source.settings.columns[column], source.lanes_by, lane, live.today
    )
    return live.edit(label, _add_all, new, place)


def move(
    around: Surroundings,
    source: CardSource,
    cards: Sequence[Card],
    column: int | None,
    lane: Lane | None,
) -> None:
    """Hang cards in another column, another lane, or both."""
    columns = source.settings.columns
    where = columns[column].told(around.t) if column is not None else ""
    if lane is not None and column is None:
        where = told_lane(lane, source.lanes_by, around.t)
    around.live.edit(
        _named(cards, M_("Move “{name}” to {where}", where=where), where),
        board_edits.move_cards,
        cards,
        columns,
        to=column,
        day=around.live.today,
        lane=None if lane is None else (source.lanes_by, lane.key),
    )


def rename(around: Surroundings, action: Action, title: str) -> None:
    """Give an action another title."""
    if title.strip() != action.title:
        label = M_("Change {what} of “{name}”", what=M_("title"), name=action.title)
        around.live.edit(label, edits.change_actions, [action.id], title=title)


def answer(
    around: Surroundings, action: Action, answered: Answered, meeting_id: int | None = None
) -> None:
    """Record what was answered; what is stuck goes one level up. One undo step.

    Without a meeting it was asked about at the board.
    """
    now = around.live.document.clock()

    def record(connection: Connection) -> None:
        edits.answer(connection, meeting_id, {action.id: answered}, day=now.date())
        if answered.answer is Answer.BLOCKED and not action.escalated:
            escalate_at_once(
                connection,
                f"{action.title}: {answered.note}",
                now,
                action_id=action.id,
                group_id=action.group_id,
                meeting_id=meeting_id,
            )

    around.live.edit(M_("Ask about “{name}”", name=action.title), record)


def remove(around: Surroundings, gone: Sequence[Action]) -> None:
    """Take actions away; undo brings them back."""
    if gone and not around.live.read_only:
        label = (
            M_("Delete “{name}”", name=gone[0].title)
            if len(gone) == 1
            else M_("Delete {n} actions", n=len(gone))
        )
        around.live.edit(label, edits.remove_actions, [each.id for each in gone])


def _named(cards: Sequence[Card], one: Message, where: str) -> Message:
    if len(cards) == 1:
        return Message(one.text, {**one.values, "name": cards[0].action.title})
    return M_("Move {n} actions to {where}", n=len(cards), where=where)


class _Place:
    """Where new actions are to hang."""

    def __init__(
        self, group_id: int | None, column: BoardColumn, by: LanesBy, lane: LaneKey, day: date
    ) -> None:
        self.column, self.by, self.lane, self.day = column, by, lane, day
        self.group_id = lane if by is LanesBy.GROUP and isinstance(lane, int) else group_id
        self.owner_id = lane if by is LanesBy.OWNER and isinstance(lane, int) else None


def _add_all(connection: Connection, /, new: Sequence[ActionLine], place: _Place) -> list[int]:
    keys = [
        edits.add_action(
            connection,
            each.title,
            created=place.day,
            group_id=place.group_id,
            owner_id=each.owner_id or place.owner_id,
            due=each.due,
        )
        for each in new
    ]
    board_edits.hang(connection, keys, place.column, day=place.day, lane=(place.by, place.lane))
    return keys
