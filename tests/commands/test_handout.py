"""`lean-desktop handout`."""

import io
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from lean_desktop.commands.sheets import SHEETS
from tests.commands.conftest import Run

ON_THE_DAY = ("--today", "2026-10-06", "--language", "nb")


def read(path: Path) -> str:
    return PdfReader(io.BytesIO(path.read_bytes())).pages[0].extract_text()


def test_the_kinds_are_listed(run: Run) -> None:
    said = run("handout", "--list")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()[2:]] == list(SHEETS)


def test_the_next_agenda(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    said = run("handout", "agenda", sample, "-o", out, *ON_THE_DAY)
    assert said == (0, f"Skrev «{out}».\n", "")
    text = read(out)
    assert "Forbedringsgruppe Montering" in text
    assert "Tirsdag 6. oktober 2026" in text
    assert "Łukasz Kowalczyk" in text


@pytest.mark.parametrize(("of", "place"), [("Støperi", "Tavlerom 1"), ("119", "Møterom Fjord")])
def test_of_a_group_or_an_id(run: Run, sample: Path, tmp_path: Path, of: str, place: str) -> None:
    out = tmp_path / "agenda.pdf"
    assert run("handout", "agenda", sample, "-o", out, "--of", of, *ON_THE_DAY).code == 0
    assert place in read(out)


def test_a_larger_sheet_and_another_language(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    run("handout", "agenda", sample, "-o", out, "--paper", "A3", "--language", "en")
    box = PdfReader(io.BytesIO(out.read_bytes())).pages[0].mediabox
    assert {round(box.width), round(box.height)} == {842, 1191}
    assert "Presenter" in read(out)


def test_the_same_on_the_same_day(run: Run, sample: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for out in (first, second):
        run("handout", "agenda", sample, "-o", out, *ON_THE_DAY)
    assert read(first) == read(second)


def test_everything_about_a_person(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "person.pdf"
    assert run("handout", "person", sample, "-o", out, "--of", "Łukasz", *ON_THE_DAY).code == 0
    text = read(out)
    assert "Łukasz Kowalczyk" in text
    assert "327" in text


@pytest.mark.parametrize("of", ["Maskinering", "3"])
def test_the_agreement_of_a_group(run: Run, sample: Path, tmp_path: Path, of: str) -> None:
    out = tmp_path / "agreement.pdf"
    english = ("--today", "2026-10-06", "--language", "en")
    assert run("handout", "agreement", sample, "-o", out, "--of", of, *english).code == 0
    text = " ".join(read(out).split())
    assert "Pilotteam Maskinering Version 2" in text
    assert "5 of 6 have signed" in text


def test_the_agreements_of_all_groups_that_have_one(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agreements.pdf"
    assert run("handout", "agreement", sample, "-o", out, *ON_THE_DAY).code == 0
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) == 2


def test_a_group_that_is_not_there_has_no_agreement(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("handout", "agreement", sample, "-o", tmp_path / "x.pdf", "--of", "Maling")
    assert said == (
        1,
        "",
        "There is no group “Maling”. “lean-desktop show groups” tells them all.\n",
    )


def test_vision_values_and_goals(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "vision.pdf"
    assert run("handout", "vision", sample, "-o", out, "--paper", "A3", *ON_THE_DAY).code == 0
    text = " ".join(read(out).split())
    for told in ("verkstedet kundene velger", "Entusiasme", "Halv omstillingstid"):
        assert told in text


def test_a_person_must_be_named(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("handout", "person", sample, "-o", tmp_path / "person.pdf")
    assert said == (1, "", "Say of whom, with --of.\n")


@pytest.mark.parametrize(
    ("kind", "told"), [("people", "52 people"), ("units", "12 units"), ("groups", "7 groups")]
)
def test_lists(run: Run, sample: Path, tmp_path: Path, kind: str, told: str) -> None:
    out = tmp_path / "list.pdf"
    run("handout", kind, sample, "-o", out, "--today", "2026-10-06", "--language", "en")
    assert told in read(out)


def test_what_is_not_there_writes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    said = run("handout", "agenda", sample, "-o", out, "--of", "Nobody")
    assert said == (
        1,
        "",
        "There is no meeting “Nobody”. “lean-desktop show meetings” tells them all.\n",
    )
    assert not out.exists()


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_an_incomplete_command_is_wrong_use(run: Run, missing: int) -> None:
    given = [["agenda"], ["x.leandesk"], ["-o", "x.pdf"]]
    said = run("handout", *(word for each in given[:missing] for word in each))
    assert (said.code, said.out) == (2, "")


def test_the_workspace_is_never_written_over(run: Run, sample: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(sample)
    before = sample.read_bytes()
    for out in (sample, tmp_path / "." / sample.name, link):
        assert run("handout", "agenda", sample, "-o", out).code == 2
    assert sample.read_bytes() == before


def test_a_pdf_is_replaced_whole_or_not_at_all(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "agenda.pdf"
    out.write_text("the old one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        said = run("handout", "agenda", sample, "-o", out)
    assert said.code == 1
    assert said.err.startswith("“agenda.pdf” could not be written: the disk is full.")
    assert out.read_text() == "the old one"
    assert {each.name for each in tmp_path.iterdir()} == {"agenda.pdf", sample.name}
    assert run("handout", "agenda", sample, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("handout", "agenda", sample, "-o", tmp_path / "nowhere" / "x.pdf")
    assert (said.code, said.out) == (1, "")
    assert "could not be written" in said.err


@pytest.mark.parametrize(
    ("of", "title"),
    [
        ("Koordinator", "Koordinator"),
        ("coordinator", "Koordinator"),
        ("forbedringsgruppe", "Forbedringsgruppe"),
        ("improvement group", "Forbedringsgruppe"),
        ("Forbedringsgruppe Montering", "Forbedringsgruppe"),
        ("lager", "Forbedringsgruppe Lager & logistikk"),
        ("Gruppeleder, Forbedringsgruppe Montering", "Forbedringsgruppe"),
        ("Pilareier kvalitet", "Pilareier kvalitet"),
    ],
)
def test_a_mandate_by_whom_it_holds_for(
    run: Run, sample: Path, tmp_path: Path, of: str, title: str
) -> None:
    out = tmp_path / "mandate.pdf"
    assert run("handout", "mandate", sample, "-o", out, "--of", of, *ON_THE_DAY).code == 0
    assert f"Mandat {title} " in " ".join(read(out).split())


def test_all_mandates_in_one_pdf(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "mandates.pdf"
    assert run("handout", "mandate", sample, "-o", out, *ON_THE_DAY).code == 0
    outline = PdfReader(io.BytesIO(out.read_bytes())).outline
    titles = [each.title for each in outline if not isinstance(each, list)]
    assert titles[0] == "Koordinator"
    assert len(titles) == 8


def test_a_mandate_that_fits_several_or_none(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "mandate.pdf"
    several = run(
        "handout", "mandate", sample, "-o", out, "--of", "Gruppeleder", "--language", "en"
    )
    assert several.code == 1
    assert "Write more of the name" in several.err
    none = run("handout", "mandate", sample, "-o", out, "--of", "Kantina", "--language", "en")
    assert none == (1, "", "There is no mandate for “Kantina”.\n")
    assert not out.exists()


@pytest.mark.parametrize(
    ("of", "told"),
    [("Łukasz", "Pilotteam Maskinering"), ("27", "Łukasz"), ("Pilotteam", "Øystein Ødegård")],
)
def test_my_place(run: Run, sample: Path, tmp_path: Path, of: str, told: str) -> None:
    out = tmp_path / "place.pdf"
    assert run("handout", "my-place", sample, "-o", out, "--of", of, *ON_THE_DAY).code == 0
    assert told in read(out)


def test_my_place_must_be_somebodys(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "place.pdf"
    english = ("--language", "en")
    nobody = run("handout", "my-place", sample, "-o", out, *english)
    assert nobody == (1, "", "Say of whom, with --of.\n")
    several = run("handout", "my-place", sample, "-o", out, "--of", "Forbedringsgruppe", *english)
    assert "Write more of the name" in several.err
    unknown = run("handout", "my-place", sample, "-o", out, "--of", "Knut Hamsun", *english)
    assert unknown == (
        1,
        "",
        "There is no person “Knut Hamsun”. “lean-desktop show people” tells them all.\n",
    )


def test_the_organisation_chart(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    assert run("handout", "org-chart", sample, "-o", out, "--paper", "A3", *ON_THE_DAY).code == 0
    text = " ".join(read(out).split())
    for told in ("52 personer", "Produksjon Ragnhild Moen", "Styringsgruppe Ragnhild Moen"):
        assert told in text


@pytest.mark.parametrize(
    ("asked", "told", "silent"),
    [
        (("--layer", "line"), "Terje Bakken", "Pilotteam"),
        (("--layer", "improvement"), "Styringsgruppe", "Daglig leder"),
        (("--of", "Montering", "--layer", "line"), "Pål Strand", "Terje Bakken"),
        (("--of", "Forbedringsgruppe Montering"), "Pål Strand", "Styringsgruppe"),
        (("--of", "ragnhild"), "Produksjon", "Terje Bakken"),
    ],
)
def test_a_layer_or_a_branch_of_the_chart(
    run: Run, sample: Path, tmp_path: Path, asked: tuple[str, ...], told: str, silent: str
) -> None:
    out = tmp_path / "chart.pdf"
    paper = ("--paper", "A3", *ON_THE_DAY)
    assert run("handout", "org-chart", sample, "-o", out, *asked, *paper).code == 0
    text = " ".join(read(out).split())
    assert told in text
    assert silent not in text


def test_a_branch_that_is_not_there_or_fits_several(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    english = ("--language", "en", "--today", "2026-10-06")
    unknown = run("handout", "org-chart", sample, "-o", out, "--of", "Kantina", *english)
    assert unknown == (1, "", "“Kantina” is not on the chart.\n")
    several = run("handout", "org-chart", sample, "-o", out, "--of", "in", *english)
    assert "Write more of the name" in several.err
    assert not out.exists()
