"""The board on the projector: sizes from the picture, walked and moved, paged, always light."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.board_wall import BoardWall
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wall(qtbot: QtBot, editor: ActionsEditor) -> BoardWall:
    made = BoardWall(editor.around, editor.source, editor)
    made.resize(QSize(1920, 1080))
    with qtbot.waitExposed(made):
        made.show()
    return made


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def painted(image: QImage) -> tuple[int, int, int, int]:
    """The first and last column and line where something is painted."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = plain.width(), plain.height()
    lines = [bytes(plain.constScanLine(y))[:width] for y in range(height)]  # type: ignore[call-overload]
    inked = [y for y, line in enumerate(lines) if min(line) < 200]
    across = [min(line[x] for line in lines) < 200 for x in range(width)]
    return across.index(True), width - 1 - across[::-1].index(True), inked[0], inked[-1]


def test_the_board_fills_the_picture(wall: BoardWall, filled: LiveDocument) -> None:
    for number in range(20):
        filled.edit(M_("x"), edits.add_action, f"Kort {number}", created=filled.today)
    wall.first = 0
    left, right, top, bottom = painted(wall.grab().toImage())
    assert (right - left) * (bottom - top) >= 0.95 * 1920 * 1080


def test_keys_walk_and_move_and_undo_takes_it_back(wall: BoardWall, filled: LiveDocument) -> None:
    wall.first = 0
    QTest.keyClick(wall, Key.Key_Down)
    assert wall.current == action(filled, 1).id
    assert "Merke soner" in wall.accessibleDescription()
    QTest.keyClick(wall, Key.Key_Down)
    assert wall.current == action(filled, 2).id
    QTest.keyClick(wall, Key.Key_Right, CTRL)
    assert action(filled, 2).status is ActionStatus.PLANNED
    QTest.keyClick(wall, Key.Key_D)
    assert action(filled, 2).status is ActionStatus.DONE
    QTest.keyClick(wall, Key.Key_Z, CTRL)
    QTest.keyClick(wall, Key.Key_Z, CTRL)
    assert action(filled, 2).status is ActionStatus.NEW


def test_pages_turn_by_key_and_by_themselves(wall: BoardWall, filled: LiveDocument) -> None:
    wall.first = 0
    for number in range(6):
        filled.edit(M_("x"), edits.add_action, f"Kort {number}", created=filled.today)
    assert wall.map.pages == 3
    QTest.keyClick(wall, Key.Key_PageDown)
    assert wall.page == 1
    QTest.keyClick(wall, Key.Key_PageUp)
    QTest.keyClick(wall, Key.Key_PageUp)
    assert wall.page == 2
    QTest.keyClick(wall, Key.Key_T)
    assert wall.turning
    QTest.keyClick(wall, Key.Key_T)
    assert not wall.turning


def test_who_sits_farther_away_gets_larger_type(wall: BoardWall, editor: ActionsEditor) -> None:
    before = wall.map.rows
    for _ in range(9):
        QTest.keyClick(wall, Key.Key_Plus, CTRL)
    assert wall.farther == 2.0
    assert wall.map.rows < before
    assert editor.around.settings.get("board_distance") == 2.0
    QTest.keyClick(wall, Key.Key_Minus, CTRL)
    assert wall.farther == 1.75


def test_a_change_on_the_laptop_shows_at_once(wall: BoardWall, filled: LiveDocument) -> None:
    filled.edit(M_("x"), edits.set_status, [1, 2, 3], ActionStatus.DONE, filled.today)
    assert [len(column) for column in wall.columns] == [0, 0, 0, 0, 3]
    assert not wall.grab().isNull()


def test_the_wall_asks_the_laptop_to_rename(
    window: MainWindow, editor: ActionsEditor, filled: LiveDocument
) -> None:
    window.menus.action("board_wall").trigger()
    wall = editor.findChild(BoardWall)
    assert isinstance(wall, BoardWall)
    wall.first = 0
    QTest.keyClick(wall, Key.Key_Down)
    QTest.keyClick(wall, Key.Key_F2)
    assert editor.board.title.isVisible()
    assert editor.board.title.text() == "Merke soner"
    QTest.keyClick(wall, Key.Key_Escape)
    assert not wall.isVisible()
