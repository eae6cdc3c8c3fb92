"""What an import of actions would do, row by row: made for looking at before it is done."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from lean_desktop.domain.actions import ActionStatus, Source
from lean_desktop.domain.cards import CardTexts, OwnField, Pdca
from lean_desktop.domain.links import Link
from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import Message


class Tick(NamedTuple):
    """A step of a checklist, and the day it was done; `date.max` where nobody says which."""

    text: str
    done: date | None = None


class Remark(NamedTuple):
    """A comment of a day."""

    day: date
    text: str


class Move(NamedTuple):
    """On a day the date was moved, from where to where, and why."""

    day: date
    old: date
    new: date
    reason: str


class NewAction(NamedTuple):
    """An action as a list tells it; `comment` is what stands in no field of ours.

    `values` are texts of own fields by the key of the field, below zero for one that is made.
    """

    title: str
    created: date
    status: ActionStatus = ActionStatus.NEW
    owner_id: int | None = None
    group_id: int | None = None
    due: date | None = None
    done: date | None = None
    pdca: Pdca = Pdca.NONE
    pillar: str = ""
    tags: tuple[str, ...] = ()
    comment: str = ""
    source: Source = Source.OWN
    first_due: date | None = None
    moves: tuple[Move, ...] = ()
    helper_ids: tuple[int, ...] = ()
    texts: CardTexts = CardTexts()
    ticks: tuple[Tick, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()
    values: tuple[tuple[int, str], ...] = ()


class Change(NamedTuple):
    """What is otherwise with an action that is here; `fields` are fields of `NewAction`."""

    action_id: int
    fields: dict[str, Any]


class PlannedAction(NamedTuple):
    """One row of the list, by its number in the file, and what becomes of it.

    `remarks` say why it is refused, or what was understood and left out otherwise.
    """

    row: int
    outcome: Outcome
    title: str
    action: NewAction | None = None
    remarks: tuple[Message, ...] = ()
    change: Change | None = None


class ActionPlan(NamedTuple):
    """Every row that is not blank, in the order of the file, and the own fields to be made."""

    rows: Sequence[PlannedAction]
    fields: tuple[OwnField, ...] = ()

    @property
    def new(self) -> list[NewAction]:
        """The actions that would be written."""
        return [each.action for each in self.rows if each.action]

    @property
    def changes(self) -> list[Change]:
        """What would be otherwise with actions that are here."""
        return [each.change for each in self.rows if each.change]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows have each outcome."""
        return Counter(each.outcome for each in self.rows)
