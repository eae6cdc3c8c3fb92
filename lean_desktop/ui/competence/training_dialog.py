"""One row of the training plan: who and what, level, days, trainer, and how."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.competence.levels import LEVEL_NAMES, QUALIFIED
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.competence.training import USUAL_DAYS, WAY_NAMES, TrainingItem, Way
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import training as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation
from lean_desktop.queries.skills import skills
from lean_desktop.queries.training import courses
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.field import ChoiceField
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.refusal import Refusal


class TrainingDialog(Dialog):
    """Changes one row in one step, or makes a new one where none is given."""

    def __init__(
        self, around: Surroundings, item: TrainingItem | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Training"), parent)
        t, self._live, self._old = around.t, around.live, item
        due = self._live.today + timedelta(days=USUAL_DAYS)
        item = item or TrainingItem(0, 0, "", 0, "", QUALIFIED, by_when=due)
        self._item, self._who = item, 0
        self.who = PickField(t("Who"), t, self._set_who, self._people)
        known_skills = [(str(each.id), each.name) for each in self._skills()]
        self.what = ChoiceField(t("What"), t, lambda _: None, known_skills)
        self._starts, self._by_when, self._trainer = item.starts, item.by_when, item.trainer_id
        today = lambda: self._live.today  # noqa: E731 - the day of the moment
        levels = [(str(n), f"{n} {t(LEVEL_NAMES[n])}") for n in range(1, 5)]
        self.level = ChoiceField(t("To level"), t, lambda _: None, levels)
        self.level.show_value(str(item.level))
        self.starts = DateField(t("Begins"), t, around.theme, self._set_starts, today)
        self.by_when = DateField(t("By when"), t, around.theme, self._set_by_when, today)
        self.starts.show_day(item.starts)
        self.by_when.show_day(item.by_when)
        self.trainer = PickField(t("Trained by"), t, self._set_trainer, self._people)
        self.trainer.show_value(item.trainer)
        ways = [(each.value, t(name)) for each, name in WAY_NAMES.items()]
        self.way = ChoiceField(t("How"), t, lambda _: None, ways)
        self.way.show_value(item.way.value)
        known = [("", "–"), *((str(each.id), each.name) for each in self._live.read(courses))]
        self.course = ChoiceField(t("Course"), t, lambda _: None, known)
        self.course.show_value(str(item.course_id) if item.course_id else "")
        self.refusal = Refusal()
        self._lay_out()

    def keep(self) -> None:
        """Write it down, if it will do."""
        try:
            for field in (self.who, self.starts, self.by_when, self.trainer):
                field.commit()
            if self._old:
                self._change(self._old)
            else:
                self._plan()
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _change(self, old: TrainingItem) -> None:
        changed = M_("changed")
        label = M_(
            "Training of {name} in {skill}: {what}",
            name=old.person,
            skill=old.skill,
            what=changed,
        )
        self._live.edit(label, edits.change_training, [old.id], **self._fields())

    def _plan(self) -> None:
        if not self._who or not self.what.text():
            raise RuleBroken(M_("Say who is to learn what."))
        label = M_(
            "Plan training of {name} in {skill}",
            name=self.who.text(),
            skill=self.what.combo.currentText(),
        )
        skill_id = int(self.what.text())
        self._live.edit(label, edits.plan_training, self._who, skill_id, **self._fields())

    def _fields(self) -> dict[str, Any]:
        course = self.course.text()
        return {
            "level": int(self.level.text()),
            "starts": self._starts,
            "by_when": self._by_when,
            "trainer_id": self._trainer,
            "way": Way(self.way.text()),
            "course_id": int(course) if course else None,
        }

    def _skills(self) -> list[Skill]:
        return self._live.read(skills, day=self._live.today)

    def _set_who(self, key: int | None) -> None:
        self._who = key or 0

    def _set_starts(self, day: date | None) -> None:
        self._starts = day

    def _set_by_when(self, day: date | None) -> None:
        self._by_when = day

    def _set_trainer(self, key: int | None) -> None:
        self._trainer = key

    def _people(self) -> list[tuple[int, str]]:
        today = self._live.today
        people = self._live.read(organisation.people, today=today)
        return [(each.id, each.name) for each in people if each.active_on(today)]

    def _lay_out(self) -> None:
        t = self.t
        if self._old:
            self.column.addWidget(sentence(f"{self._old.person} · {self._old.skill}"))
        else:
            self.column.addWidget(beside(self.who, self.what))
        self.column.addWidget(beside(self.level, self.way))
        self.column.addWidget(beside(self.starts, self.by_when))
        self.column.addWidget(beside(self.trainer, self.course))
        self.column.addWidget(self.refusal)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Keep the row"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(520))
