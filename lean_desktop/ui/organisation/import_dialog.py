"""The import of people: what was found in the list, what would become of each row, and the doing.

Nothing is written until the user says so; then it is one undo step.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.people_import import (
    FIELD_NAMES,
    Columns,
    Field,
    ImportPlan,
    Outcome,
    guess_columns,
    people_list,
    plan_import,
)
from lean_desktop.edits.people_import import import_people
from lean_desktop.exchange.delimited import read_pasted
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import edit_long, run_long
from lean_desktop.ui.organisation.import_model import NAME, OUTCOME, ROW, ImportModel
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.work import Progress

EVERY, REMARKED = "all", "remarked"
NO_COLUMN = -1


def import_from_file(around: Surroundings, path: Path | None, parent: QWidget) -> None:
    """Read a list, asking for it when no path is given, and show what it would do."""
    path = path or Asking(around.t, around.settings, parent).table_to_import()
    if path is None:
        return
    chosen = path
    try:
        sheet = run_long(
            around.t("Reading the list"), lambda _report: read_table(chosen), None, around.t
        )
    except Cancelled:
        return
    ImportDialog(around, sheet, parent, source=chosen).open()


def import_from_text(around: Surroundings, text: str, parent: QWidget) -> None:
    """Show what rows copied in a spreadsheet would do."""
    ImportDialog(around, read_pasted(text, around.t("the clipboard")), parent).open()


class ImportDialog(Dialog):
    """The preview: which column says what, and row by row what becomes of it."""

    def __init__(
        self,
        around: Surroundings,
        sheet: Sheet,
        parent: QWidget | None = None,
        *,
        source: Path | None = None,
    ) -> None:
        title = around.t("Import people")
        super().__init__(
            around.t, around.theme, title, parent, settings=around.settings, remember="import"
        )
        self.live = around.live
        self._source = source
        self.plan: ImportPlan | None = None
        self.model = ImportModel(self.t, self.theme, self)
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.sheets = QComboBox()
        self.refusal = QLabel()
        self.refusal.setProperty("look", "bad")
        self.refusal.setWordWrap(True)
        self.columns: dict[Field, QComboBox] = {}
        self._grid = QGridLayout()
        self._filters = QHBoxLayout()
        self.segments: Segments | None = None
        self.table = self._table()
        self._lay_out()
        self.resize(1080, 720)
        self.restore_size()
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table that was read, with its columns guessed."""
        self.list = people_list(sheet.rows)
        self.found.setText(self._what_was_found(sheet))
        self._show_sheets(sheet)
        self._show_columns(guess_columns(self.list))
        self._replan()

    def chosen_columns(self) -> Columns:
        """Which column holds what, as chosen now."""
        chosen = {field: combo.currentData() for field, combo in self.columns.items()}
        return {field: column for field, column in chosen.items() if column != NO_COLUMN}

    # Inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.found, 1)
        head.addWidget(self.sheets)
        self.sheets.setAccessibleName(self.t("Sheet"))
        self.sheets.activated.connect(self._on_sheet)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        rows = QVBoxLayout()
        rows.addLayout(self._filters)
        rows.addWidget(self.table, 1)
        self.column.addLayout(head)
        self.column.addLayout(self._grid)
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
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in ((ROW, 56), (OUTCOME, 140), (NAME, 190), (NAME + 1, 330)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(ROW, QHeaderView.ResizeMode.Interactive)
        return table

    def _what_was_found(self, sheet: Sheet) -> str:
        parts = [sheet.name] if sheet.name else []
        if sheet.encoding:
            parts.append(self.t("read as {encoding}", encoding=sheet.encoding))
        if sheet.delimiter:
            names = {
                ";": self.t("semicolons"),
                ",": self.t("commas"),
                "\t": self.t("tabs"),
                "|": self.t("bars"),
            }
            parts.append(self.t("columns set off by {sign}", sign=names[sheet.delimiter]))
        parts.append(self.t.plural("{n} row", "{n} rows", len(sheet.rows)))
        return " · ".join(parts)

    def _show_sheets(self, sheet: Sheet) -> None:
        self.sheets.setVisible(len(sheet.sheets) > 1)
        self.sheets.clear()
        self.sheets.addItems(list(sheet.sheets))
        self.sheets.setCurrentText(sheet.sheet)

    def _on_sheet(self) -> None:
        if self._source:
            source, wanted = self._source, self.sheets.currentText()
            self.show_sheet(
                run_long(
                    self.t("Reading the list"),
                    lambda _report: read_table(source, wanted),
                    None,
                    self.t,
                )
            )

    def _show_columns(self, guessed: Columns) -> None:
        for place, (field, name) in enumerate(FIELD_NAMES.items()):
            if field not in self.columns:
                self._add_column(place, field, self.t(name))
            combo = self.columns[field]
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(self.t("(not in the list)"), NO_COLUMN)
            for column, heading in enumerate(self.list.headings):
                combo.addItem(heading, column)
            combo.setCurrentIndex(combo.findData(guessed.get(field, NO_COLUMN)))
            combo.blockSignals(False)

    def _add_column(self, place: int, field: Field, name: str) -> None:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumWidth(120)
        combo.activated.connect(lambda _index: self._replan())
        label = QLabel(name)
        label.setProperty("look", "small")
        label.setBuddy(combo)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(label)
        cell.addWidget(combo)
        self._grid.addLayout(cell, place // 5, place % 5)
        self.columns[field] = combo

    def _replan(self) -> None:
        columns, live, today = self.chosen_columns(), self.live, self.live.today

        def plan(_report: Progress) -> ImportPlan:
            people, units = live.read(queries.people, today=today), live.read(queries.units)
            return plan_import(self.list, columns, people, units, self.t)

        try:
            self.plan = run_long(self.t("Looking through the list"), plan, live, self.t)
            self.refusal.setText("")
        except RuleBroken as error:
            self.plan = None
            self.refusal.setText(self.t(error.message))
        self.refusal.setVisible(self.plan is None)
        self._show_filters()
        self._show_rows()

    def _show_filters(self) -> None:
        before = self.segments.choice if self.segments else EVERY
        if self.segments:
            self.segments.deleteLater()
        self.segments = Segments(self.t("Rows shown"), self._choices())
        self.segments.choose(before)
        self.segments.chosen.connect(lambda _key: self._show_rows())
        self._filters.insertWidget(0, self.segments)
        self._filters.addStretch(1)
        self._name_button()

    def _choices(self) -> list[tuple[str, str]]:
        counts = self.plan.counts if self.plan else None
        t = self.t
        told = [
            (EVERY, t("All"), len(self.plan.rows) if self.plan else 0),
            (Outcome.CREATED.value, t("New"), counts.created if counts else 0),
            (Outcome.UPDATED.value, t("Changed"), counts.updated if counts else 0),
            (Outcome.UNCHANGED.value, t("Unchanged"), counts.unchanged if counts else 0),
            (Outcome.REFUSED.value, t("Not imported"), counts.refused if counts else 0),
            (REMARKED, t("With remarks"), counts.remarked if counts else 0),
        ]
        return [(key, f"{name} {n}") for key, name, n in told]

    def _name_button(self) -> None:
        counts = self.plan.counts if self.plan else None
        taken = counts.created + counts.updated if counts else 0
        self.import_button.setEnabled(taken > 0)
        self.import_button.setText(
            self.t.plural("Import {n} person", "Import {n} people", taken)
            if taken
            else self.t("Nothing to import")
        )

    def _show_rows(self) -> None:
        rows = self.plan.rows if self.plan else ()
        choice = self.segments.choice if self.segments else EVERY
        if choice == REMARKED:
            rows = [row for row in rows if row.reasons and row.outcome is not Outcome.REFUSED]
        elif choice != EVERY:
            rows = [row for row in rows if row.outcome == choice]
        self.model.show(rows)

    def _import(self) -> None:
        if self.plan is None:
            return
        self.live.large_edit_coming.emit()
        plan, document = self.plan, self.live.document
        label = M_("Import {n} people", n=plan.counts.created + plan.counts.updated)
        try:
            edit_long(
                self.t("Importing people"),
                self.live,
                self.t,
                lambda: document.edit(label, import_people, plan),
            )
        except Cancelled:
            return
        except RuleBroken as error:
            self.refusal.setText(self.t(error.message))
            self.refusal.show()
            return
        self.accept()
