"""One person's meetings out to a calendar program: whose, from which day on, and which."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.queries import organisation
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.person_field import PickField


class PersonCalendarDialog(Dialog):
    """Asks whose meetings, and writes them. It stays until something is written."""

    def __init__(
        self, around: Surroundings, person_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            around.t, around.theme, around.t("A person’s meetings to a calendar"), parent
        )
        self._around, self._live = around, around.live
        self._person_id = person_id
        self._since: date | None = around.live.today
        self.person = PickField(self.t("Person"), self.t, self._take_person, self._people)
        self.day = DateField(
            self.t("From day"), self.t, self.theme, self._take_day, lambda: self._live.today
        )
        self.daily = QCheckBox(self.t("The daily meetings of the unit, too"))
        self._lay_out()
        self.day.show_day(self._since)
        self.person.show_value(self._name())

    # Inside

    def _lay_out(self) -> None:
        told = self.t(
            "Importing the file again later updates the meetings that are in the calendar already."
        )
        for widget in (self.person, self.day, self.daily, sentence(told, "small")):
            self.column.addWidget(widget)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Export …"), self._export, Role.AcceptRole, "primary")
        self.fix_width(self.theme.scaled(420))
        self.person.editor.setFocus()

    def _people(self) -> Sequence[tuple[int, str, str]]:
        found = self._live.read(organisation.people, today=self._live.today)
        return [(each.id, each.name, each.unit) for each in found]

    def _name(self) -> str:
        return next((name for key, name, _ in self._people() if key == self._person_id), "")

    def _take_person(self, key: int | None) -> None:
        self._person_id = key

    def _take_day(self, day: date | None) -> None:
        self._since = day

    def _export(self) -> None:
        if not self.person.try_commit():
            self.person.editor.setFocus()
        elif self._person_id is None:
            self.person.refuse(self.t("Write whose meetings."))
            self.person.editor.setFocus()
        elif not self.day.try_commit():
            self.day.editor.setFocus()
        else:
            self._write(self._person_id)

    def _write(self, person_id: int) -> None:
        from lean_desktop.ui.calendar_export import export_person

        daily = self.daily.isChecked()
        try:
            export_person(
                self._around, person_id, self._name(), self, since=self._since, daily=daily
            )
        except RuleBroken as error:
            self.day.refuse(self.t(error.message))
            return
        self.accept()
