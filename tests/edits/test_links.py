"""The links of an agenda item are set as a whole."""

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import Link
from lean_desktop.edits.links import set_links
from lean_desktop.queries.meetings import links
from tests.dumps import dump
from tests.plants import STEP, Plant

Planted = tuple[Document, Plant]
PAGE, DRAWING = Link("https://verk.example", "Tegning"), Link("/felles/soner.pdf")


def test_they_replace_those_there_were_and_undo_takes_it_back(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, set_links, 1, [PAGE, DRAWING])
    document.edit(STEP, set_links, 2, [DRAWING])
    assert document.read(links, 1) == [PAGE, DRAWING]
    before = dump(document)
    document.edit(STEP, set_links, 1, [DRAWING])
    assert document.read(links, 1) == [DRAWING]
    assert document.read(links, 2) == [DRAWING]
    document.undo()
    assert dump(document) == before


def test_none_is_as_many_as_none(plant: Planted) -> None:
    document, _ = plant
    before = dump(document)
    document.edit(STEP, set_links, 1, [PAGE])
    document.edit(STEP, set_links, 1, [])
    assert dump(document) == before


def test_a_name_that_does_not_fit_changes_nothing(plant: Planted) -> None:
    document, _ = plant
    document.edit(STEP, set_links, 1, [PAGE])
    before = dump(document)
    with pytest.raises(RuleBroken, match="at most 200"):
        document.edit(STEP, set_links, 1, [DRAWING, Link("https://verk.example", "x" * 201)])
    with pytest.raises(RuleBroken, match="at most 2000"):
        document.edit(STEP, set_links, 1, [Link("x" * 2001)])
    assert dump(document) == before
