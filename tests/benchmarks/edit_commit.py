"""One edit from the door to its commit, beside the same statement and commit by plain sqlite3.

Same pragmas, same table and rows, same disk.
"""

import sqlite3
import tempfile
from itertools import count
from pathlib import Path

from lean_desktop.document.connection import connect
from lean_desktop.document.document import Document
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.benchmarks.ratio import Ratio, compare

PEOPLE, EDITS = 52, 100
LABEL = M_("Change the title")
UPDATE = "UPDATE person SET title = ? WHERE id = ?"


def run() -> Ratio:
    """Door to commit, at most half as much again as plain sqlite3."""
    with tempfile.TemporaryDirectory() as folder:
        document, bare = filled(Path(folder))
        number = count()

        def ours() -> None:
            for _ in range(EDITS):
                document.edit(LABEL, edits.change_people, [7], title=f"Title {next(number)}")

        def floor() -> None:
            for _ in range(EDITS):
                plain_edit(bare, f"Title {next(number)}")

        try:
            return compare("edit, door to commit", 1.5, ours, floor, runs=9)
        finally:
            document.close()
            bare.close()


def filled(folder: Path) -> tuple[Document, sqlite3.Connection]:
    """A document with people, and a plain connection to a copy of it."""
    document = Document.create(folder / "ours.leandesk")
    for number in range(PEOPLE):
        document.edit(LABEL, edits.add_person, first_name=f"Person {number}", last_name="Aas")
    document.copy_to(folder / "bare.leandesk")
    return document, connect(folder / "bare.leandesk", writable=True)


def plain_edit(bare: sqlite3.Connection, title: str) -> None:
    """The same statement and commit without anything of ours."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(UPDATE, (title, 7))
    bare.execute("COMMIT")
