"""`lean-desktop import actions`."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.exchange.tables import read_table
from lean_desktop.queries.actions import actions
from lean_desktop.queries.cards import cards, comments, own_fields
from tests.commands.conftest import Run
from tests.exchange.boards import BOARD

LIST = """\
Gjøremål;Ansvarlig;Opprettet;Frist;Status
Rydde verktøyskap;Linh;01.10.2026;snarest;Pågår
=1+1;alle;01.10.2026;uke 42;ferdig
Male gulv;;01.10.2026;;kanskje
"""


def written(path: Path) -> dict[str, Action]:
    with closing(Document.open(path, writable=False)) as document:
        return {each.title: each for each in document.read(actions)}


def test_good_rows_go_in_and_the_others_are_told(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_text(LIST, encoding="utf-8-sig")
    before = written(sample)
    said = run("import", "actions", source, "--into", sample)
    assert (said.code, said.err) == (0, "")
    assert "2 new, 0 changed, 0 unchanged, 1 not imported." in said.out
    assert "“kanskje” is no state." in said.out
    after = written(sample)
    assert after.keys() - before.keys() == {"Rydde verktøyskap", "=1+1"}
    assert after["Rydde verktøyskap"].status is ActionStatus.DOING
    assert after["Rydde verktøyskap"].due is None
    with closing(Document.open(sample, writable=False)) as document:
        (kept,) = document.read(comments, after["Rydde verktøyskap"].id)
    assert kept.text == "Due: snarest"
    again = run("import", "actions", source, "--into", sample)
    assert "0 new, 0 changed, 2 unchanged, 1 not imported." in again.out


def test_a_dry_run_writes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_text(LIST, encoding="utf-8-sig")
    before = written(sample)
    said = run("import", "actions", source, "--into", sample, "--dry-run")
    assert (said.code, written(sample)) == (0, before)


def test_refused_rows_are_written_to_a_file_of_their_own(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    source, refused = tmp_path / "liste.csv", tmp_path / "avvist.csv"
    source.write_text(f"{LIST}=2+2;;;;kanskje\n", encoding="utf-8-sig")
    assert run("import", "actions", source, "--into", sample, "--refused", refused).code == 0
    assert refused.read_text(encoding="utf-8-sig").splitlines() == [
        "Gjøremål;Ansvarlig;Opprettet;Frist;Status",
        "Male gulv;;01.10.2026;;kanskje",
        "'=2+2;;;;kanskje",
    ]
    refused.write_text(refused.read_text(encoding="utf-8-sig").replace("kanskje", "ny"))
    assert run("import", "actions", refused, "--into", sample).code == 0
    assert {"Male gulv", "=2+2"} <= written(sample).keys()
    before = written(sample)
    said = run("import", "actions", source, "--into", sample, "--refused", refused)
    assert (said.code, written(sample)) == (1, before)


# Our own export, and boards of Trello


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("code", ["nb", "en"])
def test_out_and_in_again_changes_nothing(
    run: Run, sample: Path, tmp_path: Path, ending: str, code: str
) -> None:
    out = tmp_path / f"actions.{ending}"
    assert run("export", "actions", sample, "-o", out, "--language", code).code == 0
    said = run("import", "actions", out, "--into", sample, "--dry-run", "--language", "en")
    assert "0 new, 0 changed, 114 unchanged, 0 not imported." in said.out


def test_what_was_changed_in_the_table_is_changed_here(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "actions.csv"
    run("export", "actions", sample, "-o", out, "--language", "en")
    text = out.read_text(encoding="utf-8-sig")
    assert "Måle omstillingstid på skrustasjon 4" in text
    changed = text.replace("Måle omstillingstid på skrustasjon 4", "Måle omstillingstid")
    out.write_text(changed, encoding="utf-8-sig")
    said = run("import", "actions", out, "--into", sample)
    assert "0 new, 1 changed, 113 unchanged" in said.out
    assert written(sample)["Måle omstillingstid"].number == 136


def test_an_export_is_named_for_what_it_is(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("export", "actions", sample, "-o", tmp_path / "a.pdf", "--language", "en")
    assert said == (1, "", "Actions need a name that ends in .xlsx or .csv.\n")


def test_columns_we_do_not_know_become_fields_when_asked(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    source = tmp_path / "liste.csv"
    source.write_text("Gjøremål;Kostnadssted\nVaske;4711\n", encoding="utf-8")
    assert run("import", "actions", source, "--into", sample, "--own-fields").code == 0
    key = written(sample)["Vaske"].id
    with closing(Document.open(sample, writable=False)) as document:
        (field,) = document.read(own_fields)
        (card,) = document.read(cards, [key])
    assert (field.name, card.values) == ("Kostnadssted", {field.id: "4711"})


def test_a_board_of_trello_comes_in(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "board.json"
    source.write_text(json.dumps(BOARD), encoding="utf-8")
    said = run("import", "actions", source, "--into", sample)
    assert (said.code, said.err) == (0, "")
    assert "2 new" in said.out
    assert written(sample)["Rydde lager"].status is ActionStatus.DOING


def test_the_matrix_goes_out_as_a_workbook(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "matrix.xlsx"
    assert run("export", "matrix", sample, "-o", out, "--language", "nb").code == 0
    rows = read_table(out).rows
    assert rows[3][0] == "Målnivå"
    assert any(row[0] == "Linh Nguyễn" for row in rows)
    said = run("export", "matrix", sample, "-o", tmp_path / "m.pdf", "--language", "en")
    assert said == (1, "", "A matrix needs a name that ends in .xlsx or .csv.\n")
