"""Moving cards on a board, and setting boards up."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete

from lean_desktop.document.schema.actions import action
from lean_desktop.document.schema.board import board, board_column, own_word, saved_filter
from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.board import (
    MOST_COLUMNS,
    BoardColumn,
    LaneKey,
    LanesBy,
    place_of,
)
from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.own_words import OwnWord
from lean_desktop.edits import rows
from lean_desktop.i18n import M_, Message
from lean_desktop.queries.board import settings

_LANE_COLUMNS = {
    LanesBy.OWNER: "owner_id",
    LanesBy.GROUP: "group_id",
    LanesBy.PILLAR: "pillar",
    LanesBy.PDCA: "pdca",
}


def move_cards(
    connection: Connection,
    /,
    cards: Sequence[Card],
    columns: Sequence[BoardColumn],
    *,
    to: int | None = None,
    day: date,
    lane: tuple[LanesBy, LaneKey] | None = None,
) -> None:
    """Hang cards in the column at index `to`, in a lane, or both; what is so already stays.

    A card keeps a state the column has, else it gets the first; days in the column count from
    `day`. The number of statements does not depend on how many cards there are.
    """
    if to is not None:
        column = columns[to]
        moving = [card for card in cards if place_of(card, columns) != to]
        for status in dict.fromkeys(_status_in(card, column) for card in moving):
            keys = [card.id for card in moving if _status_in(card, column) is status]
            rows.change(connection, action, keys, _there(column, status, day))
    if lane is not None:
        rows.change(connection, action, [card.id for card in cards], _in_lane(*lane))


def hang(
    connection: Connection,
    /,
    keys: Collection[int],
    column: BoardColumn,
    *,
    day: date,
    lane: tuple[LanesBy, LaneKey],
) -> None:
    """Hang actions that were just written in a column and a lane."""
    there = {**_there(column, column.statuses[0], day), **_in_lane(*lane)}
    if lane[1] is None:
        there = _there(column, column.statuses[0], day)  # An owner that was typed stays.
    rows.change(connection, action, keys, there)


def _in_lane(by: LanesBy, key: LaneKey) -> dict[str, Any]:
    if by not in _LANE_COLUMNS:
        return {}
    textual = by in (LanesBy.PILLAR, LanesBy.PDCA)
    return {_LANE_COLUMNS[by]: "" if key is None and textual else key}


def _status_in(card: Card, column: BoardColumn) -> ActionStatus:
    status = card.action.status
    return status if status in column.statuses else column.statuses[0]


def _there(column: BoardColumn, status: ActionStatus, day: date) -> dict[str, Any]:
    return {
        "status": status,
        "status_since": day,
        "done": day if status is ActionStatus.DONE else None,
        "column_id": column.id if column.id > 0 else None,
    }


def set_columns(
    connection: Connection, /, group_id: int | None, columns: Sequence[BoardColumn]
) -> None:
    """The columns of a board, in their order; those with a key of its own keep their cards.

    Raises RuleBroken when there are none or too many, when a state is in none or a name is empty.
    """
    _check(columns)
    board_id = _board(connection, group_id)
    kept = {each.id for each in columns if each.id > 0}
    gone = (board_column.c.board_id == board_id, board_column.c.id.not_in(kept))
    connection.execute(delete(board_column).where(*gone))
    for place, each in enumerate(columns):
        values = {
            "position": place,
            "name": each.name.strip(),
            "statuses": ",".join(each.statuses),
            "most": each.most,
        }
        if each.id > 0:
            rows.change(connection, board_column, [each.id], values)
        else:
            rows.add(connection, board_column, {"board_id": board_id, **values})


def set_board(connection: Connection, /, group_id: int | None, **fields: int) -> None:
    """How many weeks without a move make a stall, and how many days done cards hang."""
    limits = {"stall_weeks": 52, "done_days": 366}
    for name, value in fields.items():
        if not 1 <= value <= limits[name]:
            raise RuleBroken(
                M_("Write a number between {least} and {most}.", least=1, most=limits[name])
            )
    rows.change(connection, board, [_board(connection, group_id)], fields)


def usual_board(connection: Connection, /, group_id: int | None) -> None:
    """The board as the program draws it, again."""
    rows.remove(connection, board, [settings(connection, group_id).id])


def save_filter(connection: Connection, /, name: str, text: str) -> int:
    """Keep a filter by name; one with the same name is replaced."""
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values, {"name": 100})
    connection.execute(delete(saved_filter).where(saved_filter.c.name == values["name"]))
    return rows.add(connection, saved_filter, {**values, "filter": text})


def remove_filter(connection: Connection, /, filter_id: int) -> None:
    """Forget a filter."""
    rows.remove(connection, saved_filter, [filter_id])


def call_actions(connection: Connection, /, word: OwnWord | None) -> None:
    """What actions are called in the whole workspace; None goes back to our word."""
    connection.execute(delete(own_word).where(own_word.c.word == "action"))
    if word is not None:
        forms = {name: " ".join(form.split()) for name, form in word._asdict().items()}
        rows.required(forms, *forms)
        rows.not_too_long(forms, dict.fromkeys(forms, 60))
        rows.add(connection, own_word, {"word": "action", **forms})


def _board(connection: Connection, group_id: int | None) -> int:
    """The key of the board, which is made when there is none; with the columns it shows."""
    known = settings(connection, group_id)
    return known.id or rows.add(connection, board, {"group_id": group_id})


def _check(columns: Sequence[BoardColumn]) -> None:
    if not columns or len(columns) > MOST_COLUMNS:
        raise RuleBroken(M_("A board has between one column and {most}.", most=MOST_COLUMNS))
    for each in columns:
        rows.required({"name": each.name.strip()}, "name")
        rows.not_too_long({"name": each.name.strip()}, {"name": 60})
        if not each.statuses:
            raise RuleBroken(M_("Choose which state the cards of “{name}” have.", name=each.name))
        if each.most is not None and not 1 <= each.most <= 999:
            raise RuleBroken(M_("Write a number between {least} and {most}.", least=1, most=999))
    missing = set(ActionStatus) - {ActionStatus.CANCELLED}
    missing -= {status for each in columns for status in each.statuses}
    if missing:
        state = Message(ACTION_STATUS_NAMES[min(missing, key=list(ActionStatus).index)], {})
        raise RuleBroken(
            M_(
                "No column shows cards that are {state}. Give one of them that state, too.",
                state=state,
            )
        )
