"""`lean-desktop new`."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.queries import meetings, organisation
from lean_desktop.queries.workspace import workspace
from tests.commands.conftest import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Forbedring.leandesk"


def test_an_empty_workspace_is_named_after_its_file(run: Run, path: Path) -> None:
    assert run("new", path) == (0, "Made “Forbedring.leandesk”, an empty workspace.\n", "")
    with closing(Document.open(path)) as document:
        assert document.read(workspace).name == "Forbedring"
    assert list(path.parent.iterdir()) == [path]


def test_the_sample_on_a_given_day_and_in_a_given_language(run: Run, path: Path) -> None:
    said = run("new", path, "--sample", "--today", "2026-10-06", "--language", "en")
    assert said.out == "Made “Forbedring.leandesk” with 52 people, 7 groups and 124 meetings.\n"
    with closing(Document.open(path, writable=False)) as document:
        found = document.read(meetings.meetings)
    assert "Improvement group Assembly" in {each.group for each in found}
    assert date(2026, 10, 6) in {each.planned_start.date() for each in found}


def test_a_generated_one_of_a_given_size(run: Run, path: Path) -> None:
    said = run("new", path, "--people", 30, "--years", 2, "--seed", 0)
    assert said.code == 0
    with closing(Document.open(path, writable=False)) as document:
        assert len(document.read(organisation.people, today=date.today())) == 30
        per_group = [each for each in document.read(meetings.meetings) if each.group_id == 2]
    assert len(per_group) == 2 * 30


def test_an_existing_file_is_left_alone(run: Run, path: Path) -> None:
    path.write_text("mine")
    for arguments in ([], ["--sample"], ["--people", "5"]):
        said = run("new", path, *arguments)
        assert (said.code, said.out) == (1, "")
        assert "already a file" in said.err
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there(run: Run, path: Path) -> None:
    said = run("new", path.parent / "nowhere" / "x.leandesk")
    assert (said.code, said.out) == (1, "")
    assert said.err
