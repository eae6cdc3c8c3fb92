"""Ideas as they are read."""

import pytest
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.document.schema.actions import idea
from lean_desktop.domain.ideas import IDEA_STATE_NAMES, Idea, IdeaState
from lean_desktop.edits import actions, rows
from lean_desktop.queries import ideas as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def test_an_idea_with_who_had_it_and_where(plant: Planted) -> None:
    document, keys = plant
    document.edit(
        STEP, actions.add_idea, "Tavle", day=TODAY, person_id=keys.kari, group_id=keys.group
    )
    assert document.read(queries.ideas) == [
        Idea(
            *(1, 1, "Tavle", keys.kari, "Kari Solberg", keys.group, "Montering"),
            *(IdeaState.NEW, "", TODAY),
        )
    ]


def test_an_idea_nobody_is_known_to_have_had(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, actions.add_idea, "Tavle", day=TODAY)
    (found,) = document.read(queries.ideas)
    assert (found.person_id, found.person, found.group_id, found.group) == (None, "", None, "")


def test_some_by_their_keys_and_those_of_one_person(plant: Planted) -> None:
    document, keys = plant
    for text, who in (("a", keys.kari), ("b", keys.ola), ("c", keys.kari)):
        document.edit(STEP, actions.add_idea, text, day=TODAY, person_id=who)
    assert [each.text for each in document.read(queries.ideas, [3, 2])] == ["b", "c"]
    mine = document.read(queries.ideas, person_id=keys.kari)
    assert [each.text for each in mine] == ["a", "c"]
    assert document.read(queries.ideas, []) == []


@pytest.mark.parametrize("state", IdeaState)
def test_the_file_takes_every_state_and_each_has_a_name(plant: Planted, state: IdeaState) -> None:
    document, _ = plant
    document.edit(STEP, _noted, state)
    assert [each.state for each in document.read(queries.ideas)] == [state]
    assert IDEA_STATE_NAMES[state]


def _noted(connection: Connection, /, state: IdeaState) -> None:
    rows.add(connection, idea, {"number": 1, "text": "Tavle", "state": state, "noted": TODAY})
