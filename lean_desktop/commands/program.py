"""From a command line to the command it names."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Protocol

from lean_desktop import __version__
from lean_desktop.commands.arguments import Arguments, WrongUse
from lean_desktop.commands.console import Console, fall_silent, write_utf8
from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import LANGUAGES, N_, Language, RuleBroken, language
from lean_desktop.i18n.system import system_language
from lean_desktop.settings import Settings, settings_path

NAME = "lean-desktop"
DONE, NOTHING_DONE, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
START_OF_WORK = time(8)
"""The time of day it is when --today names a day."""

COMMANDS = {
    "new": N_("Make a workspace: empty, with the sample company, or of any size"),
    "import": N_("Take people, actions or an organisation from files into a workspace"),
    "export": N_(
        "Write the organisation as Excel or CSV, its chart as a drawing, or meetings as a calendar"
    ),
    "show": N_("Show what a workspace holds, as a table or as JSON"),
    "handout": N_("Write a handout as PDF"),
    "check": N_("Say whether a workspace is sound"),
    "showcase": N_("Write the sample's handouts and a picture of each editor"),
}


class Command(Protocol):
    """What a module of this package offers."""

    def add_arguments(self, parser: Arguments, t: Language) -> None: ...

    def run(self, options: argparse.Namespace, console: Console) -> int: ...


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says; the exit code."""
    write_utf8()
    t = _language(arguments)
    try:
        if arguments[0] in COMMANDS:
            return _run_command(arguments[0], arguments[1:], t)
        return _open_window(arguments, t)
    except SystemExit:  # --help has been written.
        return DONE
    except BrokenPipeError:
        fall_silent()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run_command(word: str, arguments: Sequence[str], t: Language) -> int:
    parser = Arguments(f"{NAME} {word}", t(COMMANDS[word]), t)
    parser.common.add_argument(
        "--language", choices=LANGUAGES, help=t("nb or en; else that of the system")
    )
    console = Console(t, datetime.now())
    try:
        command = _command(word)
        command.add_arguments(parser, t)
        options = parser.parse_args(arguments)
        return command.run(options, Console(t, _now(options.today)))
    except WrongUse as error:
        return _refused(console, parser, error)
    except RuleBroken as error:
        console.complain(t(error.message))
    except KnownError as error:
        console.explain(error)
    return NOTHING_DONE


def _open_window(arguments: Sequence[str], t: Language) -> int:
    words = "\n".join(f"  {word:<10}{t(summary)}" for word, summary in COMMANDS.items())
    epilog = t("Commands, each with a --help of its own:") + "\n" + words
    parser = Arguments(NAME, t("Open the window, on a workspace when one is named."), t, epilog)
    parser.own.add_argument(
        "file", nargs="?", metavar="FILE", type=Path, help=t("the workspace to open")
    )
    parser.own.add_argument("--version", action="store_true", help=t("say which release this is"))
    console = Console(t, datetime.now())
    try:
        options = parser.parse_args(arguments)
    except WrongUse as error:
        return _refused(console, parser, error)
    if options.version:
        console.say(f"Lean Desktop {__version__}")
        return DONE
    from lean_desktop import app

    now = _now(options.today)
    return app.run(options.file, (lambda: now) if options.today else datetime.now)


def _command(word: str) -> Command:
    """The module of a command; only one is ever needed, so only one is imported."""
    match word:
        case "new":
            from lean_desktop.commands import new

            return new
        case "import":
            from lean_desktop.commands import import_people

            return import_people
        case "export":
            from lean_desktop.commands import export

            return export
        case "show":
            from lean_desktop.commands import show

            return show
        case "handout":
            from lean_desktop.commands import handout

            return handout
        case "check":
            from lean_desktop.commands import check

            return check
        case _:
            from lean_desktop.commands import showcase

            return showcase


def _refused(console: Console, parser: Arguments, error: WrongUse) -> int:
    t, program = console.t, parser.prog
    console.complain(
        t(
            "{program}: {problem}. See {program} --help.",
            program=program,
            problem=str(error).rstrip("."),
        )
    )
    return WRONG_USE


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for, else that of the settings, else that of the system."""
    asking = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    asking.add_argument("--language", nargs="?")
    asked: Any = asking.parse_known_args(arguments)[0].language
    chosen = asked or Settings(settings_path()).get("language", "")
    return language(chosen if chosen in LANGUAGES else system_language())


def _now(today: date | None) -> datetime:
    return datetime.combine(today, START_OF_WORK) if today else datetime.now()
