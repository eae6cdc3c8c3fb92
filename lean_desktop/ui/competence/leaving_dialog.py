"""If some people leave, or are away for a while: which skills too few can then."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem, QWidget

from lean_desktop.domain.competence.leaving import Fall, if_leaving
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.verbs import Verbs
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.search_field import SearchField

KEY = Qt.ItemDataRole.UserRole


class LeavingDialog(Dialog):
    """Ticks people, and shows at once what falls below need; nothing is written."""

    def __init__(
        self,
        around: Surroundings,
        source: MatrixSource,
        chosen: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, around.t("If somebody leaves"), parent)
        self._source, self._verbs = source, Verbs(around, source)
        t = self.t
        self.search = SearchField(t("Find a person"), t, around.theme)
        self.people = QListWidget()
        self.people.setAccessibleName(t("Who leaves or is away"))
        self.falls = QTreeWidget()
        self.falls.setAccessibleName(t("What is then covered by too few"))
        self.falls.setHeaderLabels([t("Skill"), t("Left"), t("Needed")])
        self.falls.setRootIsDecorated(False)
        self.told = sentence("")
        self._fill(chosen)
        self.search.textChanged.connect(self._find)
        self.people.itemChanged.connect(lambda _: self._show())
        self._lay_out(may=not around.live.read_only)
        self._show()

    def leaving(self) -> set[int]:
        """The keys of those who are ticked."""
        items = (self.people.item(row) for row in range(self.people.count()))
        return {item.data(KEY) for item in items if item.checkState() is Qt.CheckState.Checked}

    # Inside

    def _fill(self, chosen: Collection[int]) -> None:
        people = self._source.matrix.people if self._source.matrix else ()
        for each in people:
            item = QListWidgetItem(each.name)
            item.setData(KEY, each.id)
            item.setSizeHint(QSize(0, self.theme.scaled(26)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = each.id in chosen and len(chosen) < len(people)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.people.addItem(item)

    def _find(self, text: str) -> None:
        for row in range(self.people.count()):
            item = self.people.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _show(self) -> None:
        t, matrix = self.t, self._source.matrix
        found = if_leaving(self._source.covered, self.leaving())
        self.falls.clear()
        for fall in found:
            name = matrix.skill[fall.skill_id].name if matrix else ""
            left = t("nobody") if fall.nobody else str(fall.left)
            line = QTreeWidgetItem([name, left, str(fall.need.need)])
            line.setData(0, KEY, fall.skill_id)
            self.falls.addTopLevelItem(line)
        self.falls.resizeColumnToContents(0)
        self.told.setText(self._told(found))

    def _told(self, found: list[Fall]) -> str:
        t, n = self.t, len(self.leaving())
        if not n:
            return t("Tick those who leave or are away.")
        if not found:
            return t("Every skill is still covered.")
        nobody = sum(1 for fall in found if fall.nobody)
        told = t.plural("{n} skill falls below need", "{n} skills fall below need", len(found))
        none = t.plural("{n} that nobody can", "{n} that nobody can", nobody) if nobody else ""
        return ", ".join(filter(None, (told, none)))

    def _act(self) -> None:
        """An action for the skill that is chosen, or the worst one."""
        item = self.falls.currentItem() or self.falls.topLevelItem(0)
        if item:
            self._verbs.act_on(self.t("Train more people in {skill}", skill=item.text(0)))

    def _lay_out(self, *, may: bool) -> None:
        for widget in (self.search, self.people, self.told, self.falls):
            self.column.addWidget(widget)
        act = self.add_button(self.t("Make an action"), self._act, Role.ActionRole)
        act.setEnabled(may)
        self.add_close_button()
        self.resize(self.theme.scaled(560), self.theme.scaled(620))
