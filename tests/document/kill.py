"""Kills a process that edits, again and again, and looks whether anything acknowledged is lost.

`python -m tests.document.kill --count 2000` prints figures as JSON; exit 1 when a kill lost an
acknowledged edit or damaged the file, or when the control was not caught. The control runs first:
the same kills with a setting known to be bad must be found out, or the harness proves nothing.
"""

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
import uuid
from contextlib import closing
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random
from typing import NamedTuple

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import KnownError
from lean_desktop.edits import workspace
from lean_desktop.queries.soundness import complaints
from tests.document.kill_child import Bad, Change, State, after, state_of, work

ROUNDS_A_FILE = 50
"""So often one file is killed over, each crash recovered before the next."""

LONGEST_LIFE = 0.1
"""Seconds a child edits at most before it is killed."""

MOST_CONTROLS = 1000

if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("fork")  # A child begins in milliseconds.


class Found(NamedTuple):
    """What came of many kills."""

    kills: int = 0
    acknowledged: int = 0
    in_the_middle: int = 0
    """Kills between announcing an edit and acknowledging it."""
    journals: int = 0
    """Kills that left a change half written, for the next opening to take back."""
    lost: int = 0
    damaged: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing was lost and nothing damaged."""
        return self.lost == self.damaged == 0

    def plus(self, other: "Found") -> "Found":
        """Both together."""
        return Found(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def main() -> int:
    """The command; its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.monotonic()
    control = kills(MOST_CONTROLS, options.seed, "memory/off")
    found = kills(options.count, options.seed)
    seconds = round(time.monotonic() - begun)
    told = {"control": control._asdict(), "kills": found._asdict(), "seconds": seconds}
    print(json.dumps(told, indent=1))
    return 0 if found.sound and not control.sound else 1


def kills(count: int, seed: int, bad: Bad = "") -> Found:
    """So many kills; with a `bad` setting no more than it takes to find it out."""
    chance, found = Random(seed), Found()
    while found.kills < count and (found.sound or not bad):
        with tempfile.TemporaryDirectory() as folder:
            rounds = min(ROUNDS_A_FILE, count - found.kills)
            found = found.plus(_one_file(Path(folder) / "kill.leandesk", rounds, chance, bad))
    return found


def _one_file(path: Path, rounds: int, chance: Random, bad: Bad) -> Found:
    """Until the rounds are done, or something is found: what came after would be no news."""
    document = Document.create(path)
    document.aside(workspace.start, str(uuid.uuid4()), "Kill", "")
    state = document.read(state_of)
    document.close()
    found = Found()
    while found.kills < rounds and found.sound:
        said = _one_kill(path, state, chance, bad)
        judged, state = _judged(path, state, said)
        found = found.plus(judged)
    return found


def _one_kill(path: Path, state: State, chance: Random, bad: Bad) -> list[Change]:
    """Let a child edit, kill it at a random moment; what it said until then."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    child = CONTEXT.Process(target=work, args=(path, state, chance.randrange(2**32), bad, theirs))
    child.start()
    theirs.close()
    if chance.random() > 0.1:  # Else it dies opening, in the middle of the last one's recovery.
        ours.poll(10)
    said = _heard_until(ours, time.monotonic() + chance.random() * LONGEST_LIFE)
    child.kill()
    said += _heard_until(ours, time.monotonic() + 10)
    child.join()
    ours.close()
    if child.exitcode == 1:
        raise RuntimeError("the child ended by itself")
    return said


def _heard_until(pipe: Pipe, moment: float) -> list[Change]:
    said: list[Change] = []
    try:
        while (left := moment - time.monotonic()) > 0 and pipe.poll(left):
            said.append(pipe.recv())
    except (EOFError, OSError):
        pass  # It died, perhaps in the middle of a word.
    return said


def _judged(path: Path, state: State, said: list[Change]) -> tuple[Found, State]:
    """Every acknowledged change must be in the file; of one only announced, all or nothing."""
    acknowledged = len(said) // 2
    for change in said[1::2]:
        state = after(state, change)
    possible = [state, *(after(state, change) for change in said[2 * acknowledged :])]
    found = Found(1, acknowledged, len(possible) - 1, int(_half_written(path)))
    try:
        with closing(Document.open(path)) as document:
            there, wrong = document.read(state_of), document.read(complaints)
            wrong += ["locked"] if document.read_only else []
    except KnownError:
        return found._replace(damaged=1), state
    return found._replace(lost=int(there not in possible), damaged=int(bool(wrong))), there


def _half_written(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


if __name__ == "__main__":
    sys.exit(main())
