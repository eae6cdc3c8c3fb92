"""Workspace properties are edits like any other."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.workspace_dialog import WorkspaceDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, t: Language, theme: Theme, live: LiveDocument) -> WorkspaceDialog:
    dialog = WorkspaceDialog(t, theme, live)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(qtbot: QtBot, dialog: WorkspaceDialog, path: Path) -> None:
    QTest.mouseClick(dialog.choose_button, LEFT)
    dialog.findChildren(QFileDialog)[-1].fileSelected.emit(str(path))


def test_a_name_is_committed_when_left_and_can_be_undone(
    dialog: WorkspaceDialog, live: LiveDocument
) -> None:
    dialog.name.line.selectAll()
    QTest.keyClicks(dialog.name.line, "Støperiet")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Tab)
    assert live.read(workspace).name == "Støperiet"
    live.undo()
    assert dialog.name.line.text() == "Verkstedindustri AS"


def test_a_company_keeps_the_name(dialog: WorkspaceDialog, live: LiveDocument) -> None:
    QTest.keyClicks(dialog.company.line, "Verksted AS")
    QTest.keyClick(dialog.company.line, Qt.Key.Key_Return)
    found = live.read(workspace)
    assert (found.name, found.company) == ("Verkstedindustri AS", "Verksted AS")


def test_an_empty_name_is_refused_beside_the_field(
    dialog: WorkspaceDialog, live: LiveDocument
) -> None:
    dialog.name.line.clear()
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    assert dialog.name.sentence.isVisible()
    assert live.read(workspace).name == "Verkstedindustri AS"


def test_a_logo_is_chosen_shown_and_removed(
    qtbot: QtBot, dialog: WorkspaceDialog, live: LiveDocument, tmp_path: Path
) -> None:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5A9E"))
    image.save(str(tmp_path / "logo.png"))
    choose(qtbot, dialog, tmp_path / "logo.png")
    assert (live.read(workspace).logo or b"").startswith(b"\x89PNG")
    assert not dialog.logo.pixmap().isNull()
    QTest.mouseClick(dialog.remove_button, LEFT)
    assert live.read(workspace).logo is None
    assert not dialog.remove_button.isEnabled()


def test_a_file_that_is_no_picture_is_refused(
    qtbot: QtBot, dialog: WorkspaceDialog, live: LiveDocument, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_text("no picture")
    choose(qtbot, dialog, tmp_path / "logo.png")
    assert "PNG or JPEG" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    assert live.read(workspace).logo is None
