"""What actions in a list are put together by: heads, their order, and what they come to."""

from datetime import date
from decimal import Decimal

from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.card_groups import GroupBy, head_of, head_order, key_in, told_key, totals
from lean_desktop.domain.cards import Card, FieldKind, OwnField
from lean_desktop.i18n import language

TODAY = date(2026, 10, 6)


def card(
    number: int = 1,
    due: date | None = None,
    *,
    owner: tuple[int | None, str] = (None, ""),
    status: ActionStatus = ActionStatus.NEW,
    slips: int = 0,
    value: str = "",
) -> Card:
    key, name = owner
    none = (Source.OWN, None, None)
    first = Action(
        number, number, "", None, "", key, name, *none, TODAY, due, due, None, status, TODAY
    )
    action = first._replace(slips=slips)
    return Card(action, values={5: value} if value else {})


def test_a_week_is_that_of_its_iso_year() -> None:
    new_year = card(due=date(2027, 1, 1))
    assert key_in(new_year, GroupBy.WEEK) == (2026, 53)
    assert told_key(new_year, GroupBy.WEEK, language("nb")) == "Uke 53, 2026"


def test_what_has_none_says_so_and_stands_last() -> None:
    t = language("en")
    nobodys, linh = card(), card(owner=(7, "Linh"))
    assert told_key(nobodys, GroupBy.OWNER, t) == "Nobody’s"
    assert head_order(linh, GroupBy.OWNER, t) < head_order(nobodys, GroupBy.OWNER, t)
    early, late = card(due=date(2026, 12, 30)), card(due=date(2027, 1, 12))
    orders = [head_order(each, GroupBy.WEEK, t) for each in (early, late, nobodys)]
    assert orders == sorted(orders)


def test_norwegian_names_stand_in_the_order_of_the_alphabet() -> None:
    t = language("nb")
    names = ["Øystein", "Åse", "Ærlig", "Bo"]
    cards = [card(owner=(key, name)) for key, name in enumerate(names, start=1)]
    cards.sort(key=lambda each: head_order(each, GroupBy.OWNER, t))
    assert [each.action.owner for each in cards] == ["Bo", "Ærlig", "Øystein", "Åse"]


def test_states_stand_as_on_the_board() -> None:
    t = language("en")
    states = [ActionStatus.BLOCKED, ActionStatus.NEW, ActionStatus.DOING]
    found = sorted(
        (card(status=each) for each in states), key=lambda c: head_order(c, GroupBy.STATUS, t)
    )
    assert [each.action.status for each in found] == [
        ActionStatus.NEW,
        ActionStatus.DOING,
        ActionStatus.BLOCKED,
    ]


def test_a_head_counts_what_is_overdue() -> None:
    t = language("en")
    cards = [card(1, date(2026, 10, 5)), card(2, TODAY)]
    head = head_of(-1, cards, GroupBy.WEEK, TODAY, t, folded=False)
    assert head.told(t) == "Week 41, 2026 · 2 actions · 1 overdue"


def test_only_numbers_are_added_up_and_exactly() -> None:
    fields = [OwnField(5, "Cost", FieldKind.NUMBER), OwnField(6, "Note", FieldKind.TEXT)]
    cards = [card(1, date(2026, 10, 1), value="0.1"), card(2, slips=2, value="0.2"), card(3)]
    found = totals(cards, fields, TODAY)
    assert found == (3, 1, 1, {5: Decimal("0.3")})
    told = found.told(fields, language("nb"))
    assert told.endswith("Cost: 0,3")
