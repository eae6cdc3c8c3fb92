"""The undo stack: which stretch of the journal belongs to which gesture."""

from typing import NamedTuple

from lean_desktop.document.journal import Journal
from lean_desktop.i18n import Message

MOST_ROWS = 500_000
"""Logged rows the stack keeps in all; the oldest steps go first."""


class Step(NamedTuple):
    """One gesture: its name, and the journal rows `(after, to]` that take it back."""

    label: Message
    after: int
    to: int
    merge: str | None = None

    @property
    def rows(self) -> int:
        """How many journal rows the step holds."""
        return self.to - self.after


class History:
    """Two stacks of steps over one journal."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Put a new gesture on top; what was undone before it is gone."""
        while self.undone:
            self._forget(self.undone.pop())
        last = self.done[-1] if self.done else None
        if last and step.merge and last.merge == step.merge and last.to == step.after:
            self.done[-1] = last._replace(to=step.to)
        else:
            self.done.append(step)
        self._make_room()

    def end_merging(self) -> None:
        """Let the next edit of the same field be a step of its own."""
        if self.done and self.done[-1].merge:
            self.done[-1] = self.done[-1]._replace(merge=None)

    def _make_room(self) -> None:
        rows = sum(step.rows for step in self.done)
        while rows > MOST_ROWS:
            oldest = self.done.pop(0)
            rows -= oldest.rows
            self._forget(oldest)

    def _forget(self, step: Step) -> None:
        self.journal.forget(step.after, step.to)
