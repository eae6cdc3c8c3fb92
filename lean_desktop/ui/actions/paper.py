"""What can be printed of actions: what is seen, as a board or a list; cards; a list per person."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.domain.action_papers import BoardPaper, ListPaper
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import Card
from lean_desktop.i18n import Language
from lean_desktop.queries import action_papers as queries
from lean_desktop.queries.meeting_papers import person_actions
from lean_desktop.queries.organisation import groups
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.editor import Paper, Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.sheets import sheet_for

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]


def papers_of(
    around: Surroundings, source: CardSource, chosen: Callable[[], Sequence[Card]]
) -> Sequence[Paper]:
    """Every handout of the tab; board and lists show what is seen, through the filter."""
    live, t = around.live, around.t

    def paper(name: str, text: str, read: Callable[[], Draw | None]) -> Paper:
        return Paper(name, text, lambda: text, partial(_prepared, live, read))

    return (
        paper("board", t("Board"), lambda: _board(source)),
        paper("by_owner", t("Actions by owner"), lambda: _list(source, GroupBy.OWNER)),
        paper("by_date", t("Actions by date"), lambda: _list(source, GroupBy.WEEK)),
        paper("by_group", t("Actions by group"), lambda: _list(source, GroupBy.GROUP)),
        paper("cards", t("The chosen cards"), lambda: _cards(live, chosen())),
        paper("my_actions", t("Action list per person"), lambda: _my_actions(live)),
    )


def _prepared(
    live: LiveDocument, read: Callable[[], Draw | None], paper: str, language: Language
) -> Callable[[], bytes] | None:
    draw = read()
    if draw is None:
        return None
    sheet = sheet_for(live, paper)
    return lambda: draw(sheet, language)


def _board(source: CardSource) -> Draw:
    source.load_once()
    told = BoardPaper(source.board(), _scope(source), source.live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.board import board_pdf

        return board_pdf(told, sheet, t)

    return draw


def _list(source: CardSource, by: GroupBy) -> Draw:
    source.load_once()
    cards = tuple(card for card in source.seen() if card.action.open)
    fields = source.live.read(queries.printed_fields)
    told = ListPaper(cards, by, _scope(source), source.live.today, fields)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.action_list import actions_list

        return actions_list(told, sheet, t)

    return draw


def _cards(live: LiveDocument, chosen: Sequence[Card]) -> Draw | None:
    if not chosen:
        return None
    keys = [card.id for card in chosen]
    papers = live.read(queries.card_papers, keys, today=live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.action_card import action_cards

        return action_cards(papers, sheet, t)

    return draw


def _my_actions(live: LiveDocument) -> Draw:
    papers = live.read(person_actions, today=live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.my_actions import my_actions

        return my_actions(papers, sheet, t)

    return draw


def _scope(source: CardSource) -> str:
    """The group whose board it is, by name."""
    live, group_id = source.live, source.group_id
    found = live.read(groups, [group_id], today=live.today) if group_id is not None else []
    return found[0].name if found else ""
