"""Reading a command line, and refusing one in a sentence."""

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

from lean_desktop.i18n import Language, RuleBroken


class WrongUse(Exception):
    """The command line makes no sense; its text says why, without a full stop."""


class Arguments(argparse.ArgumentParser):
    """A parser that never ends the process by itself, and speaks through `t`.

    Raises WrongUse where argparse would print and exit.
    """

    def __init__(self, program: str, summary: str, t: Language, epilog: str = "") -> None:
        super().__init__(
            prog=program,
            description=summary,
            epilog=epilog,
            formatter_class=lambda prog: _Help(prog, t),
            add_help=False,
            allow_abbrev=False,
        )
        self.t = t
        self.own = self.add_argument_group(t("What it takes"))
        self.common = self.add_argument_group(t("For every command"))
        self.common.add_argument("-h", "--help", action="help", help=t("show this help"))
        self.common.add_argument(
            "--today", type=self.a_day, metavar="DATE", help=t("do as if it were this day")
        )

    def file(self, what: str, help_text: str) -> None:
        """One more argument that names a file."""
        self.own.add_argument(what.lower(), metavar=what, type=Path, help=help_text)

    def a_day(self, text: str) -> date:
        """A day as people write it, or 2026-10-06."""
        try:
            return self.t.parse_date(text)
        except RuleBroken as error:
            raise argparse.ArgumentTypeError(self.t(error.message)) from None

    def a_number(self, least: int, most: int) -> Callable[[str], int]:
        """A reader of whole numbers between the two."""

        def read(text: str) -> int:
            if not text.isdecimal() or not least <= int(text) <= most:
                raise argparse.ArgumentTypeError(
                    self.t("write a number from {least} to {most}", least=least, most=most)
                )
            return int(text)

        return read

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse."""
        raise WrongUse(message)


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, t: Language) -> None:
        super().__init__(prog, max_help_position=32, width=100)
        self._t = t

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or self._t("Usage:") + " ")
