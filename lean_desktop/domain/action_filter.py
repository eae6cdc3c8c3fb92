"""What is to be seen of the actions: conditions that all must hold, kept by name as text."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cards import Card
from lean_desktop.i18n import N_


class When(StrEnum):
    """When an action is due, seen from today."""

    ANY = ""
    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    NONE = "none"


WHEN_NAMES = {
    When.ANY: N_("All due dates"),
    When.OVERDUE: N_("Overdue only"),
    When.TODAY: N_("Due today or before"),
    When.WEEK: N_("Due within a week"),
    When.MONTH: N_("Due within a month"),
    When.NONE: N_("Without a date"),
}

_WITHIN = {When.TODAY: 0, When.WEEK: 7, When.MONTH: 30}

NOBODY = 0
"""Stands for no owner, and for no group."""


class ActionFilter(NamedTuple):
    """Every condition that is not empty must hold; in a set, one of its members is enough.

    `values` says by key of an own field what its text is to hold, or, after "=", to be.
    """

    text: str = ""
    owners: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    when: When = When.ANY
    tags: frozenset[str] = frozenset()
    pillars: frozenset[str] = frozenset()
    slipped: bool = False
    values: tuple[tuple[int, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return self == ActionFilter()

    def fits(self, card: Card, today: date) -> bool:
        """Whether it lets this card through."""
        action = card.action
        return (
            (not self.owners or bool(self.owners & {action.owner_id or NOBODY, *card.helper_ids}))
            and (not self.groups or (action.group_id or NOBODY) in self.groups)
            and (not self.tags or not self.tags.isdisjoint(card.tags))
            and (not self.pillars or card.pillar in self.pillars)
            and (not self.slipped or action.slips > 0)
            and _due(self.when, card, today)
            and all(_holds(card.values.get(key, ""), wanted) for key, wanted in self.values)
            and _said(self.text, card)
        )


def with_value(wanted: ActionFilter, field_id: int, text: str) -> ActionFilter:
    """The filter with another condition on an own field, or, without a text, with none."""
    others = {key: value for key, value in wanted.values if key != field_id}
    return wanted._replace(values=tuple((others | {field_id: text} if text else others).items()))


def _holds(value: str, wanted: str) -> bool:
    if wanted.startswith("="):
        return value == wanted[1:]
    return wanted.casefold() in value.casefold()


def _due(when: When, card: Card, today: date) -> bool:
    action = card.action
    match when:
        case When.ANY:
            return True
        case When.OVERDUE:
            return action.days_over(today) > 0
        case When.NONE:
            return action.due is None
    last = today + timedelta(days=_WITHIN[when])
    return action.due is not None and action.open and action.due <= last


def _said(text: str, card: Card) -> bool:
    """Whether each word is somewhere in what the card says."""
    if not text:
        return True
    action = card.action
    said = " ".join(
        (
            *(str(action.number), action.title, action.owner, action.group, card.pillar),
            *(*card.tags, *card.helpers),
        )
    ).casefold()
    return all(word in said for word in text.casefold().split())


def written(wanted: ActionFilter) -> str:
    """The filter as text, to be kept; `read` makes the filter of it again."""
    plain = wanted._asdict()
    plain |= {name: sorted(plain[name]) for name in ("owners", "groups", "tags", "pillars")}
    return json.dumps({name: value for name, value in plain.items() if value}, ensure_ascii=False)


def read(text: str) -> ActionFilter:
    """The filter that was kept; what cannot be understood of it lets everything through."""
    try:
        found = json.loads(text)
    except ValueError:
        return ActionFilter()
    return _understood(found) if isinstance(found, dict) else ActionFilter()


def _understood(found: Mapping[str, object]) -> ActionFilter:
    def several(name: str, kind: type) -> frozenset[object]:
        value = found.get(name)
        return (
            frozenset(each for each in value if type(each) is kind)
            if isinstance(value, list)
            else frozenset()
        )

    values = found.get("values")
    pairs = values if isinstance(values, list) else []
    when = found.get("when")
    text = found.get("text")
    return ActionFilter(
        text=text if isinstance(text, str) else "",
        owners=several("owners", int),  # type: ignore[arg-type]
        groups=several("groups", int),  # type: ignore[arg-type]
        when=When(when) if isinstance(when, str) and when in set(When) else When.ANY,
        tags=several("tags", str),  # type: ignore[arg-type]
        pillars=several("pillars", str),  # type: ignore[arg-type]
        slipped=found.get("slipped") is True,
        values=tuple((key, wanted) for key, wanted in pairs if _is_pair(key, wanted)),
    )


def _is_pair(key: object, wanted: object) -> bool:
    return type(key) is int and isinstance(wanted, str)
