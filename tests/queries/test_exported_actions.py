"""All actions out to a table and in again: into the same workspace nothing changes, into another all is there."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus, Source
from lean_desktop.domain.actions_import import action_list, plan_actions
from lean_desktop.domain.cards import FieldKind, OwnField, Pdca
from lean_desktop.domain.links import Link
from lean_desktop.domain.people_import import Outcome
from lean_desktop.edits import actions, cards
from lean_desktop.edits.actions_import import import_actions
from lean_desktop.i18n import language
from lean_desktop.queries.exported_actions import exported, here, stored_actions
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant, new_plant

FIELDS = [
    OwnField(0, "Linje", FieldKind.CHOICE, ("1", "2")),
    OwnField(0, "Kostnad", FieldKind.NUMBER),
    OwnField(0, "Kunde", FieldKind.DATE),
    OwnField(0, "Hemmelig", FieldKind.TEXT, private=True),
]
ODD = ["=1+1", "Måle; tape, og «teip»", "'=2", "-3", "Rydde\nog vaske", "@Kari", "a|b", "Ø" * 80]


def at_random(connection: Connection, /, keys: Plant, seed: int) -> None:
    """Some actions with all they can hold."""
    chance = Random(seed)
    fields = cards.set_fields(connection, FIELDS)
    for number in range(6):
        due = chance.choice([None, TODAY + timedelta(days=chance.randrange(40))])
        key = actions.add_action(
            connection,
            f"{chance.choice(ODD).splitlines()[0]} {number}",
            created=TODAY - timedelta(days=chance.randrange(60)),
            group_id=chance.choice([None, keys.group]),
            owner_id=chance.choice([None, keys.kari, keys.ola]),
            due=due,
            source=chance.choice(list(Source)),
        )
        _fill(connection, key, keys, fields, chance, due)


def _fill(
    connection: Connection,
    key: int,
    keys: Plant,
    fields: list[int],
    chance: Random,
    due: date | None,
) -> None:
    if due and chance.random() < 0.5:
        later = due + timedelta(days=3)
        actions.set_due(connection, key, later, day=TODAY, reason=chance.choice(ODD[:3]))
    texts: dict[str, Any] = {"problem": chance.choice(ODD), "pdca": chance.choice(list(Pdca))}
    cards.change_texts(connection, key, **texts, pillar="5S", figure_before="47 min")
    cards.set_helpers(connection, key, chance.sample([keys.boss, keys.kari, keys.ola], 2))
    cards.set_tags(connection, key, chance.sample(["a", "b c", "5S"], 2))
    steps = cards.add_steps(connection, key, ["Måle", "[x] Tape"])
    cards.tick_step(connection, chance.choice(steps), TODAY)
    cards.set_links(connection, key, [Link("https://verk.example", "Standard"), Link("a.pdf")])
    cards.add_comment(connection, key, chance.choice(ODD), TODAY)
    cards.add_comment(connection, key, "bare for meg", TODAY, private=True)
    for field, value in zip(fields, ("2", "12.5", "2026-10-20", "hemmelig"), strict=True):
        if chance.random() < 0.7:
            cards.set_values(connection, [key], field, value)
    status = chance.choice(list(ActionStatus))
    actions.set_status(connection, [key], status, TODAY)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Document, Plant]:
    first, keys = new_plant(tmp_path_factory.mktemp("first"))
    second, _ = new_plant(tmp_path_factory.mktemp("second"))
    return first, second, keys


@given(st.integers(0, 2**32), st.sampled_from(["nb", "en"]))
def test_out_and_in_again(two: tuple[Document, Document, Plant], seed: int, code: str) -> None:
    first, second, keys = two
    t, empty = language(code), dump(second)
    first.edit(STEP, at_random, keys, seed)
    table = first.read(exported, t, today=TODAY)
    again = plan_actions(action_list(table), first.read(here, today=TODAY), TODAY, t)
    assert {each.outcome for each in again.rows} == {Outcome.UNCHANGED}

    second.edit(STEP, cards.set_fields, FIELDS)
    known = second.read(here, today=TODAY)._replace(uuid="another")
    plan = plan_actions(action_list(table), known, TODAY, t)
    assert {each.outcome for each in plan.rows} == {Outcome.CREATED}
    second.edit(STEP, import_actions, plan, TODAY)
    told = [each.told for each in second.read(stored_actions)]
    assert told == [each.told for each in first.read(stored_actions)]
    for document in (first, second, second):
        document.undo()
    assert dump(second) == empty


def test_private_things_stay_at_home(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    document.edit(STEP, at_random, keys, 1)
    table = document.read(exported, language("nb"), today=TODAY)
    assert "Hemmelig" not in table[0]
    assert not any("hemmelig" in cell or "bare for meg" in cell for row in table for cell in row)


def test_what_was_changed_in_the_table_is_one_step(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    document.edit(STEP, at_random, keys, 5)
    t = language("en")
    table = document.read(exported, t, today=TODAY)
    at = {head: place for place, head in enumerate(table[0])}
    row = table[1]
    for head, text in (
        ("What is to be done", "Ny tittel"),
        ("Due", "2026-12-24"),
        ("Tags", "x"),
        ("State", "Doing"),
        ("Checklist", "[ ] Ett"),
        ("Links", ""),
        ("Helpers", ""),
        ("Problem", "Et annet"),
        ("Kostnad", "99"),
    ):
        row[at[head]] = text
    before = dump(document)
    plan = plan_actions(action_list(table), document.read(here, today=TODAY), TODAY, t)
    assert [each.outcome for each in plan.rows].count(Outcome.UPDATED) == 1
    document.edit(STEP, import_actions, plan, TODAY, "fra regneark")
    found = document.read(stored_actions)[0].told
    assert (found.title, found.due, found.tags) == ("Ny tittel", date(2026, 12, 24), ("x",))
    assert (found.status, found.texts.problem) == (ActionStatus.DOING, "Et annet")
    assert ([each.text for each in found.ticks], found.links, found.helper_ids) == (["Ett"], (), ())
    assert "99" in dict(found.values).values()
    document.undo()
    assert dump(document) == before


def test_a_number_of_another_workspace_means_nothing(plant: tuple[Document, Plant]) -> None:
    document, keys = plant
    document.edit(STEP, at_random, keys, 2)
    t = language("en")
    table = document.read(exported, t, today=TODAY)
    table[1][table[0].index("What is to be done")] = "Noe annet"
    known = document.read(here, today=TODAY)._replace(uuid="another")
    plan = plan_actions(action_list(table), known, TODAY, t)
    assert [each.outcome for each in plan.rows].count(Outcome.CREATED) == 1


def test_namesakes_are_told_apart(plant: tuple[Document, Plant], tmp_path: Path) -> None:
    from lean_desktop.edits import organisation

    document, _ = plant
    for number in ("17", "18"):
        key = document.edit(
            STEP, organisation.add_person, first_name="Per", last_name="Moe", number=number
        ).result
        document.edit(STEP, actions.add_action, f"Til {number}", created=TODAY, owner_id=key)
    table = document.read(exported, language("en"), today=TODAY)
    owner = table[0].index("Owner")
    assert [row[owner] for row in table[1:]] == ["17", "18"]
