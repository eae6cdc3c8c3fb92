"""`lean-desktop show`: what a workspace holds, as a table or as JSON."""

import argparse
import base64
from contextlib import closing
from datetime import date, datetime

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.kinds import KINDS
from lean_desktop.document.document import Document
from lean_desktop.i18n import Language, Message


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `show` takes."""
    parser.own.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    parser.file("FILE", t("the workspace to read; somebody may have it open"))
    parser.own.add_argument(
        "--json", action="store_true", help=t("JSON with the program's own names, dates as ISO")
    )


def run(options: argparse.Namespace, console: Console) -> int:
    """Write everything of one kind."""
    kind = KINDS[options.kind]
    with closing(Document.open(options.file, writable=False)) as document:
        found = kind.read(document, console)
    if options.json:
        console.json([plain(each) for each in found])
    else:
        console.table(kind.heads(console.t), kind.cells(found, console.t))
    return 0


def plain(value: object) -> object:
    """A domain object in JSON's terms: fields by their names, moments as ISO, bytes as base64."""
    if hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    match value:
        case tuple():
            return [plain(each) for each in value]
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Message():
            return str(value)
        case bytes():
            return base64.b64encode(value).decode("ascii")
    return value
