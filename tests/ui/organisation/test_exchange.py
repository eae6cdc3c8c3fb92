"""The organisation out to files and back from the window, and the chart as a picture."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.domain.chart.facts import BOTH
from lean_desktop.edits import organisation as edits
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.chart_image import chart_png
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.exchange import (
    export_organisation,
    import_organisation,
    save_picture,
)
from lean_desktop.ui.organisation.import_dialog import ImportDialog
from lean_desktop.ui.organisation.plan_dialog import PlanDialog
from tests.plants import STEP, Plant
from tests.ui.hands import click, press
from tests.ui.organisation.steps import back_to, button, child, no_step, one_step, to_front

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, editor: OrganisationEditor) -> ChartPage:
    click(button(editor.toolbar, "Chart"))
    found = child(editor, ChartPage)
    qtbot.waitUntil(lambda: found.view.current > 0)
    return found


def opened(editor: OrganisationEditor, path: Path) -> PlanDialog:
    dialog = import_organisation(editor.around, editor, path)
    assert isinstance(dialog, PlanDialog)
    to_front(dialog)
    return dialog


@pytest.mark.parametrize("name", ["o.xlsx", "o"])
def test_what_was_exported_can_be_taken_in_again(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant, tmp_path: Path, name: str
) -> None:
    export_organisation(editor.around, editor, tmp_path / name)
    filled.edit(STEP, edits.change_people, [plant.ola], title="Støper")
    with one_step(filled, "Import the organisation"):
        dialog = opened(editor, tmp_path / name)
        assert dialog.told.text().startswith("0 new, 1 changed, ")
        assert dialog.list.item(0).text() == "People: 0 new, 1 changed"
        click(dialog.take)
        back_to(editor)
        (ola,) = filled.read(queries.people, [plant.ola], today=filled.today)
        assert ola.title == ""


def test_a_list_of_people_goes_the_way_lists_of_people_go(
    editor: OrganisationEditor, tmp_path: Path
) -> None:
    path = tmp_path / "ansatte.csv"
    path.write_text("Ansattnr;Fornavn;Etternavn\n7;Liv;Moen\n", "utf-8")
    dialog = import_organisation(editor.around, editor, path)
    assert isinstance(dialog, ImportDialog)
    assert dialog.table.model().rowCount() == 1


def test_nothing_to_change_is_nothing_to_import(
    editor: OrganisationEditor, filled: LiveDocument, tmp_path: Path
) -> None:
    export_organisation(editor.around, editor, tmp_path / "o.xlsx")
    with no_step(filled):
        dialog = opened(editor, tmp_path / "o.xlsx")
        assert not dialog.take.isEnabled()
        press(Key.Key_Escape)
        back_to(editor)


def test_what_is_wrong_is_listed_and_nothing_is_taken_in(
    editor: OrganisationEditor, filled: LiveDocument, tmp_path: Path
) -> None:
    export_organisation(editor.around, editor, tmp_path / "o")
    units = tmp_path / "o" / "Units.csv"
    units.write_text(units.read_text("utf-8-sig").replace("1 · Produksjon", "Smia"), "utf-8-sig")
    with no_step(filled):
        dialog = opened(editor, tmp_path / "o")
        assert "Units, row 3, column C: “Smia” is not there." in dialog.list.item(0).text()
        assert dialog.told.text().startswith("1 place has to be mended")
        assert not dialog.take.isEnabled()
        press(Key.Key_Escape)
        back_to(editor)


def test_the_chart_is_saved_as_a_drawing(
    editor: OrganisationEditor, page: ChartPage, filled: LiveDocument, tmp_path: Path, plant: Plant
) -> None:
    filled.edit(STEP, edits.change_units, [plant.works], name='<b>&"Verk')
    QApplication.processEvents()
    save_picture(editor.around, BOTH, bytes, editor, tmp_path / "c.svg")
    told = ElementTree.parse(tmp_path / "c.svg").getroot().itertext()
    texts = {text.strip() for text in told}
    assert {'<b>&"Verk', "Støperi", "Styringsgruppe", "Ola Aas"} <= texts


def test_the_chart_is_saved_as_a_picture(
    editor: OrganisationEditor, page: ChartPage, tmp_path: Path
) -> None:
    view = page.view
    png = chart_png(view.picture, view.theme, view.t)
    save_picture(editor.around, BOTH, lambda: png, editor, tmp_path / "c.png")
    image = QImage(str(tmp_path / "c.png"))
    assert image.width() > 2 * view.picture.size.width()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, 300, 7)}
    assert len(colors) > 5
