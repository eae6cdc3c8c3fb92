"""Who is with us on a day, initials, and the rules about periods and places."""

from datetime import date

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    GroupKind,
    GroupRole,
    Person,
    initials,
    ordered_period,
    refuse_cycle,
    within,
)

DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("first", "last", "is_within"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 10, 7), None, False),
        (None, date(2026, 10, 5), False),
        (date(2020, 1, 1), None, True),
    ],
)
def test_both_ends_count_and_open_ends_are_always(
    first: date | None, last: date | None, is_within: bool
) -> None:
    assert within(DAY, first, last) is is_within
    assert Person(1, "", "A", "B", active_from=first, active_to=last).active_on(DAY) is is_within


def test_a_name_is_said_first_name_first() -> None:
    assert Person(1, "", "Kari", "Solberg").name == "Kari Solberg"
    assert Person(1, "", "", "Solberg").name == "Solberg"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Øystein Ødegård", "ØØ"),
        ("Łukasz Jan Kowalczyk", "ŁK"),
        ("Kari", "K"),
        ("", "–"),
        ("(vikar) Ola Å", "OÅ"),
    ],
)
def test_initials_are_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_period_may_not_end_before_it_begins() -> None:
    ordered_period(DAY, DAY)
    ordered_period(None, DAY)
    with pytest.raises(RuleBroken, match="before the first"):
        ordered_period(DAY, date(2026, 10, 5))


def test_nothing_lies_below_itself() -> None:
    parents = {1: None, 2: 1, 3: 2}
    refuse_cycle(3, 1, parents)
    refuse_cycle(1, None, parents)
    for child, parent in ((1, 1), (1, 3), (2, 3)):
        with pytest.raises(RuleBroken, match="below itself"):
            refuse_cycle(child, parent, parents)


def test_a_loop_that_is_there_already_ends_the_search() -> None:
    refuse_cycle(9, 1, {1: 2, 2: 1, 9: None})


def test_every_kind_and_role_has_a_name() -> None:
    assert set(GROUP_KIND_NAMES) == set(GroupKind)
    assert set(GROUP_ROLE_NAMES) == set(GroupRole)
