"""What a card on the board holds besides the action itself, and fields a workspace adds."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.actions import Action
from lean_desktop.domain.due_words import due_day
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, N_, Language

WEEK, FORTNIGHT = 7, 14
"""Days in one column after which a card shows two bars, and three."""


class Pdca(StrEnum):
    """The quarter of Deming's circle an action has come to; mission §4, Enumerations."""

    NONE = ""
    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"


PDCA_NAMES = {
    Pdca.NONE: N_("Not begun"),
    Pdca.PLAN: N_("Plan"),
    Pdca.DO: N_("Carry out"),
    Pdca.CHECK: N_("Check"),
    Pdca.ACT: N_("Act on it"),
}


class Moment(StrEnum):
    """When a photo was taken."""

    BEFORE = "before"
    AFTER = "after"


class FieldKind(StrEnum):
    """What a field of the workspace's own holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


FIELD_KIND_NAMES = {
    FieldKind.TEXT: N_("Text"),
    FieldKind.NUMBER: N_("A number"),
    FieldKind.DATE: N_("Day"),
    FieldKind.CHOICE: N_("Choice"),
}


class OwnField(NamedTuple):
    """A field the workspace has added to its actions; a private one is on no wall and no paper."""

    id: int
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    private: bool = False


class Card(NamedTuple):
    """An action as the board shows it; `pillar` is its own, else its group's.

    `helpers` are names for showing, `values` the texts of own fields by the key of the field.
    """

    action: Action
    column_id: int | None = None
    pillar: str = ""
    pdca: Pdca = Pdca.NONE
    tags: tuple[str, ...] = ()
    helper_ids: tuple[int, ...] = ()
    helpers: tuple[str, ...] = ()
    steps: int = 0
    steps_done: int = 0
    values: Mapping[int, str] = {}

    @property
    def id(self) -> int:
        """The key of the action."""
        return self.action.id

    def days_in_column(self, today: date) -> int:
        """Whole days since it came to where it is; a card that is done waits for nobody."""
        return 0 if self.action.done else max(0, (today - self.action.status_since).days)

    def age(self, today: date) -> int:
        """Whole days from the day it was written to the day it was done, or today."""
        return max(0, ((self.action.done or today) - self.action.created).days)


class CardTexts(NamedTuple):
    """The long texts of a card, and its figures."""

    problem: str = ""
    cause: str = ""
    countermeasure: str = ""
    effect: str = ""
    figure_before: str = ""
    figure_after: str = ""


class Step(NamedTuple):
    """One line of a card's checklist, and the day it was done."""

    id: int
    text: str
    done: date | None = None


class Comment(NamedTuple):
    """What somebody had to say about an action; a private one is on no wall and no paper."""

    id: int
    written: date
    text: str
    private: bool = False


def bars(days: int) -> int:
    """One, two or three bars for the days a card has been in its column."""
    return 1 + (days >= WEEK) + (days >= FORTNIGHT)


def own_value(field: OwnField, typed: str, today: date) -> str:
    """What is stored of a typed text; "" takes the value away. Raises RuleBroken for another kind."""
    text = " ".join(typed.split()) if field.kind is not FieldKind.TEXT else typed.strip()
    if not text:
        return ""
    match field.kind:
        case FieldKind.NUMBER:
            return _number(text)
        case FieldKind.DATE:
            return _day(text, today).isoformat()
        case FieldKind.CHOICE:
            return _choice(text, field.choices)
    return text


def told_own_value(field: OwnField, value: str, t: Language) -> str:
    """A stored value as it is read: days and numbers as the language writes them."""
    if not value:
        return ""
    if field.kind is FieldKind.DATE:
        return t.date(date.fromisoformat(value))
    if field.kind is FieldKind.NUMBER:
        return value.replace(".", t.decimal_point)
    return value


def _number(text: str) -> str:
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise RuleBroken(M_("“{text}” is no number. Write 12 or 12.5.", text=text))
    return format(found.normalize(), "f")


def _day(text: str, today: date) -> date:
    found = due_day(text, today)
    if found is None:
        raise RuleBroken(M_("“{text}” is no day. Write 20.10., Friday or week 43.", text=text))
    return found


def _choice(text: str, choices: tuple[str, ...]) -> str:
    fitting = [each for each in choices if each.casefold() == text.casefold()]
    begun = [each for each in choices if each.casefold().startswith(text.casefold())]
    for found in (fitting, begun):
        if len(found) == 1:
            return found[0]
    raise RuleBroken(
        M_("“{text}” is none of the choices: {choices}.", text=text, choices=", ".join(choices))
    )
