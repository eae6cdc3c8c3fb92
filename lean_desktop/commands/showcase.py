"""`lean-desktop showcase`: what the program makes of its sample, without a display."""

import argparse
import tempfile
from contextlib import closing
from pathlib import Path

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.sheets import SHEETS, drawn
from lean_desktop.document import trouble
from lean_desktop.document.document import Document
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import Language
from lean_desktop.samples.making import make_sample

SHOWN = {**dict.fromkeys(("person", "my-place"), "Øystein Ødegård"), "card": "136"}
"""Of whom the sheets are that have no next one."""


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `showcase` takes."""
    parser.file("OUTDIR", t("the folder to write into; files of the same names are replaced"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write every handout of the sample, and a picture of each editor and the welcome page."""
    from lean_desktop import app

    folder: Path = options.outdir
    _make_folder(folder)
    with tempfile.TemporaryDirectory() as elsewhere:
        sample = Path(elsewhere) / "Verkstedindustri AS.leandesk"
        make_sample(sample, console.now, console.t.code)
        _write_handouts(sample, folder, console)
        app.pictures(sample, folder, console.t.code, lambda: console.now)
    for path in sorted([*folder.glob("*.pdf"), *folder.glob("*.png")]):
        console.say(str(path))
    return 0


def _write_handouts(sample: Path, folder: Path, console: Console) -> None:
    with closing(Document.open(sample, writable=False)) as document:
        drawings = {
            kind: drawn(kind, document, SHOWN.get(kind), "A4", console.now) for kind in SHEETS
        }
    for kind, draw in drawings.items():
        write_whole(folder / f"{kind}.pdf", draw(console.t))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble.cannot_write_folder(folder) from error
