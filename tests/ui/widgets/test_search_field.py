"""Looking for something, and starting afresh."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.search_field import SearchField


def test_typing_searches_and_esc_starts_afresh(qtbot: QtBot, t: Language, theme: Theme) -> None:
    field = SearchField("Find a group", t, theme)
    qtbot.addWidget(field)
    field.show()
    looked: list[str] = []
    field.textChanged.connect(looked.append)
    QTest.keyClicks(field, "mo")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert looked == ["m", "mo", ""]


def test_the_cross_is_there_when_there_is_something_to_empty(
    qtbot: QtBot, t: Language, theme: Theme
) -> None:
    field = SearchField("Find a group", t, theme)
    qtbot.addWidget(field)
    _glass, cross = field.actions()
    assert not cross.isVisible()
    QTest.keyClicks(field, "mo")
    assert cross.isVisible()
    assert cross.toolTip() == "Empty the search"
    assert field.accessibleName() == field.placeholderText() == "Find a group"
