"""`lean-desktop check`."""

import sqlite3
from pathlib import Path

from tests.commands.conftest import Run


def test_a_sound_workspace(run: Run, sample: Path) -> None:
    assert run("check", sample) == (0, "“sample.leandesk” is sound.\n", "")


def broken_by(sample: Path, statement: str) -> None:
    raw = sqlite3.connect(sample)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_row_that_points_at_nothing(run: Run, sample: Path) -> None:
    broken_by(sample, "UPDATE person SET unit_id = 999 WHERE id = 3")
    said = run("check", sample)
    assert (said.code, said.out) == (1, "")
    assert "“sample.leandesk” is damaged" in said.err


def test_an_index_that_tells_another_story_than_its_table(run: Run, sample: Path) -> None:
    """Opening does not look that closely; `check` does."""
    raw = sqlite3.connect(sample, isolation_level=None)
    named = "SELECT rootpage FROM sqlite_schema WHERE name = 'person_number'"
    (page,) = raw.execute(named).fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    whole = bytearray(sample.read_bytes())
    place = whole.index(b"352", (page - 1) * size, page * size)
    whole[place : place + 3] = b"359"
    sample.write_bytes(whole)
    said = run("check", sample)
    assert (said.code, said.out) == (1, "")
    assert "person_number" in said.err
    assert run("show", "people", sample).code == 0


def test_a_stranger_in_the_schema(run: Run, sample: Path) -> None:
    broken_by(sample, "CREATE TABLE stranger (id INTEGER)")
    assert run("check", sample).code == 1


def test_a_file_cut_off(run: Run, sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[:20_000])
    said = run("check", sample)
    assert (said.code, said.out) == (1, "")
    assert "its end is missing" in said.err
