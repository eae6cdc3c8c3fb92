"""One question with one line: why a meeting is called off, or opened again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.field import LineField


class ReasonDialog(Dialog):
    """Asks why, and does what was asked with the answer. Nothing is done before that."""

    def __init__(
        self,
        title: str,
        label: str,
        do: Callable[[str], object],
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self._act = do
        self.field = LineField(label, around.t, lambda _typed: None)
        self.column.addWidget(self.field)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(title, self._do, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(420))
        self.field.editor.setFocus()

    def _do(self) -> None:
        try:
            self._act(self.field.text())
        except RuleBroken as error:
            self.field.refuse(self.t(error.message))
            return
        self.accept()
