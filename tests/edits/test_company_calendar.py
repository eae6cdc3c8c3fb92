"""The days on which nobody meets: what is kept, what is refused, and that undo takes it back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, select

from lean_desktop.document.document import Document
from lean_desktop.document.schema.series import closed_period, shift_rota
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import company_calendar as edits
from tests.dumps import dump
from tests.plants import STEP, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]
FIRST, LAST = date(2026, 7, 6), date(2026, 7, 26)

CHANGES: dict[str, Change] = {
    "close": lambda p: (edits.add_closed_period, ("Plantestopp", FIRST, FIRST, p.foundry), {}),
    "change": lambda _: (edits.change_closed_periods, ([1],), {"name": "Romjul"}),
    "open": lambda _: (edits.remove_closed_periods, ([1],), {}),
    "rota": lambda p: (edits.set_shift_rota, (p.steering, FIRST, "DDNN---"), {}),
    "other rota": lambda p: (edits.set_shift_rota, (p.group, LAST, "DN--"), {}),
    "no rota": lambda p: (edits.remove_shift_rota, (p.group,), {}),
}


@pytest.fixture
def summer(plant: Planted) -> Planted:
    """A holiday for all, and a rota of the group."""
    document, keys = plant
    document.edit(STEP, edits.add_closed_period, " Fellesferie ", FIRST, LAST)
    document.edit(STEP, edits.set_shift_rota, keys.group, FIRST, "DDNN--")
    return plant


def periods(connection: Connection, /) -> list[tuple[str, date, date, int | None]]:
    columns = (closed_period.c[each] for each in ("name", "first_day", "last_day", "unit_id"))
    found = connection.execute(select(*columns).order_by(closed_period.c.id))
    return [(row[0], row[1], row[2], row[3]) for row in found]


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(summer: Planted, name: str) -> None:
    document, keys = summer
    before = dump(document)
    change, given, fields = CHANGES[name](keys)
    document.edit(STEP, change, *given, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_period_is_for_all_or_for_one_unit_and_may_overlap(summer: Planted) -> None:
    document, keys = summer
    document.edit(STEP, edits.add_closed_period, "Stopp", LAST, LAST, keys.foundry)
    assert document.read(periods) == [
        ("Fellesferie", FIRST, LAST, None),
        ("Stopp", LAST, LAST, keys.foundry),
    ]


def test_a_group_has_one_rota(summer: Planted) -> None:
    document, keys = summer
    document.edit(STEP, edits.set_shift_rota, keys.group, LAST, "DN")
    columns = shift_rota.c.group_id, shift_rota.c.first_day, shift_rota.c.cycle
    rotas = document.read(lambda c: [tuple(row) for row in c.execute(select(*columns))])
    assert rotas == [(keys.group, LAST, "DN")]


REFUSED: dict[str, tuple[Change, str]] = {
    "no name": (lambda _: (edits.add_closed_period, (" ", FIRST, LAST), {}), "cannot be empty"),
    "long name": (
        lambda _: (edits.add_closed_period, ("x" * 201, FIRST, LAST), {}),
        "at most 200",
    ),
    "backwards": (
        lambda _: (edits.add_closed_period, ("Ferie", LAST, FIRST), {}),
        "comes before the first",
    ),
    "made backwards": (
        lambda _: (edits.change_closed_periods, ([1],), {"first_day": date(2026, 8, 1)}),
        "comes before the first",
    ),
    "no cycle": (
        lambda p: (edits.set_shift_rota, (p.group, FIRST, " "), {}),
        "A rota has from 1 to",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(summer: Planted, name: str) -> None:
    document, keys = summer
    before, label = dump(document), document.undo_label
    change, sentence = REFUSED[name]
    what, given, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, what, *given, **fields)
    assert (dump(document), document.undo_label) == (before, label)
