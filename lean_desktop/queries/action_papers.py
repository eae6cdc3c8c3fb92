"""What handouts of actions are made of."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import Connection

from lean_desktop.domain.action_papers import BoardPaper, CardPaper, ListPaper
from lean_desktop.domain.board import LanesBy, arranged
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import OwnField
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import board as board_queries
from lean_desktop.queries import cards as queries


def board_paper(
    connection: Connection,
    *,
    group_id: int | None = None,
    scope: str = "",
    by: LanesBy = LanesBy.NONE,
    today: date,
) -> BoardPaper:
    """The board of a group, or the one across groups, with its lanes."""
    settings = board_queries.settings(connection, group_id)
    since = today - timedelta(days=settings.done_days)
    cards = queries.cards(connection, group_id=group_id, done_since=since)
    return BoardPaper(arranged(cards, settings.columns, by), scope, today)


def list_paper(
    connection: Connection,
    *,
    group_id: int | None = None,
    scope: str = "",
    by: GroupBy = GroupBy.OWNER,
    today: date,
) -> ListPaper:
    """The open actions of a group, or of all."""
    cards = tuple(queries.cards(connection, group_id=group_id))
    return ListPaper(cards, by, scope, today, printed_fields(connection))


def card_papers(connection: Connection, ids: Collection[int], *, today: date) -> list[CardPaper]:
    """Cards with all that may be printed of them, by number."""
    fields = printed_fields(connection)
    return [
        CardPaper(
            card,
            today,
            queries.texts(connection, card.id),
            tuple(queries.steps(connection, card.id)),
            tuple(action_queries.due_changes(connection, action_id=card.id)),
            queries.photos(connection, card.id),
            fields,
        )
        for card in queries.cards(connection, ids)
    ]


def printed_fields(connection: Connection) -> tuple[OwnField, ...]:
    """The own fields that are not private."""
    return tuple(each for each in queries.own_fields(connection) if not each.private)
