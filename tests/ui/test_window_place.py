"""The window comes back where it was, and never where no screen would show it."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from lean_desktop.settings import Settings
from lean_desktop.ui.window_place import place_of, put_in_place


def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def screen() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def remember(qtbot: QtBot, settings: Settings, place: QRect) -> None:
    before = window(qtbot)
    before.setGeometry(place)
    place_of(before, settings)


def test_it_comes_back_where_it_was(qtbot: QtBot, settings: Settings) -> None:
    remember(qtbot, settings, QRect(60, 80, 500, 400))
    after = window(qtbot)
    put_in_place(after, settings)
    assert after.geometry().size() == QRect(60, 80, 500, 400).size()


@pytest.mark.parametrize("corner", [QPoint(-5000, 10), QPoint(10, 9000), QPoint(9000, -9000)])
def test_a_screen_that_is_gone_leaves_it_on_one_that_is_there(
    qtbot: QtBot, settings: Settings, corner: QPoint
) -> None:
    remember(qtbot, settings, QRect(corner.x(), corner.y(), 600, 400))
    after = window(qtbot)
    put_in_place(after, settings)
    seen = screen() & after.geometry()
    assert seen.width() >= 200
    assert seen.height() >= 100


@pytest.mark.parametrize("remembered", ["", "no geometry", "AAAA", 3])
def test_what_is_no_place_is_the_usual_one(
    qtbot: QtBot, settings: Settings, remembered: object
) -> None:
    settings.set("window", remembered)
    after = window(qtbot)
    put_in_place(after, settings)
    assert screen().contains(after.geometry())
