"""`lean-desktop import matrix`."""

from contextlib import closing
from datetime import date
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.queries.competence import matrix_facts
from tests.commands.conftest import Run
from tests.dumps import dump

TABLE = "Navn;5S;Sveis\nMålnivå;3;2\nEn Annen;3 ;x\nTo Andre;;2\n"


def test_levels_go_in_and_every_odd_cell_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "matrise.csv"
    source.write_text(TABLE, encoding="utf-8-sig")
    said = run("import", "matrix", source, "--into", sample)
    assert (said.code, said.err) == (1, "")
    assert "Not in the workspace." in said.out
    said = run(
        "import", "matrix", source, "--into", sample, "--add-people", "--today", "2026-10-06"
    )
    assert (said.code, said.err) == (0, "")
    assert "2 skills in B–C, named in row 1, targets in row 2." in said.out
    assert "B3: “3 ” is read as 3. C3: “x” is no level; it is left out." in said.out
    assert "2 new, 0 changed, 0 unchanged, 0 not imported." in said.out
    assert "2 levels are assessed." in said.out
    with closing(Document.open(sample, writable=False)) as document:
        matrix = document.read(matrix_facts, day=date(2026, 10, 6))
    (who,) = (each.id for each in matrix.people if each.name == "En Annen")
    (what,) = (each.id for each in matrix.skills if each.name == "5S")
    assert (matrix.level(who, what), matrix.target(who, what)) == (3, 3)


def test_a_dry_run_writes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "matrise.csv"
    source.write_text(TABLE, encoding="utf-8-sig")
    before = written(sample)
    said = run("import", "matrix", source, "--into", sample, "--add-people", "--dry-run")
    assert said.code == 0
    assert "Nothing was written: this was a dry run." in said.out
    assert written(sample) == before


def written(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(Document.open(path, writable=False)) as document:
        return dump(document)
