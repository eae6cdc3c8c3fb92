"""A plant for every test of an edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from tests.plants import Plant, new_plant


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[tuple[Document, Plant]]:
    document, keys = new_plant(tmp_path)
    yield document, keys
    document.close()
