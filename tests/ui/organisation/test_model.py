"""The law of the lists: after any edit, undo or redo each equals one opened afresh."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lean_desktop.domain.organisation import GroupKind, GroupRole, Membership
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.privacy import anonymise
from lean_desktop.i18n import Language, language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.model import (
    groups_model,
    members_model,
    people_model,
    person_groups_model,
    told,
    unit_people_model,
    units_model,
)
from lean_desktop.ui.row_model import RowModel
from tests.plants import STEP, Plant

Edit = Callable[[LiveDocument, Plant], object]


def models(live: LiveDocument, t: Language, plant: Plant) -> list[RowModel[Any]]:
    return [
        people_model(live, t),
        units_model(live, t),
        groups_model(live, t),
        unit_people_model(live, t, plant.foundry),
        members_model(live, t, plant.group),
        person_groups_model(live, t, plant.kari),
    ]


def texts(model: RowModel[Any]) -> list[list[str]]:
    return [[column.text(row) for column in model.columns] for row in model.rows()]


def edit(change: Callable[..., object], *args: object, **fields: object) -> Edit:
    """Arguments that name something of the plant stand for its key."""

    def key(value: object, plant: Plant) -> object:
        if isinstance(value, list):
            return [key(each, plant) for each in value]
        return getattr(plant, value, value) if isinstance(value, str) else value

    def made(live: LiveDocument, plant: Plant) -> object:
        keys = [key(value, plant) for value in args]
        named = {name: key(value, plant) for name, value in fields.items()}
        return live.edit(STEP, change, *keys, **named)

    return made


EDITS = {
    "rename a manager": edit(edits.change_people, ["boss"], last_name="Berg"),
    "move a person": edit(edits.change_people, ["ola"], unit_id="works"),
    "no manager": edit(edits.change_people, ["ola", "kari"], manager_id=None),
    "rename a unit": edit(edits.change_units, ["foundry"], name="Smelteverk"),
    "another leader": edit(edits.change_units, ["foundry"], leader_id="ola"),
    "remove a unit": edit(edits.remove_units, ["works"]),
    "remove all units": edit(edits.remove_units, ["works"], whole=True),
    "rename a group": edit(edits.change_groups, ["group"], name="Aa"),
    "another kind": edit(edits.change_groups, ["group"], kind=GroupKind.MANAGEMENT),
    "remove a group": edit(edits.remove_groups, ["steering"]),
    "another role": edit(edits.change_memberships, [3], role=GroupRole.LEADER),
    "an end": edit(edits.change_memberships, [2], valid_to=date(2026, 10, 5)),
    "a member less": edit(edits.remove_memberships, [1]),
    "a member more": edit(edits.add_members, "steering", ["kari"]),
    "remove the manager": edit(edits.remove_people, ["boss"]),
    "anonymise": edit(anonymise, "kari"),
}


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_a_list_equals_one_opened_afresh(
    filled: LiveDocument, plant: Plant, t: Language, change: Edit
) -> None:
    held = models(filled, t, plant)
    before = [texts(model) for model in held]

    def as_afresh() -> bool:
        return [texts(each) for each in held] == [texts(each) for each in models(filled, t, plant)]

    change(filled, plant)
    assert [texts(model) for model in held] != before
    assert as_afresh()
    filled.undo()
    assert [texts(model) for model in held] == before
    filled.redo()
    assert as_afresh()


def test_groups_stand_from_the_top_down(filled: LiveDocument, plant: Plant, t: Language) -> None:
    for kind in (GroupKind.PROJECT, GroupKind.MANAGEMENT, GroupKind.PILOT):
        filled.edit(STEP, edits.add_group, kind, kind.value)
    names = [row[0] for row in texts(groups_model(filled, t))]
    assert names == ["management", "Styringsgruppe", "Montering", "pilot", "project"]


def test_names_are_sorted_as_the_language_sorts(filled: LiveDocument) -> None:
    def last_names(code: str) -> list[str]:
        return [row[1] for row in texts(people_model(filled, language(code)))]

    assert last_names("en") == ["Aas", "Ødegård", "Solberg"]
    assert last_names("nb") == ["Solberg", "Ødegård", "Aas"]


def test_those_who_are_no_longer_members_stand_last(
    filled: LiveDocument, plant: Plant, t: Language
) -> None:
    filled.edit(STEP, edits.change_memberships, [1], valid_to=date(2026, 10, 5))
    assert texts(members_model(filled, t, plant.group)) == [
        ["Kari Solberg, Note-taker"],
        ["Ola Aas, Member · since 01/11/2026"],
        ["Åse Ødegård, Group leader · until 05/10/2026"],
    ]


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (None, None, "Deputy"),
        (date(2026, 3, 1), None, "Deputy · since 01/03/2026"),
        (None, date(2026, 3, 1), "Deputy · until 01/03/2026"),
        (date(2026, 3, 1), date(2026, 4, 1), "Deputy · 01/03/2026–01/04/2026"),
    ],
)
def test_a_membership_says_its_role_and_its_time(
    t: Language, first: date | None, last: date | None, says: str
) -> None:
    row = Membership(1, 1, "Montering", 1, "Kari", GroupRole.DEPUTY, first, last)
    assert told(t, row) == says
