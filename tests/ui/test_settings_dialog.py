"""Settings take effect at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings, backup_folder
from lean_desktop.ui.settings_dialog import SettingsDialog
from lean_desktop.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, t: Language, theme: Theme, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(t, theme, settings)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_language_chosen_by_key_is_kept_and_told(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings
) -> None:
    with qtbot.waitSignal(dialog.language_chosen) as chosen:
        QTest.keyClick(dialog.language.combo, Qt.Key.Key_N)
        QTest.keyClick(dialog.language.combo, Qt.Key.Key_Return)
    assert chosen.args == ["nb"]
    assert settings.get("language", "") == "nb"


def test_an_appearance_chosen_by_key_is_kept_and_told(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings
) -> None:
    with qtbot.waitSignal(dialog.theme_chosen) as chosen:
        QTest.keyClick(dialog.look.combo, Qt.Key.Key_D)
        QTest.keyClick(dialog.look.combo, Qt.Key.Key_Return)
    assert chosen.args == ["dark"]
    assert settings.get("theme", "") == "dark"


def test_shows_what_was_chosen_before(
    qtbot: QtBot, t: Language, theme: Theme, settings: Settings
) -> None:
    settings.set("language", "en")
    dialog = SettingsDialog(t, theme, settings)
    qtbot.addWidget(dialog)
    assert dialog.language.combo.currentText() == "English"
    assert dialog.look.combo.currentText() == "As the system"


def test_a_folder_for_backups(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings, tmp_path: Path
) -> None:
    usual = backup_folder(settings)
    QTest.mouseClick(dialog.choose_button, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(QFileDialog)
    with qtbot.waitSignal(dialog.backup_folder_chosen) as chosen:
        asking.fileSelected.emit(str(tmp_path))
    assert chosen.args == [tmp_path]
    assert backup_folder(settings) == tmp_path
    assert dialog.folder.text() == str(tmp_path)
    QTest.mouseClick(dialog.usual_button, Qt.MouseButton.LeftButton)
    assert backup_folder(settings) == usual
    assert not dialog.usual_button.isEnabled()


def test_escape_closes(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
