"""`lean-desktop handout` of meetings: each kind of sheet is made, and what is not there is refused."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.conftest import Run

ENGLISH = ("--today", "2026-10-06", "--language", "en")
NORWEGIAN = ("--today", "2026-10-06", "--language", "nb")
HELD = "99"
"""A closed meeting of the sample."""


def pages(path: Path) -> list[str]:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def first_page(path: Path) -> str:
    page = PdfReader(io.BytesIO(path.read_bytes())).pages[0]
    return " ".join(page.extract_text().split())


MADE = [
    ("agenda", "Agenda, meeting 14 Forbedringsgruppe Montering", "Agenda, møte 14"),
    ("preparation", "Preparation · Forbedringsgruppe Montering", "Forberedelse · "),
    ("minutes", "Minutes, meeting 14 Forbedringsgruppe Montering", "Referat, møte 14"),
    ("attendance", "Attendance, meeting 14 Forbedringsgruppe Montering", "Oppmøteliste, møte 14"),
    ("meeting-year", "2026", "2026"),
    ("daily", "Daily operational meeting Maskinering · October 2026", "Maskinering · oktober 2026"),
    ("week-pack", "Weekly pack · Week 41", "Ukepakke · Uke 41"),
    ("my-actions", "My actions", "Mine gjøremål"),
    ("board", "Board", "Tavle"),
    ("matrix", "Competence matrix", "Kompetansematrise"),
    ("coverage", "Coverage of skills", "Dekning av ferdigheter"),
    ("gaps", "Gaps to target", "Gap til målnivå"),
    ("training-plan", "Training plan", "Opplæringsplan"),
    ("baseline", "Baseline assessment", "Kartlegging"),
    ("diploma", "Diploma", "Diplom"),
    ("actions", "Action list", "Gjøremålsliste"),
]


@pytest.mark.parametrize(("kind", "english", "norwegian"), MADE)
def test_each_kind_is_made_in_both_languages(
    run: Run, sample: Path, tmp_path: Path, kind: str, english: str, norwegian: str
) -> None:
    out = tmp_path / "sheet.pdf"
    said = run("handout", kind, sample, "-o", out, *ENGLISH)
    assert said == (0, f"Wrote “{out}”.\n", "")
    assert english in first_page(out)
    assert run("handout", kind, sample, "-o", out, *NORWEGIAN).code == 0
    assert norwegian in first_page(out)


OF_A_MEETING = ("agenda", "preparation", "minutes", "attendance")


@pytest.mark.parametrize("kind", OF_A_MEETING)
@pytest.mark.parametrize("of", ["Maling", "9999", "99999999999999999999"])
def test_a_meeting_that_is_not_there_is_refused(
    run: Run, sample: Path, tmp_path: Path, kind: str, of: str
) -> None:
    out = tmp_path / "sheet.pdf"
    said = run("handout", kind, sample, "-o", out, "--of", of, *ENGLISH)
    told = f"There is no meeting “{of}”. “lean-desktop show meetings” tells them all.\n"
    assert said == (1, "", told)
    assert not out.exists()


@pytest.mark.parametrize("kind", OF_A_MEETING)
def test_a_name_that_fits_several_groups_is_refused(
    run: Run, sample: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "sheet.pdf"
    said = run("handout", kind, sample, "-o", out, "--of", "gruppe", *ENGLISH)
    assert (said.code, said.out) == (1, "")
    assert "Write more of the name" in said.err
    assert not out.exists()


@pytest.mark.parametrize(
    ("kind", "of", "told"),
    [
        ("daily", "Maling", "“Maling” has no daily meeting this month."),
        ("daily", "Lager", "“Lager” has no daily meeting this month."),
        ("week-pack", "uke 41", "“uke 41” is no day. Write it as 2026-10-06."),
        ("week-pack", "2026-02-30", "“2026-02-30” is no day. Write it as 2026-10-06."),
        ("week-pack", "9999-12-31", "“9999-12-31” is no day. Write it as 2026-10-06."),
        ("meeting-year", "Montering", "“Montering” is no year. Write it as 2026."),
        ("meeting-year", "0", "“0” is no year. Write it as 2026."),
        ("meeting-year", "99999", "“99999” is no year. Write it as 2026."),
        (
            "my-actions",
            "Knut Hamsun",
            "There is no person “Knut Hamsun”. “lean-desktop show people” tells them all.",
        ),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(
    run: Run, sample: Path, tmp_path: Path, kind: str, of: str, told: str
) -> None:
    out = tmp_path / "sheet.pdf"
    said = run("handout", kind, sample, "-o", out, "--of", of, *ENGLISH)
    assert said == (1, "", f"{told}\n")
    assert not out.exists()


def test_the_minutes_of_a_meeting_that_was_held(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "minutes.pdf"
    assert run("handout", "minutes", sample, "-o", out, "--of", HELD, *ENGLISH).code == 0
    text = " ".join(pages(out))
    for each in ("Present", "On time", "Items, decisions and notes", "Next meeting:"):
        assert each in text


def test_the_pack_of_another_week(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    run("handout", "week-pack", sample, "-o", out, "--of", "2026-10-16", *ENGLISH)
    assert "Weekly pack · Week 42" in pages(out)[0]
    run("handout", "week-pack", sample, "-o", out, "--of", "2031-07-15", *ENGLISH)
    assert "No meeting is planned for this week." in pages(out)[0]


def test_the_year_is_wide_and_may_be_another(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "year.pdf"
    run("handout", "meeting-year", sample, "-o", out, "--of", "2027", "--paper", "A3", *ENGLISH)
    (first, *_) = PdfReader(io.BytesIO(out.read_bytes())).pages
    assert (round(first.mediabox.width), round(first.mediabox.height)) == (1191, 842)
    assert "2027" in pages(out)[0]


def test_daily_meetings_of_one_unit_or_a_page_for_each(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "daily.pdf"
    run("handout", "daily", sample, "-o", out, "--of", "Støperi", *ENGLISH)
    assert [page for page in pages(out) if "Maskinering" in page] == []
    run("handout", "daily", sample, "-o", out, *ENGLISH)
    assert ["Støperi ·" in page for page in pages(out)] == [False, True]


@pytest.mark.parametrize(
    ("by", "head"), [("owner", "Linh"), ("date", "Week 41"), ("group", "Pilot")]
)
def test_actions_are_listed_in_the_order_that_is_asked_for(
    run: Run, sample: Path, tmp_path: Path, by: str, head: str
) -> None:
    out = tmp_path / "actions.pdf"
    assert run("handout", "actions", sample, "-o", out, "--by", by, *ENGLISH).code == 0
    assert head in " ".join(pages(out))


def test_the_board_of_a_group_has_lanes_when_asked(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "board.pdf"
    of = ("--of", "Montering", "--lanes", "owner", "--paper", "A3")
    assert run("handout", "board", sample, "-o", out, *of, *ENGLISH).code == 0
    text = " ".join(pages(out))
    assert "Board Forbedringsgruppe Montering" in text
    assert "Godkjenne ny layout" not in text


def test_a_card_by_its_number_or_those_of_a_group(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    assert run("handout", "card", sample, "-o", out, "--of", "136", *ENGLISH).code == 0
    assert "Action 136" in pages(out)[0]
    assert run("handout", "card", sample, "-o", out, "--of", "Montering", *ENGLISH).code == 0
    assert len(pages(out)) > 2
    said = run("handout", "card", sample, "-o", out, "--of", "9999", *ENGLISH)
    assert said.err.startswith("There is no action 9999.")
    assert run("handout", "card", sample, "-o", out, *ENGLISH).err.startswith("Say which card")


def test_actions_of_one_person_or_a_page_for_each(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "actions.pdf"
    run("handout", "my-actions", sample, "-o", out, "--of", "Linh", *ENGLISH)
    assert len(pages(out)) == 1
    assert "Linh Nguyễn" in pages(out)[0]
    run("handout", "my-actions", sample, "-o", out, *ENGLISH)
    assert len(pages(out)) > 5
    assert sum("Linh Nguyễn" in page for page in pages(out)) == 1


@pytest.mark.parametrize("kind", [each[0] for each in MADE])
def test_an_empty_workspace_is_no_error_but_where_a_meeting_must_be(
    run: Run, tmp_path: Path, kind: str
) -> None:
    empty, out = tmp_path / "empty.leandesk", tmp_path / "sheet.pdf"
    assert run("new", empty, "--language", "en").code == 0
    said = run("handout", kind, empty, "-o", out, *ENGLISH)
    if kind in OF_A_MEETING:
        assert said == (1, "", "There are no meetings in this workspace.\n")
    else:
        assert said.code == 0
        assert len(pages(out)) == 1
