"""Snapshots of actions for paper: a board, a list, and cards with all they hold.

Private comments and private fields are in none of them: paper hangs on walls.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.actions import DueChange
from lean_desktop.domain.board import Board
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import Card, CardTexts, Moment, OwnField, Step


class BoardPaper(NamedTuple):
    """A board as it hangs on a day; `scope` is whose it is, or nothing for that of all."""

    board: Board
    scope: str
    today: date


class ListPaper(NamedTuple):
    """Actions to be listed under heads, with the own fields that may stand on paper."""

    cards: tuple[Card, ...]
    by: GroupBy
    scope: str
    today: date
    fields: tuple[OwnField, ...] = ()


class CardPaper(NamedTuple):
    """One card with all that may be printed of it."""

    card: Card
    today: date
    texts: CardTexts = CardTexts()
    steps: tuple[Step, ...] = ()
    moves: tuple[DueChange, ...] = ()
    photos: Mapping[Moment, bytes] = {}
    fields: tuple[OwnField, ...] = ()
