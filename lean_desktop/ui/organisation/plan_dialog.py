"""What an organisation from files would change, before it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.plain_tables import SHEETS, TablesPlan
from lean_desktop.edits.plain_tables import take_in
from lean_desktop.i18n import M_
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import edit_long


class PlanDialog(Dialog):
    """Table by table what is new and what changes; or every place that has to be mended first."""

    def __init__(
        self, around: Surroundings, name: str, plan: TablesPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Import an organisation"), parent)
        t = self.t
        self.live, self.plan, self._name = around.live, plan, name
        new, changed, _ = plan.counts
        self.told = sentence(self._summary(), "bad" if plan.faults else "")
        self.list = QListWidget()
        self.list.setStyleSheet(LIST_SHEET)
        self.list.setAccessibleName(t("What has to be mended") if plan.faults else t("Changes"))
        self.list.addItems(self._faults() if plan.faults else self._tables())
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(sentence(name, "heading"))
        self.column.addWidget(self.told)
        self.column.addWidget(self.list, 1)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.take = self.add_button(t("Import"), self._import, Role.AcceptRole, "primary")
        self.take.setEnabled(bool(new + changed) and not plan.faults)
        self.resize(around.theme.scaled(560), around.theme.scaled(420))

    def _summary(self) -> str:
        t, (new, changed, same) = self.t, self.plan.counts
        if self.plan.faults:
            return t.plural(
                "{n} place has to be mended in the file first. Nothing has been changed.",
                "{n} places have to be mended in the file first. Nothing has been changed.",
                len(self.plan.faults),
            )
        return t("{new} new, {changed} changed, {n} unchanged.", new=new, changed=changed, n=same)

    def _faults(self) -> list[str]:
        return [self.t(fault.sentence) for fault in self.plan.faults]

    def _tables(self) -> list[str]:
        t, tables = self.t, self.plan.tables
        return [
            t(
                "{table}: {new} new, {changed} changed",
                table=t(sheet.title),
                new=len(taken.new),
                changed=len(taken.changed),
            )
            for sheet in SHEETS
            if (taken := tables[sheet.table]).new or taken.changed
        ]

    def _import(self) -> None:
        self.live.large_edit_coming.emit()
        document, label = self.live.document, M_("Import the organisation")
        try:
            edit_long(
                self.t("Importing the organisation"),
                self.live,
                self.t,
                lambda: document.edit(label, take_in, self.plan),
            )
        except Cancelled:
            return
        except RuleBroken as error:
            self.told.setText(self.t(error.message))
            return
        self.accept()
