"""Choosing a backup to put back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lean_desktop.document.backup import Backup, Backups, Reason
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.restore_dialog import Current, RestoreDialog
from lean_desktop.ui.theme import Theme

NOW = datetime(2026, 10, 6, 9, 0)
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """A clock that tells what it is told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "backups", clock)


@pytest.fixture
def made(live: LiveDocument, backups: Backups, clock: Clock) -> list[Backup]:
    """The newest first: today with three people, yesterday with two, and one damaged before."""
    found = []
    for days in (2, 1, 0):
        clock.now = NOW - timedelta(days=days, minutes=10)
        live.edit(M_("Add"), edits.add_person, first_name=f"Kari {days}")
        found.append(backups.make(live.document, Reason.CLOSE))
    clock.now = NOW
    damaged = bytearray(found[0].path.read_bytes())
    damaged[5000] ^= 1
    found[0].path.write_bytes(damaged)
    return found[::-1]


@pytest.fixture
def dialog(
    qtbot: QtBot,
    t: Language,
    theme: Theme,
    live: LiveDocument,
    backups: Backups,
    made: list[Backup],
) -> RestoreDialog:
    current = Current(made[0].uuid, live.document.path)
    dialog = RestoreDialog(t, theme, backups, NOW, current)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: column(dialog, 4)[-1:] == ["damaged"])
    return dialog


def column(dialog: RestoreDialog, number: int) -> list[str]:
    return [item.text(number) for item in dialog._items()]


def test_shows_when_why_and_whether_it_is_sound(dialog: RestoreDialog) -> None:
    assert column(dialog, 0) == ["today 08:50", "Mon 5 Oct 08:50", "Sun 4 Oct 08:50"]
    assert column(dialog, 1) == ["When closed"] * 3
    assert column(dialog, 4) == ["sound", "sound", "damaged"]


def test_says_what_the_chosen_one_holds(dialog: RestoreDialog, live: LiveDocument) -> None:
    assert dialog.preview.numbers["person"].text() == "3"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.preview.numbers["person"].text() == "2"
    assert live.document.path.name in dialog.preview.effect.text()


def test_restore_asks_for_the_chosen_one_in_its_place(
    qtbot: QtBot, dialog: RestoreDialog, made: list[Backup], live: LiveDocument
) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        QTest.mouseClick(dialog.restore_button, LEFT)
    assert asked.args == [made[1], live.document.path]
    assert not dialog.isVisible()


def test_a_damaged_one_cannot_be_restored(dialog: RestoreDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert not dialog.restore_button.isEnabled()
    assert not dialog.elsewhere_button.isEnabled()


def test_restore_elsewhere_asks_where(
    qtbot: QtBot, dialog: RestoreDialog, made: list[Backup], tmp_path: Path
) -> None:
    QTest.mouseClick(dialog.elsewhere_button, LEFT)
    (asking,) = dialog.findChildren(QFileDialog)
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        asking.fileSelected.emit(str(tmp_path / "other.leandesk"))
    assert asked.args == [made[0], tmp_path / "other.leandesk"]


def test_without_an_open_workspace_all_are_shown_in_the_place_they_came_from(
    qtbot: QtBot, t: Language, theme: Theme, backups: Backups, made: list[Backup]
) -> None:
    dialog = RestoreDialog(t, theme, backups, NOW)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(column(dialog, 0)) == 3)
    assert column(dialog, 2) == ["Verkstedindustri AS"] * 3
    with qtbot.waitSignal(dialog.restore_asked) as asked:
        QTest.mouseClick(dialog.restore_button, LEFT)
    assert asked.args[1] == Path(made[0].source)


def test_backups_of_others_are_one_click_away(
    qtbot: QtBot, t: Language, theme: Theme, backups: Backups, made: list[Backup]
) -> None:
    dialog = RestoreDialog(t, theme, backups, NOW, Current("another", Path("b.leandesk")))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "yet" in dialog.told.fact.text())
    assert not dialog.restore_button.isEnabled()
    dialog.which.setFocus()
    QTest.keyClick(dialog.which, Qt.Key.Key_Right)
    assert len(column(dialog, 0)) == 3


def test_escape_asks_for_nothing(qtbot: QtBot, dialog: RestoreDialog) -> None:
    with qtbot.assertNotEmitted(dialog.restore_asked):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
