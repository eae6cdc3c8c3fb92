"""The import of actions: what was found in the list, what would become of each row, and the doing.

Nothing is written until the user says so; then it is one undo step.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QTableView, QWidget

from lean_desktop.domain.actions_import import (
    COLUMN_NAMES,
    ActionColumn,
    ActionList,
    ActionPlan,
    PlannedAction,
    action_list,
    plan_actions,
    refused_rows,
)
from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.domain.people_import import OUTCOME_NAMES, Outcome
from lean_desktop.edits import actions_import as edits
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.cards import own_fields
from lean_desktop.queries.exported_actions import here
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.import_columns import ImportColumns
from lean_desktop.ui.import_source import ImportSource, Reading
from lean_desktop.ui.long_work import edit_labelled, run_long
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import Index
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.cells import Cells
from lean_desktop.ui.work import Progress

EVERY, REMARKED = "all", "remarked"
CHOSEN = (
    *(ActionColumn.TITLE, ActionColumn.OWNER, ActionColumn.GROUP, ActionColumn.STATUS),
    *(ActionColumn.DUE, ActionColumn.CREATED, ActionColumn.DONE, ActionColumn.HELPERS),
    *(ActionColumn.TAGS, ActionColumn.REMARK),
)
"""The columns one may choose otherwise; what only our own export has is recognised alone."""

ROW, OUTCOME, TITLE, WHY = range(4)
_WIDTHS = ((ROW, 56), (OUTCOME, 130), (TITLE, 380))
_MARKS = {
    Outcome.CREATED: ("plus", "good"),
    Outcome.UPDATED: ("redo", "accent_text"),
    Outcome.UNCHANGED: ("minusc", "text3"),
    Outcome.REFUSED: ("alert", "bad"),
}


class ActionsModel(QAbstractTableModel):
    """Rows of a plan."""

    def __init__(self, t: Language, theme: Theme) -> None:
        super().__init__()
        self._t, self._theme = t, theme
        self.rows: Sequence[PlannedAction] = ()
        self._heads = (t("Row"), t("Outcome"), t("Action"), t("Why"))

    def show(self, rows: Sequence[PlannedAction]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == OUTCOME:
            return self._theme.icon(*_MARKS[row.outcome])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == WHY:
            return self._theme.color("bad" if row.outcome is Outcome.REFUSED else "watch")
        return None

    def text(self, row: PlannedAction, column: int) -> str:
        """What stands in a cell."""
        texts = (
            str(row.row),
            self._t(OUTCOME_NAMES[row.outcome]),
            row.title,
            " ".join(map(self._t, row.remarks)),
        )
        return texts[column]


class ActionsImport(Dialog):
    """The preview: which column says what, and row by row what becomes of it."""

    def __init__(
        self, around: Surroundings, read: Reading, sheet: Sheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            around.t,
            around.theme,
            around.t("Import actions"),
            parent,
            settings=around.settings,
            remember="import_actions",
        )
        self.live, self._around = around.live, around
        self.plan: ActionPlan | None = None
        self.list = ActionList([], None, {})
        self.source = ImportSource(read, self.t)
        self.source.reread.connect(self.show_sheet)
        names = {each: COLUMN_NAMES[each] for each in CHOSEN}
        self.columns = ImportColumns(self.t, names)
        self.columns.changed.connect(self._replan)
        self.own: dict[int, QCheckBox] = {}
        self._own_row = QWidget()
        self._own_line = QHBoxLayout(self._own_row)
        self._own_line.setContentsMargins(0, 0, 0, 0)
        self.refusal = sentence("", "bad")
        self.segments = Segments(self.t("Rows shown"), self._choices())
        self.segments.chosen.connect(self._show_rows)
        self.model = ActionsModel(self.t, self.theme)
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
        self.list = action_list(sheet.rows)
        self.columns.offer(self.list.headings, self.list.columns)
        self._offer_own()
        self._replan()

    def save_refused(self, path: Path | None = None) -> None:
        """Write the rows that are not taken in to a file of their own, to be mended there."""
        from lean_desktop.exchange.plain_files import delimited
        from lean_desktop.exchange.whole_file import write_whole

        asking = Asking(self.t, self._around.settings, self)
        target = path or asking.actions_to_write(self.t("Not imported"))
        if target and self.plan:
            write_whole(target.with_suffix(".csv"), delimited(refused_rows(self.list, self.plan)))

    # Inside

    def _lay_out(self) -> None:
        self.column.addWidget(self.source)
        self.column.addWidget(self.columns)
        self.column.addWidget(self._own_row)
        self.column.addWidget(self.refusal)
        self.column.addWidget(self.segments)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.whole)
        self.refused_button = self.add_button(
            self.t("Save what is not imported …"), self.save_refused, Role.ResetRole
        )
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
        table.verticalHeader().setDefaultSectionSize(self.theme.scaled(30))
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS:
            table.setColumnWidth(column, self.theme.scaled(width))
        return table

    def _offer_own(self) -> None:
        """A box for each column we do not know; ticked, it becomes a field of the workspace's own."""
        for old in self.own.values():
            old.hide()
            old.deleteLater()
        known = {each.name.casefold() for each in self.live.read(own_fields)}
        unknown = self.list.unknown().items()
        self.own = {
            at: QCheckBox(self.t("Make a field of “{name}”", name=head).replace("&", "&&"))
            for at, head in unknown
            if head.casefold() not in known
        }
        for box in self.own.values():
            box.clicked.connect(self._replan)
            self._own_line.addWidget(box)
        self._own_row.setVisible(bool(self.own))

    def _replan(self) -> None:
        others = {c: at for c, at in self.list.columns.items() if c not in CHOSEN}
        source = self.list._replace(columns={**others, **self.columns.chosen()})
        own = [at for at, box in self.own.items() if box.isChecked()]
        live, today = self.live, self.live.today

        def plan(_report: Progress) -> ActionPlan:
            known = live.read(here, today=today)
            return plan_actions(source, known, today, self.t, own_fields=own)

        self.plan, refusal = None, ""
        try:
            self.plan = run_long(self.t("Looking through the list"), plan, live, self.t)
        except RuleBroken as error:
            refusal = self.t(error.message)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self._tell_counts()
        self._show_rows()

    def _count(self, outcome: Outcome) -> int:
        return self.plan.counts[outcome] if self.plan else 0

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
        taken = self._count(Outcome.CREATED) + self._count(Outcome.UPDATED)
        self.import_button.setEnabled(taken > 0)
        told = self.t.plural("Import {n} action", "Import {n} actions", taken)
        self.import_button.setText(told if taken else self.t("Nothing to import"))
        self.refused_button.setEnabled(self._count(Outcome.REFUSED) > 0)

    def _show_rows(self) -> None:
        rows, choice = self.plan.rows if self.plan else (), self.segments.choice
        self.model.show([row for row in rows if _belongs(row, choice)])
        self.table.selectRow(0)

    def _show_whole(self, current: QModelIndex) -> None:
        row = self.model.rows[current.row()] if current.isValid() else None
        parts = (row.title, self.model.text(row, WHY)) if row else ()
        self.whole.setText(" · ".join(filter(None, parts)))

    def _import(self) -> None:
        plan, today = self.plan, self.live.today
        if plan is None:
            return
        self.live.large_edit_coming.emit()
        taken = self._count(Outcome.CREATED) + self._count(Outcome.UPDATED)
        label = M_("Import {n} actions", n=taken)
        reason = self.t("Imported from “{name}”", name=self.source.name)
        try:
            edit_labelled(label, self.live, self.t, edits.import_actions, plan, today, reason)
        except Cancelled:
            return
        except RuleBroken as error:
            self.refusal.setText(self.t(error.message))
            self.refusal.show()
            return
        self.accept()


def _belongs(row: PlannedAction, choice: str) -> bool:
    if choice == REMARKED:
        return bool(row.remarks) and row.outcome is not Outcome.REFUSED
    return choice in (EVERY, row.outcome)
