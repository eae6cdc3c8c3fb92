"""The mandate somebody acts on, as the panels show it, and the ways to open and to give it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.roles import (
    VALIDITY_NAMES,
    Mandate,
    MandateFor,
    Validity,
    mandates_on,
    validity,
)
from lean_desktop.i18n import Message
from lean_desktop.queries import roles as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.widgets.buttons import button

LOOKS = {
    Validity.MISSING: "bad",
    Validity.EXPIRED: "bad",
    Validity.DUE: "watch",
    Validity.VALID: "small",
}


class MandateBox(QWidget):
    """Whether there is a valid one, who gave it and when, and its text.

    Emits `outdated()` when mandates have changed, and it should be shown what counts now.
    """

    outdated = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, t = around, around.t
        self.live, self.t = around.live, t
        self._stands, self._given, self._text = QLabel(), QLabel(), QLabel()
        self.open = button(t("Open the mandate …"), self._open, icon=around.theme.icon("doc"))
        self.own = button(t("A mandate of its own …"), self._open_own, kind="ghost")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._stands, self._given, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        self._given.setProperty("look", "small")
        self.live.changed.connect(self._on_changed)
        for each in (self.open, self.own):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("mandate",)):
            self.outdated.emit()

    def counting(self) -> dict[MandateFor, Mandate]:
        """The version of every mandate that counts today."""
        return mandates_on(self.live.read(queries.mandates), self.live.today)

    def show_mandate(
        self,
        found: Mandate | None,
        usual: MandateFor,
        own: MandateFor,
        name: str | Message,
        own_name: str,
    ) -> None:
        """Show the mandate that counts.

        `usual` with `name` is given one where there is none yet; `own` would be the exception.
        """
        self._to, self._name = (found.to, found.name) if found else (usual, name)
        self._own, self._own_name = own, own_name
        stands = validity(found, self.live.today)
        self._stands.setText(self.t(VALIDITY_NAMES[stands]))
        self._stands.setProperty("look", LOOKS[stands])
        self._stands.style().polish(self._stands)
        self._given.setText(self._told(found) if found else "")
        self._text.setText(_short(found.text) if found else "")
        for label in (self._given, self._text):
            label.setVisible(bool(label.text()))
        self.open.setText(self.t("Open the mandate …") if found else self.t("Give a mandate …"))
        self.open.setEnabled(found is not None or not self.live.read_only)
        self.own.setVisible(self._to != own and not self.live.read_only)

    def _told(self, found: Mandate) -> str:
        t = self.t
        parts = [
            t("For {whom}", whom=found.name),
            t("given by {giver}", giver=found.giver) if found.giver else "",
            t("version {n} from {day}", n=found.version, day=shown_day(t, found.valid_from)),
            t("review {day}", day=shown_day(t, found.review)) if found.review else "",
        ]
        return " · ".join(part for part in parts if part)

    def _open(self) -> None:
        self._dialog(self._to, self._name)

    def _open_own(self) -> None:
        self._dialog(self._own, self._own_name)

    def _dialog(self, to: MandateFor, name: str | Message) -> None:
        from lean_desktop.ui.organisation.mandate_dialog import MandateDialog

        MandateDialog(self._around, to, name, self).open()


def _short(text: str) -> str:
    """As much of a text as a panel has room for."""
    return text if len(text) <= _MOST else text[:_MOST].rsplit(" ", 1)[0] + " …"


_MOST = 400
