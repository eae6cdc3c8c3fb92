"""What a group has agreed on, as its panel shows it, and the way to open it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.organisation import Group, within
from lean_desktop.domain.roles import VALIDITY_NAMES, Agreement, lines, validity
from lean_desktop.queries import agreements as queries
from lean_desktop.queries.organisation import memberships
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.mandate_box import LOOKS
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.widgets.buttons import button


class AgreementBox(QWidget):
    """Whether there is a valid one, how many have signed it, and the group's own sub-goals."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.live, self.t = around.live, around.t
        self._group: Group | None = None
        self._stands, self._told, self._goals = QLabel(), QLabel(), QLabel()
        self.open = button("", self._open, icon=around.theme.icon("doc"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._stands, self._told, self._goals):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        self._told.setProperty("look", "small")
        self.live.changed.connect(self._on_changed)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_group(self, group: Group) -> None:
        """Show what this group has agreed on."""
        self._group = group
        t, today = self.t, self.live.today
        begun = [
            each
            for each in self.live.read(queries.agreements, group_id=group.id)
            if each.valid_from <= today
        ]
        found = begun[0] if begun else None
        stands = validity(found, today)
        self._stands.setText(t(VALIDITY_NAMES[stands]))
        self._stands.setProperty("look", LOOKS[stands])
        self._stands.style().polish(self._stands)
        self._told.setText(self._about(found) if found else "")
        goals = lines(found.sub_goals) if found else []
        self._goals.setText("\n".join(f"• {goal}" for goal in goals))
        for label in (self._told, self._goals):
            label.setVisible(bool(label.text()))
        self.open.setText(t("Open the agreement …") if found else t("Make an agreement …"))
        self.open.setEnabled(found is not None or not self.live.read_only)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._group and changes.touches(("agreement", "signature", "membership")):
            self.show_group(self._group)

    def _about(self, found: Agreement) -> str:
        t = self.t
        signed, members = self._signed(found)
        parts = [
            t("version {n} from {day}", n=found.version, day=shown_day(t, found.valid_from)),
            t("review {day}", day=shown_day(t, found.review)) if found.review else "",
            t("signed by {n} of {all} members", n=signed, all=members),
        ]
        return " · ".join(part for part in parts if part)

    def _signed(self, found: Agreement) -> tuple[int, int]:
        """How many of those who are members today have signed it."""
        there = self.live.read(memberships, group_id=found.group_id)
        today = self.live.today
        members = {
            each.person_id for each in there if within(today, each.valid_from, each.valid_to)
        }
        signed = self.live.read(queries.signatures, agreement_id=found.id)
        return len(members & {each.person_id for each in signed}), len(members)

    def _open(self) -> None:
        from lean_desktop.ui.organisation.agreement_dialog import AgreementDialog

        if self._group:
            AgreementDialog(self._around, self._group, self).open()
