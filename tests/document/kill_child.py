"""The process that is killed: it edits, and says before and after each edit what it does.

A state is told as texts by number: names of people by their key, the company's name under 0 and
a draft under -1. A change is the same with None for what goes.
"""

from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from typing import Literal

from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.edits.workspace import keep_draft
from lean_desktop.i18n import M_
from lean_desktop.queries.workspace import drafts

State = dict[int, str]
Change = dict[int, str | None]
Bad = Literal["", "memory/off"]

COMPANY, DRAFT = 0, -1
PEOPLE = 600

SMALL_CACHE = "PRAGMA cache_size = 5"
"""A large edit then writes pages long before its commit: the worst moment lasts."""

_SETTINGS: dict[Bad, tuple[str, ...]] = {
    "": (),
    "memory/off": ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF"),
}
_PUT = (
    "INSERT INTO person (id, first_name) VALUES (?, ?)"
    " ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name"
)


def work(path: Path, state: State, seed: int, bad: Bad, pipe: Pipe) -> None:
    """Edit until killed. Each change is sent twice: announced, and acknowledged."""
    chance = Random(seed)
    document = Document.open(path)
    for setting in (*_SETTINGS[bad], SMALL_CACHE):
        document._raw.execute(setting)
    _Editor(document, state, chance, pipe).go_on()


class _Editor:
    """Knows at every moment what the file must say."""

    def __init__(self, document: Document, state: State, chance: Random, pipe: Pipe) -> None:
        self._document = document
        self._state = dict(state)
        self._chance = chance
        self._pipe = pipe
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def go_on(self) -> None:
        """For ever."""
        while True:
            luck = self._chance.random()
            if luck < 0.15 and self._done:
                self._step(self._done, self._undone, self._document.undo)
            elif luck < 0.25 and self._undone:
                self._step(self._undone, self._done, self._document.redo)
            elif luck < 0.35:
                self._write_draft()
            else:
                self._edit()

    def _edit(self) -> None:
        change = self._some_change()
        back = self._inverse(change)
        self._pipe.send(change)
        self._document.edit(M_("Edit"), apply, change)
        self._pipe.send(change)
        self._remember(change)
        self._done.append(back)
        self._undone.clear()

    def _step(self, source: list[Change], target: list[Change], step: object) -> None:
        change = source.pop()
        target.append(self._inverse(change))
        self._pipe.send(change)
        step()  # type: ignore[operator]
        self._pipe.send(change)
        self._remember(change)

    def _write_draft(self) -> None:
        text = str(self._chance.random())
        self._pipe.send({DRAFT: text})
        self._document.aside(keep_draft, "field", text)
        self._pipe.send({DRAFT: text})
        self._remember({DRAFT: text})

    def _some_change(self) -> Change:
        """Mostly a few people; now and then hundreds, so that a commit takes its time."""
        many = self._chance.choice([1, 1, 2, 5, 400])
        change: Change = {COMPANY: str(self._chance.random())}
        for key in self._chance.sample(range(1, PEOPLE), many):
            gone = key in self._state and self._chance.random() < 0.3
            change[key] = None if gone else f"{self._chance.random()} " * self._chance.randint(1, 8)
        return change

    def _inverse(self, change: Change) -> Change:
        return {key: self._state.get(key) for key in change}

    def _remember(self, change: Change) -> None:
        self._state = after(self._state, change)


def after(state: State, change: Change) -> State:
    """The state once the change is made."""
    both = {**state, **change}
    return {key: text for key, text in both.items() if text is not None}


def apply(connection: Connection, /, change: Change) -> None:
    """The change as an edit."""
    for key, text in change.items():
        if key == COMPANY:
            connection.exec_driver_sql("UPDATE workspace SET company = ?", (text,))
        elif text is None:
            connection.exec_driver_sql("DELETE FROM person WHERE id = ?", (key,))
        else:
            connection.exec_driver_sql(_PUT, (key, text))


def state_of(connection: Connection, /) -> State:
    """What the file says."""
    company = connection.exec_driver_sql("SELECT company FROM workspace").scalar_one()
    people = connection.exec_driver_sql("SELECT id, first_name FROM person").all()
    kept = drafts(connection)
    return {COMPANY: company, **dict(people), **({DRAFT: kept["field"]} if kept else {})}
