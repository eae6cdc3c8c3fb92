"""The palette, by keyboard and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.command_palette import CommandPalette
from lean_desktop.ui.editor import Command, Find
from lean_desktop.ui.theme import Theme

Key = Qt.Key


def command(
    name: str, text: str, menu: str = "file", keys: str = "", *, on: bool = True
) -> Command:
    return Command(name, text, lambda: None, menu, keys, allowed=lambda: on)


COMMANDS = [
    command("open", "Open …", keys="Open"),
    command("undo", "Undo", "edit", "Undo", on=False),
    command("print", "Print …", keys="Print"),
]
FINDS = [
    Find("person", 1, "Kari Østby", "Støperi"),
    Find("group", 2, "Montering", "Improvement group"),
    Find("meeting", 3, "Montering møte 14", "Tue 6 Oct"),
]


@pytest.fixture
def palette(qtbot: QtBot, t: Language, theme: Theme) -> Iterator[CommandPalette]:
    window = QWidget()
    window.resize(1024, 640)
    qtbot.addWidget(window)
    window.show()
    palette = CommandPalette(t, theme, COMMANDS, lambda: FINDS, window)
    palette.open()
    qtbot.waitExposed(palette)
    palette.field.setFocus()
    yield palette
    window.close()


def names(palette: CommandPalette) -> list[str]:
    rows = palette.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_begins_with_all_commands_and_no_names(palette: CommandPalette) -> None:
    assert names(palette) == ["Commands", "Open", "Undo", "Print"]
    assert palette.list.currentIndex().data() == "Open"


def test_typing_finds_names_without_accents(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "ostby")
    assert names(palette) == ["People", "Kari Østby"]


def test_enter_chooses_what_was_found_and_closes(qtbot: QtBot, palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "mont 14")
    with qtbot.waitSignal(palette.chosen_find) as chosen:
        QTest.keyClick(palette.field, Key.Key_Return)
    assert chosen.args == [FINDS[2]]
    assert not palette.isVisible()


def test_down_walks_over_headings_and_round(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "mo")
    walked = []
    for _ in range(3):
        walked.append(palette.list.currentIndex().data())
        QTest.keyClick(palette.field, Key.Key_Down)
    assert walked == ["Montering", "Montering møte 14", "Montering"]
    QTest.keyClick(palette.field, Key.Key_Up)
    assert palette.list.currentIndex().data() == "Montering"


def test_page_keys_stop_at_the_ends(palette: CommandPalette) -> None:
    QTest.keyClick(palette.field, Key.Key_PageDown)
    assert palette.list.currentIndex().data() == "Print"
    QTest.keyClick(palette.field, Key.Key_PageUp)
    assert palette.list.currentIndex().data() == "Open"


def test_a_command_that_is_off_does_nothing(qtbot: QtBot, palette: CommandPalette) -> None:
    QTest.keyClick(palette.field, Key.Key_Down)
    assert palette.list.currentIndex().data() == "Undo"
    with qtbot.assertNotEmitted(palette.chosen_command):
        QTest.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()


def test_a_click_chooses(qtbot: QtBot, palette: CommandPalette) -> None:
    place = palette.list.visualRect(palette.rows.index(3, 0)).center()
    with qtbot.waitSignal(palette.chosen_command) as chosen:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [COMMANDS[2]]


def test_escape_closes_and_chooses_nothing(qtbot: QtBot, palette: CommandPalette) -> None:
    with qtbot.assertNotEmitted(palette.chosen_command):
        QTest.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()


def test_says_when_nothing_is_found(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "xyz")
    assert palette.nothing.isVisible()
    assert "xyz" in palette.nothing.text()
    QTest.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()


def test_the_row_is_read_aloud_from_the_field(palette: CommandPalette) -> None:
    assert palette.field.accessibleDescription().startswith("Open, File, ")
    QTest.keyClick(palette.field, Key.Key_Down)
    assert palette.field.accessibleDescription().endswith("not possible now")


def test_another_judge_of_what_is_allowed(
    qtbot: QtBot, t: Language, theme: Theme, palette: CommandPalette
) -> None:
    other = CommandPalette(
        t, theme, COMMANDS, list, palette.parentWidget(), allowed=lambda command: False
    )
    with qtbot.assertNotEmitted(other.chosen_command):
        QTest.keyClick(other.field, Key.Key_Return)


def test_two_thousand_names_are_no_burden(
    qtbot: QtBot, t: Language, theme: Theme, palette: CommandPalette
) -> None:
    many = [Find("person", n, f"Navn{n} Østby", "Støperi") for n in range(2000)]
    big = CommandPalette(t, theme, COMMANDS, lambda: many, palette.parentWidget())
    QTest.keyClicks(big.field, "ostby stop")
    assert big.rows.rowCount() == 9
