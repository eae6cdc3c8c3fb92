"""Vision, values and goals as they are read."""

from datetime import date

from lean_desktop.document.document import Document
from lean_desktop.domain.goals import CoreValue, Direction, Goal
from lean_desktop.edits import goals as edits
from lean_desktop.edits import organisation
from lean_desktop.queries import goals as queries
from tests.plants import STEP, Plant

Planted = tuple[Document, Plant]


def test_nothing_has_been_written_yet(plant: Planted) -> None:
    document, _ = plant
    assert document.read(queries.direction) == Direction("", (), ())


def test_the_whole_picture(plant: Planted) -> None:
    document, keys = plant
    due = date(2027, 6, 30)
    document.edit(STEP, edits.set_vision, "Best i Norden")
    document.edit(STEP, edits.add_value, "Delaktighet", "Alle er med")
    whole = document.edit(STEP, edits.add_goal, "Rett tid", due=due).result
    document.edit(STEP, edits.add_goal, "Ingen skader", None, 0)
    part = document.edit(
        STEP, edits.add_goal, "Færre stopp", whole, measure="Under fem i uka", group_id=keys.group
    ).result
    found = document.read(queries.direction)
    assert (found.vision, found.values) == (
        "Best i Norden",
        (CoreValue(1, 0, "Delaktighet", "Alle er med"),),
    )
    assert found.goals == (
        Goal(2, 0, "Ingen skader"),
        Goal(whole, 1, "Rett tid", due=due),
        Goal(
            part, 0, "Færre stopp", whole, "Under fem i uka", None, keys.group, "Montering"
        )._replace(parent="Rett tid"),
    )


def test_some_goals_and_values_by_their_keys(plant: Planted) -> None:
    document, _ = plant
    keys = [document.edit(STEP, edits.add_goal, name).result for name in "abc"]
    values = [document.edit(STEP, edits.add_value, name).result for name in "abc"]
    assert [each.name for each in document.read(queries.goals, keys[1:])] == ["b", "c"]
    assert [each.name for each in document.read(queries.values, values[:1])] == ["a"]


def test_a_group_goes_by_the_name_it_has_now(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.add_goal, "Færre stopp", group_id=keys.group)
    document.edit(STEP, organisation.change_groups, [keys.group], name="Montering 2")
    assert document.read(queries.goals)[0].group == "Montering 2"
