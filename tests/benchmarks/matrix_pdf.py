"""A matrix of 1,000 × 60 as PDF, the whole process, against LibreOffice converting it from XLSX.

Where LibreOffice is missing nothing is compared: the ratio is 0 and the name says so.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import fill
from lean_desktop.exchange.matrix_workbook import write_matrix
from lean_desktop.i18n import language
from lean_desktop.queries.competence_papers import exported_matrix
from tests.benchmarks.competence import DAY, filled_rows
from tests.benchmarks.ratio import Ratio, timed

SKILLS, ROUNDS = 60, 3
NAME = "matrix of 1,000 × 60 as PDF, whole process"


def run() -> Ratio:
    """The best of a few runs of each."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make(folder)
        ours = min(timed(lambda: _ours(folder)) for _ in range(ROUNDS))
        theirs = min(timed(lambda: _office(office, folder)) for _ in range(ROUNDS)) if office else 0
    mine, other = round(ours * 1e3, 3), round(theirs * 1e3, 3)
    if not office:
        return Ratio(f"{NAME}: not measured, no LibreOffice here", 0.0, 1.0, mine, 0.0)
    return Ratio(NAME, round(ours / theirs, 3), 1.0, mine, other)


def _make(folder: Path) -> None:
    """The workspace, and the same matrix as a workbook."""
    document = Document.create(folder / "plant.leandesk")
    document.aside(workspace.start, "0" * 36, "Verk", "Verk AS")
    document.aside(fill, filled_rows(random.Random(6), skills=SKILLS))
    t = language("nb")
    write_matrix(folder / "matrix.xlsx", document.read(exported_matrix, t, today=DAY))
    document.close()


def _ours(folder: Path) -> None:
    where = ["matrix", folder / "plant.leandesk", "--paper", "A3", "-o", folder / "matrix.pdf"]
    (folder / "matrix.pdf").unlink(missing_ok=True)
    command = [sys.executable, "-m", "lean_desktop", "handout", *map(str, where)]
    subprocess.run([*command, "--today", DAY.isoformat()], check=True, capture_output=True)


def _office(office: str | None, folder: Path) -> None:
    command = [
        office or "",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "theirs"),
    ]
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [*command, str(folder / "matrix.xlsx")], check=True, capture_output=True, env=home
    )
