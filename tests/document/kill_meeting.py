"""Kills a process in the middle of a meeting, again and again: nothing noted may be lost.

`python -m tests.document.kill_meeting --count 200` prints figures as JSON; exit 1 when something
that was acknowledged is missing, or the meeting does not go on at its item with its clock.
"""

import argparse
import json
import sys
import tempfile
import time
import uuid
from contextlib import closing
from datetime import datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from typing import NamedTuple

from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.edits import meeting_clock, meeting_states, meetings, minutes, workspace
from lean_desktop.i18n import M_
from lean_desktop.queries.meetings import items
from lean_desktop.queries.minutes import clock, decisions, notes
from lean_desktop.queries.soundness import complaints
from tests.document.kill import CONTEXT

START = datetime(2026, 10, 6, 13)
MEETING, ITEMS = 1, 6
LONGEST_LIFE = 0.1


class State(NamedTuple):
    """What the file says of the meeting: decisions, notes, which item is on, and since when."""

    decisions: int
    notes: int
    item: int | None
    since: datetime | None


def main() -> int:
    """The command; its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = kills(options.count, Random(options.seed))
    print(json.dumps(found))
    return 1 if found["lost"] or found["damaged"] else 0


def kills(count: int, chance: Random) -> dict[str, int]:
    """So many kills of one meeting, each taken up where the last one ended."""
    told = {"kills": 0, "acknowledged": 0, "lost": 0, "damaged": 0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "meeting.leandesk"
        state = _begun(path)
        for _ in range(count):
            said = _one_kill(path, chance)
            acknowledged = said[1::2]
            possible = [*(acknowledged[-1:] or [state]), *said[2 * len(acknowledged) :]]
            with closing(Document.open(path)) as document:
                there = document.read(state_of)
                told["damaged"] += bool(document.read(complaints))
            told["kills"] += 1
            told["acknowledged"] += len(acknowledged)
            told["lost"] += there not in possible
            state = there
    return told


def _begun(path: Path) -> State:
    with closing(Document.create(path)) as document:
        document.aside(workspace.start, str(uuid.uuid4()), "Møte", "")
        document.edit(M_("x"), meetings.plan_meeting, group_id=None, start=START, title="Møte")
        for number in range(ITEMS):
            document.edit(M_("x"), meetings.add_item, MEETING, f"Sak {number}")
        document.edit(M_("x"), meeting_states.start_meeting, MEETING, START)
        document.aside(meeting_clock.go_to, MEETING, 1, START)
        return document.read(state_of)


def _one_kill(path: Path, chance: Random) -> list[State]:
    ours, theirs = CONTEXT.Pipe(duplex=False)
    child = CONTEXT.Process(target=work, args=(path, chance.randrange(2**32), theirs))
    child.start()
    theirs.close()
    ours.poll(10)
    said = _heard_until(ours, time.monotonic() + chance.random() * LONGEST_LIFE)
    child.kill()
    said += _heard_until(ours, time.monotonic() + 10)
    child.join()
    ours.close()
    if child.exitcode == 1:
        raise RuntimeError("the child ended by itself")
    return said


def _heard_until(pipe: Pipe, moment: float) -> list[State]:
    said: list[State] = []
    try:
        while (left := moment - time.monotonic()) > 0 and pipe.poll(left):
            said.append(State(*pipe.recv()))
    except (EOFError, OSError):
        pass  # It died, perhaps in the middle of a word.
    return said


def work(path: Path, seed: int, pipe: Pipe) -> None:
    """Run the meeting until killed. Each new state is sent twice: announced, and acknowledged."""
    chance = Random(seed)
    document = Document.open(path)
    keys = [item.id for item in document.read(items, meeting_id=MEETING)]
    state = document.read(state_of)
    while True:
        now = (state.since or START) + timedelta(seconds=chance.randint(1, 90))
        luck = chance.random()
        if luck < 0.3:
            item = chance.choice(keys)
            state = state._replace(item=item, since=now)
            pipe.send(tuple(state))
            document.aside(meeting_clock.go_to, MEETING, item, now)
        elif luck < 0.7:
            state = state._replace(decisions=state.decisions + 1)
            pipe.send(tuple(state))
            document.edit(M_("x"), minutes.add_decision, MEETING, "Gule soner", state.item)
        else:
            state = state._replace(notes=state.notes + 1)
            pipe.send(tuple(state))
            document.edit(M_("x"), minutes.add_note, MEETING, "Husk", state.item)
        pipe.send(tuple(state))


def state_of(connection: Connection) -> State:
    """What the file says."""
    at = clock(connection, MEETING)
    return State(
        len(decisions(connection, MEETING)),
        len(notes(connection, MEETING)),
        at.item_id if at else None,
        at.item_since if at else None,
    )


if __name__ == "__main__":
    sys.exit(main())
