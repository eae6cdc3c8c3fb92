"""The question for a day: which one to show the organisation of."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.date_field import DateField


class DayDialog(Dialog):
    """Asks for a day, and shows it when the button is pressed."""

    def __init__(
        self, around: Surroundings, show: Callable[[date | None], None], parent: QWidget
    ) -> None:
        t, theme = around.t, around.theme
        super().__init__(t, theme, t("Show another day"), parent)
        self._show_day = show
        self._day: date | None = None
        self.field = DateField(t("Day"), t, theme, self._take, lambda: around.live.today)
        self.column.addWidget(
            sentence(t("Who was where, who had which role and which mandate counted that day."))
        )
        self.column.addWidget(self.field)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Show the day"), self._do, Role.AcceptRole, "primary")
        self.setMinimumWidth(theme.scaled(380))
        self.field.editor.setFocus()

    def _take(self, day: date | None) -> None:
        self._day = day

    def _do(self) -> None:
        if self.field.try_commit() and self._day:
            self.accept()
            self._show_day(self._day)
