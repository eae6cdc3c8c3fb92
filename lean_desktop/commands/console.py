"""What a command says, and in which language and on which day."""

import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import Language


class Console(NamedTuple):
    """Where a command writes: answers to standard output, complaints to standard error."""

    t: Language
    now: datetime

    @property
    def today(self) -> date:
        """The day the command is done on."""
        return self.now.date()

    def say(self, text: str) -> None:
        """One line of the answer."""
        print(text)

    def complain(self, text: str) -> None:
        """One line about what is wrong."""
        print(text, file=sys.stderr)

    def explain(self, error: KnownError) -> None:
        """What happened, what is safe, what to do."""
        self.complain(" ".join(map(self.t, (error.happened, error.safe, error.remedy))))

    def json(self, value: object) -> None:
        """The answer as JSON."""
        print(json.dumps(value, ensure_ascii=False, indent=2))

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """The answer in columns as wide as their longest cell."""
        cells = [heads, *([" ".join(cell.split()) for cell in row] for row in rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for row in (cells[0], ["─" * width for width in widths], *cells[1:]):
            padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            print("  ".join(padded).rstrip())


def write_utf8() -> None:
    """Write UTF-8 into files and pipes, and what the screen can show onto a screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def fall_silent() -> None:
    """Nobody reads standard output any more; let Python's last flush go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
