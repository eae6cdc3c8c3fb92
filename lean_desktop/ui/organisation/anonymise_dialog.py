"""Taking away who a person is: what goes, what stays, and what happens to the backups."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import Mention
from lean_desktop.edits.privacy import anonymise
from lean_desktop.i18n import M_
from lean_desktop.queries.privacy import mentions
from lean_desktop.queries.workspace import workspace
from lean_desktop.settings import backup_folder
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings

if TYPE_CHECKING:
    from lean_desktop.document.backup import Backup

_WIDTH, _MOST_TEXTS, _LINE = 520, 6, 28


class AnonymiseDialog(Dialog):
    """Says what will be gone, shows the texts to look at, and offers to delete the backups."""

    def __init__(self, around: Surroundings, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            around.t, around.theme, around.t("Anonymise {name}", name=person.name), parent
        )
        self._live, self._person = around.live, person
        self._folder = backup_folder(around.settings)
        self._backups = self._found_backups()
        self._tell_what_goes()
        self._tell_of_texts(self._live.read(mentions, person.id))
        self._tell_of_backups()
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole).setFocus()
        self.add_button(self.t("Anonymise"), self._anonymise, Role.AcceptRole, "danger")
        self.fix_width(around.theme.scaled(_WIDTH))

    def _tell_what_goes(self) -> None:
        t = self.t
        goes = t(
            "Name, number, title, e-mail, phone, manager and dates of {name} are taken away"
            " everywhere in this workspace. Groups and meetings keep their history under a number.",
            name=self._person.name,
        )
        self.column.addWidget(sentence(goes))

    def _tell_of_texts(self, found: Sequence[Mention]) -> None:
        """Texts with the full name are rewritten; those with a part of it a human must look at."""
        t = self.t
        certain = sum(1 for mention in found if mention.certain)
        doubtful = [mention for mention in found if not mention.certain]
        if certain:
            told = t.plural(
                "{n} text with the whole name is rewritten.",
                "{n} texts with the whole name are rewritten.",
                certain,
            )
            self.column.addWidget(sentence(told))
        if doubtful:
            box = QVBoxLayout()
            box.setSpacing(4)
            title = t("These may be about the person too. They stay; look at them yourself:")
            self.texts = self._list(doubtful, title)
            box.addWidget(sentence(title))
            box.addWidget(self.texts)
            self.column.addLayout(box)

    def _list(self, found: Sequence[Mention], title: str) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(title)
        for mention in found:
            where = self.t(mention.where)
            text = " ".join(mention.text.split())
            item = QListWidgetItem(f"{where}: {text}")
            item.setToolTip(mention.text)
            shown.addItem(item)
        shown.setTextElideMode(Qt.TextElideMode.ElideRight)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = min(len(found), _MOST_TEXTS)
        shown.setFixedHeight(self.theme.scaled(_LINE) * rows + 4)
        return shown

    def _tell_of_backups(self) -> None:
        t, n = self.t, len(self._backups)
        stays = t(
            "Undo brings the name back until the workspace is closed. Backups, copies and paper"
            " made before still have it. Backups give way to newer ones within about a year."
        )
        self.column.addWidget(sentence(stays, "small"))
        told = t.plural(
            "Delete the {n} earlier backup now", "Delete the {n} earlier backups now", n
        )
        self.backups = QCheckBox(told)
        self.backups.setVisible(n > 0)
        self.column.addWidget(self.backups)

    def _anonymise(self) -> None:
        self._live.edit(M_("Anonymise a person"), anonymise, self._person.id)
        self.accept()
        if self.backups.isChecked():
            self._delete_backups()

    def _found_backups(self) -> "list[Backup]":
        from lean_desktop.document.backup import Backups

        return Backups(self._folder).of(self._live.read(workspace).uuid)

    def _delete_backups(self) -> None:
        from lean_desktop.document.backup import delete

        try:
            for backup in self._found_backups():
                delete(backup)
        except OSError as error:
            raise KnownError(
                M_("Not every backup could be deleted."),
                M_("In the workspace the person is anonymised."),
                M_("Delete the backups by hand, in {folder}.", folder=str(self._folder)),
            ) from error
