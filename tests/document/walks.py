"""A walk at random: edits of every kind, undo and redo, with the state after each step kept."""

import sqlite3
from collections.abc import Callable
from random import Random

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits.workspace import keep_draft
from lean_desktop.i18n import M_
from tests.document.random_edits import plain_edit, real_edit
from tests.document.rows import Dump, dump, explains, whole_dump


class Walker:
    """Goes one step at a time, and asserts after each that nothing but that step happened."""

    def __init__(self, document: Document, seed: int) -> None:
        self.document = document
        self.random = Random(seed)
        self.states: list[Dump] = [dump(document)]
        self.at = 0

    def step(self, move: str) -> None:
        """`edit` as the program makes them, `plain` SQL, `aside`, `undo` or `redo`."""
        state = self.states[self.at]
        match move:
            case "edit":
                self._edit(real_edit(state, self.random))
            case "plain":
                self._edit(plain_edit(state, self.random))
            case "aside":
                self.document.aside(keep_draft, "field", str(self.random.random()))
                assert dump(self.document) == state
            case "undo":
                self._undo()
            case _:
                self._redo()

    def back_and_forth(self) -> None:
        """All the way back and all the way on again."""
        while self.document.undo_label:
            self._undo()
        assert self.at == 0
        while self.document.redo_label:
            self._redo()
        assert self.at == len(self.states) - 1

    def _edit(self, change: Callable[[Connection], object]) -> None:
        everything = whole_dump(self.document)
        try:
            changes = self.document.edit(M_("Step"), change).changes
        except (RuleBroken, IntegrityError, sqlite3.IntegrityError):
            assert whole_dump(self.document) == everything
            return
        before, after = self.states[self.at], dump(self.document)
        explains(changes, before, after)
        if changes:
            self.states[self.at + 1 :] = [after]
            self.at += 1
        else:
            assert before == after

    def _undo(self) -> None:
        self._replayed(self.document.undo(), max(0, self.at - 1))

    def _redo(self) -> None:
        self._replayed(self.document.redo(), min(len(self.states) - 1, self.at + 1))

    def _replayed(self, changes: ChangeSet, to: int) -> None:
        found = dump(self.document)
        assert found == self.states[to]
        explains(changes, self.states[self.at], found)
        self.at = to
