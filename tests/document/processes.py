"""Another process that has a workspace open, and does as it is told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHILD = """
import sys
from pathlib import Path
from lean_desktop.document.document import Document
from lean_desktop.edits.organisation import add_person
from lean_desktop.i18n import M_
document = Document.open(Path(sys.argv[1]))
print("read-only" if document.read_only else "ready", flush=True)
for line in sys.stdin:
    command, _, name = line.strip().partition(" ")
    if command == "add":
        document.edit(M_("Add"), add_person, first_name=name)
    elif command == "hang":  # In the middle of a commit, with the journal on the disk.
        document._raw.execute("PRAGMA cache_size = 1")
        document._raw.execute("BEGIN IMMEDIATE")
        for index in range(2000):
            document._raw.execute("INSERT INTO person (first_name) VALUES (?)", (name,))
    elif command == "close":
        document.close()
    print("done", flush=True)
"""


class Other:
    """The other process; `said` is what it first printed."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.said = self._answer()

    def tell(self, command: str) -> None:
        """Have it do something, and wait until it has."""
        assert self._process.stdin
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        assert self._answer() == "done"

    def kill(self) -> None:
        """End it with no chance to tidy up."""
        self._process.kill()
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


@contextmanager
def other(path: Path) -> Iterator[Other]:
    """Another process with the workspace open, until the block ends."""
    process = Other(path)
    try:
        yield process
    finally:
        process.kill()
