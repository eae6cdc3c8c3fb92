"""Dialogs that tell of errors, and the one about the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lean_desktop import __version__
from lean_desktop.document import trouble
from lean_desktop.i18n import Language
from lean_desktop.ui.about import AboutDialog
from lean_desktop.ui.error_report import ErrorReportDialog
from lean_desktop.ui.known_error import KnownErrorDialog
from lean_desktop.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def test_a_known_error_says_its_three_sentences_and_enter_closes(
    qtbot: QtBot, t: Language, theme: Theme
) -> None:
    error = trouble.held(Path("a.leandesk"), "kari", "pc-12")
    dialog = KnownErrorDialog(t, theme, error)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    for message in (error.happened, error.safe, error.remedy):
        assert t(message) in texts
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_markup_in_a_file_name_stays_text(qtbot: QtBot, t: Language, theme: Theme) -> None:
    dialog = KnownErrorDialog(t, theme, trouble.missing(Path("<b>a</b>.leandesk")))
    qtbot.addWidget(dialog)
    label = next(each for each in dialog.findChildren(QLabel) if "<b>" in each.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_report_is_copied_and_the_folder_opened(
    qtbot: QtBot, t: Language, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = ErrorReportDialog(t, theme, "the report", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == "the report"
    QTest.mouseClick(dialog.folder_button, LEFT)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_about_shows_a_licence_for_each_part(qtbot: QtBot, t: Language, theme: Theme) -> None:
    dialog = AboutDialog(t, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any(__version__ in label.text() for label in dialog.findChildren(QLabel))
    texts = set()
    for _ in range(dialog.parts.count()):
        texts.add(dialog.licence.toPlainText())
        QTest.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert len(texts) == dialog.parts.count() >= 10
    assert all(len(text) > 200 for text in texts)
