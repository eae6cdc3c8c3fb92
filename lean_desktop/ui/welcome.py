"""The page shown while no workspace is open: ways to begin, and what was open lately."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.i18n import N_, Language
from lean_desktop.settings import Settings
from lean_desktop.ui.dialog import sentence
from lean_desktop.ui.drop_zone import DropZone, dropped_file
from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.key_hint import KeyHint
from lean_desktop.ui.keycaps import key_names
from lean_desktop.ui.logo_mark import LogoMark
from lean_desktop.ui.qt import override
from lean_desktop.ui.recent_list import RecentList
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.way_on import WayOn
from lean_desktop.ui.widgets.buttons import button

_WIDEST, _GAP = 960, 32


class WelcomePage(QScrollArea):
    """Four ways to begin at the left, recent workspaces at the right, and room to drop a file.

    `recent_asked(Path)` and `dropped(Path)` name a file, the other signals ask for what their
    way on says.
    """

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()
    recent_asked = Signal(Path)
    dropped = Signal(Path)

    def __init__(
        self,
        t: Language,
        theme: Theme,
        settings: Settings,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self.ways = self._ways()
        self.recent = RecentList(t, theme, settings, now)
        self.clear_button = button(t("Clear the list"), self.recent.clear_list, kind="link")
        self.no_recent = sentence(t("The workspaces you open will stand here."), "faint")
        self.drop_zone = DropZone(t, theme)
        self.recent.asked.connect(self.recent_asked)
        self.recent.counted.connect(self._on_counted)
        self._on_counted(self.recent.count())
        self._lay_out()

    def refresh(self, now: datetime) -> None:
        """Show the recent workspaces as they are now."""
        self.recent.refresh(now)

    # What Qt asks

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.drop_zone.mark(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_zone.mark(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_zone.mark(False)
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(path)

    # Inside

    def _ways(self) -> list[WayOn]:
        t = self._t
        return [
            self._way(
                self.new_asked,
                "plus",
                t("New workspace"),
                t("An empty file with meeting templates ready to use"),
                "Ctrl+N",
            ),
            self._way(
                self.open_asked,
                "folder",
                t("Open …"),
                t("A workspace on this machine or on a memory stick"),
                "Ctrl+O",
            ),
            self._way(
                self.sample_asked,
                "factory",
                t("Try the sample company"),
                t("Verkstedindustri AS: 7 groups, 52 people. Can be deleted"),
            ),
            self._way(
                self.import_asked,
                "table",
                t("Import a list of people"),
                t("CSV or Excel from the HR system, looked at before it is saved"),
            ),
        ]

    def _way(
        self, asked: SignalInstance, icon: str, title: str, text: str, keys: str = ""
    ) -> WayOn:
        name = key_names(keys)[0] if keys else ""
        way = WayOn(self._theme, icon, title, text, name, first=icon == "plus")
        way.clicked.connect(asked)
        return way

    def _on_counted(self, count: int) -> None:
        self.no_recent.setVisible(count == 0)
        self.clear_button.setVisible(count > 0)

    def _lay_out(self) -> None:
        self.setAccessibleName(self._t("Welcome"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.ways[0])
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(_GAP)
        column.addLayout(self._head())
        column.addLayout(self._columns())
        column.addWidget(self.drop_zone)
        self.setWidget(_centred(content))

    def _head(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(sentence("Lean Desktop", "display"))
        told = self._t(
            "The workbench of the Lean and TPM coordinator. Everything is in one file with you, "
            "with no network and no login."
        )
        promise = sentence(told)
        promise.setFont(self._theme.font(15))
        texts.addWidget(promise)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(LogoMark(self._theme, 48), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        return row

    def _columns(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addLayout(self._left(), 56)
        row.addLayout(self._right(), 44)
        return row

    def _left(self) -> QVBoxLayout:
        card = QFrame()
        card.setObjectName("panel")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        for way in self.ways:
            if way is not self.ways[0]:
                rows.addWidget(_line(self._theme))
            rows.addWidget(way)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(sentence(self._t("Begin"), "section"))
        column.addWidget(card)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(sentence(self._t("Recently used"), "section"))
        head.addStretch(1)
        head.addWidget(self.clear_button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.recent)
        column.addWidget(self.no_recent)
        column.addSpacing(8)
        column.addLayout(self._hint())
        column.addStretch(1)
        return column

    def _hint(self) -> QHBoxLayout:
        mark = IconLabel(self._theme, "keyboard", 20)
        text = N_("Press {search} anywhere to search or give a command. {sheet} shows all keys.")
        keys = {"search": key_names("Ctrl+K")[0], "sheet": key_names("Ctrl+/")[0]}
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(KeyHint(self._t, self._theme, text, keys), 1)
        return row


def _centred(content: QWidget) -> QWidget:
    """The content in the middle, a little above the centre, with air at the sides."""
    holder = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(content, 1000)
    row.addStretch(1)
    column = QVBoxLayout(holder)
    column.setContentsMargins(_GAP, 0, _GAP, 0)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return holder


def _line(theme: Theme) -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setFixedHeight(1)
    return line
