"""The toolbar of the tab: no word is cut in any window, and what is hidden is behind the dots."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.main_window import MainWindow


@pytest.mark.parametrize("width", [1440, 1280, 1024])
def test_what_is_shown_has_room_for_its_words(
    window: MainWindow, editor: CompetenceEditor, width: int
) -> None:
    window.resize(width, 800)
    QApplication.processEvents()
    shown = [each for each in editor.bar.findChildren(QPushButton) if each.isVisible()]
    assert shown
    cut = [
        each.text()
        for each in shown
        if each.width() < each.fontMetrics().horizontalAdvance(each.text()) + 8
    ]
    assert cut == []
    menu = editor.bar.more.menu()
    menu.aboutToShow.emit()
    behind = [each.text() for each in menu.actions()]
    assert any("Order" in text for text in behind) is editor.bar.order.isHidden()
