"""What actions in a list are put together by, and the heads the list then has."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.cards import Card, FieldKind, OwnField, told_own_value
from lean_desktop.domain.holidays import iso_week
from lean_desktop.i18n import N_, Language


class GroupBy(StrEnum):
    """What the actions under one head have in common."""

    NONE = "none"
    OWNER = "owner"
    GROUP = "group"
    WEEK = "week"
    STATUS = "status"
    PILLAR = "pillar"


GROUP_BY_NAMES = {
    GroupBy.NONE: N_("None"),
    GroupBy.OWNER: N_("Owner"),
    GroupBy.GROUP: N_("Group"),
    GroupBy.WEEK: N_("Week it is due"),
    GroupBy.STATUS: N_("Status"),
    GroupBy.PILLAR: N_("Pillar"),
}

_WITHOUT = {
    GroupBy.OWNER: N_("Nobody’s"),
    GroupBy.GROUP: N_("Without a group"),
    GroupBy.WEEK: N_("Without a date"),
    GroupBy.PILLAR: N_("Without a pillar"),
}

GroupKey = int | str | tuple[int, int] | None
_STATES = list(ActionStatus)


class GroupHead(NamedTuple):
    """The line over the actions that belong together; `id` is below zero, as no action's is."""

    id: int
    key: GroupKey
    name: str
    size: int
    overdue: int
    folded: bool = False

    def told(self, t: Language) -> str:
        """Its name, how many there are, and how many of them are overdue."""
        over = t("{n} overdue", n=self.overdue) if self.overdue else ""
        count = t.plural("{n} action", "{n} actions", self.size)
        return " · ".join(filter(None, (self.name, count, over)))


def key_in(card: Card, by: GroupBy) -> GroupKey:
    """What the card has of what the list is put together by; None when it has none."""
    action = card.action
    match by:
        case GroupBy.OWNER:
            return action.owner_id
        case GroupBy.GROUP:
            return action.group_id
        case GroupBy.WEEK:
            return iso_week(action.due) if action.due else None
        case GroupBy.STATUS:
            return action.status.value
        case GroupBy.PILLAR:
            return card.pillar or None
    return None


def told_key(card: Card, by: GroupBy, t: Language) -> str:
    """The name of the head this card stands under."""
    key = key_in(card, by)
    if key is None:
        return t(_WITHOUT[by]) if by in _WITHOUT else ""
    match by:
        case GroupBy.OWNER:
            return card.action.owner
        case GroupBy.GROUP:
            return card.action.group
        case GroupBy.STATUS:
            return t(ACTION_STATUS_NAMES[card.action.status])
        case GroupBy.WEEK if card.action.due:
            return f"{t.week(card.action.due)}, {iso_week(card.action.due)[0]}"
    return str(key)


def head_of(
    head_id: int, cards: Sequence[Card], by: GroupBy, today: date, t: Language, *, folded: bool
) -> GroupHead:
    """The head over these cards, which all have the same key."""
    first = cards[0]
    over = sum(1 for card in cards if card.action.days_over(today))
    name = told_key(first, by, t)
    return GroupHead(head_id, key_in(first, by), name, len(cards), over, folded)


def head_order(card: Card, by: GroupBy, t: Language) -> tuple[bool, tuple[int, ...], object]:
    """Where the head of a card stands: weeks and states in their order, names by the alphabet."""
    key = key_in(card, by)
    if isinstance(key, tuple):
        return False, key, ("", "")
    if by is GroupBy.STATUS:
        return False, (_STATES.index(card.action.status),), ("", "")
    return key is None, (), t.sort_key(told_key(card, by, t))


class Totals(NamedTuple):
    """What a list of cards comes to; `sums` holds the numeric own fields by key."""

    shown: int
    overdue: int
    moved: int
    sums: dict[int, Decimal]

    def told(self, fields: Sequence[OwnField], t: Language) -> str:
        """In words, on one line."""
        parts = [t.plural("{n} action", "{n} actions", self.shown)]
        parts.append(t("{n} overdue", n=self.overdue))
        parts.append(t.plural("{n} with a moved date", "{n} with moved dates", self.moved))
        for field in fields:
            if field.id in self.sums:
                total = told_own_value(field, format(self.sums[field.id], "f"), t)
                parts.append(f"{field.name}: {total}")
        return " · ".join(parts)


def totals(cards: Sequence[Card], fields: Sequence[OwnField], today: date) -> Totals:
    """Count and add up; a card without a number in a field adds nothing."""
    return Totals(
        len(cards),
        sum(1 for card in cards if card.action.days_over(today)),
        sum(1 for card in cards if card.action.slips),
        {
            field.id: sum((_number(card, field) for card in cards), Decimal(0))
            for field in fields
            if field.kind is FieldKind.NUMBER
        },
    )


def _number(card: Card, field: OwnField) -> Decimal:
    return Decimal(card.values.get(field.id) or 0)
