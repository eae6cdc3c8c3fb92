"""The panel of one unit: its place, its leader, and its people."""

from PySide6.QtWidgets import QLabel

from lean_desktop.domain.organisation import Unit
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.model import unit_people_model
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.qt import override


class UnitPanel(Panel):
    """One unit."""

    kind = "unit"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Unit"), around)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        self.writing.unit(self.row, what, field, value)

    @override
    def fill(self) -> None:
        t = self.t
        self.head()
        self.add(self.line("name", t("Name"), M_("name")))
        self.add(self.pick("parent", t("Below"), M_("place"), self.writing.units))
        self.add(self.pick("leader", t("Leader"), M_("leader"), self.writing.people))
        self.section(t("People"))
        self.people = LineList(
            t("People of the unit"), self.around, lambda row: row.name, lambda row: row.title
        )
        self.people.opened.connect(lambda row: self.go_to.emit("person", row.id))
        self.add(self.people)
        self._nobody = QLabel(t("Nobody belongs to this unit yet."))
        self._nobody.setProperty("look", "small")
        self._nobody.setWordWrap(True)
        self.add(self._nobody)

    @override
    def values(self) -> dict[str, str]:
        row: Unit = self.row
        return {"name": row.name, "parent": row.parent, "leader": row.leader}

    @override
    def show_more(self, *, other: bool) -> None:
        self.show_head(self.row.name, self.t.plural("{n} person", "{n} people", self.row.people))
        if other:
            self.people.follow(unit_people_model(self.live, self.t, self.row.id, self))
        self._nobody.setVisible(self.row.people == 0)
