"""F1: the help pages, opened at what is being done."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.i18n import Language
from lean_desktop.resources import help_pages
from lean_desktop.settings import Settings
from lean_desktop.ui.command_search import fold
from lean_desktop.ui.dialog import LIST_SHEET, Dialog
from lean_desktop.ui.help_page import dress
from lean_desktop.ui.theme import Theme

_ORDER = re.compile(r"^\d+[-_ ]")
_PATH_ROLE = Qt.ItemDataRole.UserRole


class HelpWindow(Dialog):
    """Topics at the left, the page at the right. Stays beside the window it helps with."""

    def __init__(
        self, t: Language, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, theme, t("Help"), parent, settings=settings, remember="help")
        self._pages = {topic_of(path): path.read_text("utf-8") for path in help_pages(t.code)}
        self.field = QLineEdit()
        self.topics = QListWidget()
        self.page = QTextBrowser()
        self._lay_out()
        self._list("")
        self.restore_size()

    def open_topic(self, topic: str) -> None:
        """Show the page of a topic (`meetings`); the first page when there is none of it."""
        self.field.clear()
        names = list(self._pages)
        self.topics.setCurrentRow(names.index(topic) if topic in names else 0)

    def _list(self, typed: str) -> None:
        """The topics whose page holds every word that is typed."""
        words = fold(typed).split()
        self.topics.clear()
        for topic, text in self._pages.items():
            if all(word in fold(text) for word in words):
                item = QListWidgetItem(title_of(text))
                item.setData(_PATH_ROLE, topic)
                self.topics.addItem(item)
        self.topics.setCurrentRow(0)
        if not self.topics.count():
            self.page.setPlainText(self.t("No page holds “{text}”.", text=typed.strip()))

    def _on_topic(self, item: QListWidgetItem | None) -> None:
        if item:
            self.page.setMarkdown(self._pages[item.data(_PATH_ROLE)])
            dress(self.page.document(), self.theme)
            self._find_typed()

    def _find_typed(self) -> None:
        """Mark the first place of what was typed."""
        words = self.field.text().split()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        if words:
            self.page.find(words[0])

    def _on_link(self, url: QUrl) -> None:
        """Links go from page to page; nothing here goes to the network."""
        topic = topic_of(Path(url.path()))
        if topic in self._pages:
            self.open_topic(topic)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(self.t("Search in help"))
        self.field.setAccessibleName(self.t("Search in help"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._list)
        self.topics.setObjectName("panel")
        self.topics.setStyleSheet(LIST_SHEET)
        self.topics.setSpacing(2)
        self.topics.setMinimumWidth(self.theme.scaled(190))
        self.topics.setAccessibleName(self.t("Topics"))
        self.topics.currentItemChanged.connect(self._on_topic)
        self.page.setAccessibleName(self.t("Help page"))
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._on_link)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.topics, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.page, 3)
        self.column.addLayout(row, 1)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        self.resize(QSize(860, 640))


def topic_of(path: Path) -> str:
    """`meetings` for `03-meetings.md`: the number gives the order of reading."""
    return _ORDER.sub("", path.stem)


def title_of(text: str) -> str:
    """What stands in the first line, `# Title`."""
    return text.lstrip().splitlines()[0].lstrip("# ").strip()
