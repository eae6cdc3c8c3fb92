"""Drafts: another organisation beside the live one, compared, applied or thrown away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.domain.reorganisation import What
from lean_desktop.edits import organisation as organisation_edits
from lean_desktop.edits import reorganisation as edits
from lean_desktop.queries import organisation as organisation_queries
from lean_desktop.queries import reorganisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.organisation.draft_dialogs import HolderDialog, NewDraftDialog
from lean_desktop.ui.organisation.draft_panel import DraftPanel
from lean_desktop.ui.organisation.editor import OrganisationEditor
from tests.plants import STEP, Plant
from tests.ui.hands import LEFT, click, press, write
from tests.ui.organisation.steps import (
    CTRL,
    back_to,
    button,
    child,
    no_step,
    one_step,
    panel,
    rows_of,
    to_front,
    use_menu,
    write_name,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


@pytest.fixture
def draft(filled: LiveDocument, plant: Plant) -> int:
    """A draft in which Ola belongs to the works, and Åse leads the steering group."""
    key = filled.edit(STEP, edits.begin, "Neste år", filled.today)
    wanted = [(What.UNIT, plant.ola, plant.works), (What.GROUP_LEADER, plant.steering, plant.boss)]
    filled.edit(STEP, edits.propose_all, key, wanted, today=filled.today)
    return key


@pytest.fixture
def page(qtbot: QtBot, editor: OrganisationEditor) -> ChartPage:
    click(button(editor.toolbar, "Chart"))
    found = child(editor, ChartPage)
    qtbot.waitUntil(lambda: bool(found.view.picture.boxes) and found.view.current > 0)
    found.view.setFocus()
    return found


def shown(page: ChartPage, draft: int) -> ChartView:
    """The draft, chosen as one does it by keys."""
    page.bar.drafts.setFocus()
    at = page.bar.drafts.findData(draft)
    for _ in range(page.bar.drafts.count()):
        if page.bar.drafts.currentIndex() != at:
            press(Key.Key_Down)
    page.view.setFocus()
    return page.view


def middle(view: ChartView, kind: BoxKind, key: int) -> QPoint:
    place = view.picture.place(box_key(kind, key))
    assert place is not None
    return view.rect_on_screen(place).center().toPoint()


def drag(view: ChartView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, 30))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)


def changes(qtbot: QtBot, editor: OrganisationEditor) -> list[str]:
    told = panel(qtbot, editor, DraftPanel)
    return [told._told(row) for row in rows_of(told.changes)]


def test_a_draft_is_begun_and_shown(
    window: MainWindow, editor: OrganisationEditor, page: ChartPage, filled: LiveDocument
) -> None:
    with one_step(filled, "Begin a draft: Neste år"):
        use_menu(window, "tools", "New draft …")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewDraftDialog)
        write("Neste år")
        press(Key.Key_Return)
        back_to(editor)
        assert page.bar.drafts.currentText() == "Draft: Neste år"
        assert child(editor, DraftPanel).row.name == "Neste år"
        page.view.setFocus()
    assert page.bar.drafts.currentText() == "Live organisation"


def test_a_draft_needs_a_name(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    with no_step(filled):
        use_menu(window, "tools", "New draft …")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewDraftDialog)
        press(Key.Key_Return)
        assert dialog.name.sentence.text().startswith("This cannot be empty.")
        press(Key.Key_Escape)
        back_to(editor)


def test_the_chart_is_that_of_the_draft(page: ChartPage, draft: int, plant: Plant) -> None:
    ola = box_key(BoxKind.PERSON, plant.ola)
    before = page.view.picture.above(ola)
    view = shown(page, draft)
    assert view.picture.above(ola) == box_key(BoxKind.PERSON, plant.boss)
    assert before == box_key(BoxKind.UNIT, plant.foundry)
    assert view.picture.boxes[box_key(BoxKind.GROUP, plant.steering)].name == "Åse Ødegård"
    assert "changed in the draft" in view.picture.told(ola, page.t)


def test_a_box_is_moved_in_the_draft_and_nowhere_else(
    page: ChartPage, draft: int, filled: LiveDocument, plant: Plant
) -> None:
    lager = filled.edit(STEP, organisation_edits.add_unit, "Lager")
    view = shown(page, draft)
    live = filled.read(organisation_queries.units)
    with one_step(filled, "Draft: move “Støperi” below “Lager”"):
        start = middle(view, BoxKind.UNIT, plant.foundry)
        drag(view, start, middle(view, BoxKind.UNIT, lager))
        foundry = box_key(BoxKind.UNIT, plant.foundry)
        assert view.picture.above(foundry) == box_key(BoxKind.UNIT, lager)
        assert filled.read(organisation_queries.units) == live


def test_a_person_dropped_on_a_group_is_proposed_as_its_leader(
    page: ChartPage, draft: int, filled: LiveDocument, plant: Plant
) -> None:
    view = shown(page, draft)
    with one_step(filled, "Draft: let Ola Aas lead “Montering”"):
        start = middle(view, BoxKind.PERSON, plant.ola)
        drag(view, start, middle(view, BoxKind.GROUP, plant.group))
        assert view.picture.boxes[box_key(BoxKind.GROUP, plant.group)].name == "Ola Aas"


def test_nothing_but_moves_is_made_in_a_draft(
    page: ChartPage, draft: int, filled: LiveDocument, plant: Plant
) -> None:
    view = shown(page, draft)
    view.choose(box_key(BoxKind.PERSON, plant.ola))
    with no_step(filled):
        for key in (Key.Key_Delete, Key.Key_Insert):
            press(key)
            assert page._sentence.text().startswith("A draft only moves boxes.")
            press(Key.Key_Up)
            assert page._sentence.text() == ""


def test_the_draft_is_compared_beside_the_chart(
    qtbot: QtBot, editor: OrganisationEditor, page: ChartPage, draft: int
) -> None:
    shown(page, draft)
    assert changes(qtbot, editor) == [
        "Ola Aas moves from Støperi to Produksjon.",
        "Åse Ødegård leads Styringsgruppe, until now without a leader.",
    ]


def test_what_has_come_true_already_is_told(
    qtbot: QtBot,
    editor: OrganisationEditor,
    page: ChartPage,
    draft: int,
    filled: LiveDocument,
    plant: Plant,
) -> None:
    shown(page, draft)
    filled.edit(STEP, organisation_edits.change_people, [plant.ola], unit_id=plant.works)
    assert changes(qtbot, editor)[0] == "Ola Aas is already in Produksjon. Already so."


def test_one_change_is_left_as_it_is(
    qtbot: QtBot, editor: OrganisationEditor, page: ChartPage, draft: int, filled: LiveDocument
) -> None:
    shown(page, draft)
    told = panel(qtbot, editor, DraftPanel)
    with one_step(filled, "Draft: leave “Ola Aas” as it is"):
        told.changes.setFocus()
        told.changes.selectRow(0)
        press(Key.Key_Delete)
        assert len(rows_of(told.changes)) == 1


def test_a_change_leads_to_its_box(
    qtbot: QtBot, editor: OrganisationEditor, page: ChartPage, draft: int, plant: Plant
) -> None:
    view = shown(page, draft)
    told = panel(qtbot, editor, DraftPanel)
    told.changes.setFocus()
    told.changes.selectRow(0)
    press(Key.Key_Return)
    assert view.current == box_key(BoxKind.PERSON, plant.ola)


def test_the_draft_is_applied_in_one_step(
    qtbot: QtBot,
    editor: OrganisationEditor,
    page: ChartPage,
    draft: int,
    filled: LiveDocument,
    plant: Plant,
) -> None:
    shown(page, draft)
    told = panel(qtbot, editor, DraftPanel)
    with one_step(filled, "Apply the draft “Neste år”"):
        told.apply.setFocus()
        press(Key.Key_Space)
        (ola,) = filled.read(organisation_queries.people, [plant.ola], today=filled.today)
        assert ola.unit == "Produksjon"
        assert filled.read(queries.reorganisations) == []
        assert page.bar.drafts.currentText() == "Live organisation"
        page.view.setFocus()


def test_the_draft_is_thrown_away(
    qtbot: QtBot, editor: OrganisationEditor, page: ChartPage, draft: int, filled: LiveDocument
) -> None:
    shown(page, draft)
    told = panel(qtbot, editor, DraftPanel)
    with one_step(filled, "Throw away the draft “Neste år”"):
        told.discard.setFocus()
        press(Key.Key_Space)
        assert filled.read(queries.reorganisations) == []
        page.view.setFocus()


def test_another_holder_of_a_role_is_proposed(
    qtbot: QtBot, editor: OrganisationEditor, page: ChartPage, draft: int, filled: LiveDocument
) -> None:
    shown(page, draft)
    told = panel(qtbot, editor, DraftPanel)
    with one_step(filled, "Draft: another holder of “Koordinator”"):
        told.holder.setFocus()
        press(Key.Key_Space)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HolderDialog)
        to_front(dialog)
        write_name("Koordinator")
        dialog.who.editor.setFocus()
        write_name("Ola Aas")
        click(button(dialog, "Propose"))
        back_to(editor)
        assert "Ola Aas has the role Koordinator, until now vacant." in changes(qtbot, editor)
        page.view.setFocus()


def test_a_move_below_itself_is_refused_with_a_sentence(
    page: ChartPage, draft: int, filled: LiveDocument, plant: Plant
) -> None:
    view = shown(page, draft)
    with no_step(filled):
        start = middle(view, BoxKind.UNIT, plant.works)
        drag(view, start, middle(view, BoxKind.UNIT, plant.foundry))
        assert page._sentence.text().startswith("That would put it below itself.")


def test_keys_move_in_the_draft(
    page: ChartPage, draft: int, filled: LiveDocument, plant: Plant
) -> None:
    view = shown(page, draft)
    view.choose(box_key(BoxKind.UNIT, plant.foundry))
    with no_step(filled):
        press(Key.Key_Down, CTRL)
        assert page._sentence.text()
