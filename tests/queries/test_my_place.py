"""Where a person or a group of the plant finds itself."""

from datetime import date

from lean_desktop.document.document import Document
from lean_desktop.domain.my_place import Step
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.edits import goals, reporting
from lean_desktop.queries import my_place as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def test_a_persons_place(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, goals.add_goal, "Halvere omstilling", group_id=keys.group)
    place = document.read(queries.person_place, keys.kari, today=TODAY)
    assert place
    assert place.above == (Step("Produksjon", "Åse Ødegård"),)
    assert place.beside == ()
    assert place.units == ("Støperi",)
    assert [(part.led.group.name, part.parts) for part in place.groups] == [
        ("Montering", (GroupRole.NOTE_TAKER,))
    ]
    assert place.groups[0].mandate
    assert [aim.goal.name for aim in place.aims] == ["Halvere omstilling"]
    assert document.read(queries.person_place, 99, today=TODAY) is None


def test_whom_one_answers_to_on_the_day(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, reporting.add_dotted, keys.kari, keys.ola)
    document.edit(STEP, reporting.report_to, [keys.kari], keys.ola, date(2026, 11, 1))
    place = document.read(queries.person_place, keys.kari, today=TODAY)
    assert place
    assert place.beside == ("Ola Aas",)
    assert [step.name for step in place.above] == ["Åse Ødegård"]


def test_a_groups_place(plant: Planted) -> None:
    document, keys = plant
    place = document.read(queries.group_place, keys.group, today=TODAY)
    assert place
    assert place.above == (Step("Styringsgruppe", ""),)
    assert [held.role.id for held in place.roles] == [keys.leading]
    assert place.agreement
    assert document.read(queries.group_place, 99, today=TODAY) is None
