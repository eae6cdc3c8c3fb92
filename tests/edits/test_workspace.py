"""The document's own row, counters, and drafts."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.edits import workspace as edits
from lean_desktop.i18n import M_, RuleBroken
from lean_desktop.queries.workspace import drafts, workspace

EDIT, UUID = M_("Edit"), "c0ffee00-0000-4000-8000-000000000000"


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document.create(tmp_path / "x.leandesk")
    document.aside(edits.start, UUID, "  Forbedring ", "Verkstedindustri AS")
    yield document
    document.close()


def test_starting_a_workspace_is_no_step(document: Document) -> None:
    found = document.read(workspace)
    assert (found.uuid, found.name, found.company) == (UUID, "Forbedring", "Verkstedindustri AS")
    assert document.undo_label is None


def test_its_name_and_logo_can_be_changed_and_undone(document: Document) -> None:
    document.edit(EDIT, edits.describe, "Lean", "")
    document.edit(EDIT, edits.set_logo, b"\x89PNG")
    found = document.read(workspace)
    assert (found.name, found.company, found.logo) == ("Lean", "", b"\x89PNG")
    document.edit(EDIT, edits.set_logo, None)
    assert document.read(workspace).logo is None
    for _ in range(3):
        document.undo()
    assert document.read(workspace).name == "Forbedring"


@pytest.mark.parametrize(
    ("name", "company"), [("", "x"), ("  ", ""), ("x" * 201, ""), ("x", "y" * 201)]
)
def test_names_that_will_not_do(document: Document, name: str, company: str) -> None:
    with pytest.raises(RuleBroken):
        document.edit(EDIT, edits.describe, name, company)
    assert document.read(workspace).name == "Forbedring"


def test_a_picture_that_is_too_large(document: Document) -> None:
    document.edit(EDIT, edits.set_logo, bytes(edits.LARGEST_LOGO))
    with pytest.raises(RuleBroken, match="too large"):
        document.edit(EDIT, edits.set_logo, bytes(edits.LARGEST_LOGO + 1))


def test_numbers_go_on_whatever_is_undone(document: Document) -> None:
    def number(name: str) -> int:
        return document.edit(EDIT, edits.next_number, name).result

    assert [number("meeting:1"), number("meeting:1"), number("meeting:2")] == [1, 2, 1]
    document.undo()
    assert number("meeting:1") == 3


def test_a_number_of_an_edit_that_failed_is_given_again(document: Document) -> None:
    with pytest.raises(ZeroDivisionError):
        document.edit(EDIT, lambda c: edits.next_number(c, "meeting:1") // 0)
    assert document.edit(EDIT, edits.next_number, "meeting:1").result == 1


def test_drafts_survive_a_restart_until_they_are_dropped(document: Document) -> None:
    document.aside(edits.keep_draft, "person/1/title", "Le")
    document.aside(edits.keep_draft, "person/1/title", "Led")
    document.aside(edits.keep_draft, "meeting/2/place", "x" * (edits.LONGEST_DRAFT + 1))
    path = document.path
    document.close()
    with closing(Document.open(path)) as again:
        found = again.read(drafts)
        assert found["person/1/title"] == "Led"
        assert len(found["meeting/2/place"]) == edits.LONGEST_DRAFT
        again.aside(edits.drop_draft, "meeting/2/place")
        again.aside(edits.drop_draft, "nothing/there")
        assert again.read(drafts).keys() == {"person/1/title"}
        assert again.undo_label is None
