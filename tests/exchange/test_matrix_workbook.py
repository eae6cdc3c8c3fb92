"""The matrix as a workbook: read back the same, with frozen heads, choices and colours in it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from lean_desktop.domain.competence.exported import MatrixTable
from lean_desktop.exchange.matrix_workbook import matrix_workbook, write_matrix
from lean_desktop.exchange.plain_files import unguarded
from lean_desktop.exchange.tables import read_table

LEVELS, ILUO, YES = ("0", "1", "2", "3", "4"), ("0", "I", "L", "U", "O"), ("Nei", "Ja")
TABLE = MatrixTable(
    "Kompetansematrise 06.10.2026",
    ("Verktøy", "Verktøy", "Maskin"),
    ("Navn", "Ansattnummer", "Avdeling", "5S", "=1+1", "Truck"),
    ("Målnivå", "", "", "3", "U", "Ja"),
    (
        ("Linh Nguyễn", "007", "Montering", "3", "L", "Ja"),
        ("-Kari", "", "Støperi & co", "", "", "Nei"),
    ),
    ("0 Kan ikke ennå", "1 Kjenner til"),
    (LEVELS, ILUO, YES),
)


def sheet_xml(table: MatrixTable) -> str:
    with ZipFile(BytesIO(matrix_workbook(table))) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("name", ["matrise.xlsx", "matrise.csv"])
def test_it_reads_back_as_it_was(tmp_path: Path, name: str) -> None:
    write_matrix(tmp_path / name, TABLE)
    rows = [[unguarded(cell) for cell in row] for row in read_table(tmp_path / name).rows]
    wide = max(map(len, rows))
    expected = [line + [""] * (wide - len(line)) for line in TABLE.lines]
    found = [row + [""] * (wide - len(row)) for row in rows]
    assert found == expected


def test_what_a_spreadsheet_needs_is_in_it() -> None:
    xml = sheet_xml(TABLE)
    assert '<pane xSplit="3" ySplit="4"' in xml
    assert '<mergeCell ref="D2:E2"/>' in xml
    assert "&quot;0,1,2,3,4&quot;" in xml or '"0,1,2,3,4"' in xml
    assert "I,L,U,O" in xml
    assert xml.count("<cfRule") >= 5
    assert 'orientation="landscape"' in xml
    assert "<f>" not in xml


def test_an_empty_matrix_is_a_workbook_all_the_same(tmp_path: Path) -> None:
    bare = MatrixTable("Matrise", (), ("Navn", "", ""), ("Målnivå", "", ""), (), (), ())
    write_matrix(tmp_path / "a.xlsx", bare)
    assert read_table(tmp_path / "a.xlsx").rows[0][0] == "Matrise"
