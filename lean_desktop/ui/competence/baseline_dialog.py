"""The baseline assessment: a sheet filled in on paper, keyed in, and what to talk about after it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from lean_desktop.domain.competence.levels import Kind, short
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits.competence import assess_many
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.competence import matrix_facts, side_by_side
from lean_desktop.ui.competence.baseline_grid import BaselineGrid
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.competence.tables import fit_columns, table
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.beside import beside
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.widgets.person_field import PickField
from lean_desktop.ui.widgets.refusal import Refusal


class BaselineDialog(Dialog):
    """Keys in one person after another, each in one step."""

    def __init__(
        self,
        around: Surroundings,
        source: MatrixSource,
        person_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, around.t("Baseline assessment"), parent)
        self._live = around.live
        self._source = source
        self._matrix = self._read()
        self._day: date | None = self._live.today
        self._by: int | None = None
        t = self.t
        self.person = PickField(t("Whose sheet"), t, self._choose, self._people)
        self.day = DateField(t("Filled in on"), t, around.theme, self._set_day, self._today)
        self.day.show_day(self._day)
        self.by = PickField(t("Supervisor"), t, self._set_by, self._people)
        self.grid = BaselineGrid(t)
        heads = [t("Skill"), t("Self"), t("Supervisor")]
        self.differences = table(t("To talk about"), heads)
        self.told = sentence("", "small")
        self.refusal = Refusal()
        self.grid.refused.connect(lambda message: self.refusal.say(t(message)))
        self.grid.written.connect(self._on_written)
        self._lay_out()
        self._begin(person_id)

    def keep(self) -> None:
        """Write the sheet of the person down; then the next one can be chosen."""
        try:
            for field in (self.day, self.by):
                field.commit()
            self._keep()
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))

    # Inside

    def _read(self) -> Matrix:
        """The matrix of the tab, which follows every change; read only where there is none yet."""
        today = self._live.today
        return self._source.matrix or self._live.read(matrix_facts, day=today)

    def _keep(self) -> None:
        if self._day is None:
            raise RuleBroken(M_("Write on which day the sheet was filled in."))
        person_id, levels = self.grid.person_id, self.grid.levels()
        if not any(levels.values()):
            raise RuleBroken(M_("The sheet is empty. Type a level at a skill."))
        name = self._matrix.person[person_id].name
        label = M_("Baseline assessment of {name}", name=name)
        self._live.edit(label, _assess, person_id, levels, self._day, self._by)
        self._matrix = self._read()
        self._show_sheet(person_id)
        self.person.try_commit()  # Whose sheet comes next may be typed already.

    def _begin(self, person_id: int) -> None:
        """The sheet of the person, or else of the first one."""
        known = self._matrix.person
        found = known.get(person_id) or next(iter(self._matrix.people), None)
        if found:
            self.person.show_value(found.name)
            self._show_sheet(found.id)

    def _choose(self, person_id: int | None) -> None:
        if person_id is None:
            raise RuleBroken(M_("Choose whose sheet it is."))
        if person_id != self.grid.person_id and not self.grid.is_empty():
            raise RuleBroken(M_("Keep the sheet first, or empty it."))
        self._show_sheet(person_id)

    def _show_sheet(self, person_id: int) -> None:
        """An empty sheet, and what the two last said differently."""
        self.grid.show_person(person_id, self._matrix)
        self._show_differences(person_id)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refusal.say("")

    def _show_differences(self, person_id: int) -> None:
        t, known = self.t, self._matrix.skill
        said = self._live.read(side_by_side, day=self._live.today, people=[person_id])
        found = [(known[key], *both) for (_, key), both in said.items() if key in known]
        found.sort(key=lambda each: -abs(each[1] - each[2]))
        self.differences.clear()
        for skill, own, other in found:
            cells = [skill.name, short(own, skill.scale, t), short(other, skill.scale, t)]
            self.differences.addTopLevelItem(QTreeWidgetItem(cells))
        fit_columns(self.differences)
        self.differences.setVisible(bool(found))
        self.told.setText(
            t.plural(
                "{n} skill to talk about: self and supervisor say different things.",
                "{n} skills to talk about: self and supervisor say different things.",
                len(found),
            )
            if found
            else t("Self and supervisor nowhere say different things.")
        )

    def _on_written(self) -> None:
        self.refusal.say("")

    def _set_day(self, day: date | None) -> None:
        self._day = day

    def _set_by(self, key: int | None) -> None:
        self._by = key

    def _today(self) -> date:
        return self._live.today

    def _people(self) -> list[tuple[int, str]]:
        return [(each.id, each.name) for each in self._matrix.people]

    def _lay_out(self) -> None:
        t = self.t
        self.column.addWidget(beside(self.person, self.day))
        self.column.addWidget(self.by)
        told = t("Type a level; the next row follows. Space leaves one out, Backspace goes back.")
        self.column.addWidget(sentence(told, "small"))
        self.column.addWidget(self.grid, 3)
        for widget in (self.refusal, self.told):
            self.column.addWidget(widget)
        self.column.addWidget(self.differences, 1)
        keep = self.add_button(t("Keep the sheet"), self.keep, Role.ApplyRole, "primary")
        keep.setEnabled(not self._live.read_only)
        self.add_close_button()
        self.resize(self.theme.scaled(600), self.theme.scaled(720))


def _assess(
    connection: Connection,
    /,
    person_id: int,
    levels: Mapping[Kind, Mapping[int, int]],
    day: date,
    by_id: int | None,
) -> None:
    for kind, by_skill in levels.items():
        given = {(person_id, skill_id): level for skill_id, level in by_skill.items()}
        assess_many(connection, given, day=day, kind=kind, by_id=by_id)
