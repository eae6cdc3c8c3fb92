"""What an import of actions would do, row by row: made for looking at before it is done."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.cards import Pdca
from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import Message


class NewAction(NamedTuple):
    """An action as a list tells it; `comment` is what stands in no field of ours."""

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


class PlannedAction(NamedTuple):
    """One row of the list, by its number in the file, and what becomes of it.

    `remarks` say why it is refused, or what was understood and left out otherwise.
    """

    row: int
    outcome: Outcome
    title: str
    action: NewAction | None = None
    remarks: tuple[Message, ...] = ()


class ActionPlan(NamedTuple):
    """Every row that is not blank, in the order of the file."""

    rows: Sequence[PlannedAction]

    @property
    def new(self) -> list[NewAction]:
        """The actions that would be written."""
        return [each.action for each in self.rows if each.action]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows have each outcome."""
        return Counter(each.outcome for each in self.rows)
