"""Taking away who a person is: what happens, and what happens to the backups."""

from PySide6.QtWidgets import QCheckBox, QWidget

from lean_desktop.domain.organisation import Person
from lean_desktop.edits import privacy as edits
from lean_desktop.i18n import M_
from lean_desktop.queries.workspace import workspace
from lean_desktop.settings import backup_folder
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings


class AnonymiseDialog(Dialog):
    """Says what will be gone and what stays, and offers to delete the backups that know."""

    def __init__(self, around: Surroundings, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            around.t, around.theme, around.t("Anonymise {name}", name=person.name), parent
        )
        self._live, self._around, self._person = around.live, around, person
        t = self.t
        self.column.addWidget(
            sentence(
                t(
                    "Name, number, e-mail, phone, title and dates of {name} are taken away"
                    " everywhere in this file. Groups and meetings keep their history under a"
                    " number.",
                    name=person.name,
                )
            )
        )
        self.column.addWidget(
            sentence(
                t(
                    "Undo brings the name back until the file is closed. Backups, copies and paper"
                    " made before still have it."
                ),
                "small",
            )
        )
        self.backups = QCheckBox(t("Also delete the earlier backups of this workspace"))
        self.column.addWidget(self.backups)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Anonymise"), self._anonymise, Role.AcceptRole, "danger")
        self.setMinimumWidth(460)

    def _anonymise(self) -> None:
        self._live.edit(M_("Anonymise a person"), edits.anonymise, self._person.id)
        if self.backups.isChecked():
            self._delete_backups()
        self.accept()

    def _delete_backups(self) -> None:
        from lean_desktop.document.backup import Backups, delete

        uuid = self._live.read(workspace).uuid
        for backup in Backups(backup_folder(self._around.settings)).of(uuid):
            delete(backup)
