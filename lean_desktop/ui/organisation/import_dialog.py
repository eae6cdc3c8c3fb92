"""The import of people: what was found in the list, what would become of each row, and the doing.

Nothing is written until the user says so; then it is one undo step.
"""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.people_import import (
    FIELD_NAMES,
    ImportCounts,
    ImportPlan,
    Outcome,
    PlannedRow,
    guess_columns,
    people_list,
    plan_import,
)
from lean_desktop.edits.people_import import import_people
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.import_columns import ImportColumns
from lean_desktop.ui.import_source import (
    ImportSource,
    Reading,
    reading_file,
    reading_text,
)
from lean_desktop.ui.long_work import edit_long, run_long
from lean_desktop.ui.organisation.import_model import NAME, OUTCOME, ROW, ImportModel
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.cells import Cells
from lean_desktop.ui.work import Progress

EVERY, REMARKED = "all", "remarked"
_WIDTHS = ((ROW, 56), (OUTCOME, 130), (NAME, 180), (NAME + 1, 280))


def import_from_file(
    around: Surroundings, path: Path | None, parent: QWidget
) -> "ImportDialog | None":
    """Read a list, asking for it when no path is given, and show what it would do."""
    path = path or Asking(around.t, around.settings, parent).table_to_import()
    if path is None:
        return None
    read = reading_file(path)
    try:
        sheet = run_long(
            around.t("Reading the list"), lambda _report: read("", "", ""), None, around.t
        )
    except Cancelled:
        return None
    return _shown(ImportDialog(around, read, sheet, parent))


def import_from_text(around: Surroundings, text: str, parent: QWidget) -> "ImportDialog":
    """Show what rows copied in a spreadsheet would do."""
    read = reading_text(text, around.t("the clipboard"))
    return _shown(ImportDialog(around, read, read("", "", ""), parent))


def _shown(dialog: "ImportDialog") -> "ImportDialog":
    dialog.open()
    dialog.table.setFocus()
    return dialog


class ImportDialog(Dialog):
    """The preview: which column says what, and row by row what becomes of it."""

    def __init__(
        self, around: Surroundings, read: Reading, sheet: Sheet, parent: QWidget | None = None
    ) -> None:
        title = around.t("Import people")
        super().__init__(
            around.t, around.theme, title, parent, settings=around.settings, remember="import"
        )
        self.live = around.live
        self.plan: ImportPlan | None = None
        self.source = ImportSource(read, self.t)
        self.source.reread.connect(self.show_sheet)
        self.columns = ImportColumns(self.t, FIELD_NAMES)
        self.columns.changed.connect(self._replan)
        self.refusal = sentence("", "bad")
        self.segments = Segments(self.t("Rows shown"), self._choices())
        self.segments.chosen.connect(self._show_rows)
        self.summary = sentence("", "small")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.model = ImportModel(self.t, self.theme, self)
        self.table = self._table()
        self.whole = sentence("", "small")
        self.whole.setMinimumHeight(2 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        self._lay_out()
        self.resize(1080, 720)
        self.restore_size()
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table that was read, with its columns guessed."""
        self.source.show_sheet(sheet)
        self.list = people_list(sheet.rows)
        self.columns.offer(self.list.headings, guess_columns(self.list))
        self._replan()

    # Inside

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.segments)
        filters.addWidget(self.summary, 1)
        rows = QVBoxLayout()
        rows.addLayout(filters)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.whole)
        self.column.addWidget(self.source)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.refusal)
        self.column.addLayout(rows, 1)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.import_button = self.add_button(
            self.t("Import"), self._import, Role.AcceptRole, "primary"
        )

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.t("What becomes of each row"))
        table.setModel(self.model)
        table.setItemDelegate(Cells(self.theme, self.t, table))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS:
            table.setColumnWidth(column, width)
        return table

    def _replan(self) -> None:
        columns, live, today = self.columns.chosen(), self.live, self.live.today

        def plan(_report: Progress) -> ImportPlan:
            people, units = live.read(queries.people, today=today), live.read(queries.units)
            return plan_import(self.list, columns, people, units, self.t)

        self.plan, refusal = None, ""
        try:
            self.plan = run_long(self.t("Looking through the list"), plan, live, self.t)
        except RuleBroken as error:
            refusal = self.t(error.message)
        self._refuse(refusal)
        self._tell_counts()
        self._show_rows()

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))

    def _tell_counts(self) -> None:
        for key, text in self._choices():
            self.segments.rename(key, text)
        counts = self._counts()
        self.summary.setText(self._told_besides(counts))
        taken = counts.created + counts.updated
        self.import_button.setEnabled(taken > 0)
        told = self.t.plural("Import {n} person", "Import {n} people", taken)
        self.import_button.setText(told if taken else self.t("Nothing to import"))

    def _told_besides(self, counts: ImportCounts) -> str:
        plural = self.t.plural
        told = (
            (counts.new_units, plural("{n} new unit", "{n} new units", counts.new_units)),
            (counts.blank, plural("{n} blank row", "{n} blank rows", counts.blank)),
        )
        return " · ".join(text for n, text in told if n)

    def _counts(self) -> ImportCounts:
        return self.plan.counts if self.plan else ImportCounts()

    def _choices(self) -> list[tuple[str, str]]:
        counts, t = self._counts(), self.t
        told = (
            (EVERY, t("All"), len(self.plan.rows) if self.plan else 0),
            (Outcome.CREATED.value, t("New"), counts.created),
            (Outcome.UPDATED.value, t("Changed"), counts.updated),
            (Outcome.UNCHANGED.value, t("Unchanged"), counts.unchanged),
            (Outcome.REFUSED.value, t("Not imported"), counts.refused),
            (REMARKED, t("With remarks"), counts.remarked),
        )
        return [(key, f"{name} {n}") for key, name, n in told]

    def _show_rows(self) -> None:
        rows, choice = self.plan.rows if self.plan else (), self.segments.choice
        self.model.show([row for row in rows if _belongs(row, choice)])
        self.table.selectRow(0)

    def _show_whole(self, current: QModelIndex) -> None:
        self.whole.setText(self.model.whole(current.row()) if current.isValid() else "")

    def _import(self) -> None:
        if self.plan is None:
            return
        self.live.large_edit_coming.emit()
        plan, document, day = self.plan, self.live.document, self.live.today
        label = M_("Import {n} people", n=plan.counts.created + plan.counts.updated)
        try:
            edit_long(
                self.t("Importing people"),
                self.live,
                self.t,
                lambda: document.edit(label, import_people, plan, day),
            )
        except Cancelled:
            return
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self.accept()


def _belongs(row: PlannedRow, choice: str) -> bool:
    if choice == REMARKED:
        return bool(row.reasons) and row.outcome is not Outcome.REFUSED
    return choice in (EVERY, row.outcome)
