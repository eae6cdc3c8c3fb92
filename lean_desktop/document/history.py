"""The undo stack: which stretch of the journal belongs to which gesture."""

from collections import deque
from itertools import chain
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


Stack = deque[Step]


class History:
    """Two stacks of steps over one journal.

    The log is changed inside the transaction, the stacks only once it is committed.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.done: Stack = deque()
        self.undone: Stack = deque()
        self._rows = 0

    def make_room(self, step: Step) -> int:
        """Take out of the log what `step` pushes out; how many of the oldest steps that is.

        What was undone goes altogether. A step too large for the whole stack goes itself.
        """
        for undone in self.undone:
            self._forget(undone)
        rows = self._rows + step.rows - sum(each.rows for each in self.undone)
        gone = 0
        for oldest in chain(self.done, (step,)):
            if rows <= MOST_ROWS:
                break
            self._forget(oldest)
            rows -= oldest.rows
            gone += 1
        return gone

    def add(self, step: Step, gone: int) -> None:
        """Put a new gesture on top, the `gone` oldest having left the log."""
        self._rows -= sum(each.rows for each in self.undone)
        self.undone.clear()
        too_large = gone > len(self.done)
        for _ in range(min(gone, len(self.done))):
            self._rows -= self.done.popleft().rows
        if not too_large:
            self._push(step)

    def move(self, source: Stack, target: Stack, step: Step) -> None:
        """What lay on top of `source` was replayed; `step` takes that back again."""
        self._rows += step.rows - source.pop().rows
        target.append(step)

    def end_merging(self) -> None:
        """Let the next edit of the same field be a step of its own."""
        if self.done and self.done[-1].merge:
            self.done[-1] = self.done[-1]._replace(merge=None)

    def _push(self, step: Step) -> None:
        last = self.done[-1] if self.done else None
        if last and step.merge and last.merge == step.merge and last.to == step.after:
            self.done[-1] = last._replace(to=step.to)
        else:
            self.done.append(step)
        self._rows += step.rows

    def _forget(self, step: Step) -> None:
        self.journal.forget(step.after, step.to)
