"""Help opens at the right page and finds words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui import help_window
from lean_desktop.ui.help_window import HelpWindow
from lean_desktop.ui.theme import Theme


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "01-begin.md").write_text("# Begin here\n\nMake a workspace.\n", "utf-8")
    (tmp_path / "02-meetings.md").write_text(
        "# Meetings\n\nThe sum turns red. See [Begin](01-begin.md).\n", "utf-8"
    )
    monkeypatch.setattr(help_window, "help_pages", lambda code: sorted(tmp_path.glob("*.md")))


@pytest.fixture
def window(qtbot: QtBot, t: Language, theme: Theme, settings: Settings, pages: None) -> HelpWindow:
    window = HelpWindow(t, theme, settings)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    return window


def titles(window: HelpWindow) -> list[str]:
    return [window.topics.item(row).text() for row in range(window.topics.count())]


def test_begins_at_the_first_page(window: HelpWindow) -> None:
    assert titles(window) == ["Begin here", "Meetings"]
    assert "Make a workspace" in window.page.toPlainText()


def test_opens_at_a_topic_and_at_the_first_for_one_it_lacks(window: HelpWindow) -> None:
    window.open_topic("meetings")
    assert "turns red" in window.page.toPlainText()
    window.open_topic("weather")
    assert "Make a workspace" in window.page.toPlainText()


def test_the_list_is_walked_by_keys(window: HelpWindow) -> None:
    window.topics.setFocus()
    QTest.keyClick(window.topics, Qt.Key.Key_Down)
    assert "turns red" in window.page.toPlainText()


def test_search_keeps_pages_with_every_word_and_marks_the_place(window: HelpWindow) -> None:
    QTest.keyClicks(window.field, "sum RED")
    assert titles(window) == ["Meetings"]
    assert window.page.textCursor().selectedText() == "sum"


def test_says_when_no_page_holds_it(window: HelpWindow) -> None:
    QTest.keyClicks(window.field, "weather")
    assert titles(window) == []
    assert "weather" in window.page.toPlainText()


def test_links_go_from_page_to_page_and_never_out(window: HelpWindow) -> None:
    window.open_topic("meetings")
    window.page.anchorClicked.emit(QUrl("https://example.org/x"))
    assert "turns red" in window.page.toPlainText()
    window.page.anchorClicked.emit(QUrl("01-begin.md"))
    assert "Make a workspace" in window.page.toPlainText()


def test_its_size_is_remembered(
    qtbot: QtBot, window: HelpWindow, t: Language, theme: Theme, settings: Settings
) -> None:
    window.resize(700, 500)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    again = HelpWindow(t, theme, settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


def test_headings_have_the_size_and_weight_of_the_design(window: HelpWindow) -> None:
    heading = window.page.document().begin()
    font = heading.begin().fragment().charFormat().font()
    assert (font.pixelSize(), font.weight()) == (20, 600)
    assert heading.next().blockFormat().lineHeight() == 125
