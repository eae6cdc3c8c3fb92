"""The panel on the right: sections of fields about whatever is selected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import Field

WIDTH, LEAST, MOST = 320, 280, 480


class Inspector(QScrollArea):
    """Scrolls its sections; `section` begins a new one, `add` fills the one begun last."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Callable[[], None] | None = None
        self.setObjectName("inspector")
        self.setAccessibleName(name)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QWidget()
        self._pages.setObjectName("pages")
        self._sections = QVBoxLayout(self._pages)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._sections.addStretch(1)
        self._begun: QVBoxLayout | None = None
        self.setWidget(self._pages)

    def build_when_seen(self, build: Callable[[], None]) -> None:
        """Fill the panel after its first paint, so that the window need not wait for it."""
        self._build = build
        if self.isVisible():
            self.viewport().update()

    def built(self) -> bool:
        """Whether the panel has been filled; `build_now` fills it."""
        return self._build is None

    def build_now(self) -> None:
        """Fill the panel if that has not been done."""
        build, self._build = self._build, None
        if build:
            build()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._build:
            QTimer.singleShot(0, self, self._build_if_seen)

    def _build_if_seen(self) -> None:
        """Leave it for the next paint where the panel is gone again, and perhaps its document."""
        if self.isVisible():
            self.build_now()

    def section(self, title: str) -> QLabel:
        """Begin a section, set off from the one before by a line from edge to edge."""
        label = QLabel(title)
        label.setProperty("look", "section")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._begun = self._begin()
        self._begun.addWidget(label)
        return label

    def show_section(self, title: QLabel, shown: bool) -> None:
        """Show a section, or leave it out while it has nothing to say."""
        frame = title.parentWidget()
        if frame:
            frame.setVisible(shown)

    def add(self, widget: QWidget) -> None:
        """Add a widget to the section begun last."""
        if self._begun is None:
            self._begun = self._begin()
        self._begun.addWidget(widget)

    def show_pages(self, shown: bool) -> None:
        """Show the content, or an empty panel."""
        self._pages.setVisible(shown)
        policy = Qt.ScrollBarPolicy  # Qt would scroll over what cannot be seen.
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if shown else policy.ScrollBarAlwaysOff
        )

    def fields(self) -> list[Field]:
        """Every field in the panel."""
        return self._pages.findChildren(Field)

    def commit(self) -> None:
        """Commit the field in hand. Raises RuleBroken when it will not do."""
        for field in self.fields():
            if field.isVisible() and field.in_hand():
                try:
                    field.commit()
                except RuleBroken:
                    field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                    raise

    def _begin(self) -> QVBoxLayout:
        frame = QFrame()
        frame.setObjectName("section")
        frame.setProperty("first", self._begun is None)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self._sections.insertWidget(self._sections.count() - 1, frame)
        return column
