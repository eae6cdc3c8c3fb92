"""Whom to ask about what today, and why: before a date is missed, and until there is an answer."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.actions import Answer, FollowUp
from lean_desktop.domain.cards import FORTNIGHT, Card
from lean_desktop.i18n import Language


class Why(StrEnum):
    """Why an action is to be asked about, the most pressing reason first."""

    OVERDUE = "overdue"
    DUE = "due"
    STALLED = "stalled"
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


class ToAsk(NamedTuple):
    """A card to ask about, why, and how it was asked about last."""

    card: Card
    whys: tuple[Why, ...]
    last: FollowUp | None = None

    def told(self, today: date, t: Language) -> str:
        """The reasons in words."""
        return " · ".join(self._told(why, today, t) for why in self.whys)

    def _told(self, why: Why, today: date, t: Language) -> str:
        match why:
            case Why.OVERDUE:
                days = self.card.action.days_over(today)
                return t.plural("{n} day overdue", "{n} days overdue", days)
            case Why.DUE:
                return t("due today")
            case Why.STALLED:
                days = self.card.days_in_column(today)
                return t("{n} days in the same column", n=days)
        day = t.day_month(self.last.day) if self.last else ""
        if why is Why.UNANSWERED:
            return t("asked {day}, no answer", day=day)
        return t("not asked in the last meeting, {day}", day=day)


class PersonToAsk(NamedTuple):
    """One person to talk to; without a name the cards are nobody's."""

    person_id: int | None
    name: str
    asked: tuple[ToAsk, ...]


def people_to_ask(
    cards: Iterable[Card], last: Mapping[int, FollowUp], today: date
) -> list[PersonToAsk]:
    """The open cards to ask about, by owner; those with the most pressing card first.

    `last` says by action when it was asked about last. What was answered today is left alone.
    """
    found: dict[int | None, list[ToAsk]] = {}
    for card in cards:
        asked = last.get(card.id)
        if whys := whys_to_ask(card, asked, today):
            found.setdefault(card.action.owner_id, []).append(ToAsk(card, whys, asked))
    people = [_person(key, asked) for key, asked in found.items()]
    return sorted(people, key=lambda each: (each.person_id is None, _order(each.asked[0])))


def whys_to_ask(card: Card, last: FollowUp | None, today: date) -> tuple[Why, ...]:
    """Every reason to ask about a card today; none when it is over, or was answered today."""
    action = card.action
    if not action.open or (last is not None and last.day == today and _answered(last)):
        return ()
    holds = {
        Why.OVERDUE: action.days_over(today) > 0,
        Why.DUE: action.due == today,
        Why.STALLED: card.days_in_column(today) >= FORTNIGHT,
        Why.UNANSWERED: last is not None and last.answered.asked and not _answered(last),
        Why.NOT_ASKED: last is not None and not last.answered.asked,
    }
    return tuple(why for why in Why if holds[why])


def _answered(last: FollowUp) -> bool:
    return last.answered.asked and last.answered.answer is not Answer.NOTHING


def _person(key: int | None, asked: list[ToAsk]) -> PersonToAsk:
    asked.sort(key=_order)
    return PersonToAsk(key, asked[0].card.action.owner, tuple(asked))


def _order(each: ToAsk) -> tuple[date, int]:
    return each.card.action.due or date.max, each.card.action.number
