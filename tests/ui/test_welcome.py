"""The welcome page: ways to begin, recent workspaces, and dropped files."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.recent import RecentFiles
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.welcome import WelcomePage

NOW = datetime(2026, 10, 6, 9, 0)
Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def files(settings: Settings, tmp_path: Path) -> list[Path]:
    """Three that were opened lately; the oldest is gone."""
    recent = RecentFiles(settings)
    paths = [tmp_path / f"{name}.leandesk" for name in ("today", "earlier", "gone")]
    times = (datetime(2026, 10, 6, 8, 42), datetime(2026, 10, 2), datetime(2025, 3, 1))
    for path, opened in zip(paths, times, strict=True):
        recent.add(path, opened)
        path.touch()
    paths[-1].unlink()
    return paths


@pytest.fixture
def page(
    qtbot: QtBot, t: Language, theme: Theme, settings: Settings, files: list[Path]
) -> WelcomePage:
    page = WelcomePage(t, theme, settings, NOW)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    qtbot.waitUntil(lambda: "not there now" in told(page)[-1])
    return page


def told(page: WelcomePage) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [page.recent.item(row).data(role) for row in range(page.recent.count())]


def test_each_way_asks_for_what_it_says(qtbot: QtBot, page: WelcomePage) -> None:
    asked = (page.new_asked, page.open_asked, page.sample_asked, page.import_asked)
    for way, signal in zip(page.ways, asked, strict=True):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(way, LEFT)
        way.setFocus()
        with qtbot.waitSignal(signal):
            QTest.keyClick(way, Key.Key_Space)


def test_recent_ones_say_when_and_where(page: WelcomePage, files: list[Path]) -> None:
    folder = files[0].parent.name
    assert told(page) == [
        f"today, {folder}, today 08:42",
        f"earlier, {folder}, Fri 2 Oct",
        f"gone, {folder}, not there now",
    ]


def test_enter_and_click_open_a_recent_one(
    qtbot: QtBot, page: WelcomePage, files: list[Path]
) -> None:
    page.recent.setFocus()
    QTest.keyClick(page.recent, Key.Key_Down)
    with qtbot.waitSignal(page.recent_asked) as asked:
        QTest.keyClick(page.recent, Key.Key_Return)
    assert asked.args == [files[1]]
    place = page.recent.visualItemRect(page.recent.item(0)).center()
    with qtbot.waitSignal(page.recent_asked) as asked:
        QTest.mouseClick(page.recent.viewport(), LEFT, pos=place)
    assert asked.args == [files[0]]


def test_one_that_is_gone_does_not_open(qtbot: QtBot, page: WelcomePage) -> None:
    page.recent.setFocus()
    QTest.keyClick(page.recent, Key.Key_End)
    with qtbot.assertNotEmitted(page.recent_asked):
        QTest.keyClick(page.recent, Key.Key_Return)


def test_del_takes_one_off_the_list_but_leaves_the_file(
    page: WelcomePage, files: list[Path], settings: Settings
) -> None:
    page.recent.setFocus()
    QTest.keyClick(page.recent, Key.Key_Delete)
    assert [each.path for each in RecentFiles(settings).all()] == files[1:]
    assert files[0].exists()
    assert page.recent.count() == 2


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_the_menu_pins_one(qtbot: QtBot, page: WelcomePage, files: list[Path]) -> None:
    page.recent.setFocus()
    QTest.keyClick(page.recent, Key.Key_Down)
    by_key = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), page.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(page.recent, by_key)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for _ in range(3):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert told(page)[0].startswith("earlier, ")
    assert "pinned" in told(page)[0]


def test_clearing_shows_what_will_stand_there(page: WelcomePage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.clear_button, LEFT)
    assert page.recent.count() == 0
    assert page.no_recent.isVisible()
    assert not page.clear_button.isVisible()


def test_a_file_dropped_anywhere_is_told(
    qtbot: QtBot, page: WelcomePage, files: list[Path]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files[0]))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none)
    QApplication.sendEvent(page.viewport(), enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.dropped) as dropped:
        QApplication.sendEvent(page.viewport(), QDropEvent(QPointF(5, 5), copy, data, LEFT, none))
    assert dropped.args == [files[0]]


def test_text_that_is_dragged_is_no_file(page: WelcomePage) -> None:
    data = QMimeData()
    data.setText("Kari")
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none)
    QApplication.sendEvent(page.viewport(), enter)
    assert not enter.isAccepted()


def test_tab_reaches_everything(page: WelcomePage) -> None:
    page.ways[0].setFocus()
    reached = []
    for _ in range(6):
        reached.append(page.window().focusWidget())
        QTest.keyClick(page.window().focusWidget(), Key.Key_Tab)
    assert reached == [*page.ways, page.clear_button, page.recent]
