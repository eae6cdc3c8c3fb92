"""The handouts of actions: the board, lists, cards, and what each person has to do."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from lean_desktop.commands.naming import group_meant, person_meant
from lean_desktop.document.document import Document
from lean_desktop.domain.board import LanesBy
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import action_papers as queries
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meeting_papers

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]

LANES = tuple(each.value for each in LanesBy)
ORDERS = {"owner": GroupBy.OWNER, "date": GroupBy.WEEK, "group": GroupBy.GROUP}


def board(document: Document, asked: str | None, now: datetime, *, lanes: str = "none") -> Draw:
    """The board of a group, or the one across groups."""
    group_id, scope = _group(document, asked, now)
    told = document.read(
        queries.board_paper, group_id=group_id, scope=scope, by=LanesBy(lanes), today=now.date()
    )

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.board import board_pdf

        return board_pdf(told, sheet, t)

    return draw


def action_list(document: Document, asked: str | None, now: datetime, *, by: str = "owner") -> Draw:
    """The open actions of a group, or of all."""
    group_id, scope = _group(document, asked, now)
    told = document.read(
        queries.list_paper, group_id=group_id, scope=scope, by=ORDERS[by], today=now.date()
    )

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.action_list import actions_list

        return actions_list(told, sheet, t)

    return draw


def card(document: Document, asked: str | None, now: datetime) -> Draw:
    """The card with a number, or the open ones of a group."""
    if asked is None:
        raise RuleBroken(M_("Say which card, with --of and its number, or of which group."))
    papers = document.read(queries.card_papers, _cards(document, asked, now), today=now.date())

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.action_card import action_cards

        return action_cards(papers, sheet, t)

    return draw


def my_actions(document: Document, asked: str | None, now: datetime) -> Draw:
    """What one person has to do, or everyone, a page each."""
    person_id = person_meant(document, asked, now).id if asked else None
    papers = document.read(meeting_papers.person_actions, today=now.date(), person_id=person_id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.my_actions import my_actions as drawn

        return drawn(papers, sheet, t)

    return draw


def _group(document: Document, asked: str | None, now: datetime) -> tuple[int | None, str]:
    if asked is None:
        return None, ""
    group = group_meant(document, asked, now)
    return group.id, group.name


def _cards(document: Document, asked: str, now: datetime) -> list[int]:
    if not asked.isdecimal():
        of_group = document.read(
            queries.list_paper, group_id=group_meant(document, asked, now).id, today=now.date()
        )
        return [each.id for each in of_group.cards]
    found = document.read(action_queries.numbered, int(asked))
    if found is None:
        raise RuleBroken(
            M_("There is no action {n}. “lean-desktop show actions” tells them all.", n=asked)
        )
    return [found]
