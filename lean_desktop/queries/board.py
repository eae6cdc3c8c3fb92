"""Boards as they are set up, filters by name, own words, and where nothing moves any more."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select, union_all

from lean_desktop.document.schema.actions import action, due_change, follow_up
from lean_desktop.document.schema.board import (
    action_comment,
    action_step,
    board,
    board_column,
    own_word,
    saved_filter,
)
from lean_desktop.document.schema.organisation import group
from lean_desktop.domain.actions import OVER, ActionStatus
from lean_desktop.domain.board import (
    STALL_WEEKS,
    USUAL,
    BoardColumn,
    BoardSettings,
    SavedFilter,
    Stalled,
)
from lean_desktop.domain.own_words import OwnWord

READ = ("board", "board_column")


def settings(connection: Connection, group_id: int | None) -> BoardSettings:
    """How the board of a group, or the one across groups, is set up."""
    of_group = board.c.group_id.is_(None) if group_id is None else board.c.group_id == group_id
    columns = select(board.c.id, board.c.stall_weeks, board.c.done_days).where(of_group)
    found = connection.execute(columns).first()
    if found is None:
        return BoardSettings(group_id=group_id)
    key, stall_weeks, done_days = found
    return BoardSettings(key, group_id, _columns(connection, key) or USUAL, stall_weeks, done_days)


def _columns(connection: Connection, board_id: int) -> tuple[BoardColumn, ...]:
    own = board_column.c
    columns = select(own.id, own.name, own.statuses, own.most).where(own.board_id == board_id)
    return tuple(
        BoardColumn(key, name, tuple(map(ActionStatus, statuses.split(","))), most)
        for key, name, statuses, most in connection.execute(columns.order_by(own.position))
    )


def saved_filters(connection: Connection) -> list[SavedFilter]:
    """The filters that have names, by their names."""
    columns = select(saved_filter.c.id, saved_filter.c.name, saved_filter.c.filter)
    return [SavedFilter(*row) for row in connection.execute(columns.order_by(saved_filter.c.name))]


def own_words(connection: Connection) -> dict[str, OwnWord]:
    """By word of ours, what this workspace calls it."""
    own = own_word.c
    columns = select(own.word, own.one, own.the_one, own.several, own.the_several)
    return {row[0]: OwnWord(*row[1:]) for row in connection.execute(columns)}


def stalled(connection: Connection, today: date, group_id: int | None = None) -> list[Stalled]:
    """The groups with open actions where nothing was moved or added for as many weeks as it takes.

    What counts as a move: a card written, moved, given another date, asked about, commented on, or
    ticked off in its checklist.
    """
    newest = union_all(*_moves()).subquery()
    statement = (
        select(group.c.id, group.c.name, func.max(newest.c.day), _weeks)
        .join_from(group, newest, newest.c.group_id == group.c.id)
        .outerjoin(board, board.c.group_id == group.c.id)
        .where(group.c.id.in_(_with_open_ones))
        .group_by(group.c.id)
        .order_by(func.max(newest.c.day), group.c.name)
    )
    if group_id is not None:
        statement = statement.where(group.c.id == group_id)
    found = (
        Stalled(key, name, date.fromisoformat(last), weeks)
        for key, name, last, weeks in connection.execute(statement)
    )
    return [each for each in found if each.since + timedelta(weeks=each.weeks) <= today]


_weeks = func.coalesce(board.c.stall_weeks, STALL_WEEKS)
_with_open_ones = select(action.c.group_id).where(action.c.status.not_in(OVER))


def _moves() -> Iterable[Select[*tuple[Any, ...]]]:
    """The days on which something happened to an action of a group."""
    for column in (action.c.created, action.c.status_since):
        yield _day(column)
    for table, day in (
        (due_change, "changed"),
        (follow_up, "day"),
        (action_comment, "written"),
        (action_step, "done"),
    ):
        of_action = action.c.id == table.c.action_id
        yield _day(table.c[day]).join_from(table, action, of_action)


def _day(column: Any) -> Select[*tuple[Any, ...]]:
    """The newest day of each group, as the text it is stored as."""
    newest = func.max(func.date(column)).label("day")
    return select(action.c.group_id, newest).group_by(action.c.group_id)
