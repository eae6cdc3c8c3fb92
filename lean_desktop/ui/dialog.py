"""What the dialogs have in common: margins, verb buttons in the platform's order, a kept size."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.tab_chain import tab_through

Role = QDialogButtonBox.ButtonRole

MARGIN, SPACE = 24, 16

LIST_SHEET = """
QAbstractItemView { outline: 0; }
QAbstractItemView:focus { border: 2px solid palette(link); }
QAbstractItemView::item { padding: 0 8px; border: none; }
QAbstractItemView::item:selected { background: palette(highlight);
    color: palette(highlighted-text); }
"""
"""For lists in dialogs: the row that is chosen is filled, the list with the focus has a ring."""


class Dialog(QDialog):
    """A window of its own over another, closed by Esc.

    `column` takes the content; `add_button` fills the row at the foot. With `remember`, its size
    is kept in the settings under that name.
    """

    def __init__(
        self,
        t: Language,
        theme: Theme,
        title: str,
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
        remember: str = "",
    ) -> None:
        super().__init__(parent)
        self.t = t
        self.theme = theme
        self._settings = settings
        self._remember = f"size.{remember}" if remember else ""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE)
        self._buttons = QDialogButtonBox()
        self._buttons.setVisible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        whole.setSpacing(MARGIN)
        whole.addLayout(self.column, 1)
        whole.addWidget(self._buttons)

    def add_button(
        self, text: str, run: Callable[[], object], role: Role = Role.ActionRole, kind: str = ""
    ) -> QPushButton:
        """A button at the foot; of kind `primary` it is what Enter presses."""
        button = self._buttons.addButton(text, role)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        if kind:
            button.setProperty("kind", kind)
        button.clicked.connect(run)
        self._buttons.setVisible(True)
        return button

    def add_close_button(self) -> QPushButton:
        """The button of a dialog that only tells something."""
        return self.add_button(self.t("Close"), self.close, Role.RejectRole)

    def fix_width(self, width: int) -> None:
        """Be so wide, and as high as the texts then ask for."""
        self.setFixedWidth(width)
        for label in self.findChildren(QLabel):
            label.ensurePolished()  # The style sheet decides how large the text is.
        if layout := self.layout():
            self.resize(width, layout.totalHeightForWidth(width))

    def restore_size(self) -> None:
        """Take the size it had when it was last closed."""
        if self._settings and self._remember:
            kept = self._settings.get(self._remember, "")
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never lower than its texts are when they are broken into lines of this width."""
        super().resizeEvent(event)
        if layout := self.layout():
            self.setMinimumHeight(max(0, layout.totalMinimumHeightForWidth(self.width())))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt has Tab leap to the default button, and go on in the order the buttons came in.
        self._buttons.setFocusProxy(None)  # type: ignore[arg-type]
        buttons = sorted(self._buttons.buttons(), key=lambda each: each.x())
        tab_through(self._buttons, buttons)

    @override
    def done(self, result: int) -> None:
        if self._settings and self._remember:
            geometry = bytes(self.saveGeometry().toBase64().data()).decode()
            self._settings.set(self._remember, geometry)
        super().done(result)


def sentence(text: str, look: str = "") -> QLabel:
    """A text that wraps, is taken as it is, and can be marked and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    return label
