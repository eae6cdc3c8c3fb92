"""Finding the person or meeting that a command line means."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.commands.naming import group_meant, meeting_meant, person_meant
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from tests.commands.conftest import NOW


@pytest.fixture
def document(sample: Path) -> Iterator[Document]:
    with closing(Document.open(sample, writable=False)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "name", "number"),
    [
        (None, "Forbedringsgruppe Montering", 14),
        ("Forbedringsgruppe Montering", "Forbedringsgruppe Montering", 14),
        ("montering", "Forbedringsgruppe Montering", 14),
        ("Støperi", "Forbedringsgruppe Støperi", 12),
        ("Vedlikehold", None, 0),
        ("Forbedringsgruppe Vedlikehold", "Forbedringsgruppe Vedlikehold", 8),
        ("24t-møte Støperi", "24t-møte Støperi", 44),
        ("119", "Ledergruppe, Lean", 46),
        ("999", None, 0),
        ("forbedring", None, 0),
        ("møte ingen har", None, 0),
    ],
)
def test_meetings(document: Document, asked: str | None, name: str | None, number: int) -> None:
    if name is None:
        with pytest.raises(RuleBroken):
            meeting_meant(document, asked, NOW)
    else:
        found = meeting_meant(document, asked, NOW)
        assert (found.name, found.number) == (name, number)


def test_when_all_are_over_the_latest_is_meant(document: Document) -> None:
    later = datetime(2027, 10, 6)
    assert meeting_meant(document, "Montering", later).number == 16
    assert meeting_meant(document, "24t-møte Støperi", later).number == 44


@pytest.mark.parametrize(
    ("asked", "name"),
    [("3", "Kari Solberg"), ("kari", "Kari Solberg"), ("ÁILU GUTTORM", "Áilu Guttorm")],
)
def test_people(document: Document, asked: str, name: str) -> None:
    assert person_meant(document, asked, NOW).name == name


def test_a_name_of_several_is_refused_with_their_ids(document: Document) -> None:
    with pytest.raises(RuleBroken, match=r"Marit Dahl \(6\), Oddvar Dahl \(48\)"):
        person_meant(document, "Dahl", NOW)


def test_nobody_of_that_name(document: Document) -> None:
    with pytest.raises(RuleBroken, match="no person"):
        person_meant(document, "Nobody", NOW)


@pytest.mark.parametrize("asked", ["5", "lager", "Forbedringsgruppe Lager & logistikk"])
def test_groups(document: Document, asked: str) -> None:
    assert group_meant(document, asked, NOW).name == "Forbedringsgruppe Lager & logistikk"


@pytest.mark.parametrize(
    ("asked", "told"), [("99", "no group"), ("forbedring", r"Montering \(4\)")]
)
def test_no_group_or_several(document: Document, asked: str, told: str) -> None:
    with pytest.raises(RuleBroken, match=told):
        group_meant(document, asked, NOW)
