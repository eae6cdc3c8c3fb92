"""One question with one field: which group, which unit, which manager."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.writing import Named
from lean_desktop.ui.widgets.person_field import PickField


class AskDialog(Dialog):
    """Asks for one of many by name, and does what was asked with its key.

    Nothing is done before the button is pressed.
    """

    def __init__(
        self,
        title: str,
        label: str,
        choices: Callable[[], Named],
        do: Callable[[int | None], None],
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self._act = do
        self._key: int | None = None
        self.field = PickField(label, around.t, self._take, choices)
        self.column.addWidget(self.field)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(title, self._do, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(380))
        self.field.editor.setFocus()

    def _take(self, key: int | None) -> None:
        self._key = key

    def _do(self) -> None:
        if not self.field.text() or not self.field.try_commit():
            return
        try:
            self._act(self._key)
        except RuleBroken as error:
            self.field.refuse(self.t(error.message))
            return
        self.accept()
