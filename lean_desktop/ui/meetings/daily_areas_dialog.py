"""What the daily meeting looks at: for all units, and what one plant adds."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.daily import USUAL_AREAS, Area
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.edits import daily as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.daily import areas
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.quick_line import QuickLine

KEY = Qt.ItemDataRole.UserRole


class AreasDialog(Dialog):
    """A list of areas: written over to rename, with a line to add one for this unit."""

    def __init__(
        self, around: Surroundings, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Areas of the daily meeting"), parent)
        self._live, self._meeting = around.live, meeting
        self.list = QListWidget()
        self.list.setAccessibleName(self.t("Areas"))
        self.new = QuickLine()
        self.new.setAccessibleName(self.t("New area for {name}", name=meeting.unit or meeting.name))
        self.new.setPlaceholderText(self.new.accessibleName() + " …")
        self.sentence = QLabel()
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        self.remove = button(self.t("Delete the area"), self._remove)
        for widget in (self.list, self.new, self.sentence, self.remove):
            self.column.addWidget(widget)
        self.add_button(self.t("Close"), self.accept, Role.AcceptRole, "primary")
        self.new.entered.connect(self._add)
        self.list.itemChanged.connect(self._rename)
        self._live.changed.connect(self._on_changed)
        self.setMinimumWidth(around.theme.scaled(400))
        self._show()
        self.new.setFocus()

    def _show(self) -> None:
        self.list.blockSignals(True)  # Filling the list is no renaming.
        self.list.clear()
        for area in self._live.read(areas, self._meeting.unit_id):
            self.list.addItem(self._line(area))
        self.list.blockSignals(False)
        self.remove.setEnabled(self.list.count() > 0)
        self.list.setCurrentRow(0)

    def _line(self, area: Area) -> QListWidgetItem:
        line = QListWidgetItem(area.name)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsEditable)
        line.setData(KEY, area.id)
        if area.unit_id is None:
            line.setToolTip(self.t("Holds for every daily meeting"))
        return line

    def _add(self, lines: list[str]) -> None:
        usual = [] if self.list.count() else [self.t(name) for name in USUAL_AREAS]
        unit_id = self._meeting.unit_id

        def add(connection: Connection) -> None:
            for name in usual:
                edits.add_area(connection, name)
            for name in lines:
                edits.add_area(connection, name, unit_id)

        if self._tried(lambda: self._live.edit(M_("Add “{name}”", name=lines[0]), add)):
            self.new.setText("")

    def _rename(self, line: QListWidgetItem) -> None:
        label = M_("Rename “{name}”", name=line.text())
        key = line.data(KEY)
        if not self._tried(lambda: self._live.edit(label, edits.rename_area, key, line.text())):
            self._show()

    def _remove(self) -> None:
        line = self.list.currentItem()
        label = M_("Delete “{name}”", name=line.text())
        self._live.edit(label, edits.remove_areas, [line.data(KEY)])

    def _tried(self, edit: Callable[[], object]) -> bool:
        try:
            edit()
        except RuleBroken as error:
            self.sentence.setText(self.t(error.message))
            self.sentence.show()
            return False
        self.sentence.hide()
        return True

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("daily_area",)):
            self._show()
