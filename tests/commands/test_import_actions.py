"""`lean-desktop import actions`."""

from contextlib import closing
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.queries.actions import actions
from lean_desktop.queries.cards import comments
from tests.commands.conftest import Run

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
    assert "2 new, 0 unchanged, 1 not imported." in said.out
    assert "“kanskje” is no state." in said.out
    after = written(sample)
    assert after.keys() - before.keys() == {"Rydde verktøyskap", "=1+1"}
    assert after["Rydde verktøyskap"].status is ActionStatus.DOING
    assert after["Rydde verktøyskap"].due is None
    with closing(Document.open(sample, writable=False)) as document:
        (kept,) = document.read(comments, after["Rydde verktøyskap"].id)
    assert kept.text == "Due: snarest"
    again = run("import", "actions", source, "--into", sample)
    assert "0 new, 2 unchanged, 1 not imported." in again.out


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
