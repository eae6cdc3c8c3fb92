"""Lists within one cell: an entry a line, and what goes on over several lines is moved in."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lean_desktop.domain.actions_import.planned import Move, Remark, Tick
from lean_desktop.i18n import M_, RuleBroken

_IN = "  "
_DAY = r"\d{4}-\d{2}-\d{2}"
_TICK = re.compile(rf"\[(?P<mark>[ xX])\] ?(?:(?P<day>{_DAY}) )?(?P<text>.*)", re.DOTALL)
_REMARK = re.compile(rf"(?P<day>{_DAY}): (?P<text>.*)", re.DOTALL)
_MOVE = re.compile(
    rf"(?P<day>{_DAY}): (?P<old>{_DAY}) → (?P<new>{_DAY}) ?(?P<reason>.*)", re.DOTALL
)


def told_ticks(ticks: Iterable[Tick]) -> str:
    """A checklist: `[x] 2026-10-01 Tape`, `[ ] Measure`."""
    return _joined(
        f"[x] {each.done.isoformat()} {each.text}" if each.done else f"[ ] {each.text}"
        for each in ticks
    )


def told_remarks(remarks: Iterable[Remark]) -> str:
    """Comments with their days."""
    return _joined(f"{each.day.isoformat()}: {each.text}" for each in remarks)


def told_moves(moves: Iterable[Move]) -> str:
    """How a date moved: on which day, from where to where, and why."""
    return _joined(
        f"{each.day.isoformat()}: {each.old.isoformat()} → {each.new.isoformat()} {each.reason}"
        for each in moves
    )


def ticks(text: str) -> tuple[Tick, ...]:
    """A checklist as it stands in a cell; a line without a box is a step that is not done."""
    found = []
    for entry in _entries(text):
        box = _TICK.fullmatch(entry)
        if box is None:
            found.append(Tick(entry.strip()))
        elif box["mark"] == " ":
            day = f"{box['day']} " if box["day"] else ""
            found.append(Tick(f"{day}{box['text']}".strip()))
        else:
            found.append(Tick(box["text"].strip(), _day(box["day"]) if box["day"] else date.max))
    return tuple(each for each in found if each.text)


def remarks(text: str, otherwise: date) -> tuple[Remark, ...]:
    """Comments as they stand in a cell; one without a day is of the day `otherwise`."""
    found = []
    for entry in _entries(text):
        said = _REMARK.fullmatch(entry)
        day, words = (_day(said["day"]), said["text"]) if said else (otherwise, entry)
        found.append(Remark(day, words.strip()))
    return tuple(each for each in found if each.text)


def moves(text: str) -> tuple[Move, ...]:
    """Changes of a date as they stand in a cell. Raises RuleBroken for anything else."""
    found = []
    for entry in _entries(text):
        said = _MOVE.fullmatch(entry)
        if said is None:
            raise RuleBroken(M_("“{text}” does not say how a date moved.", text=entry))
        day, old, new = (_day(said[name]) for name in ("day", "old", "new"))
        found.append(Move(day, old, new, said["reason"].strip()))
    return tuple(found)


def _joined(entries: Iterable[str]) -> str:
    return "\n".join(entry.replace("\n", f"\n{_IN}") for entry in entries)


def _entries(text: str) -> Iterator[str]:
    entry: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith(_IN) and entry:
            entry.append(line.removeprefix(_IN))
        else:
            if any(entry):
                yield "\n".join(entry).rstrip()
            entry = [line]
    if any(entry):
        yield "\n".join(entry).rstrip()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RuleBroken(M_("“{text}” is no day. Write it as 2026-10-06.", text=text)) from error
