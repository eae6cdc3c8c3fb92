"""Edits of who answers to whom: what they keep, what they refuse, and that undo takes it back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.edits import organisation
from lean_desktop.edits import reporting as edits
from lean_desktop.queries import organisation as people_queries
from lean_desktop.queries import reporting as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

YESTERDAY = TODAY - timedelta(days=1)
SPRING = date(2026, 3, 1)

CHANGES: dict[str, Change] = {
    "report to": lambda p: (edits.report_to, ([p.ola], p.kari, TODAY), {}),
    "report to nobody": lambda p: (edits.report_to, ([p.ola, p.kari], None, TODAY), {}),
    "place": lambda p: (edits.place, ([p.ola], p.works, p.kari, TODAY), {}),
    "add dotted": lambda p: (edits.add_dotted, (p.ola, p.kari, TODAY), {}),
    "change lines": lambda p: (edits.change_lines, ([1],), {"valid_to": TODAY}),
    "remove lines": lambda p: (edits.remove_lines, ([1],), {}),
    "put the manager right": lambda p: (
        organisation.change_people,
        ([p.kari],),
        {"manager_id": p.ola},
    ),
    "remove people": lambda p: (organisation.remove_people, ([p.boss],), {}),
}


def lined(connection: Any, /, keys: Plant) -> None:
    """A dotted line from Kari to Ola, a solid one of hers that has ended."""
    edits.add_dotted(connection, keys.kari, keys.ola, SPRING)
    edits.report_to(connection, [keys.kari], None, SPRING)
    edits.report_to(connection, [keys.kari], keys.boss, date(2026, 6, 1))


def person(document: Document, key: int) -> Person:
    (found,) = document.read(people_queries.people, [key], today=TODAY)
    return found


def told(document: Document, key: int) -> list[tuple[str, bool, date | None, date | None]]:
    """The lines of a person, by whom they lead to."""
    return [
        (each.manager, each.dotted, each.valid_from, each.valid_to)
        for each in document.read(queries.lines, person_id=key)
        if each.person_id == key
    ]


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(plant: Planted, name: str) -> None:
    document, keys = plant
    document.edit(STEP, lined, keys)
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_a_new_manager_leaves_the_one_before_with_a_last_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.report_to, [keys.ola], keys.kari, TODAY)
    now = person(document, keys.ola)
    assert (now.manager, now.manager_since) == ("Kari Solberg", TODAY)
    assert told(document, keys.ola) == [("Åse Ødegård", False, None, YESTERDAY)]
    (before,) = [
        each for each in document.read(queries.managed_people, day=YESTERDAY) if each.id == keys.ola
    ]
    assert before.manager == "Åse Ødegård"


def test_there_and_back_on_one_day_leaves_nothing_behind(plant: Planted) -> None:
    document, keys = plant
    before = dump(document)
    for manager in (keys.kari, None, keys.boss):
        document.edit(STEP, edits.report_to, [keys.ola], manager, TODAY)
    assert dump(document) == before


def test_the_same_manager_again_is_no_step(plant: Planted) -> None:
    document, keys = plant
    assert not document.edit(STEP, edits.report_to, [keys.ola], keys.boss, TODAY).changes


def test_a_day_before_lines_that_ended_cuts_or_removes_them(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, lined, keys)
    document.edit(STEP, edits.report_to, [keys.kari], keys.ola, date(2026, 2, 1))
    assert told(document, keys.kari) == [
        ("Ola Aas", True, SPRING, None),
        ("Åse Ødegård", False, None, date(2026, 1, 31)),
    ]


def test_nobody_answers_to_themselves_or_to_who_answers_to_them(plant: Planted) -> None:
    document, keys = plant
    for manager in (keys.boss, keys.kari):
        with pytest.raises(RuleBroken):
            document.edit(STEP, edits.report_to, [keys.ola, keys.boss], manager, TODAY)
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.add_dotted, keys.ola, keys.ola)
    line = document.edit(STEP, edits.add_dotted, keys.ola, keys.kari).result
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.change_lines, [line], manager_id=keys.ola)


def test_two_dotted_lines_to_the_same_may_follow_but_not_meet(plant: Planted) -> None:
    document, keys = plant
    line = document.edit(STEP, edits.add_dotted, keys.ola, keys.kari).result
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.add_dotted, keys.ola, keys.kari, TODAY)
    document.edit(STEP, edits.change_lines, [line], valid_to=YESTERDAY)
    document.edit(STEP, edits.add_dotted, keys.ola, keys.kari, TODAY)
    assert told(document, keys.ola) == [
        ("Kari Solberg", True, TODAY, None),
        ("Kari Solberg", True, None, YESTERDAY),
    ]


def test_days_out_of_order_and_a_line_that_ended_without_a_last_day_are_refused(
    plant: Planted,
) -> None:
    document, keys = plant
    document.edit(STEP, edits.report_to, [keys.ola], keys.kari, TODAY)
    (ended,) = document.read(queries.lines)
    for wrong in ({"valid_from": TODAY}, {"valid_to": None}, {"valid_to": TODAY}):
        with pytest.raises(RuleBroken):
            document.edit(STEP, edits.change_lines, [ended.id], **wrong)
    document.edit(STEP, edits.change_lines, [ended.id], valid_from=SPRING, manager_id=keys.kari)


def test_a_manager_put_right_has_no_known_first_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.report_to, [keys.ola], keys.kari, TODAY)
    document.edit(STEP, organisation.change_people, [keys.ola], manager_id=keys.kari)
    assert person(document, keys.ola).manager_since == TODAY
    document.edit(STEP, organisation.change_people, [keys.ola], manager_id=keys.boss)
    assert person(document, keys.ola).manager_since is None
    document.edit(
        STEP, organisation.change_people, [keys.ola], manager_id=keys.kari, manager_since=TODAY
    )
    assert person(document, keys.ola).manager_since == TODAY
    with pytest.raises(RuleBroken):
        document.edit(STEP, organisation.change_people, [keys.ola], manager_since=YESTERDAY)


def test_when_somebody_goes_those_below_answer_to_the_next_above(plant: Planted) -> None:
    document, keys = plant
    apprentice = document.edit(
        STEP, organisation.add_person, first_name="Piotr", manager_id=keys.ola, manager_since=SPRING
    ).result
    document.edit(STEP, edits.report_to, [keys.ola], keys.kari, TODAY)
    document.edit(STEP, organisation.remove_people, [keys.kari, keys.ola])
    found = person(document, apprentice)
    assert (found.manager, found.manager_since) == ("Åse Ødegård", None)
    assert document.read(queries.lines) == []


def test_a_person_put_above_others_is_their_manager_since_a_day_not_known(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.report_to, [keys.ola], keys.kari, TODAY)
    document.edit(STEP, organisation.add_person, first_name="Ny", over=[keys.ola])
    found = person(document, keys.ola)
    assert (found.manager, found.manager_since) == ("Ny", None)
