"""The panel of one role: who has it, what it is for, and the mandate behind it."""

from lean_desktop.domain.roles import (
    ROLE_KIND_NAMES,
    MandateFor,
    Role,
    for_whom,
    mandate_of_role,
    usual_for_role,
)
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.holders import Holders
from lean_desktop.ui.organisation.mandate_box import MandateBox
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.organisation.roles_model import write_role
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import TextField


class RolePanel(Panel):
    """One role, its holders and deputies over time, and which mandate it acts on."""

    kind = "role"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Role"), around)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        write_role(self.live, self.row, what, field, value)

    @override
    def fill(self) -> None:
        t = self.t
        self.head()
        self.add(self.line("name", t("Name"), M_("name")))
        self.section(t("Who has the role"))
        self.holders = Holders(self.around)
        self.holders.opened.connect(lambda key: self.go_to.emit("person", key))
        self.add(self.holders)
        self._add_texts()
        self.section(t("Mandate"))
        self.mandate = MandateBox(self.around)
        self.mandate.outdated.connect(self._show_mandate)
        self.add(self.mandate)
        self.section(t("Where it belongs"))
        self.add(self.pick("group", t("Group"), M_("group"), self.writing.groups))
        self.add(self.pick("unit", t("Unit"), M_("unit"), self.writing.units))

    @override
    def values(self) -> dict[str, str]:
        row: Role = self.row
        return {
            "name": row.name,
            "purpose": row.purpose,
            "domain": row.domain,
            "accountabilities": row.accountabilities,
            "group": row.group,
            "unit": row.unit,
        }

    @override
    def show_more(self, *, other: bool) -> None:
        row: Role = self.row
        parts = (
            self.t(ROLE_KIND_NAMES[row.kind]),
            row.place,
            self.t("Vacant") if row.vacant else "",
        )
        self.show_head(row.name, " · ".join(part for part in parts if part))
        self._show_mandate()
        self.holders.show_role(row, other=other)

    # What it is for

    def _add_texts(self) -> None:
        t = self.t
        self.section(t("What it is for"))
        self._text("purpose", t("Purpose of the role"), M_("purpose"), 3)
        self._text("domain", t("Decides on"), M_("domain"), 2)
        self._text("accountabilities", t("Accountable for, one a line"), M_("accountabilities"), 6)

    def _text(self, name: str, title: str, what: Message, lines: int) -> None:
        def take(typed: str) -> None:
            self.write(what, name, typed)

        self.named[name] = TextField(title, self.t, take, lines=lines)
        self.add(self.named[name])

    def _show_mandate(self) -> None:
        """Which one it acts on: its own, the coordinator's, its group's or that kind of group's."""
        row, box = self.row, self.mandate
        if row is None:
            return
        usual = usual_for_role(row)
        name = for_whom(usual, row.group or row.name)
        found = mandate_of_role(row, box.counting())
        box.show_mandate(found, usual, MandateFor(role_id=row.id), name, row.name)
