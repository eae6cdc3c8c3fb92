"""What can be printed: the list as it is shown, and everything held about the chosen person."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.edits.goals import set_vision
from lean_desktop.i18n import language
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.print_preview import PrintPreview
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, Plant
from tests.ui.hands import click, click_cell, press, write
from tests.ui.organisation import steps
from tests.ui.organisation.steps import CTRL, FIRST, SHIFT, button, child, no_step, show_list

Key = Qt.Key


def printed(paper: Paper, code: str = "en") -> str:
    """All texts of the PDF, as if it were printed now."""
    make = paper.prepare("A4", language(code))
    assert make
    pages = PdfReader(io.BytesIO(make())).pages
    return "\n".join(page.extract_text() for page in pages)


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_list_is_printed_as_it_is_shown(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    paper = editor.papers()[0]
    assert paper.title() == "People"
    with no_step(filled):
        assert in_order(printed(paper), "Aas", "Ødegård", "Solberg")
        click_cell(people, 0, FIRST)
        press(Key.Key_O, CTRL | SHIFT)
        assert in_order(printed(paper), "Ødegård", "Solberg", "Aas")
        press(Key.Key_F, CTRL)
        write("kari")
        told = printed(paper)
    assert "Solberg" in told
    assert "Aas" not in told


@pytest.mark.parametrize(
    ("which", "parts"),
    [("Units", ("Produksjon", "Støperi")), ("Groups", ("Styringsgruppe", "Montering", "Ødegård"))],
)
def test_units_and_groups_are_printed_too(
    editor: OrganisationEditor, which: str, parts: tuple[str, ...]
) -> None:
    show_list(editor, which)
    paper = editor.papers()[0]
    assert paper.title() == which
    assert in_order(printed(paper), *parts)


def test_the_paper_has_a_language_of_its_own(editor: OrganisationEditor) -> None:
    paper = editor.papers()[0]
    assert "Verkstedindustri AS" in printed(paper, "nb")
    assert printed(paper, "nb") != printed(paper, "en")


def test_what_is_held_about_the_chosen_person(editor: OrganisationEditor, people: Table) -> None:
    click_cell(people, 2, 0)
    paper = editor.papers()[-1]
    assert paper.title() == "Held about Kari Solberg"
    told = printed(paper)
    assert "Kari Solberg" in told
    assert "Montering" in told
    assert "Ola" not in told


def test_without_a_person_there_is_nothing_to_print(editor: OrganisationEditor) -> None:
    show_list(editor, "Units")
    paper = editor.papers()[-1]
    assert paper.title() == "Held about"
    assert paper.prepare("A4", language("en")) is None


def test_the_button_of_the_panel_shows_the_sheet(
    qtbot: QtBot, editor: OrganisationEditor, people: Table
) -> None:
    click_cell(people, 2, 0)
    panel = steps.panel(qtbot, editor, PersonPanel)
    sheet = button(panel, "Everything held about the person …")
    panel.ensureWidgetVisible(sheet)
    click(sheet)
    preview = child(editor, PrintPreview)
    qtbot.waitUntil(lambda: preview.pages is not None)
    steps.to_front(preview)
    with qtbot.waitSignal(preview.destroyed):
        press(Key.Key_Escape)


def named(editor: OrganisationEditor, name: str) -> Paper:
    return next(each for each in editor.papers() if each.name == name)


def test_the_mandate_of_the_chosen_role(editor: OrganisationEditor, plant: Plant) -> None:
    show_list(editor, "Roles").go_to(plant.leading)
    shown = editor.papers()[0]
    assert shown.title() == "Mandate"
    told = printed(shown)
    assert "Prøve ut" in told
    assert "Holde i gang" not in told


def test_every_mandate_where_none_is_chosen(editor: OrganisationEditor) -> None:
    show_list(editor, "Units")
    assert in_order(printed(named(editor, "mandate")), "Holde i gang", "Prøve ut")


def test_the_agreement_of_the_chosen_group(editor: OrganisationEditor, plant: Plant) -> None:
    show_list(editor, "Groups").go_to(plant.group)
    told = printed(named(editor, "agreement"))
    assert "Møte presis" in told
    assert "Kari Solberg" in told


def test_the_place_of_a_person_and_of_a_group(
    editor: OrganisationEditor, people: Table, plant: Plant
) -> None:
    click_cell(people, 2, 0)
    assert "Støperi" in printed(named(editor, "my_place"))
    show_list(editor, "Groups").go_to(plant.group)
    assert "Styringsgruppe" in printed(named(editor, "my_place"))
    show_list(editor, "Units")
    assert named(editor, "my_place").prepare("A4", language("en")) is None


def test_the_vision_is_printed_from_its_page(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    filled.edit(STEP, set_vision, "Alle er med")
    show_list(editor, "Vision")
    assert "Alle er med" in printed(editor.papers()[0])


def test_the_chart_is_printed_in_the_layers_that_are_shown(
    qtbot: QtBot, editor: OrganisationEditor, plant: Plant
) -> None:
    show_chart(qtbot, editor)
    shown = editor.papers()[0]
    assert shown.title() == "Organisation chart"
    told = printed(shown)
    assert "Støperi" in told
    assert "Improvement organisation" in told
    click(button(editor, "Layers: Line"))
    told = printed(shown)
    assert "Støperi" in told
    assert "Improvement organisation" not in told


def test_a_branch_of_the_chart_is_printed(
    qtbot: QtBot, editor: OrganisationEditor, plant: Plant
) -> None:
    page = show_chart(qtbot, editor)
    page.view.choose(box_key(BoxKind.UNIT, plant.foundry))
    told = printed(named(editor, "branch"))
    assert "Ola Aas" in told
    assert "Produksjon" not in told
    show_list(editor, "Units")
    assert named(editor, "branch").prepare("A4", language("en")) is None


def show_chart(qtbot: QtBot, editor: OrganisationEditor) -> ChartPage:
    click(button(editor.toolbar, "Chart"))
    page = child(editor, ChartPage)
    qtbot.waitUntil(lambda: page.view.current > 0)
    return page
