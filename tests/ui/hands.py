"""What a user's hands do: keys to whatever has the focus, and clicks and drags in tables."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Where keys go: into an open popup, the focused widget, or else the window in front."""
    front = QApplication.activePopupWidget()
    found = front.focusWidget() if front else QApplication.focusWidget()
    found = found or front or QApplication.activeWindow()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()  # what a key closes is gone before the next one


def write(text: str) -> None:
    """Type in place of what stands in the focused field."""
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), text)


def choose(text: str) -> None:
    """Type what begins a choice of the focused drop-down."""
    QTest.keyClicks(focused(), text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def shown(table: QTableView, column: int) -> list[str]:
    """What stands in a column, from top to bottom."""
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_cell(
    table: QTableView, row: int, column: int, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    place = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, modifiers, pos=place)


def type_in_cell(table: QTableView, row: int, column: int, text: str) -> QLineEdit:
    """Open a cell with F2, write, and press Enter."""
    click_cell(table, row, column)
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt closes the cell once its key has been handled
    return line


def drag(table: QTableView, row: int, column: int, place: QPoint) -> None:
    """The events of a drag; without a display Qt starts none itself."""
    data: QMimeData = table.model().mimeData([table.model().index(row, column)])
    drop(table, data, place)


def drop(table: QTableView, data: QMimeData, place: QPoint) -> bool:
    """Whether what is dragged was let in."""
    action, view = Qt.DropAction.MoveAction, table.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(place, action, data, LEFT, NONE))
    move = QDragMoveEvent(place, action, data, LEFT, NONE)
    QApplication.sendEvent(view, move)
    if move.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(place), action, data, LEFT, NONE))
    return move.isAccepted()
