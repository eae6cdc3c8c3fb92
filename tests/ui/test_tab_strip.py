"""Tabs, and the buttons at the right of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.editors import EDITORS
from lean_desktop.ui.tab_strip import TabStrip
from lean_desktop.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(qtbot: QtBot, t: Language, theme: Theme) -> TabStrip:
    strip = TabStrip(EDITORS, t, theme)
    qtbot.addWidget(strip)
    strip.show()
    return strip


def test_a_clicked_tab_is_told(qtbot: QtBot, strip: TabStrip) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(strip.tabs, LEFT, pos=strip.tabs.tabRect(1).center())
    assert chosen.args == [1]


def test_arrows_go_from_tab_to_tab(qtbot: QtBot, strip: TabStrip) -> None:
    strip.tabs.setFocus()
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.keyClick(strip.tabs, Qt.Key.Key_Right)
    assert chosen.args == [1]


@pytest.mark.parametrize("name", ["palette", "undo", "redo", "print"])
def test_a_button_asks_for_its_command(qtbot: QtBot, strip: TabStrip, name: str) -> None:
    strip.show_steps("Add", "Remove")
    button = {
        "palette": strip.search,
        "undo": strip.undo,
        "redo": strip.redo,
        "print": strip.print,
    }[name]
    with qtbot.waitSignal(strip.asked) as asked:
        QTest.mouseClick(button, LEFT)
    assert asked.args == [name]


def test_undo_is_named_and_greyed(strip: TabStrip) -> None:
    strip.show_steps("Add", "")
    assert (strip.undo.toolTip(), strip.undo.isEnabled()) == ("Undo: Add", True)
    assert (strip.redo.accessibleName(), strip.redo.isEnabled()) == ("Redo", False)
