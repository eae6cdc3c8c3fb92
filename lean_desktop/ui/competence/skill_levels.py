"""Rows of a skill and a level each: what a course leads to, or what a step of a ladder asks for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lean_desktop.domain.competence.levels import LEVEL_NAMES, QUALIFIED
from lean_desktop.domain.competence.skills import Skill, SkillLevel
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Choice
from lean_desktop.ui.widgets.tab_chain import tab_through


class _Row:
    """One skill and its level as it is being written; `gone` takes it away."""

    def __init__(self, owner: "SkillLevels", given: SkillLevel | None) -> None:
        t = owner.t
        self.skill = Choice()
        self.skill.setAccessibleName(t("Skill"))
        self.skill.setMinimumContentsLength(24)
        for each in owner.skills:
            self.skill.addItem(each.name, each.id)
        self.level = Choice()
        self.level.setAccessibleName(t("Level"))
        for level in range(1, 5):
            self.level.addItem(f"{level} {t(LEVEL_NAMES[level])}", level)
        self.level.setCurrentIndex((given.level if given else QUALIFIED) - 1)
        if given:
            self.skill.setCurrentIndex(self.skill.findData(given.skill_id))
        icon, name = owner.theme.icon("trash"), t("Take the skill off")
        self.gone = button("", partial(owner.remove, self), kind="tool", icon=icon, name=name)

    def widgets(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.skill, self.level, self.gone


class SkillLevels(QWidget):
    """A list of skills with a level each, to which rows are added and taken away."""

    def __init__(
        self,
        skills: Sequence[Skill],
        given: Iterable[SkillLevel],
        t: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.skills, self.t, self.theme = skills, t, theme
        known = {each.id for each in skills}
        self.rows = [_Row(self, each) for each in given if each.skill_id in known]
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 3)
        self.more = button(t("Add a skill"), self.add)
        self.more.setEnabled(bool(skills))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        self._show()
        column.addWidget(self.more)  # Last, so that Tab comes to it after the rows.

    def add(self) -> None:
        """One more row, with a skill that is in none yet."""
        row = _Row(self, None)
        taken = {each.skill.currentData() for each in self.rows}
        free = (n for n, each in enumerate(self.skills) if each.id not in taken)
        row.skill.setCurrentIndex(next(free, 0))
        before = self._last()
        self.rows.append(row)
        self._show()
        self._chain(before)
        row.skill.setFocus()

    def remove(self, row: _Row) -> None:
        """Take a row away."""
        self.rows.remove(row)
        self._show()
        self.more.setFocus()

    def levels(self) -> Mapping[int, int]:
        """By skill the level that is written. Raises RuleBroken when a skill is there twice."""
        found: dict[int, int] = {}
        for row in self.rows:
            key: int = row.skill.currentData()
            if key in found:
                raise RuleBroken(
                    M_("{skill} is there twice. Take one away.", skill=row.skill.currentText())
                )
            found[key] = row.level.currentData()
        return found

    # Inside

    def _show(self) -> None:
        kept = {widget for row in self.rows for widget in row.widgets()}
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in kept:
                old.hide()
                old.deleteLater()
        for number, row in enumerate(self.rows):
            for place, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, number, place)
                widget.show()

    def _last(self) -> QWidget:
        """What Tab comes to before the button for more."""
        before = self.more.previousInFocusChain()
        while before and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        return before or self.more

    def _chain(self, before: QWidget) -> None:
        """Tab comes to a new row where it stands, and not at the end of the window."""
        tab_through(before, [*self.rows[-1].widgets(), self.more])
