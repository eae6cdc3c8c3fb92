"""The mandates as they are handed over."""

from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.domain.roles import COORDINATOR, MandateFor
from lean_desktop.queries import mandate as queries
from tests.plants import TODAY, Plant

Planted = tuple[Document, Plant]


def test_every_mandate_with_what_it_holds_for(plant: Planted) -> None:
    document, keys = plant
    coordinating, improvement = document.read(queries.given, today=TODAY)
    assert coordinating.mandate.to == COORDINATOR
    assert [role.id for alike in coordinating.roles for role in alike] == [keys.coordinating]
    assert [led.group.id for led in improvement.groups] == [keys.group]
    assert improvement.groups[0].leaders == ("Åse Ødegård",)


def test_the_mandate_given_to_one(plant: Planted) -> None:
    document, _ = plant
    found = document.read(
        queries.given_to, MandateFor(group_kind=GroupKind.IMPROVEMENT), today=TODAY
    )
    assert found
    assert found.mandate.text == "Prøve ut"
    assert document.read(queries.given_to, MandateFor(group_id=99), today=TODAY) is None
