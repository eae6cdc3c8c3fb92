"""`lean-desktop import people`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from lean_desktop.document.backup import Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.domain.organisation import Person
from lean_desktop.queries import organisation
from lean_desktop.queries.workspace import workspace
from lean_desktop.settings import Settings, backup_folder, settings_path
from tests.commands.conftest import Run

LIST = """\
Ansattnr;Fornavn;Etternavn;Stilling;Avdeling;Nærmeste leder;E-post;Mobil;Startdato;Stillingsprosent
1000;Vegard;Andersen;Daglig leder;Administrasjon;;;929 84 664;19.02.2007;100
1002;Dag;Olsen;Avdelingsleder;Produksjon – Støperi;Vegard Andersen;1002@v.example;;30.10.1995;37,5
1004;Pål ;Næss;Avdelingsleder;Produksjon – Støperi;Vegard Andersen;1004@v.example;;31.02.2020;100
1013;Åse;O'Brien;Mekaniker;Lager & logistikk;Ukjent Leder;1013@v.example;;28.04.2014;100
1002;Dag;Olsen;Avdelingsleder;Produksjon – Støperi;Vegard Andersen;1002@v.example;;30.10.1995;37,5

"""


@pytest.fixture
def people_list(tmp_path: Path) -> Path:
    """What an HR system exports: semicolons, Windows-1252, and the usual mistakes."""
    path = tmp_path / "ansatte.csv"
    path.write_bytes(LIST.replace("\n", "\r\n").encode("cp1252"))
    return path


@pytest.fixture
def into(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "mine.leandesk"
    assert run("new", path).code == 0
    return path


def people(path: Path) -> dict[str, Person]:
    with closing(Document.open(path, writable=False)) as document:
        return {
            each.number: each
            for each in document.read(organisation.people, today=date(2026, 10, 6))
        }


def test_everybody_who_can_be_is_taken_in(run: Run, people_list: Path, into: Path) -> None:
    said = run("import", "people", people_list, "--into", into)
    assert (said.code, said.err) == (0, "")
    assert "4 new, 0 changed, 0 unchanged, 1 not imported.\n3 units are new.\n" in said.out
    found = people(into)
    assert found.keys() == {"1000", "1002", "1004", "1013"}
    assert found["1004"].name == "Pål Næss"
    assert found["1004"].active_from is None
    assert found["1013"].manager == ""
    assert found["1002"].manager == "Vegard Andersen"
    assert found["1002"].percent == 37.5


def test_each_row_with_something_wrong_is_listed(run: Run, people_list: Path, into: Path) -> None:
    said = run("import", "people", people_list, "--into", into)
    rows = {
        line.split()[0]: line
        for line in said.out.splitlines()
        if line[:1].isdigit() and "  " in line
    }
    assert "31.02.2020" in rows["4"]
    assert "Ukjent Leder" in rows["5"]
    assert "Not imported" in rows["6"]
    assert "1002" in rows["6"]


def test_a_dry_run_says_the_same_and_writes_nothing(
    run: Run, people_list: Path, into: Path
) -> None:
    before = into.read_bytes()
    dry = run("import", "people", people_list, "--into", into, "--dry-run")
    assert dry.out.endswith("Nothing was written: this was a dry run.\n")
    assert into.read_bytes() == before
    wet = run("import", "people", people_list, "--into", into)
    assert dry.out.startswith(wet.out)


def test_the_second_time_nothing_changes_and_nothing_is_written(
    run: Run, people_list: Path, into: Path
) -> None:
    run("import", "people", people_list, "--into", into)
    before = into.read_bytes()
    said = run("import", "people", people_list, "--into", into)
    assert (said.code, into.read_bytes()) == (0, before)
    assert "0 new, 0 changed, 4 unchanged, 1 not imported." in said.out


def test_a_backup_is_made_first(run: Run, people_list: Path, into: Path) -> None:
    run("import", "people", people_list, "--into", into, "--today", "2020-01-01")
    with closing(Document.open(into, writable=False)) as document:
        uuid = document.read(workspace).uuid
    (backup,) = Backups(backup_folder(Settings(settings_path()))).of(uuid)
    assert backup.reason is Reason.IMPORT
    assert backup.is_sound()
    assert backup.made.date() == date.today()
    assert people(backup.path) == {}


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the workspace open."""
    code = (
        "import sys; from pathlib import Path; from lean_desktop.document.document import Document;"
        "held = Document.open(Path(sys.argv[1])); print(flush=True); sys.stdin.read(); held.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        holder.stdout.readline()
        yield
        holder.stdin.close()


def test_a_workspace_somebody_has_open_is_left_alone(
    run: Run, people_list: Path, into: Path
) -> None:
    with held(into):
        said = run("import", "people", people_list, "--into", into)
        dry = run("import", "people", people_list, "--into", into, "--dry-run")
    assert (said.code, said.out) == (1, "")
    assert "has “mine.leandesk” open." in said.err
    assert dry.code == 0
    assert people(into) == {}


def test_a_list_of_which_nothing_can_be_used(run: Run, into: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("Ansattnr;Fornavn;Etternavn\n", "utf-8")
    assert run("import", "people", empty, "--into", into).code == 1
    other = tmp_path / "other.csv"
    other.write_text("what;is;this\n1;2;3\n", "utf-8")
    said = run("import", "people", other, "--into", into)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["people"], ["people", "x.csv"], ["machines", "x.csv", "--into", "y"]]
)
def test_an_incomplete_command_is_wrong_use(run: Run, arguments: list[str]) -> None:
    assert run("import", *arguments).code == 2


def test_the_whole_story(run: Run, people_list: Path, into: Path, tmp_path: Path) -> None:
    """From a list to paper, without a window."""
    run("import", "people", people_list, "--into", into)
    listed = json.loads(run("show", "people", into, "--json").out)
    assert {each["last_name"] for each in listed} == {"Andersen", "Olsen", "Næss", "O'Brien"}
    assert run("check", into).code == 0
    plan = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "from lean_desktop.document.document import Document; from lean_desktop.i18n import M_;"
        "from lean_desktop.domain.organisation import GroupKind;"
        "from lean_desktop.edits import meetings, organisation;"
        "from lean_desktop.queries.meetings import shipped_templates;"
        "document = Document.open(Path(sys.argv[1]));"
        "group = document.edit(M_('Add'), organisation.add_group, GroupKind.PILOT, 'Støpen').result;"
        "document.edit(M_('Add'), organisation.add_members, group, [1, 2, 3]);"
        "document.edit(M_('Plan'), meetings.plan_meeting, group_id=group,"
        " start=datetime(2026, 10, 6, 13), template=shipped_templates('nb')[0]); document.close()"
    )
    subprocess.run([sys.executable, "-c", plan, str(into)], check=True)
    out = tmp_path / "agenda.pdf"
    assert run("handout", "agenda", into, "-o", out, "--of", "Støpen").code == 0
    assert out.read_bytes().startswith(b"%PDF")
