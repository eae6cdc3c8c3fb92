"""export and import organisation: there and back, refused politely."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.commands.conftest import Run


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.leandesk"
    assert run("new", path, "--sample", "--language", "nb").code == 0
    return path


@pytest.mark.parametrize("name", ["o.xlsx", "o"])
def test_there_and_back(run: Run, sample: Path, tmp_path: Path, name: str) -> None:
    out, empty = tmp_path / name, tmp_path / "empty.leandesk"
    said = run("export", "organisation", sample, "-o", out)
    assert (said.code, said.out.strip()) == (0, f"Wrote “{out}”.")
    assert run("new", empty).code == 0
    said = run("import", "organisation", out, "--into", empty)
    assert said.code == 0
    assert " new, 0 changed, 0 unchanged." in said.out
    again = run("import", "organisation", out, "--into", empty, "--dry-run")
    assert "was a dry run" in again.out
    assert run("show", "groups", empty).out == run("show", "groups", sample).out
    assert run("show", "mandates", empty).out == run("show", "mandates", sample).out


def test_the_chart_as_a_drawing(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.svg"
    assert run("export", "chart", sample, "-o", out, "--layer", "line").code == 0
    texts = set(ElementTree.parse(out).getroot().itertext())
    assert "Terje Bakken" in texts
    assert "Improvement organisation" not in texts


def test_nothing_is_written_over_unless_asked(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    out.write_text("mine")
    said = run("export", "organisation", sample, "-o", out)
    assert said.code == 1
    assert "is there already" in said.err
    assert out.read_text() == "mine"
    assert run("export", "organisation", sample, "-o", out, "--force").code == 0


def test_what_is_wrong_is_told_and_nothing_taken_in(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    assert run("export", "organisation", sample, "-o", out, "--language", "en").code == 0
    units = out / "Units.csv"
    lines = units.read_text("utf-8-sig").splitlines()
    lines[1] = lines[1].split(";")[0] + ";;;"
    units.write_text("\n".join(lines), "utf-8-sig")
    said = run("import", "organisation", out, "--into", sample, "--language", "en")
    assert said.code == 1
    assert "Units, row 2, column B: This cannot be empty." in said.err


@pytest.mark.parametrize("what", ["chart", "organisation"])
def test_a_workspace_is_never_written_over(run: Run, sample: Path, what: str) -> None:
    before = sample.read_bytes()
    said = run("export", what, sample, "-o", sample, "--force")
    assert said.code == 1
    assert "is a workspace" in said.err
    assert sample.read_bytes() == before


def test_a_drawing_has_the_name_of_one(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("export", "chart", sample, "-o", tmp_path / "c.png")
    assert said.code == 1
    assert "ends in .svg" in said.err


def test_a_list_of_people_will_do_for_an_organisation(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Nummer;Fornavn;Etternavn;Avdeling\n9001;Nils;Aasen;Nytt verksted\n")
    said = run("import", "organisation", people, "--into", sample)
    assert said.code == 0
    assert "Nytt verksted" in run("show", "units", sample).out


@pytest.mark.parametrize(
    ("asked", "least"), [(("--person", "Linh Nguyễn"), 10), (("--of", "Montering"), 10)]
)
def test_meetings_go_out_to_a_calendar(
    run: Run, sample: Path, tmp_path: Path, asked: tuple[str, str], least: int
) -> None:
    out = tmp_path / "m.ics"
    said = run("export", "calendar", sample, *asked, "-o", out)
    assert (said.code, said.out.strip()) == (0, f"Wrote “{out}”.")
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert len(events) >= least
    assert all("UID:meeting-" in event.to_ical().decode() for event in events)


@pytest.mark.parametrize(
    ("more", "name", "sentence"),
    [
        ((), "m.ics", "Say whose meetings: --of a group, or --person."),
        (("--person", "Ingen"), "m.ics", "There is no person “Ingen”."),
        (("--person", "a"), "m.ics", "Write more of the name, or the id."),
        (("--of", "Montering"), "m.txt", "A calendar needs a name that ends in .ics."),
    ],
)
def test_whose_calendar_must_be_clear(
    run: Run, sample: Path, tmp_path: Path, more: tuple[str, ...], name: str, sentence: str
) -> None:
    said = run("export", "calendar", sample, *more, "-o", tmp_path / name)
    assert said.code == 1
    assert sentence in said.err
    assert not (tmp_path / name).exists()
