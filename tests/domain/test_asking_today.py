"""Whom to ask about what today, and the reasons in words."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.actions import Action, ActionStatus, Answer, Answered, FollowUp, Source
from lean_desktop.domain.asking_today import Why, people_to_ask, whys_to_ask
from lean_desktop.domain.cards import Card
from lean_desktop.i18n import language

TODAY = date(2026, 10, 6)


def card(
    key: int = 1,
    due: date | None = None,
    *,
    owner: int | None = 7,
    since: date = TODAY,
    status: ActionStatus = ActionStatus.DOING,
) -> Card:
    name = {7: "Linh", 8: "Kari"}.get(owner or 0, "")
    none = (None, "", owner, name, Source.OWN, None, None)
    return Card(Action(key, key, f"A{key}", *none, since, due, due, None, status, since))


def asked(day: date, answer: Answer = Answer.NOTHING, *, was: bool = True) -> FollowUp:
    return FollowUp(1, 1, None, day, None, Answered(was, answer))


@pytest.mark.parametrize(
    ("due", "whys"),
    [
        (TODAY - timedelta(1), (Why.OVERDUE,)),
        (TODAY, (Why.DUE,)),
        (TODAY + timedelta(1), ()),
        (None, ()),
    ],
)
def test_the_date_says_whether_to_ask(due: date | None, whys: tuple[Why, ...]) -> None:
    assert whys_to_ask(card(due=due), None, TODAY) == whys


def test_fourteen_days_in_a_column_are_a_reason_and_thirteen_are_none() -> None:
    assert whys_to_ask(card(since=TODAY - timedelta(13)), None, TODAY) == ()
    assert whys_to_ask(card(since=TODAY - timedelta(14)), None, TODAY) == (Why.STALLED,)


def test_what_was_not_answered_or_not_asked_is_asked_again() -> None:
    before = TODAY - timedelta(7)
    assert whys_to_ask(card(), asked(before), TODAY) == (Why.UNANSWERED,)
    assert whys_to_ask(card(), asked(before, was=False), TODAY) == (Why.NOT_ASKED,)
    assert whys_to_ask(card(), asked(before, Answer.ON_TRACK), TODAY) == ()


def test_what_was_answered_today_is_left_alone_until_tomorrow() -> None:
    over = card(due=TODAY - timedelta(3))
    assert whys_to_ask(over, asked(TODAY, Answer.ON_TRACK), TODAY) == ()
    assert whys_to_ask(over, asked(TODAY), TODAY) == (Why.OVERDUE, Why.UNANSWERED)
    tomorrow = TODAY + timedelta(1)
    assert whys_to_ask(over, asked(TODAY, Answer.ON_TRACK), tomorrow) == (Why.OVERDUE,)


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.CANCELLED])
def test_nobody_asks_about_what_is_over(status: ActionStatus) -> None:
    assert whys_to_ask(card(due=TODAY - timedelta(3), status=status), None, TODAY) == ()


def test_people_stand_by_their_most_pressing_card_and_nobody_last() -> None:
    cards = [
        card(1, TODAY, owner=7),
        card(2, TODAY - timedelta(9), owner=None),
        card(3, TODAY - timedelta(2), owner=8),
        card(4, TODAY - timedelta(1), owner=7),
        card(5, TODAY + timedelta(5), owner=8),
    ]
    found = people_to_ask(cards, {}, TODAY)
    assert [(each.name, [one.card.id for one in each.asked]) for each in found] == [
        ("Kari", [3]),
        ("Linh", [4, 1]),
        ("", [2]),
    ]


def test_every_reason_is_told_in_words() -> None:
    t = language("en")
    old = card(due=TODAY - timedelta(1), since=TODAY - timedelta(20))
    (person,) = people_to_ask([old], {1: asked(TODAY - timedelta(6))}, TODAY)
    assert person.asked[0].told(TODAY, t) == (
        "1 day overdue · 20 days in the same column · asked 30 Sept, no answer"
    )
    late = {1: asked(TODAY - timedelta(6), was=False)}
    (person,) = people_to_ask([card(due=TODAY)], late, TODAY)
    assert person.asked[0].told(TODAY, t) == "due today · not asked in the last meeting, 30 Sept"
