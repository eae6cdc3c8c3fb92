"""The company calendar: when nobody meets. Series move by their rules when it changes."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.company_calendar import ClosedPeriod, suggested_periods
from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.holidays import public_holidays
from lean_desktop.domain.meetings import MeetingTemplate
from lean_desktop.edits import company_calendar as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection, organisation
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries.series import closed_periods, shift_rotas
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import edit_labelled
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.person_field import PickField

P = ParamSpec("P")
KEY = Qt.ItemDataRole.UserRole


class CalendarDialog(Dialog):
    """Closed periods with those that are usual, public holidays to look at, and a group's rota."""

    def __init__(
        self, around: Surroundings, group_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Company calendar"), parent)
        self._live, self._group_id = around.live, group_id
        self._unit: int | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.t("Closed periods"))
        self.name = LineField(self.t("Name"), self.t, self._no)
        self.first = self._day(self.t("First day"))
        self.last = self._day(self.t("Last day"))
        self.unit = PickField(self.t("Only for"), self.t, self._take_unit, self._units)
        self.cycle = LineField(self._rota_label(), self.t, self._set_rota)
        self.sentence = QLabel()
        self.sentence.setProperty("look", "bad")
        self.sentence.setWordWrap(True)
        self._lay_out()
        self._live.changed.connect(self._on_changed)
        self._show()

    # Inside

    def _lay_out(self) -> None:
        t = self.t
        remove = button(t("Delete the period"), self._remove)
        usual = button(t("Add the usual ones"), self._add_usual)
        add = button(t("Add"), self._add)
        holidays = QLabel(self._holidays())
        holidays.setWordWrap(True)
        holidays.setProperty("look", "small")
        self.list.setMinimumHeight(self.theme.scaled(140))
        self.column.addWidget(self.list)
        for widgets in (
            (usual, remove),
            (self.name, self.unit),
            (self.first, self.last, add),
            (self.sentence,),
            (self.cycle,),
            (holidays,),
        ):
            self.column.addLayout(_beside(*widgets))
        self.cycle.setVisible(self._group_id is not None)
        self.sentence.hide()
        self.add_button(t("Close"), self.accept, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(520))

    def _day(self, label: str) -> DateField:
        return DateField(label, self.t, self.theme, self._no, lambda: self._live.today)

    def _units(self) -> Sequence[tuple[int, str]]:
        return [(unit.id, unit.name) for unit in self._live.read(organisation.units)]

    def _rota_label(self) -> str:
        return self.t("Shift rota from today: a letter for each day at work, - for a day off")

    def _holidays(self) -> str:
        days = public_holidays(self._live.today.year)
        told = [f"{self.t.day_month(day)} {self.t(name)}" for day, name in days.items()]
        return f"{self.t('Public holidays are known already')}: {', '.join(told)}"

    def _show(self) -> None:
        self.list.clear()
        for period in self._live.read(closed_periods):
            line = QListWidgetItem(self._told(period))
            line.setData(KEY, period.id)
            self.list.addItem(line)
        rotas = {each.group_id: each for each in self._live.read(shift_rotas)}
        rota = rotas.get(self._group_id or 0)
        self.cycle.show_value(rota.cycle if rota else "")

    def _told(self, period: ClosedPeriod) -> str:
        days = f"{self.t.date(period.first_day)}–{self.t.date(period.last_day)}"
        return " · ".join(filter(None, (period.name, days, period.unit)))

    def _no(self, _value: object) -> None:
        """Nothing is done before the button is pressed."""

    def _take_unit(self, key: int | None) -> None:
        self._unit = key

    def _add(self) -> None:
        def add() -> None:
            self.unit.commit()
            today = self._live.today
            first = self.t.parse_date(self.first.text(), today)
            last = self.t.parse_date(self.last.text() or self.first.text(), today)
            name = self.name.text()
            self._edit(
                M_("Close: {name}", name=name),
                edits.add_closed_period,
                name,
                first,
                last,
                self._unit,
                today=today,
                templates=self._templates(),
            )
            for field in (self.name, self.first, self.last, self.unit):
                field.show_value("")

        self._try(add)

    def _add_usual(self) -> None:
        """This year's and next year's, those that are there already left out."""
        today = self._live.today
        known = {(each.first_day, each.last_day) for each in self._live.read(closed_periods)}
        new = [
            each
            for year in (today.year, today.year + 1)
            for each in suggested_periods(year)
            if (each.first_day, each.last_day) not in known and each.last_day >= today
        ]

        def add(connection: Connection) -> None:
            for number, each in enumerate(new, 1):
                last_one = today if number == len(new) else None
                edits.add_closed_period(
                    connection, self.t(each.name), each.first_day, each.last_day, today=last_one
                )

        if new:
            self._edit(M_("Close for holidays"), add)

    def _remove(self) -> None:
        if self.list.count():
            line = self.list.item(max(0, self.list.currentRow()))
            self._edit(
                M_("Open again: {name}", name=line.text()),
                edits.remove_closed_periods,
                [line.data(KEY)],
                today=self._live.today,
                templates=self._templates(),
            )

    def _set_rota(self, typed: str) -> None:
        group_id, today = self._group_id, self._live.today
        if group_id is None:
            return
        known = self._templates()
        if typed.strip():
            change = partial(edits.set_shift_rota, today=today, templates=known)
            self._edit(M_("Shift rota"), change, group_id, today, typed)
        else:
            take = partial(edits.remove_shift_rota, today=today, templates=known)
            self._edit(M_("No shift rota"), take, group_id)

    def _edit(
        self,
        label: Message,
        change: Callable[Concatenate[Connection, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """All series are planned anew, which takes a while with many groups."""
        with suppress(Cancelled):
            edit_labelled(label, self._live, self.t, change, *args, **kwargs)

    def _templates(self) -> dict[str, MeetingTemplate]:
        known = self._live.read(meeting_queries.templates, self.t.code)
        return {each.key: each for each in known}

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except RuleBroken as error:
            self.sentence.setText(self.t(error.message))
            self.sentence.show()
            return
        self.sentence.hide()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("closed_period", "shift_rota", "unit")):
            self._show()


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignBottom)
    return row
