"""Taking in 10,000 people, from the file to the commit, against SQLite doing no more than it must.

The floor reads the same file with `csv` and writes the same rows, ready made, with `executemany`.
"""

import csv
import gc
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

from lean_desktop.document.connection import connect
from lean_desktop.document.document import Document
from lean_desktop.domain.people_import import guess_columns, people_list, plan_import
from lean_desktop.edits.people_import import import_people
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import M_, language
from lean_desktop.queries import organisation
from tests.benchmarks.ratio import RUNS, Ratio, of_times, timed

T = TypeVar("T")

PEOPLE, UNITS, MANAGERS = 10_000, 40, 200
TODAY = date(2026, 10, 6)
HEADINGS = (
    *("Ansattnr", "Fornavn", "Etternavn", "Stilling", "Avdeling", "Nærmeste leder"),
    *("E-post", "Mobil", "Startdato", "Stillingsprosent"),
)
FIRST = ("Åse", "Bjørn", "Cecilie", "Dag", "Eirik", "Frøydis", "Gunnar", "Hanne", "Øystein", "Pål")
TITLES = ("Operatør", "Mekaniker", "Planlegger", "Lagleder", "Prosessingeniør")

INSERT_PERSON = (
    "INSERT INTO person (id, number, first_name, last_name, title, unit_id, manager_id, email, phone,"
    " active_from, percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Times(NamedTuple):
    """Seconds an import took, and its undo."""

    imported: float
    undone: float


def run() -> list[Ratio]:
    """The import against the floor, and its undo against the import."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "ansatte.csv"
        write_list(source)
        rows = [_stored(index) for index in range(PEOPLE)]
        _with_workspace(folder, lambda path: _import(source, path))  # Compiles statements, once.
        ours, floor = [], []
        for _ in range(RUNS):
            ours.append(_with_workspace(folder, lambda path: _import(source, path)))
            floor.append(_with_workspace(folder, lambda path: _floor(source, rows, path)))
    imported = [times.imported for times in ours]
    return [
        of_times("import of 10,000 people", 10, imported, floor),
        of_times("undo of an import", 1, [times.undone for times in ours], imported),
    ]


def _with_workspace(folder: str, work: Callable[[Path], T]) -> T:
    path = Path(folder) / "measured.leandesk"
    Document.create(path).close()
    gc.collect()
    try:
        return work(path)
    finally:
        path.unlink()


def _import(source: Path, path: Path) -> Times:
    with closing(Document.open(path)) as document:
        start = perf_counter()
        people = people_list(read_table(source).rows)
        known = document.read(organisation.people, today=TODAY)
        units = document.read(organisation.units)
        plan = plan_import(people, guess_columns(people), known, units, language("nb"))
        counts = document.edit(M_("Import people"), import_people, plan, TODAY).result
        imported = perf_counter() - start
        undone = timed(document.undo)
    if counts.created != PEOPLE or counts.remarked:
        raise AssertionError(counts)
    return Times(imported, undone)


def _floor(source: Path, rows: list[tuple[Any, ...]], path: Path) -> float:
    with closing(connect(path, writable=True)) as connection:
        start = perf_counter()
        with source.open(encoding="cp1252", newline="") as file:
            read = list(csv.reader(file, delimiter=";"))
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        units = [(key, _unit(key - 1)) for key in range(1, UNITS + 1)]
        connection.executemany("INSERT INTO unit (id, name) VALUES (?, ?)", units)
        connection.executemany(INSERT_PERSON, rows)
        connection.execute("COMMIT")
        taken = perf_counter() - start
    if len(read) != PEOPLE + 1:
        raise AssertionError(len(read))
    return taken


def write_list(path: Path) -> None:
    """A list as an HR system exports it."""
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(_listed(index) for index in range(PEOPLE))


def _listed(index: int) -> tuple[str, ...]:
    manager = " ".join(_name(index % MANAGERS)) if index >= MANAGERS else ""
    return (
        *(f"{1000 + index}", *_name(index), TITLES[index % 5], _unit(index), manager),
        *(f"{1000 + index}@verkstedindustri.example", f"9{index:07}"),
        *(_started(index).strftime("%d.%m.%Y"), "37,5" if index % 3 else "100"),
    )


def _stored(index: int) -> tuple[Any, ...]:
    number, first, last, title, _, _, email, phone, _, percent = _listed(index)
    manager = index % MANAGERS + 1 if index >= MANAGERS else None
    return (
        *(index + 1, number, first, last, title, index % UNITS + 1, manager, email, phone),
        *(_started(index).isoformat(), float(percent.replace(",", "."))),
    )


def _name(index: int) -> tuple[str, str]:
    return FIRST[index % 10], f"Etternavn{index // 10}"


def _unit(index: int) -> str:
    return f"Produksjon – {index % UNITS}"


def _started(index: int) -> date:
    return date(1995 + index % 30, 1 + index % 12, 1 + index % 28)
