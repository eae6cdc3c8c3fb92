"""The import of a matrix: what was found in the table, every odd cell, and the doing.

Nothing is written until the user says so; then it is one undo step.
"""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.matrix_import import (
    Here,
    MatrixList,
    MatrixPlan,
    PlannedLevels,
    find_matrix,
    plan_matrix,
    targets_for,
)
from lean_desktop.domain.people_import import OUTCOME_NAMES, Outcome
from lean_desktop.edits.matrix_import import import_matrix
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.matrix_here import matrix_here
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.import_source import ImportSource, Reading
from lean_desktop.ui.import_table import NAME, OUTCOME, ROW, PlanModel, plan_table
from lean_desktop.ui.long_work import edit_labelled, run_long
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.date_field import DateField
from lean_desktop.ui.work import Progress

EVERY, REMARKED = "all", "remarked"
LEVELS, WHY = 3, 4
_WIDTHS = {ROW: 56, OUTCOME: 130, NAME: 230, LEVELS: 90}


class LevelsModel(PlanModel[PlannedLevels]):
    """Rows of a plan."""

    def __init__(self, t: Language, theme: Theme) -> None:
        heads = t("Row"), t("Outcome"), t("Name"), t("Levels"), t("Why")
        super().__init__(heads, theme)
        self._t = t

    @override
    def text(self, row: PlannedLevels, column: int) -> str:
        texts = (
            row.row,
            self._t(OUTCOME_NAMES[row.outcome]),
            row.name,
            str(len(row.levels) or ""),
            " ".join(map(self._t, row.remarks)),
        )
        return texts[column]


class MatrixImport(Dialog):
    """The preview: where the matrix was found, and row by row what becomes of it."""

    def __init__(
        self, around: Surroundings, read: Reading, sheet: Sheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            around.t,
            around.theme,
            around.t("Import a matrix"),
            parent,
            settings=around.settings,
            remember="import_matrix",
        )
        self.live = around.live
        self.plan: MatrixPlan | None = None
        self._sheet = sheet
        self._day: date | None = None
        self._found: MatrixList | None = None
        self._here: Here | None = None
        self.source = ImportSource(read, self.t)
        self.source.reread.connect(self.show_sheet)
        self.found = sentence("")
        self.new_skills = sentence("", "small")
        self.day = DateField(
            self.t("Assessed on"), self.t, self.theme, self._on_day, lambda: self.live.today
        )
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.t("The targets are for"))
        self.add_people = QCheckBox(self.t("Add those who are not in the workspace"))
        self.add_people.clicked.connect(self._replan)
        self.refusal = sentence("", "bad")
        self.segments = Segments(self.t("Rows shown"), self._choices())
        self.segments.chosen.connect(self._show_rows)
        self.model = LevelsModel(self.t, self.theme)
        self.table = plan_table(self.model, _WIDTHS, self.t, self.theme)
        self.whole = sentence("", "small")
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        self._lay_out()
        self.resize(1080, 720)
        self.restore_size()
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table that was read, with the matrix in it found."""
        self._sheet, self._day = sheet, None
        self.source.show_sheet(sheet)
        self._replan()
        if self._all_strangers():  # Then adding them is what one comes for.
            self.add_people.setChecked(True)
            self._replan()

    # Inside

    def _lay_out(self) -> None:
        self.column.addWidget(self.source)
        for words in (self.found, self.new_skills):
            self.column.addWidget(words)
        self.column.addWidget(self._options())
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.segments)
        self.column.addWidget(self.table, 1)
        self.whole.setMinimumHeight(2 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.whole)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.import_button = self.add_button(
            self.t("Import"), self._import, Role.AcceptRole, "primary"
        )

    def _options(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.day.label.hide()
        self.day.setMaximumWidth(self.theme.scaled(170))
        label = QLabel(self.t("Assessed on"))
        label.setBuddy(self.day.line)
        row.addWidget(label)
        row.addWidget(self.day)
        self.whose_label = QLabel(self.t("The targets are for"))
        self.whose_label.setBuddy(self.whose)
        row.addSpacing(8)
        row.addWidget(self.whose_label)
        row.addWidget(self.whose)
        row.addSpacing(8)
        row.addWidget(self.add_people)
        row.addStretch(1)
        return line

    def _on_day(self, day: date | None) -> None:
        self._day = day
        self._replan()

    def _replan(self) -> None:
        live, t, rows = self.live, self.t, self._sheet.rows
        add, day = self.add_people.isChecked(), self._day

        def plan(_report: Progress) -> tuple[Here, MatrixList, MatrixPlan]:
            here = live.read(matrix_here, today=live.today)
            found = find_matrix(rows, here.names, t)
            return here, found, plan_matrix(found, here, live.today, t, add_people=add, day=day)

        self.plan, refusal = None, ""
        try:
            self._here, self._found, self.plan = run_long(
                t("Looking through the list"), plan, live, t
            )
        except RuleBroken as error:
            refusal = t(error.message)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self._tell_found()
        self._offer_whose()
        self._tell_counts()
        self._show_rows()

    def _all_strangers(self) -> bool:
        """Whether nobody in the list is here."""
        rows = self.plan.rows if self.plan else ()
        return bool(rows) and self._count(Outcome.REFUSED) == len(rows)

    def _tell_found(self) -> None:
        t, plan = self.t, self.plan
        told = [self._found.told(t)] if plan and self._found else []
        told += [t(each) for each in (plan.remarks if plan else ())]
        self.found.setText(" ".join(told))
        new = plan.skills if plan else ()
        names = ", ".join(each.name for each in new)
        heading = t.plural("{n} skill is new:", "{n} skills are new:", len(new))
        self.new_skills.setText(f"{heading} {names}")
        self.new_skills.setVisible(bool(new))
        self.day.show_day(plan.day if plan else None)

    def _offer_whose(self) -> None:
        """Units the targets may be for, the one that all in the list belong to chosen."""
        plan, here = self.plan, self._here
        wanted = targets_for(plan, here) if plan and here else None
        self.whose.clear()
        self.whose.addItem(self.t("Nobody: leave them out"), None)
        self.whose.addItem(self.t("Each one in the list"), (Of.PERSON, 0))
        for unit in sorted(here.units if here else (), key=lambda u: self.t.sort_key(u.name)):
            self.whose.addItem(unit.name, (Of.UNIT, unit.id))
        for at in range(self.whose.count()):
            if self._scope(at) == wanted:
                self.whose.setCurrentIndex(at)
        for widget in (self.whose, self.whose_label):
            widget.setVisible(bool(plan and plan.targets))

    def _scope(self, at: int) -> Scope | None:
        found = self.whose.itemData(at)
        return None if found is None else (Of(found[0]), found[1])

    def _count(self, outcome: Outcome) -> int:
        return self.plan.count(outcome) if self.plan else 0

    def _choices(self) -> list[tuple[str, str]]:
        t, rows = self.t, self.plan.rows if self.plan else ()
        told = (
            (EVERY, t("All"), len(rows)),
            (Outcome.CREATED.value, t("New"), self._count(Outcome.CREATED)),
            (Outcome.UPDATED.value, t("Changed"), self._count(Outcome.UPDATED)),
            (Outcome.UNCHANGED.value, t("Unchanged"), self._count(Outcome.UNCHANGED)),
            (Outcome.REFUSED.value, t("Not imported"), self._count(Outcome.REFUSED)),
            (REMARKED, t("With remarks"), sum(1 for row in rows if _belongs(row, REMARKED))),
        )
        return [(key, f"{name} {n}") for key, name, n in told]

    def _tell_counts(self) -> None:
        for key, text in self._choices():
            self.segments.rename(key, text)
        n = self.plan.assessed if self.plan else 0
        self.import_button.setEnabled(bool(self.plan and self.plan.changes))
        told = self.t.plural("Import {n} level", "Import {n} levels", n)
        self.import_button.setText(told if n else self.t("Nothing to import"))

    def _show_rows(self) -> None:
        rows, choice = self.plan.rows if self.plan else (), self.segments.choice
        self.model.show([row for row in rows if _belongs(row, choice)])
        self.table.selectRow(0)

    def _show_whole(self, current: QModelIndex) -> None:
        row = self.model.rows[current.row()] if current.isValid() else None
        parts = (row.name, self.model.text(row, WHY)) if row else ()
        self.whole.setText(" · ".join(filter(None, parts)))

    def _import(self) -> None:
        plan = self.plan
        if plan is None:
            return
        self.live.large_edit_coming.emit()
        label = M_("Import {n} levels", n=plan.assessed)
        other, scope = self.t("Other"), self._scope(self.whose.currentIndex())
        try:
            edit_labelled(
                label,
                self.live,
                self.t,
                import_matrix,
                plan,
                day=plan.day,
                other=other,
                scope=scope if plan.targets else None,
            )
        except Cancelled:
            return
        except RuleBroken as error:
            self.refusal.setText(self.t(error.message))
            self.refusal.show()
            return
        self.accept()


def _belongs(row: PlannedLevels, choice: str) -> bool:
    if choice == REMARKED:
        return bool(row.remarks) and row.outcome is not Outcome.REFUSED
    return choice in (EVERY, row.outcome)
