"""`lean-desktop check`: whether a workspace is sound, and what is wrong with it."""

import argparse
from contextlib import closing

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.document.document import Document
from lean_desktop.i18n import Language
from lean_desktop.queries.soundness import complaints


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `check` takes."""
    parser.file("FILE", t("the workspace to look at; it is not changed"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Look at header, schema, every page, index and reference; 1 when something is wrong.

    Raises KnownError for what is so wrong that the file cannot be opened.
    """
    with closing(Document.open(options.file, writable=False)) as document:
        found = document.read(complaints)
    name, t = options.file.name, console.t
    for complaint in found:
        console.complain(t("“{name}” is damaged: {found}.", name=name, found=complaint))
    if not found:
        console.say(t("“{name}” is sound.", name=name))
    return 1 if found else 0
