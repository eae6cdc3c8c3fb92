"""Where things stand in the tab, and what one step did: its label, and that undo takes it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.widgets.table import Table
from tests.dumps import dump
from tests.ui.hands import LEFT, click, press, write

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=Panel)
FIRST, LAST, NUMBER, TITLE, UNIT, MANAGER, EMAIL, PHONE, PERCENT, FROM, TO, GROUPS = range(12)
"""The columns of people."""

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def list_of(editor: OrganisationEditor) -> Table:
    """The list that is shown."""
    table = editor.panes()[0]
    assert isinstance(table, Table)
    return table


def rows_of(table: Table) -> list[Any]:
    """What is shown in a table, in its order."""
    model = table.model()
    assert isinstance(model, RowModel)
    return list(model.rows())


def show_list(editor: OrganisationEditor, name: str) -> Table:
    """Click People, Units or Groups."""
    click(button(editor.toolbar, name))
    table = list_of(editor)
    table.setFocus()
    return table


def button(inside: QWidget, words: str) -> QPushButton:
    """The button that says this, or is called so."""
    found = [
        each
        for each in inside.findChildren(QPushButton)
        if words in (each.text(), each.accessibleName())
    ]
    assert len(found) == 1, words
    return found[0]


def child(of: QWidget, kind: type[W]) -> W:
    """The one of that kind that is seen."""
    found = [each for each in of.findChildren(kind) if each.isVisible()]
    assert len(found) == 1, kind
    return found[0]


def panel(qtbot: QtBot, editor: OrganisationEditor, kind: type[P]) -> P:
    """The panel that is seen, filled."""
    found = child(editor, kind)
    qtbot.waitUntil(found.built)
    QApplication.processEvents()  # Qt shows what was put in once it is back in its loop
    return found


def open_menu(table: Table, row: int) -> QMenu:
    """The menu of a row, as the right button or the Menu key opens it."""
    at = table.visualRect(table.model().index(row, 0)).center()
    view = table.viewport()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose_item(menu: QMenu, text: str) -> None:
    """Click an item of an open menu."""
    action = next(each for each in menu.actions() if each.text() == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def use_menu(window: MainWindow, name: str, text: str) -> None:
    """Open a menu of the window, and click an item of it."""
    menu = window.menus.menu(name)
    title = window.menuBar().actionGeometry(menu.menuAction())
    QTest.mouseClick(window.menuBar(), LEFT, pos=title.center())
    assert menu.isVisible()
    choose_item(menu, text)
    to_front(QApplication.activeModalWidget() or window)


def last_step(live: LiveDocument) -> str:
    """What Ctrl+Z would take back; empty for nothing."""
    label = live.document.undo_label
    return language("en")(label) if label else ""


def undo() -> None:
    press(Qt.Key.Key_Z, CTRL)


def write_name(text: str) -> None:
    """Write into a field of a dialog; when names are offered, take the one that is written."""
    write(text)
    dialog = QApplication.activeModalWidget()
    assert dialog
    if QApplication.activePopupWidget():
        press(Qt.Key.Key_Return)
        to_front(dialog)


def close_dialog(editor: OrganisationEditor) -> None:
    """Esc, and the window is in front again; without a display nobody puts it there."""
    press(Qt.Key.Key_Escape)
    back_to(editor)


def back_to(editor: OrganisationEditor) -> None:
    to_front(editor.window())


def to_front(window: QWidget) -> None:
    """What a window manager does when a dialog or a list of names has closed."""
    window.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is window


@contextmanager
def one_step(live: LiveDocument, label: str) -> Iterator[None]:
    """What is done inside is one step of that name; Ctrl+Z takes all of it back, and no more."""
    before, steps = dump(live.document), last_step(live)
    yield
    assert last_step(live) == label
    assert dump(live.document) != before
    undo()
    assert dump(live.document) == before
    assert last_step(live) == steps


@contextmanager
def no_step(live: LiveDocument) -> Iterator[None]:
    """What is done inside changes nothing."""
    before, steps = dump(live.document), last_step(live)
    yield
    assert dump(live.document) == before
    assert last_step(live) == steps
