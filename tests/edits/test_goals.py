"""Edits of vision, values and goals: what they do, what they refuse, and undo."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.goals import tree
from lean_desktop.edits import goals as edits
from lean_desktop.edits import organisation
from lean_desktop.queries import goals as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
Change = Callable[[Plant], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]]

SAFE, ON_TIME, STOPS, CHANGEOVER, TOOLS, CLEAN = range(1, 7)


def _fill(connection: Connection, /, keys: Plant) -> None:
    """Safe; On time (Stops; Changeover (Tools)); Clean. And two values."""
    for name, above in (
        *(("Safe", None), ("On time", None)),
        *(("Stops", ON_TIME), ("Changeover", ON_TIME)),
        *(("Tools", CHANGEOVER), ("Clean", None)),
    ):
        edits.add_goal(connection, name, above)
    edits.change_goals(connection, [TOOLS], group_id=keys.group)
    edits.add_value(connection, "Delaktighet", "Alle er med")
    edits.add_value(connection, "Entusiasme")
    edits.set_vision(connection, "Best i Norden")


@pytest.fixture
def aimed(plant: Planted) -> Planted:
    document, keys = plant
    document.edit(STEP, _fill, keys)
    return plant


def shape(document: Document) -> list[str]:
    """The names of the goals, deeper ones further in."""
    placed = tree(document.read(queries.goals))
    return ["  " * each.depth + each.goal.name for each in placed]


def positions(document: Document) -> list[int]:
    return [each.position for each in document.read(queries.goals)]


def value_names(document: Document) -> list[str]:
    return [each.name for each in document.read(queries.values)]


CHANGES: dict[str, Change] = {
    "set the vision": lambda _: (edits.set_vision, ("Best i verden",), {}),
    "take the vision away": lambda _: (edits.set_vision, ("",), {}),
    "add a value": lambda _: (edits.add_value, ("Involvering",), {}),
    "add a value between": lambda _: (edits.add_value, ("Mot", "Si fra", 0), {}),
    "change values": lambda _: (edits.change_values, ([1, 2],), {"meaning": "For alle"}),
    "remove values": lambda _: (edits.remove_values, ([1],), {}),
    "move a value": lambda _: (edits.move_value, (2, 0), {}),
    "add a goal": lambda p: (edits.add_goal, ("Ny", ON_TIME, 0), {"group_id": p.steering}),
    "change goals": lambda _: (edits.change_goals, ([SAFE, CLEAN],), {"due": TODAY}),
    "remove goals": lambda _: (edits.remove_goals, ([ON_TIME, CHANGEOVER],), {}),
    "remove whole goals": lambda _: (edits.remove_goals, ([ON_TIME],), {"whole": True}),
    "move a goal": lambda _: (edits.move_goal, (CHANGEOVER, None, 0), {}),
    "remove the group that works for it": lambda p: (organisation.remove_groups, ([p.group],), {}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_is_one_step_that_undo_takes_back_and_redo_repeats(aimed: Planted, name: str) -> None:
    document, keys = aimed
    before = dump(document)
    change, args, fields = CHANGES[name](keys)
    document.edit(STEP, change, *args, **fields)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_there_is_one_vision(plant: Planted) -> None:
    document, _ = plant
    for text in (" Best i Norden ", "Best i verden\n", ""):
        document.edit(STEP, edits.set_vision, text)
        assert document.read(queries.direction).vision == text.strip()
    assert len(dump(document)["vision"]) == 1


def test_values_stand_where_they_are_put(aimed: Planted) -> None:
    document, _ = aimed
    key = document.edit(STEP, edits.add_value, " Mot ", "Si fra", 1).result
    assert value_names(document) == ["Delaktighet", "Mot", "Entusiasme"]
    document.edit(STEP, edits.move_value, key, 9)
    assert value_names(document) == ["Delaktighet", "Entusiasme", "Mot"]
    document.edit(STEP, edits.remove_values, [2])
    assert value_names(document) == ["Delaktighet", "Mot"]
    assert [each.position for each in document.read(queries.values)] == [0, 1]


def test_a_goal_is_added_last_or_at_an_index_with_all_its_fields(aimed: Planted) -> None:
    document, keys = aimed
    told = {"measure": "Ingen venter", "due": date(2027, 6, 30), "group_id": keys.group}
    key = document.edit(STEP, edits.add_goal, " Lager ", ON_TIME, 1, **told).result
    document.edit(STEP, edits.add_goal, "Sist", ON_TIME)
    assert shape(document)[1:7] == [
        *("On time", "  Stops", "  Lager", "  Changeover"),
        *("    Tools", "  Sist"),
    ]
    (goal,) = document.read(queries.goals, [key])
    assert (goal.name, goal.measure, goal.due, goal.group, goal.parent) == (
        *("Lager", "Ingen venter", told["due"]),
        *("Montering", "On time"),
    )


def test_parts_of_a_goal_that_goes_take_its_place(aimed: Planted) -> None:
    document, _ = aimed
    document.edit(STEP, edits.remove_goals, [ON_TIME])
    assert shape(document) == ["Safe", "Stops", "Changeover", "  Tools", "Clean"]
    assert positions(document) == [0, 1, 2, 0, 3]


def test_parts_of_parts_move_up_past_all_that_goes(aimed: Planted) -> None:
    document, _ = aimed
    document.edit(STEP, edits.remove_goals, [ON_TIME, CHANGEOVER])
    assert shape(document) == ["Safe", "Stops", "Tools", "Clean"]


def test_a_whole_goal_goes_with_its_parts_and_the_others_close_up(aimed: Planted) -> None:
    document, _ = aimed
    document.edit(STEP, edits.remove_goals, [ON_TIME], whole=True)
    assert shape(document) == ["Safe", "Clean"]
    assert positions(document) == [0, 1]


@pytest.mark.parametrize(
    ("goal", "parent", "position", "expected"),
    [
        (CLEAN, None, 0, ["Clean", "Safe", "On time", "  Stops", "  Changeover", "    Tools"]),
        (CHANGEOVER, None, 1, ["Safe", "Changeover", "  Tools", "On time", "  Stops", "Clean"]),
        (
            CLEAN,
            ON_TIME,
            None,
            ["Safe", "On time", "  Stops", "  Changeover", "    Tools", "  Clean"],
        ),
        (STOPS, ON_TIME, 9, ["Safe", "On time", "  Changeover", "    Tools", "  Stops", "Clean"]),
        (
            SAFE,
            TOOLS,
            0,
            ["On time", "  Stops", "  Changeover", "    Tools", "      Safe", "Clean"],
        ),
    ],
)
def test_a_goal_moves_with_its_parts(
    aimed: Planted, goal: int, parent: int | None, position: int | None, expected: list[str]
) -> None:
    document, _ = aimed
    document.edit(STEP, edits.move_goal, goal, parent, position)
    assert shape(document) == expected
    by_parent: dict[int | None, list[int]] = {}
    for each in document.read(queries.goals):
        by_parent.setdefault(each.parent_id, []).append(each.position)
    assert all(order == list(range(len(order))) for order in by_parent.values())


def test_what_stays_where_it_is_is_not_touched(aimed: Planted) -> None:
    document, _ = aimed
    changes = document.edit(STEP, edits.move_goal, STOPS, ON_TIME, 1).changes
    assert changes.of("goal").updated == {STOPS, CHANGEOVER}


def test_a_goal_whose_group_is_gone_is_nobodys(aimed: Planted) -> None:
    document, keys = aimed
    document.edit(STEP, organisation.remove_groups, [keys.group])
    (goal,) = document.read(queries.goals, [TOOLS])
    assert (goal.group_id, goal.group) == (None, "")


REFUSED: list[tuple[Change, str]] = [
    (lambda _: (edits.set_vision, ("x" * 10_001,), {}), "at most 10000"),
    (lambda _: (edits.add_value, (" ",), {}), "cannot be empty"),
    (lambda _: (edits.add_value, ("x" * 201,), {}), "at most 200"),
    (lambda _: (edits.change_values, ([1],), {"name": ""}), "cannot be empty"),
    (lambda _: (edits.move_value, (9, 0), {}), "no longer"),
    (lambda _: (edits.add_goal, ("",), {}), "cannot be empty"),
    (lambda _: (edits.add_goal, ("x" * 501,), {}), "at most 500"),
    (lambda _: (edits.add_goal, ("Ny", 99), {}), "no longer"),
    (lambda _: (edits.change_goals, ([SAFE],), {"name": " "}), "cannot be empty"),
    (lambda _: (edits.change_goals, ([SAFE],), {"measure": "x" * 501}), "at most 500"),
    (lambda _: (edits.move_goal, (ON_TIME, TOOLS), {}), "below itself"),
    (lambda _: (edits.move_goal, (SAFE, SAFE), {}), "below itself"),
    (lambda _: (edits.move_goal, (99, None), {}), "no longer"),
    (lambda _: (edits.move_goal, (SAFE, 99), {}), "no longer"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_happens(
    aimed: Planted, change: Change, sentence: str
) -> None:
    document, keys = aimed
    before = dump(document)
    edit, args, fields = change(keys)
    with pytest.raises(RuleBroken, match=sentence):
        document.edit(STEP, edit, *args, **fields)
    assert dump(document) == before
