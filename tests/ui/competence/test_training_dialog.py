"""A row of the training plan: made from nothing, or changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lean_desktop.i18n import Language
from lean_desktop.queries.training import training_plan
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.training_dialog import TrainingDialog
from lean_desktop.ui.competence.training_page import TrainingPage
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import choose, click, press, write

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


@pytest.fixture
def page(editor: CompetenceEditor) -> TrainingPage:
    editor.show_view("training")
    QApplication.processEvents()
    return editor.views.training


def asked(page: TrainingPage) -> TrainingDialog:
    QApplication.processEvents()
    (found,) = (each for each in page.findChildren(TrainingDialog) if each.isVisible())
    return found


def test_a_new_row_says_who_learns_what(
    page: TrainingPage, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    click(page.new)
    dialog = asked(page)
    dialog.who.line.setFocus()
    write("Kari Solberg")
    press(Qt.Key.Key_Tab)
    choose("Coach")
    dialog.keep()
    (made,) = filled.read(training_plan)
    assert (made.person, made.skill, made.level) == ("Kari Solberg", "Coaching", 3)
    assert made.by_when is not None
    label = filled.document.undo_label
    assert label is not None
    assert t(label) == "Plan training of Kari Solberg in Coaching"
    assert page.tree.topLevelItemCount() == 1
    filled.undo()
    assert dump(filled.document) == before


def test_without_anybody_it_is_refused(page: TrainingPage, filled: LiveDocument) -> None:
    click(page.new)
    dialog = asked(page)
    dialog.keep()
    assert dialog.isVisible()
    assert dialog.refusal.text() == "Say who is to learn what."
    assert filled.read(training_plan) == []
