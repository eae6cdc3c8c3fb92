"""A course of the catalogue: its name, how long it takes, and the levels one has after it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.competence.training import Course
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import courses as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.skills import skills
from lean_desktop.ui.competence.skill_levels import SkillLevels
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.refusal import Refusal


class CourseDialog(Dialog):
    """Makes a course, or changes one; all in one step. `made` is its key."""

    def __init__(
        self, around: Surroundings, course: Course | None = None, parent: QWidget | None = None
    ) -> None:
        title = around.t("Course") if course else around.t("New course")
        super().__init__(around.t, around.theme, title, parent)
        self._live, self._course = around.live, course
        self.made = 0
        t, nothing = self.t, lambda _typed: None
        self.name = LineField(t("Name of the course"), t, nothing)
        self.hours = LineField(t("Hours"), t, nothing)
        self.about = LineField(t("What it is about"), t, nothing)
        known = self._live.read(skills, day=self._live.today)
        self.leads_to = SkillLevels(known, course.skills if course else (), t, self.theme)
        self.refusal = Refusal()
        if course:
            self.name.show_value(course.name)
            self.hours.show_value(_told_hours(course.hours))
            self.about.show_value(course.about)
        self._lay_out()

    def keep(self) -> None:
        """Write it down, if it will do."""
        name = self.name.text()
        label = (
            M_("Change the course {name}", name=name)
            if self._course
            else M_("Add the course {name}", name=name)
        )
        try:
            hours, levels = _hours(self.hours.text()), self.leads_to.levels()
            fields = {"name": name, "about": self.about.text(), "hours": hours}
            self.made = self._live.edit(label, self._write, fields, levels)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _write(
        self, connection: Connection, /, fields: dict[str, Any], levels: Mapping[int, int]
    ) -> int:
        if self._course is None:
            key = edits.add_course(connection, **fields)
        else:
            key = self._course.id
            edits.change_courses(connection, [key], **fields)
        edits.set_course_levels(connection, key, levels)
        return key

    def _lay_out(self) -> None:
        t = self.t
        head = QLabel(t("Leads to"))
        head.setProperty("look", "section")
        self.column.addWidget(beside(self.name, self.hours))
        for widget in (self.about, head, self.leads_to, self.refusal):
            self.column.addWidget(widget)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Keep the course"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(560))


def _hours(typed: str) -> float | None:
    """Hours as they are typed, with a comma or a point. Raises RuleBroken."""
    if not typed.strip():
        return None
    try:
        return float(typed.strip().replace(",", "."))
    except ValueError:
        raise RuleBroken(M_("“{text}” is no number. Write 4 or 7.5.", text=typed)) from None


def _told_hours(hours: float | None) -> str:
    return "" if hours is None else f"{hours:g}"
