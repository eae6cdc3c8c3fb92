"""A course on a day: when, where, who trains, and who is called."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from lean_desktop.domain.competence.training import Course, CourseSession
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import courses as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection, organisation
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.search_field import SearchField

KEY = Qt.ItemDataRole.UserRole


class SessionDialog(Dialog):
    """Plans a session, or changes one; all in one step. `made` is its key."""

    def __init__(
        self,
        around: Surroundings,
        course: Course,
        session: CourseSession | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = around.t("Session") if session else around.t("New session")
        super().__init__(around.t, around.theme, title, parent)
        self._live, self._course, self._session = around.live, course, session
        self._day = session.day if session else None
        self._trainer = session.trainer_id if session else None
        self.made = 0
        t, today = self.t, lambda: self._live.today
        self.day = DateField(t("Day"), t, around.theme, self._set_day, today)
        self.day.show_day(self._day)
        self.place = LineField(t("Place"), t, lambda _typed: None)
        self.place.show_value(session.place if session else "")
        self.trainer = PickField(t("Trained by"), t, self._set_trainer, self._people)
        self.trainer.show_value(session.trainer if session else "")
        self.search = SearchField(t("Find a person"), t, around.theme)
        self.called = QListWidget()
        self.called.setStyleSheet("QListView::item { padding: 4px; }")
        self.called.setAccessibleName(t("Who is called"))
        self.refusal = Refusal()
        self._fill()
        self.search.textChanged.connect(self._find)
        self._lay_out()

    def keep(self) -> None:
        """Write it down, if it will do."""
        label = (
            M_("Change a session of {name}", name=self._course.name)
            if self._session
            else M_("Plan a session of {name}", name=self._course.name)
        )
        try:
            for field in (self.day, self.trainer):
                field.commit()
            self.made = self._live.edit(label, self._write, self._fields())
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _fields(self) -> dict[str, Any]:
        if self._day is None:
            raise RuleBroken(M_("Write on which day it is held."))
        return {"day": self._day, "place": self.place.text(), "trainer_id": self._trainer}

    def _write(self, connection: Connection, /, fields: Mapping[str, Any]) -> int:
        if self._session is None:
            key = edits.plan_session(connection, self._course.id, **fields)
        else:
            key = self._session.id
            edits.change_sessions(connection, [key], **fields)
        wanted = self._ticked()
        edits.uncall(connection, key, self._there() - set(wanted))
        edits.call(connection, key, wanted)
        return key

    def _there(self) -> set[int]:
        found = self._session.participants if self._session else ()
        return {each.person_id for each in found}

    def _ticked(self) -> list[int]:
        items = (self.called.item(row) for row in range(self.called.count()))
        return [item.data(KEY) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _set_day(self, day: date | None) -> None:
        self._day = day

    def _set_trainer(self, key: int | None) -> None:
        self._trainer = key

    def _people(self) -> list[tuple[int, str]]:
        """Who is employed today, and who was called although they have left since."""
        today, there = self._live.today, self._there()
        people = self._live.read(organisation.people, today=today)
        return [
            (each.id, each.name) for each in people if each.active_on(today) or each.id in there
        ]

    def _fill(self) -> None:
        there = self._there()
        for key, name in self._people():
            item = QListWidgetItem(name)
            item.setData(KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if key in there else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.called.addItem(item)

    def _find(self, text: str) -> None:
        for row in range(self.called.count()):
            item = self.called.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _lay_out(self) -> None:
        t = self.t
        self.column.addWidget(sentence(self._course.name))
        self.column.addWidget(beside(self.day, self.place))
        for widget in (self.trainer, self.search, self.called, self.refusal):
            self.column.addWidget(widget)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Keep the session"), self.keep, Role.AcceptRole, "primary")
        self.resize(self.theme.scaled(520), self.theme.scaled(620))
