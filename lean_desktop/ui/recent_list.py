"""The recent workspaces of the welcome page, with what can be done about each."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.background import Background
from lean_desktop.ui.qt import override
from lean_desktop.ui.recent import Recent, RecentFiles
from lean_desktop.ui.recent_painter import (
    GONE_ROLE,
    RECENT_ROLE,
    RIGHT_ROLE,
    UNDER_ROLE,
    RecentPainter,
)
from lean_desktop.ui.theme import Theme

_MOST_ROWS = 6


class RecentList(QListWidget):
    """Enter opens one, Del takes it off the list, the menu key shows the rest.

    Emits `asked(Path)`, and `counted(n)` when the list has become another. Whether a file is
    still there is asked behind the scenes: a drive that is gone may take its time to say so.
    """

    asked = Signal(Path)
    counted = Signal(int)

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
        self._files = RecentFiles(settings)
        self._now = now
        self._background = Background(self)
        self.setObjectName("panel")
        self.setAccessibleName(t("Recent workspaces"))
        self.setItemDelegate(RecentPainter(theme, self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Show the list as the settings have it, its times seen from `now`."""
        self._now = now
        row = self.currentRow()
        self.clear()
        for recent in self._files.all():
            self.addItem(self._item(recent))
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._fit()
        self._look_for_files()
        self.counted.emit(self.count())

    def clear_list(self) -> None:
        """Forget all but the pinned ones."""
        self._files.clear()
        self.refresh(self._now)

    # What can be done

    def actions_for(self, recent: Recent) -> list[tuple[str, Callable[[], object]]]:
        """What the menu of one workspace offers."""
        pin = self._t("Unpin") if recent.pinned else self._t("Pin to the top")
        folder = QUrl.fromLocalFile(str(recent.path.parent))
        return [
            (self._t("Open"), lambda: self.asked.emit(recent.path)),
            (self._t("Show in folder"), lambda: QDesktopServices.openUrl(folder)),
            (pin, lambda: self._change(self._files.pin, recent.path, not recent.pinned)),
            (
                self._t("Remove from the list"),
                lambda: self._change(self._files.remove, recent.path),
            ),
            (self._t("Clear the list"), self.clear_list),
        ]

    def _change(self, change: Callable[..., None], *args: object) -> None:
        change(*args)
        self.refresh(self._now)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if not item.data(GONE_ROLE):
            self.asked.emit(item.data(RECENT_ROLE).path)

    # What Qt asks

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.count():
            self._change(self._files.remove, self.currentItem().data(RECENT_ROLE).path)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, run in self.actions_for(index.data(RECENT_ROLE)):
            menu.addAction(text).triggered.connect(run)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()))

    # Inside

    def _item(self, recent: Recent) -> QListWidgetItem:
        folder = recent.path.parent.name or str(recent.path.parent)
        under = self._t("{folder} · pinned", folder=folder) if recent.pinned else folder
        item = QListWidgetItem(recent.path.stem)
        item.setToolTip(str(recent.path))
        item.setData(RECENT_ROLE, recent)
        item.setData(UNDER_ROLE, under)
        self._tell(item, self._when(recent.opened))
        return item

    def _tell(self, item: QListWidgetItem, right: str) -> None:
        item.setData(RIGHT_ROLE, right)
        told = ", ".join((item.text(), item.data(UNDER_ROLE), right))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def _when(self, opened: datetime) -> str:
        if opened.date() == self._now.date():
            return self._t("today {time}", time=self._t.time(opened))
        if opened.year == self._now.year:
            return self._t.short_day(opened.date())
        return self._t.date(opened.date())

    def _look_for_files(self) -> None:
        paths = [self.item(row).data(RECENT_ROLE).path for row in range(self.count())]
        if paths:
            self._background.start(lambda _progress: _missing(paths), self._mark, _raise)

    def _mark(self, missing: set[Path]) -> None:
        for row in range(self.count()):
            item = self.item(row)
            if item.data(RECENT_ROLE).path in missing:
                item.setData(GONE_ROLE, True)
                self._tell(item, self._t("not there now"))

    def _fit(self) -> None:
        """As high as its rows, up to a few; then it scrolls."""
        self.setFixedHeight(self.sizeHintForRow(0) * min(self.count(), _MOST_ROWS) + 2)
        self.setVisible(self.count() > 0)


def _missing(paths: list[Path]) -> set[Path]:
    return {path for path in paths if not path.exists()}


def _raise(error: Exception) -> None:
    raise error
