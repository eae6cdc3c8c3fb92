"""Whether a screen reader can say what each thing is, what it is called, and how it stands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

Role = QAccessible.Role
_BUTTONS = (Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.RadioButton, Role.CheckBox)
_ROLES: list[tuple[type[QWidget], tuple[QAccessible.Role, ...]]] = [
    (QCheckBox, (Role.CheckBox,)),
    (QAbstractButton, _BUTTONS),
    (QComboBox, (Role.ComboBox,)),
    (QLineEdit, (Role.EditableText,)),
    (QTextEdit, (Role.EditableText, Role.StaticText)),
    (QPlainTextEdit, (Role.EditableText, Role.StaticText)),
    (QTabBar, (Role.PageTabList,)),
    (QTreeView, (Role.Tree, Role.List, Role.Table)),
    (QTableView, (Role.Table,)),
    (QListView, (Role.List,)),
]
_NOTHING = (Role.NoRole, Role.Client, Role.Window)


def faults(window: QWidget) -> Iterator[str]:
    """What is wrong with the window and with everything in it that can have the focus."""
    if not window.windowTitle() or not _name(window):
        yield f"{told(window)} has no title or no name"
    for widget in focusable(window):
        if not _name(widget).strip():
            yield f"{told(widget)} has no name"
        yield from _role_faults(widget)
        yield from _state_faults(widget)
        if isinstance(widget, QAbstractItemView):
            yield from _row_faults(widget)


def focusable(window: QWidget) -> list[QWidget]:
    """Everything in the window that can be seen and can have the focus."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]


def columns_of(view: QAbstractItemView) -> int:
    """How many columns a view shows; a list has one."""
    if isinstance(view, QTableView | QTreeView):
        return view.model().columnCount()
    return 1


def told(widget: QWidget) -> str:
    """How a fault names a widget."""
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{text or widget.objectName()}”"


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _role_faults(widget: QWidget) -> Iterator[str]:
    role = QAccessible.queryAccessibleInterface(widget).role()
    for kind, roles in _ROLES:
        if isinstance(widget, kind):
            if role not in roles:
                yield f"{told(widget)} says it is a {role.name}"
            return
    area = isinstance(widget, QAbstractScrollArea) and role == Role.Client  # What Qt calls them.
    if role in _NOTHING and not area:
        yield f"{told(widget)} does not say what it is"


def _state_faults(widget: QWidget) -> Iterator[str]:
    state = QAccessible.queryAccessibleInterface(widget).state()
    if isinstance(widget, QAbstractButton) and not _tells_check(widget, state):
        yield f"{told(widget)} does not say whether it is checked"
    if isinstance(widget, QPushButton | QToolButton) and _menu(widget) and not state.hasPopup:
        yield f"{told(widget)} does not say that it opens a menu"
    if isinstance(widget, QComboBox) and not state.expandable and not state.hasPopup:
        yield f"{told(widget)} does not say that it opens"
    if not widget.isEnabled() and not state.disabled:
        yield f"{told(widget)} does not say that it is off"


def _tells_check(button: QAbstractButton, state: QAccessible.State) -> bool:
    told = bool(state.checkable), bool(state.checked)
    return told == (button.isCheckable(), button.isChecked())


def _menu(button: QPushButton | QToolButton) -> bool:
    menu: QMenu | None = button.menu()
    return menu is not None


def _row_faults(view: QAbstractItemView) -> Iterator[str]:
    """Every row says something in some column."""
    model = view.model()
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    for row in range(model.rowCount()):
        cells = [model.index(row, column) for column in range(columns_of(view))]
        if not any(cell.data(role) for cell in cells for role in roles):
            yield f"row {row} of {told(view)} says nothing"
