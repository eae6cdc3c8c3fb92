"""File ▸ Workspace properties: the names and the logo that stand on every handout."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import workspace as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.workspace import workspace
from lean_desktop.ui.dialog import Dialog, sentence
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.logo import logo_png
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import LineField

_LOGO = QSize(180, 72)


class WorkspaceDialog(Dialog):
    """Each field commits when it is left; each commit is a step that can be undone."""

    def __init__(
        self, t: Language, theme: Theme, live: LiveDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, theme, t("Workspace properties"), parent)
        self._live = live
        self.name = LineField(t("Name of the workspace"), t, self._rename)
        self.company = LineField(
            t("Company"), t, self._set_company, hint=t("Stands at the foot of every handout")
        )
        self.logo = QLabel()
        self.choose_button = button(t("Choose picture …"), self._choose)
        self.remove_button = button(t("Remove picture"), self._remove, kind="ghost")
        self.refusal = sentence("", "bad")
        self._lay_out()
        self.add_close_button()
        self._show()
        live.changed.connect(self._show)

    def take_logo(self, path: Path) -> None:
        """Put a picture on every handout; when it will not do, say why."""
        try:
            png = logo_png(path)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self._refuse("")
        self._live.edit(M_("Change the logo"), edits.set_logo, png)

    def _rename(self, typed: str) -> None:
        company = self._live.read(workspace).company
        label = M_("Rename the workspace to {name}", name=typed)
        self._live.edit(label, edits.describe, typed, company)

    def _set_company(self, typed: str) -> None:
        name = self._live.read(workspace).name
        self._live.edit(M_("Change the company's name"), edits.describe, name, typed)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.t("Choose picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.t("Pictures") + " (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(lambda chosen: self.take_logo(Path(chosen)))
        dialog.open()

    def _remove(self) -> None:
        self._live.edit(M_("Remove the logo"), edits.set_logo, None)

    def _show(self) -> None:
        found = self._live.read(workspace)
        self.name.show_value(found.name)
        self.company.show_value(found.company)
        self._show_logo(found.logo)

    def _show_logo(self, png: bytes | None) -> None:
        """The logo on white, as on paper; a word where there is none."""
        self.logo.setText("" if png else self.t("No picture"))
        self.logo.setAccessibleName(self.t("Logo") if png else self.t("Logo: no picture"))
        if png:
            self.logo.setPixmap(self._fitted(QImage.fromData(png)))
        self.remove_button.setEnabled(png is not None and not self._live.read_only)

    def _fitted(self, image: QImage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        room = (_LOGO - QSize(16, 16)) * ratio
        fitted = image.scaled(
            room.boundedTo(image.size() * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap.fromImage(fitted)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def _lay_out(self) -> None:
        self.logo.setFixedSize(_LOGO)
        self.logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Paper is white on every screen, and logos are made for it.
        self.logo.setStyleSheet("background: #FFFFFF; color: #596672; border-radius: 6px;")
        verbs = QVBoxLayout()
        verbs.addWidget(self.choose_button)
        verbs.addWidget(self.remove_button)
        verbs.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.logo)
        row.addLayout(verbs)
        row.addStretch(1)
        for field in (self.name, self.company):
            field.setEnabled(not self._live.read_only)
            self.column.addWidget(field)
        self.choose_button.setEnabled(not self._live.read_only)
        picture = QVBoxLayout()
        picture.setSpacing(4)
        picture.addWidget(sentence(self.t("Logo on handouts"), "small"))
        picture.addLayout(row)
        self.column.addLayout(picture)
        self.column.addWidget(self.refusal)
        self._refuse("")
        self.setMinimumWidth(440)
