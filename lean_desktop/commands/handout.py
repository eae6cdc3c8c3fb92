"""`lean-desktop handout`: one sheet as a PDF."""

import argparse
from contextlib import closing
from pathlib import Path

from lean_desktop.commands.action_sheets import LANES, ORDERS
from lean_desktop.commands.arguments import Arguments, WrongUse
from lean_desktop.commands.console import Console
from lean_desktop.commands.sheets import SHEETS, drawn
from lean_desktop.document.document import Document
from lean_desktop.domain.chart.facts import BOTH, LAYERS
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.garbage import uncollected
from lean_desktop.i18n import Language

PAPERS = ("A4", "A3")


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `handout` takes."""
    add = parser.own.add_argument
    add("kind", metavar="KIND", choices=SHEETS, nargs="?", help=", ".join(SHEETS))
    add("file", metavar="FILE", type=Path, nargs="?", help=t("the workspace; it is only read"))
    add("-o", "--output", metavar="OUT.pdf", type=Path, help=t("the PDF to write"))
    add("--of", metavar="ID_OR_NAME", help=t("whose, or of what; else the next one"))
    add("--paper", choices=PAPERS, default=PAPERS[0], help=t("the size of the sheet (A4)"))
    add(
        "--layer",
        choices=LAYERS,
        default=BOTH,
        help=t("which part of the organisation chart (both)"),
    )
    add("--lanes", choices=LANES, default=LANES[0], help=t("what lies across the board (none)"))
    add("--by", choices=ORDERS, default="owner", help=t("what a list of actions is by (owner)"))
    add("--list", action="store_true", help=t("name the kinds of handout"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the PDF, whole or not at all, and say where it is."""
    if options.list:
        console.table(
            [console.t("Kind"), console.t("What it is")],
            [[kind, console.t(sheet.about)] for kind, sheet in SHEETS.items()],
        )
        return 0
    _refuse_incomplete(options, console.t)
    with uncollected():
        write_whole(options.output, _made(options, console))
    console.say(console.t("Wrote “{name}”.", name=str(options.output)))
    return 0


def _made(options: argparse.Namespace, console: Console) -> bytes:
    with closing(Document.open(options.file, writable=False)) as document:
        choices = {"layer": options.layer, "lanes": options.lanes, "by": options.by}
        of, paper, now = options.of, options.paper, console.now
        draw = drawn(options.kind, document, of, paper, now, **choices)
    return draw(console.t)


def _refuse_incomplete(options: argparse.Namespace, t: Language) -> None:
    missing = {"KIND": options.kind, "FILE": options.file, "-o": options.output}
    for name, given in missing.items():
        if given is None:
            raise WrongUse(t("{argument} is missing", argument=name))
    if options.output.resolve() == options.file.resolve():
        raise WrongUse(t("the PDF would take the place of the workspace"))
