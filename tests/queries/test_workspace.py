"""What the document says of itself."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import NoResultFound

from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import Workspace
from lean_desktop.edits.workspace import keep_draft, set_logo, start
from lean_desktop.queries.workspace import drafts, workspace

UUID = "c0ffee00-0000-4000-8000-000000000000"


def test_the_row_and_the_drafts(tmp_path: Path) -> None:
    with closing(Document.create(tmp_path / "x.leandesk")) as document:
        with pytest.raises(NoResultFound):
            document.read(workspace)
        document.aside(start, UUID, "Forbedring", "Ærlig AS")
        document.aside(set_logo, b"\x00\xff")
        assert document.read(workspace) == Workspace(UUID, "Forbedring", "Ærlig AS", b"\x00\xff")
        assert document.read(drafts) == {}
        document.aside(keep_draft, "b", "2")
        document.aside(keep_draft, "a", "1")
        assert document.read(drafts) == {"a": "1", "b": "2"}
