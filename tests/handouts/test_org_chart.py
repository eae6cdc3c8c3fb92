"""The organisation chart on paper: what it says, and that all of it can be read."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.domain.chart.facts import BOTH, IMPROVEMENT, LINE, ChartFacts
from lean_desktop.handouts.org_chart import OrgChart, org_chart_pdf
from lean_desktop.handouts.page import area
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import BOLD, REGULAR, STRONG
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET, logo
from tests.handouts.charts import Page, drawn, meeting
from tests.handouts.organisations import chain, facts, levels, loose, named, small, thousand
from tests.handouts.readers import outline_of, pages_of, text_of

A3 = SHEET._replace(paper="A3")


def printed(
    found: ChartFacts,
    layer: str = BOTH,
    branch: int | None = None,
    sheet: Sheet = SHEET,
    t: Language = EN,
) -> bytes:
    return org_chart_pdf(OrgChart(found, layer, branch), sheet, t)


def assert_readable(pdf: bytes, sheet: Sheet = SHEET) -> list[Page]:
    """No text below 7 points, across another or across an edge; the same holds for boxes."""
    pages = drawn(pdf)
    for page in pages:
        across = page.size[0] > page.size[1]
        left, bottom, wide, high = area(sheet._replace(landscape=across))
        for string in page.strings:
            assert string.size >= 7
            assert left - 1 < string.area.left < string.area.right < left + wide + 1
            assert 15 < string.area.bottom < string.area.top < bottom + high + 1
        for box in page.boxes:
            assert left - 1 < box.left < box.right < left + wide + 1
            assert bottom < box.bottom < box.top < bottom + high + 1
        texts = [string.area for string in page.strings]
        assert not list(meeting(texts))
        assert not list(meeting(page.boxes))
        for one, other in meeting([*page.boxes, *texts]):
            assert one.holds(other) or other.holds(one)
    return pages


def told_in_boxes(pages: list[Page]) -> set[str]:
    """Every text in a box; of some lines that follow one another in it, all that they may tell."""
    found: set[str] = set()
    for page in pages:
        for box in page.boxes:
            inside = [each for each in page.strings if box.holds(each.area)]
            lines = [
                each.text.replace("\x02", "-")
                for each in sorted(inside, key=lambda each: -each.area.bottom)
            ]
            found.update(
                " ".join(" ".join(lines[begin:end]).split()).strip(" *")
                for begin in range(len(lines))
                for end in range(begin + 1, len(lines) + 1)
            )
    return found


def test_a_small_organisation_is_on_one_page_with_what_it_lacks() -> None:
    pdf = printed(small())
    text = text_of(pdf)
    for told in (
        "Organisation chart Line and improvement organisation As of 6 October 2026",
        "5 people · 2 vacant",
        "Line organisation Ledelse Terje Bakken Assistent Frøydis Hansen",
        "Produksjon Ragnhild Moen",
        "Planlegging Vacant Montør Øystein Ødegård",
        "Improvement organisation Styringsgruppe Ragnhild Moen",
        "Montering Pål Strand * Dep.: Øystein Ødegård",
        "Pilotteam Vacant",
        "line improvement vacant * without a valid mandate also answers to",
        "To be followed up by the steering group",
        "Nobody has the role Avdelingsleder. 01/08/2026",
        "Page 1 of 1",
    ):
        assert told in text
    assert "is in no group" not in text
    assert "Which page" not in text
    assert_readable(pdf)


def test_one_layer_alone() -> None:
    line, improvement = (text_of(printed(small(), layer)) for layer in (LINE, IMPROVEMENT))
    assert "Organisation chart Line organisation" in line
    assert "Assistent" in line
    assert "Styringsgruppe" not in line
    assert "Organisation chart Improvement organisation" in improvement
    assert "Styringsgruppe" in improvement
    assert "Assistent" not in improvement


def test_a_branch_alone() -> None:
    pdf = printed(small(), branch=box_key(BoxKind.UNIT, 2))
    text = text_of(pdf)
    assert "Organisation chart Produksjon As of 6 October 2026 2 people" in text
    assert "Pål Strand" in text
    for other in ("Terje Bakken", "Styringsgruppe", "To be followed up"):
        assert other not in text
    assert_readable(pdf)


@pytest.mark.parametrize("t", [EN, NB])
@pytest.mark.parametrize("sheet", [SHEET, A3])
def test_everybody_of_a_thousand_is_on_some_page(sheet: Sheet, t: Language) -> None:
    found = thousand()
    pdf = printed(found, sheet=sheet, t=t)
    pages = assert_readable(pdf, sheet)
    assert len(pdf) < 1_000_000
    assert {each.name for each in found.now.people} <= told_in_boxes(pages)
    fonts = {string.font for page in pages for string in page.strings}
    assert fonts <= {REGULAR, STRONG, BOLD}


def test_a_branch_with_a_page_of_its_own_is_found_from_both_sides() -> None:
    pdf = printed(levels((1, 7, 50), 19), LINE, sheet=A3)
    texts = [text_of(pdf, page) for page in range(pages_of(pdf))]
    references = re.findall(r"(Avdeling \d+) \S+ \S+ (\d+) below, page (\d+)", texts[0])
    assert len(references) == 7
    pages = drawn(pdf)
    for name, below, page in references:
        assert f"Organisation chart {name} from page 1 {name}" in texts[int(page) - 1]
        assert len(pages[int(page) - 1].boxes) == int(below) + 2  # its own, and the legend's
    assert outline_of(pdf)[1] == (0, references[0][0], 1)


def test_a_reference_leads_to_its_page() -> None:
    reader = PdfReader(BytesIO(printed(levels((1, 7, 50), 19), LINE, sheet=A3)))
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    there = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert there == [*range(1, 8)]


def test_the_index_tells_the_page_of_everybody() -> None:
    pdf = printed(levels((1, 7, 50), 19), LINE, sheet=A3)
    texts = [text_of(pdf, page) for page in range(pages_of(pdf))]
    index = " ".join(texts[8:]).split("Which page a person is on")[1]
    told = dict(re.findall(r"(Navn\d+ Nes\d+) (\d+)", index))
    assert len(told) == 7 + 50 + 1 + 50 * 19
    for name, page in told.items():
        assert name in texts[int(page) - 1]


def test_a_small_branch_stays_where_there_is_room() -> None:
    found = levels((1, 3), 90)
    people = [each for each in found.now.people if each.unit_id != 4 or each.id < 190]
    pdf = printed(found._replace(now=found.now._replace(people=people)), LINE)
    first = text_of(pdf, 0)
    assert "Navn189 Nes189" in first
    assert "Navn100 Nes100" not in first
    assert re.findall(r"below, page (\d)", first) == ["2", "3"]
    assert_readable(pdf)


@pytest.mark.parametrize("sheet", [SHEET, A3])
@pytest.mark.parametrize(
    "found",
    [levels((1,), 900), loose(700), chain(120), levels((1, 200), 3), levels((3, 30), 8)],
    ids=["in one unit", "below nobody", "a long line", "side by side", "several tops"],
)
def test_strange_shapes_are_whole_and_readable(found: ChartFacts, sheet: Sheet) -> None:
    pdf = printed(found, LINE, sheet=sheet)
    told = {string.text.strip() for page in assert_readable(pdf, sheet) for string in page.strings}
    assert {each.name for each in found.now.people} <= told


def test_too_many_below_one_box_go_on_on_more_pages() -> None:
    pdf = printed(levels((1,), 900), LINE)
    assert "Avdeling 1 from page 1 part 2 of" in text_of(pdf, 1)
    assert "Navn1 Nes1" in text_of(pdf, 1)


@pytest.mark.parametrize("t", [EN, NB])
@pytest.mark.parametrize(
    "name",
    [
        "<b>&amp;{n} %s</b>",
        "W" * 200,
        "Maximiliane von Hohenzollern " * 6,
        " ",
        "漢字" * 40,
        "a\nb",
    ],
)
def test_hostile_names_are_only_text(name: str, t: Language) -> None:
    found = named(name)
    for layer in (BOTH, LINE, IMPROVEMENT):
        assert_readable(printed(found, layer, t=t))
    assert_readable(printed(found, branch=box_key(BoxKind.UNIT, 2), t=t))


@pytest.mark.parametrize("sheet", [SHEET, A3])
@pytest.mark.parametrize("layer", [BOTH, LINE, IMPROVEMENT])
@pytest.mark.parametrize(
    "name",
    [
        "Sveiser · Instruktør TIG-sveising",
        "Aleksandra Kristine Karlsen-Ødegård",
        "Kvalitetssikringskoordinator",
        "Prosjektleder for kontinuerlig forbedring, opplæring og arbeidsmiljø i produksjonen",
    ],
)
def test_what_does_not_fit_a_line_is_told_in_more(name: str, layer: str, sheet: Sheet) -> None:
    found = small()
    now = found.now._replace(
        people=[
            each._replace(title=name, first_name=name, last_name="") for each in found.now.people
        ],
        units=[each._replace(name=name) for each in found.now.units],
        groups=[each._replace(name=name) for each in found.now.groups],
        memberships=[each._replace(person=name) for each in found.now.memberships],
    )
    pages = assert_readable(printed(found._replace(now=now), layer, sheet=sheet), sheet)
    assert not [each.text for page in pages for each in page.strings if "…" in each.text]
    assert name.replace(" ", "") in {each.replace(" ", "") for each in told_in_boxes(pages)}


def test_one_long_text_does_not_cut_what_is_below_it() -> None:
    found = levels((1, 7, 50), 19)
    people = [each._replace(title="Sveiser og instruktør, TIG") for each in found.now.people]
    pages = assert_readable(printed(found._replace(now=found.now._replace(people=people)), LINE))
    assert {each.name for each in people} <= told_in_boxes(pages)
    assert not [each.text for page in pages for each in page.strings if "…" in each.text]


def test_a_name_with_markup_is_told_as_it_was_written() -> None:
    assert "<b>A&amp;B" in text_of(printed(named("<b>A&amp;B")))


@pytest.mark.parametrize("layer", [BOTH, LINE, IMPROVEMENT])
def test_nobody_yet(layer: str) -> None:
    pdf = printed(facts(), layer)
    assert pages_of(pdf) == 1
    assert "Nobody is in the organisation yet." in text_of(pdf)
    assert_readable(pdf)


def test_the_paper_is_held_the_way_that_takes_fewer_pages() -> None:
    def across(found: ChartFacts) -> bool:
        wide, high = drawn(printed(found, LINE))[0].size
        return wide > high

    assert across(levels((1, 7), 3))
    assert not across(chain(9))


def test_the_same_organisation_is_the_same_file() -> None:
    assert printed(small()) == printed(small())


@pytest.mark.parametrize("found", [small(), levels((1, 7, 50), 19)], ids=["small", "large"])
def test_a_logo_and_a_long_company_leave_room_for_the_chart(found: ChartFacts) -> None:
    sheet = A3._replace(company="Verkstedindustri og Sønner " * 12, logo=logo())
    assert_readable(printed(found, sheet=sheet), sheet)
