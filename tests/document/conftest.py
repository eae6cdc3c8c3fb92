"""A workspace of its own for each test, on a real disk."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.edits import workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Forbedring – våre møter.leandesk"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    """A new workspace, open."""
    document = made(path)
    yield document
    document.close()


@pytest.fixture
def closed(path: Path) -> Path:
    """A small workspace, closed: three people in a group, one unit."""
    from tests.document.rows import fill_a_little

    document = made(path)
    document.aside(fill_a_little)
    document.close()
    return path


def made(path: Path) -> Document:
    """A new workspace with its row, as the program makes it."""
    document = Document.create(path)
    document.aside(workspace.start, str(uuid.uuid4()), "Forbedring", "Verkstedindustri AS")
    return document
