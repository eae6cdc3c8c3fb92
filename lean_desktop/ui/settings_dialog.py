"""Settings: language, look, and where backups are kept. Everything takes effect at once."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.i18n import LANGUAGES, Language
from lean_desktop.settings import Settings, backup_folder
from lean_desktop.ui.dialog import Dialog, sentence
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import ChoiceField

SYSTEM = "system"


class SettingsDialog(Dialog):
    """Writes each choice into the settings and tells who must act on it.

    Emits `language_chosen(code)` and `theme_chosen(choice)`, where `system` follows the system,
    and `backup_folder_chosen(Path)`.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    backup_folder_chosen = Signal(Path)

    def __init__(
        self, t: Language, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, theme, t("Settings"), parent)
        self._settings_file = settings
        self.language = self._choice("language", t("Language"), self._languages())
        self.look = self._choice("theme", t("Appearance"), self._looks())
        self.folder = QLabel()
        self.choose_button = button(t("Choose folder …"), self._choose_folder)
        self.usual_button = button(t("Use the usual folder"), self._use_usual, kind="ghost")
        self._lay_out()
        self._show_folder()
        self.add_close_button()

    def keep_backups_in(self, folder: Path | None) -> None:
        """Keep backups there from now on; None is the usual folder. Older ones stay put."""
        self._settings_file.set("backup_folder", str(folder) if folder else None)
        self._show_folder()
        self.backup_folder_chosen.emit(backup_folder(self._settings_file))

    def _choice(self, name: str, label: str, choices: list[tuple[str, str]]) -> ChoiceField:
        field = ChoiceField(label, self.t, lambda key: self._chosen(name, key), choices)
        field.put(self._settings_file.get(name, SYSTEM))
        field.show_value(field.text())
        return field

    def _chosen(self, name: str, key: str) -> None:
        self._settings_file.set(name, key)
        (self.language_chosen if name == "language" else self.theme_chosen).emit(key)

    def _languages(self) -> list[tuple[str, str]]:
        return [(SYSTEM, self.t("As the system")), *LANGUAGES.items()]

    def _looks(self) -> list[tuple[str, str]]:
        return [
            (SYSTEM, self.t("As the system")),
            ("light", self.t("Light")),
            ("dark", self.t("Dark")),
        ]

    def _choose_folder(self) -> None:
        there = str(backup_folder(self._settings_file))
        dialog = QFileDialog(self, self.t("Folder for backups"), there)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.keep_backups_in(Path(chosen)))
        dialog.open()

    def _use_usual(self) -> None:
        self.keep_backups_in(None)

    def _show_folder(self) -> None:
        self.folder.setText(str(backup_folder(self._settings_file)))
        self.usual_button.setEnabled(bool(self._settings_file.get("backup_folder", "")))

    def _lay_out(self) -> None:
        self.folder.setWordWrap(True)
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder.setAccessibleName(self.t("Folder for backups"))
        verbs = QHBoxLayout()
        verbs.addWidget(self.choose_button)
        verbs.addWidget(self.usual_button)
        verbs.addStretch(1)
        backups = QVBoxLayout()
        backups.setSpacing(6)
        backups.addWidget(sentence(self.t("Folder for backups"), "small"))
        backups.addWidget(self.folder)
        backups.addLayout(verbs)
        told = self.t(
            "Best on another drive than the workspace. Backups made before stay where they are."
        )
        backups.addWidget(sentence(told, "faint"))
        self.column.addWidget(self.language)
        self.column.addWidget(self.look)
        self.column.addLayout(backups)
        self.column.addWidget(sentence(self.t("Every choice takes effect at once."), "faint"))
        self.setMinimumWidth(440)
