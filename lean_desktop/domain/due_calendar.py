"""Actions by the day they are due: whole weeks from Monday on, a month or one week of them."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cards import Card

_DAYS = 7


class Span(StrEnum):
    """How much of the calendar is seen at a time."""

    MONTH = "month"
    WEEK = "week"


class DueDay(NamedTuple):
    """One day: what is due then, why it is closed ("" when open), and whether it is looked for."""

    day: date
    cards: tuple[Card, ...] = ()
    closed: str = ""
    within: bool = True


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def weeks_of(day: date, span: Span) -> list[date]:
    """The Mondays of the weeks that are seen: that week, or those that its month has days in."""
    if span is Span.WEEK:
        return [monday_of(day)]
    first, end = day.replace(day=1), stepped(day, Span.MONTH, 1).replace(day=1)
    monday, found = monday_of(first), []
    while monday < end:
        found.append(monday)
        monday += timedelta(days=_DAYS)
    return found


def stepped(day: date, span: Span, count: int) -> date:
    """So many months or weeks on; in a shorter month the last day of it."""
    if span is Span.WEEK:
        return day + timedelta(days=_DAYS * count)
    months = day.year * 12 + day.month - 1 + count
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))


def by_day(cards: Iterable[Card]) -> dict[date | None, tuple[Card, ...]]:
    """The open cards by the day they are due, by number; those without a date under None."""
    found: dict[date | None, list[Card]] = {}
    for card in sorted(cards, key=lambda card: card.action.number):
        if card.action.open:
            found.setdefault(card.action.due, []).append(card)
    return {day: tuple(several) for day, several in found.items()}
