"""The plain statements every edit is made of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from lean_desktop.document.document import Document
from lean_desktop.document.schema.meetings import meeting_template
from lean_desktop.document.schema.organisation import unit
from lean_desktop.edits import rows
from lean_desktop.i18n import M_, RuleBroken

EDIT = M_("Edit")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document.create(tmp_path / "x.leandesk")
    yield document
    document.close()


def names(connection: Connection, /) -> dict[int, str]:
    return dict(connection.execute(select(unit.c.id, unit.c.name)).all())


def test_rows_are_added_changed_and_removed(document: Document) -> None:
    keys = [document.edit(EDIT, rows.add, unit, {"name": name}).result for name in "ABC"]
    document.edit(EDIT, rows.change, unit, keys[:2], {"name": "X"})
    assert document.read(names) == {1: "X", 2: "X", 3: "C"}
    document.edit(EDIT, rows.change, unit, [3], {"name": "Z"})
    document.edit(EDIT, rows.remove, unit, [1])
    assert document.read(names) == {2: "X", 3: "Z"}


def test_a_column_may_be_called_as_it_likes(document: Document) -> None:
    values = {"key": "a", "kind": "daily", "name": "D", "minutes": 9}
    key = document.edit(EDIT, rows.add, meeting_template, values).result
    document.edit(EDIT, rows.change, meeting_template, [key], {**values, "key": "b"})
    column = meeting_template.c.key
    assert document.read(lambda c: c.scalars(select(column)).all()) == ["b"]


def test_nothing_to_change_changes_nothing(document: Document) -> None:
    document.edit(EDIT, rows.add, unit, {"name": "A"})
    assert not document.edit(EDIT, rows.change, unit, [], {"name": "X"}).changes
    assert not document.edit(EDIT, rows.change, unit, [1], {}).changes


def test_what_lies_below() -> None:
    above = {1: None, 2: 1, 3: 2, 4: 1, 5: None}
    assert rows.below(above, [2]) == {2, 3}
    assert rows.below(above, [1, 5]) == {1, 2, 3, 4, 5}


def test_texts_are_trimmed_and_measured() -> None:
    assert rows.trimmed({"name": " a ", "minutes": 5}) == {"name": "a", "minutes": 5}
    with pytest.raises(RuleBroken, match="empty"):
        rows.required({"name": ""}, "name")
    rows.required({}, "name")
    with pytest.raises(RuleBroken, match="201 characters; at most 200"):
        rows.not_too_long({"name": "x" * 201})
    rows.not_too_long({"title": "x" * 500}, {"title": 500})
