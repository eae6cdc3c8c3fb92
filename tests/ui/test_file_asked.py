"""The system asks the running program to open a file, as macOS does."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from lean_desktop.ui.file_asked import FileAsked


def test_a_file_the_system_asks_for_is_told(qapp: QApplication, qtbot: Any) -> None:
    asked = FileAsked(qapp)
    with qtbot.waitSignal(asked.opened) as opened:
        qapp.sendEvent(qapp, QFileOpenEvent("/tmp/plant.leandesk"))
    assert opened.args == [Path("/tmp/plant.leandesk")]
    qapp.removeEventFilter(asked)
    asked.deleteLater()
