"""One question with one field: which group, which unit, which manager."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.person_field import PickField


class AskDialog(Dialog):
    """Asks for one of many by name, and does what was asked with its key."""

    def __init__(
        self,
        title: str,
        label: str,
        choices: Callable[[], list[tuple[int, str]]],
        do: Callable[[int | None], None],
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self.field = PickField(label, around.t, do, choices)
        self.column.addWidget(self.field)
        self.add_button(self.t("Cancel"), self._give_up, Role.RejectRole)
        self.add_button(title, self._do, Role.AcceptRole, "primary")
        self.setMinimumWidth(380)
        self.field.editor.setFocus()

    def _do(self) -> None:
        if self.field.text() and self.field.try_commit():
            self.accept()

    def _give_up(self) -> None:
        self.field.revert()
        self.reject()
