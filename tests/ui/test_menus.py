"""The menu bar: every command in its place, with its keys, greyed when it would do nothing."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.editor import Command
from lean_desktop.ui.menus import Menus, shortcuts

COMMANDS = [
    [Command("undo", "Undo", list, "edit", "Undo", edits=True)],
    [
        Command("open", "Open …", list, "file", "Ctrl+O"),
        Command("never", "Never", list, "file", allowed=lambda: False),
    ],
    [Command("quit", "Quit", list, "file", "Ctrl+Q"), Command("cut", "Cut", list, "edit")],
]


@pytest.fixture
def bar(qtbot: QtBot) -> QMenuBar:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def menus(bar: QMenuBar, t: Language, ran: list[str]) -> Menus:
    menus = Menus(bar, t, lambda command: ran.append(command.name))
    menus.fill(COMMANDS)
    return menus


def shown(bar: QMenuBar) -> dict[str, list[str]]:
    """The texts of each menu; a line between groups is `-`."""
    found: dict[str, list[str]] = {}
    for action in bar.actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[action.text()] = [
            "-" if each.isSeparator() else each.text() for each in menu.actions()
        ]
    return found


def test_commands_stand_in_their_menus_in_groups(bar: QMenuBar, menus: Menus) -> None:
    assert shown(bar) == {"&File": ["Open …", "Never", "-", "Quit"], "&Edit": ["Undo", "-", "Cut"]}


def test_filling_again_leaves_nothing_of_before(bar: QMenuBar, menus: Menus) -> None:
    menus.fill([[Command("about", "About", list, "help")]])
    assert shown(bar) == {"&Help": ["About"]}
    assert [each.name for each in menus.commands()] == ["about"]


def test_a_command_is_run_by_its_action(menus: Menus, ran: list[str]) -> None:
    menus.action("open").trigger()
    assert ran == ["open"]


def test_what_would_do_nothing_is_grey(menus: Menus) -> None:
    assert menus.action("open").isEnabled()
    assert not menus.action("never").isEnabled()


def test_edits_are_off_where_one_may_only_read(menus: Menus) -> None:
    menus.read_only = True
    menus.refresh()
    assert not menus.action("undo").isEnabled()
    assert menus.action("open").isEnabled()


def test_keys_are_named_or_the_platforms_own() -> None:
    assert shortcuts("") == []
    assert shortcuts("Ctrl+Y|Ctrl+Shift+Z") == [
        QKeySequence("Ctrl+Y"),
        QKeySequence("Ctrl+Shift+Z"),
    ]
    assert QKeySequence("Ctrl+Z") in shortcuts("Undo")
