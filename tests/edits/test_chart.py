"""How the chart is laid out: asked for, asked for otherwise, taken back."""

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.edits import chart as edits
from lean_desktop.edits import organisation
from lean_desktop.queries.chart import leaves
from tests.dumps import dump
from tests.plants import STEP, Plant

Planted = tuple[Document, Plant]


@pytest.mark.parametrize("kind", [BoxKind.UNIT, BoxKind.PERSON, BoxKind.GROUP])
def test_leaves_are_laid_out_as_asked_for(plant: Planted, kind: BoxKind) -> None:
    document, keys = plant
    key = {BoxKind.UNIT: keys.works, BoxKind.PERSON: keys.boss, BoxKind.GROUP: keys.steering}[kind]
    before = dump(document)
    document.edit(STEP, edits.lay_leaves, kind, key, "row")
    assert document.read(leaves) == {box_key(kind, key): "row"}
    document.edit(STEP, edits.lay_leaves, kind, key, "column")
    assert document.read(leaves) == {box_key(kind, key): "column"}
    document.edit(STEP, edits.lay_leaves, kind, key, "")
    assert document.read(leaves) == {}
    for _ in range(3):
        document.undo()
    assert dump(document) == before


def test_it_goes_with_the_box(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.lay_leaves, BoxKind.UNIT, keys.works, "row")
    document.edit(STEP, organisation.remove_units, [keys.works])
    assert document.read(leaves) == {}
    document.undo()
    assert document.read(leaves) == {box_key(BoxKind.UNIT, keys.works): "row"}
