"""A skill: what it is called, how its levels are told, how long they hold, and of whom it is required."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from lean_desktop.domain.competence.levels import LEVEL_NAMES, SCALE_NAMES, Scale
from lean_desktop.domain.competence.requirements import Of, Requirement, Scope, usual_level
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.roles import ROLE_KIND_NAMES
from lean_desktop.edits import skills as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection, organisation
from lean_desktop.queries import skills as queries
from lean_desktop.queries.roles import roles
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import ChoiceField, LineField
from lean_desktop.ui.widgets.inputs import Choice, Line
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.tab_chain import tab_through


class Required(NamedTuple):
    """One requirement as it is being written."""

    scope: Scope
    level: int
    at_least: int | None


class _Row:
    """One requirement: of whom, to which level, and of how many."""

    def __init__(self, dialog: "SkillDialog", found: Requirement | None) -> None:
        t = dialog.t
        self.whom = Choice()
        self.whom.setAccessibleName(t("Required of"))
        for scope, name in dialog.scopes:
            self.whom.addItem(name, scope)
        self.level = Choice()
        self.level.setAccessibleName(t("Level"))
        for level in range(1, 5):
            self.level.addItem(f"{level} {t(LEVEL_NAMES[level])}", level)
        self.least = Line()
        self.least.setAccessibleName(t("Of at least so many; empty is everyone"))
        self.least.setPlaceholderText(t("everyone"))
        self.least.setFixedWidth(dialog.theme.scaled(84))
        if found:
            self.whom.setCurrentIndex(self._place(dialog, found.scope))
            self.least.setText("" if found.at_least is None else str(found.at_least))
        self.level.setCurrentIndex((found.level if found else usual_level(*self._scope())) - 1)
        if found is None:
            self.whom.activated.connect(lambda _: self._suggest())

    def widgets(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.whom, self.level, self.least

    def required(self) -> Required:
        """What is written. Raises RuleBroken for a number that is none."""
        typed = self.least.text().strip()
        if typed and not typed.isdigit():
            raise RuleBroken(M_("“{text}” is no number. Write 1, 2 or 3.", text=typed))
        level: int = self.level.currentData()
        return Required(self._scope(), level, int(typed) if typed else None)

    def _scope(self) -> Scope:
        of, key = self.whom.currentData()
        return Of(of), key

    def _suggest(self) -> None:
        self.level.setCurrentIndex(usual_level(*self._scope()) - 1)

    def _place(self, dialog: "SkillDialog", scope: Scope) -> int:
        return next((n for n, (each, _) in enumerate(dialog.scopes) if each == scope), 0)


class SkillDialog(Dialog):
    """Makes a skill, or changes one; all in one step."""

    def __init__(
        self, around: Surroundings, skill: Skill | None = None, parent: QWidget | None = None
    ) -> None:
        title = around.t("Skill") if skill else around.t("New skill")
        super().__init__(around.t, around.theme, title, parent)
        self._live, self._skill = around.live, skill
        self.made = 0
        self._categories = self._live.read(queries.categories)
        self.scopes = self._scopes()
        self._make_fields(skill)
        found = self._live.read(queries.requirements, skill_id=skill.id) if skill else []
        self.rows = [_Row(self, each) for each in found]
        self.refusal = Refusal()
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._lay_out()
        self._show()

    def add(self) -> None:
        """One more requirement."""
        self.rows.append(_Row(self, None))
        self._show()
        self.rows[-1].whom.setFocus()

    def remove(self, row: _Row) -> None:
        """Require nothing there any more."""
        self.rows.remove(row)
        self._show()

    def keep(self) -> None:
        """Write it all down, if it will do."""
        try:
            asked = [row.required() for row in self.rows]
            fields = self._fields()
            name = self.name.text()
            label = (
                M_("Change the skill {name}", name=name)
                if self._skill
                else M_("Add the skill {name}", name=name)
            )
            self.made = self._live.edit(label, self._write, fields, asked)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _write(
        self, connection: Connection, /, fields: dict[str, object], asked: Sequence[Required]
    ) -> int:
        category_id = self._category(connection)
        if self._skill is None:
            key = edits.add_skill(connection, category_id, str(fields.pop("name")), **fields)
        else:
            key = self._skill.id
            if category_id != self._skill.category_id:
                edits.move_skills(connection, [key], category_id)
            edits.change_skills(connection, [key], **fields)
        for level, field in self.meanings.items():
            edits.set_meaning(connection, key, level, field.text())
        known = queries.requirements(connection, skill_id=key)
        edits.remove_requirements(connection, [each.id for each in known])
        for each in asked:
            edits.require(connection, [key], each.scope, each.level, at_least=each.at_least)
        return key

    def _category(self, connection: Connection) -> int:
        wanted = " ".join(self.category.text().split())
        for each in self._categories:
            if each.name.casefold() == wanted.casefold():
                return each.id
        return edits.add_category(connection, wanted)

    def _fields(self) -> dict[str, object]:
        return {
            "name": self.name.text(),
            "scale": Scale(self.scale.text()),
            "critical": self.critical.isChecked(),
            "validity_months": _months(self.validity.text()),
            "practice_months": _months(self.practice.text()),
        }

    def _make_fields(self, skill: Skill | None) -> None:
        t, nothing = self.t, lambda _typed: None
        self.name = LineField(t("Name of the skill"), t, nothing)
        names = lambda: [each.name for each in self._categories]  # noqa: E731 - a list of the moment
        self.category = LineField(t("Category"), t, nothing, suggestions=names)
        scales = [(each.value, t(name)) for each, name in SCALE_NAMES.items()]
        self.scale = ChoiceField(t("Scale"), t, nothing, scales)
        self.critical = QCheckBox(t("Critical: at least three are to be qualified"))
        hint = t("months; empty is for ever")
        self.validity = LineField(t("Valid for"), t, nothing, hint=hint)
        self.practice = LineField(t("Fades when not practised for"), t, nothing, hint=hint)
        self.meanings = {
            level: LineField(
                f"{level} {t(LEVEL_NAMES[level])}", t, nothing, hint=t("What it means here")
            )
            for level in range(1, 5)
        }
        first = self._categories[0].name if self._categories else ""
        self.name.show_value(skill.name if skill else "")
        self.category.show_value(skill.category if skill else first)
        self.scale.show_value((skill.scale if skill else Scale.LEVELS).value)
        self.critical.setChecked(bool(skill and skill.critical))
        self.validity.show_value(_told_months(skill.validity_months if skill else None))
        self.practice.show_value(_told_months(skill.practice_months if skill else None))
        for level, field in self.meanings.items():
            field.show_value(skill.meanings.get(level, "") if skill else "")

    def _scopes(self) -> list[tuple[Scope, str]]:
        """Whom something may be required of: kinds of role first, then roles, groups, units, people."""
        t, live = self.t, self._live
        today = live.today
        kinds = [((Of.ROLE_KIND, each.value), t(name)) for each, name in ROLE_KIND_NAMES.items()]
        own = [
            ((Of.ROLE, each.id), ", ".join(filter(None, (each.name, each.place))))
            for each in live.read(roles, today=today)
        ]
        groups = [
            ((Of.GROUP, each.id), each.name) for each in live.read(organisation.groups, today=today)
        ]
        units = [
            ((Of.UNIT, each.id), t("Unit {name}", name=each.name))
            for each in live.read(organisation.units)
        ]
        people = [
            ((Of.PERSON, each.id), each.name)
            for each in live.read(organisation.people, today=today)
        ]
        return [*kinds, *own, *groups, *units, *people]

    def _lay_out(self) -> None:
        t = self.t
        self.column.addWidget(beside(self.name, self.category))
        self.column.addWidget(self.scale)
        self.column.addWidget(beside(self.validity, self.practice))
        self.column.addWidget(self.critical)
        for first, second in ((1, 2), (3, 4)):
            self.column.addWidget(beside(self.meanings[first], self.meanings[second]))
        head = QLabel(t("Required of"))
        head.setProperty("look", "section")
        self.column.addWidget(head)
        self.column.addWidget(self._table)
        self.column.addWidget(button(t("Require it of more"), self.add))
        self.column.addWidget(self.refusal)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Keep the skill"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(640))

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and not self._is_kept(old):
                old.hide()
                old.deleteLater()
        self._table.setVisible(bool(self.rows))
        following: list[QWidget] = []
        for number, row in enumerate(self.rows):
            for place, widget in enumerate((*row.widgets(), self._gone(row))):
                self._grid.addWidget(widget, number, place)
                widget.show()
                following.append(widget)
        tab_through(self.meanings[4].line, following)

    def _is_kept(self, widget: QWidget) -> bool:
        return any(widget in row.widgets() for row in self.rows)

    def _gone(self, row: _Row) -> QPushButton:
        name = self.t("Take {name} off", name=row.whom.currentText())
        remove: Callable[[], None] = lambda: self.remove(row)  # noqa: E731 - of this row
        return button("", remove, kind="tool", icon=self.theme.icon("trash"), name=name)


def _months(typed: str) -> int | None:
    if typed and not typed.isdigit():
        raise RuleBroken(M_("“{text}” is no number. Write 12 or 24.", text=typed))
    return int(typed) if typed else None


def _told_months(months: int | None) -> str:
    return "" if months is None else str(months)
