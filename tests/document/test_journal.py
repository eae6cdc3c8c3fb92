"""The journal sees whatever the database does, and tells it as net changes."""

import sqlite3

import pytest

from lean_desktop.document.changes import MOST_KEYS, ChangeSet, TableChange, net_change
from lean_desktop.document.document import Document
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.document.rows import dump, explains, fill_a_little, run

FILL, EDIT = M_("Fill"), M_("Edit")


@pytest.fixture
def document(document: Document) -> Document:
    document.edit(FILL, fill_a_little)
    return document


@pytest.mark.parametrize(
    "statements",
    [
        ["DELETE FROM meeting"],  # cascades to agenda_item and meeting_guest
        ['DELETE FROM "group" WHERE id = 1'],  # sets the parent of another group to NULL
        ['DELETE FROM "group" WHERE id = 2'],  # cascades through meeting to its agenda
        ["DELETE FROM person"],  # every kind of reference at once
        ["DELETE FROM unit"],
        ["DELETE FROM person WHERE id = 1", "DELETE FROM unit WHERE id = 1"],
        ["UPDATE agenda_item SET position = 2 - position, minutes = minutes + 1"],
        ["INSERT OR REPLACE INTO person (id, first_name) VALUES (2, 'Ny')"],
        ["INSERT OR REPLACE INTO unit (id, name, parent_id) VALUES (1, 'Ny', NULL)"],
        ["DELETE FROM person WHERE id = 3", "INSERT INTO person (id, first_name) VALUES (3, 'Ny')"],
        ["UPDATE person SET title = 'x' WHERE id = 1", "DELETE FROM person WHERE id = 1"],
        ["INSERT INTO person (id, first_name) VALUES (9, 'x')", "DELETE FROM person WHERE id = 9"],
        ["UPDATE person SET title = 'x'", "UPDATE person SET title = ''"],
        ["UPDATE workspace SET logo = x'00ff', company = 'Ærlig AS'"],
        ["UPDATE person SET percent = 33.333333333333336 WHERE id = 1"],
        ["DELETE FROM template_item", "DELETE FROM meeting_template"],
        ["UPDATE meeting_template SET key = 'other'", "UPDATE meeting_template SET key = 'k'"],
        [
            "INSERT INTO meeting_template (id, key, kind, name, minutes) VALUES (2, 'l', 'daily', 'D', 9)",
            "UPDATE meeting_template SET key = 'm' WHERE id = 1",
            "UPDATE meeting_template SET key = 'k' WHERE id = 2",
            "UPDATE meeting_template SET key = 'l' WHERE id = 1",
        ],
        [
            "PRAGMA defer_foreign_keys = ON",
            "INSERT INTO person (id, first_name, manager_id) VALUES (10, 'A', 11)",
            "INSERT INTO person (id, first_name, manager_id) VALUES (11, 'B', 10)",
        ],
    ],
)
def test_whatever_was_touched_is_told_undone_and_redone(
    document: Document, statements: list[str]
) -> None:
    before = dump(document)
    edited = document.edit(EDIT, run, *statements)
    after = dump(document)
    explains(edited.changes, before, after)
    if before == after and document.undo_label == FILL:
        return
    explains(document.undo(), after, before)
    assert dump(document) == before
    explains(document.redo(), before, after)
    assert dump(document) == after


def test_cascades_and_references_set_to_nothing_are_told(document: Document) -> None:
    changes = document.edit(EDIT, run, "DELETE FROM person WHERE id = 2").changes
    assert changes.of("person").deleted == {2}
    assert changes.of("membership").deleted == {2}
    assert changes.of("meeting") == TableChange(
        updated=frozenset({1}), columns=frozenset({"chair_id"})
    )
    assert changes.of("agenda_item").columns == {"presenter_id"}
    assert not changes.touches(["unit", "group"])


def test_changed_columns_are_named(document: Document) -> None:
    changes = document.edit(EDIT, edits.change_people, [1, 2], title="x", phone="1").changes
    assert changes.of("person").columns == {"title", "phone"}
    replaced = document.edit(
        EDIT, run, "INSERT OR REPLACE INTO unit (id, name) VALUES (2, 'Annet')"
    ).changes
    assert replaced.of("unit").updated == {2}
    assert replaced.of("unit").columns >= {"name", "parent_id"}


OTHER = {"INTEGER": "77", "REAL": "7.25", "TEXT": "'other'", "BLOB": "x'07'"}


def test_every_column_of_every_table_is_seen(document: Document) -> None:
    document._raw.execute("PRAGMA foreign_keys = OFF")
    document._raw.execute("PRAGMA ignore_check_constraints = ON")
    before = dump(document)
    for table, rows in before.items():
        key = min(rows)
        for _, column, kind, *_ in document._raw.execute(
            f'PRAGMA table_info("{table}")'
        ).fetchall():
            if column != "id":
                other = f'UPDATE "{table}" SET "{column}" = {OTHER[kind]} WHERE id = {key}'
                change = document.edit(EDIT, run, other).changes.of(table)
                assert change == TableChange(
                    updated=frozenset({key}), columns=frozenset({column})
                ), (table, column)
                document.undo()
                assert dump(document) == before


def test_many_keys_are_told_as_all(document: Document) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < {last})"
    insert = " INSERT INTO person (id, first_name) SELECT i, 'P' || i FROM n"
    few = numbers.format(last=99 + MOST_KEYS) + insert
    changes = document.edit(EDIT, run, few).changes
    assert len(changes.of("person").inserted) == MOST_KEYS
    changes = document.edit(EDIT, run, "UPDATE person SET title = 'x'").changes
    assert changes.of("person") == TableChange(all=True)
    assert document.undo().of("person") == TableChange(all=True)


def test_a_key_never_changes(document: Document) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        document.edit(EDIT, lambda _: document._raw.execute("UPDATE unit SET id = 7 WHERE id = 2"))
    assert set(dump(document)["unit"]) == {1, 2}


def test_the_first_column_of_every_table_is_its_key(document: Document) -> None:
    assert document._history is not None
    assert {columns[0] for columns in document._history.journal._columns.values()} == {"id"}


def test_net_change() -> None:
    assert net_change([("I", 1), ("U", 1)]) == TableChange(inserted=frozenset({1}))
    assert net_change([("I", 1), ("D", 1)]) == TableChange()
    assert net_change([("D", 1), ("I", 1)]) == TableChange(updated=frozenset({1}))
    assert net_change([("U", 1), ("D", 1)]) == TableChange(deleted=frozenset({1}))
    assert net_change([("I", 1), ("D", 1), ("I", 1)]) == TableChange(inserted=frozenset({1}))
    assert net_change([("U", key) for key in range(MOST_KEYS + 1)]) == TableChange(all=True)


def test_change_set() -> None:
    changes = ChangeSet({"unit": TableChange(frozenset({1}), frozenset({2}), frozenset({3}))})
    assert changes
    assert not ChangeSet({})
    assert changes.of("unit").kept == {1, 2}
    assert changes.of("person") == TableChange()
    assert changes.touches(["person", "unit"])
    assert not changes.touches(["person"])
