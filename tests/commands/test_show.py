"""`lean-desktop show`."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.commands.kinds import KINDS
from lean_desktop.document.document import Document
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.organisation import Person
from lean_desktop.queries import meetings, organisation
from tests.commands.conftest import NOW, Run


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_as_table_and_as_json(run: Run, sample: Path, kind: str) -> None:
    table = run("show", kind, sample, "--today", "2026-10-06")
    listed = run("show", kind, sample, "--json", "--today", "2026-10-06")
    assert (table.code, listed.code, table.err, listed.err) == (0, 0, "", "")
    found = json.loads(listed.out)
    assert len(table.out.splitlines()) == 2 + len(found)


def test_json_has_the_fields_of_the_domain_and_says_what_the_query_says(
    run: Run, sample: Path
) -> None:
    listed = json.loads(run("show", "people", sample, "--json", "--today", "2026-10-06").out)
    with closing(Document.open(sample, writable=False)) as document:
        people = document.read(organisation.people, today=NOW.date())
    assert [each["id"] for each in listed] == [each.id for each in people]
    assert all(list(each) == list(Person._fields) for each in listed)
    assert listed[0]["active_from"] == people[0].active_from.isoformat()  # type: ignore[union-attr]
    assert listed[0]["active_to"] is None


def test_moments_are_iso_and_kinds_are_the_domains_words(run: Run, sample: Path) -> None:
    listed = json.loads(run("show", "meetings", sample, "--json").out)
    assert list(listed[0]) == list(Meeting._fields)
    (ours,) = [
        each for each in listed if each["number"] == 14 and each["group"].endswith("Montering")
    ]
    assert ours["planned_start"] == "2026-10-06T13:00"
    assert ours["kind"] == "improvement"


def test_json_is_the_same_in_every_language(run: Run, sample: Path) -> None:
    english, norwegian = (
        run("show", "groups", sample, "--json", "--language", code).out for code in ("en", "nb")
    )
    assert english == norwegian


def test_a_table_reads_as_the_language_does(run: Run, sample: Path) -> None:
    english = run("show", "groups", sample, "--language", "en").out
    norwegian = run("show", "groups", sample, "--language", "nb").out
    assert "Pilot team" in english
    assert "01/03/2026" in english
    assert "01.03.2026" in norwegian


def test_a_table_is_sorted_as_the_language_sorts(run: Run, sample: Path) -> None:
    lines = run("show", "people", sample, "--language", "nb").out.splitlines()[2:]
    last = [" ".join(line.split()[2:4]) for line in lines[-3:]]
    assert last == ["Øystein Ødegård", "Hanne Årnes", "Nils Aasen"]  # aa is å


def test_what_needs_attention_is_told_in_the_language_and_in_json_by_its_keys(
    run: Run, sample: Path
) -> None:
    asked = ("show", "attention", sample, "--today", "2026-10-06")
    english = run(*asked, "--language", "en").out
    (due,) = [line for line in english.splitlines() if "Mandate due for review" in line]
    assert due.endswith("The mandate of Steering group is to be reviewed by 30/10/2026.")
    vacant, *_ = json.loads(run(*asked, "--json", "--language", "nb").out)
    assert vacant == {
        "kind": "vacant_role",
        "subject": "role",
        "id": 13,
        "name": "Avdelingsleder",
        "since": "2026-08-07",
        "sentence": "Nobody has the role Avdelingsleder in Planlegging.",
    }


def test_mandates_say_whose_they_are_and_roles_who_has_them(run: Run, sample: Path) -> None:
    mandates = run("show", "mandates", sample, "--language", "en").out
    assert "Coordinator" in mandates
    assert "Forbedringsgruppe Lager & logistikk" in mandates
    roles = run("show", "roles", sample, "--language", "en", "--today", "2026-10-06").out
    (shared,) = [line for line in roles.splitlines() if " Ledergruppe " in line]
    assert "Bjørn Pettersen, Olena Sjevtsjenko, Ragnhild Moen" in shared


def test_goals_come_as_the_tree_is_read_with_the_groups_that_work_for_them(
    run: Run, sample: Path
) -> None:
    _, _, whole, part, *_ = run("show", "goals", sample, "--language", "en").out.splitlines()
    assert "Levere til avtalt tid, hver gang" in whole
    assert "Levere til avtalt tid, hver gang" in part
    assert "Pilotteam Maskinering" in part
    assert part.endswith("30/12/2026")


def test_who_has_signed_which_version(run: Run, sample: Path) -> None:
    lines = run("show", "signatures", sample, "--language", "nb").out.splitlines()
    (signed,) = [line for line in lines if "Bjørn Pettersen" in line and " 2 " in line]
    assert signed.endswith("07.07.2026")


def test_columns_stand_below_their_headings(run: Run, sample: Path) -> None:
    heads, rule, *lines = run("show", "units", sample).out.splitlines()
    start = heads.index("Leader")
    assert rule[start - 2 : start + 1] == "  ─"
    assert all(line[start - 2 : start] == "  " for line in lines if len(line) > start)


def test_it_reads_beside_somebody_who_has_the_file_open(run: Run, sample: Path) -> None:
    holding = (
        "import sys; from pathlib import Path; from lean_desktop.document.document import Document;"
        f"held = Document.open(Path({str(sample)!r})); print(held.read_only, flush=True);"
        "sys.stdin.read(); held.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "False\n"
        assert run("show", "units", sample).code == 0
        holder.stdin.close()


def test_reading_leaves_the_file_as_it_was(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    run("show", "items", sample)
    with closing(Document.open(sample, writable=False)) as document:
        assert document.read(meetings.meetings)
    assert sample.read_bytes() == before
    assert list(sample.parent.iterdir()) == [sample]


def test_actions_with_owner_date_group_and_status(run: Run, sample: Path) -> None:
    table = run("show", "actions", sample, "--language", "nb", "--today", "2026-10-06").out
    heads, _, *lines = table.splitlines()
    assert heads.split() == ["Nr.", "Gjøremål", "Ansvarlig", "Frist", "Gruppe", "Status"]
    listed = json.loads(run("show", "actions", sample, "--json").out)
    first = listed[0]
    assert lines[0].startswith(str(first["number"]))
    assert first["title"] in lines[0]
    assert first["owner"] in lines[0]
    assert [each["number"] for each in listed] == sorted(each["number"] for each in listed)
