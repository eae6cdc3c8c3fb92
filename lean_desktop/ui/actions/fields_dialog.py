"""The fields a workspace adds to its actions: their names, what they hold, and their order."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from lean_desktop.domain.cards import FIELD_KIND_NAMES, FieldKind, OwnField
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_, N_
from lean_desktop.queries import cards as queries
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.row_grid import RowGrid
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Choice, Line
from lean_desktop.ui.widgets.refusal import Refusal

_NAMES = (N_("Move {name} up"), N_("Move {name} down"), N_("Delete {name}"))


class _Row:
    """One field as it is being written."""

    def __init__(self, dialog: "FieldsDialog", own: OwnField) -> None:
        t = dialog.t
        self.id = own.id
        self.name = _line(own.name, t("Name of the field"))
        self.kind = Choice()
        self.kind.setAccessibleName(t("What it holds"))
        for each, name in FIELD_KIND_NAMES.items():
            self.kind.addItem(t(name), each.value)
        self.kind.setCurrentIndex(self.kind.findData(own.kind.value))
        self.kind.setEnabled(not own.id)  # What actions have in it is of its kind.
        self.choices = _line("; ".join(own.choices), t("Choices, with semicolons between"))
        self.private = QCheckBox(t("Only for me"))
        self.private.setToolTip(t("Only for me: on no screen and no paper"))
        self.private.setChecked(own.private)
        self.kind.currentIndexChanged.connect(self._show_choices)
        self._show_choices()

    def field(self) -> OwnField:
        """What is written."""
        choices = tuple(self.choices.text().split(";")) if self._is_choice() else ()
        name, private = " ".join(self.name.text().split()), self.private.isChecked()
        return OwnField(self.id, name, FieldKind(self.kind.currentData()), choices, private)

    def widgets(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.name, self.kind, self.choices, self.private

    def told(self) -> str:
        """What it is called by now."""
        return self.name.text()

    def _is_choice(self) -> bool:
        return bool(self.kind.currentData() == FieldKind.CHOICE.value)

    def _show_choices(self) -> None:
        self.choices.setEnabled(self._is_choice())


class FieldsDialog(Dialog):
    """Changes the workspace's own fields, all in one step."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t, around.theme, around.t("Own fields"), parent)
        self._live = around.live
        self._before = self._live.read(queries.own_fields)
        t = self.t
        heads = t("Name of the field"), t("What it holds"), t("Choices, with semicolons between")
        self.table = RowGrid[_Row](t, self.theme, heads, _NAMES)
        self.table.grid.setColumnStretch(0, 3)
        self.table.grid.setColumnStretch(2, 4)
        rows = [_Row(self, each) for each in self._before]
        self.nothing = sentence(
            self.t("No field yet. Add what your actions need that ours do not have."), "small"
        )
        self.refusal = Refusal()
        self._lay_out()
        self.table.changed.connect(lambda: self.nothing.setVisible(not self.table.rows))
        self.table.show_rows(rows)

    def add(self) -> None:
        """One more field, at the end."""
        row = _Row(self, OwnField(0, "", FieldKind.TEXT))
        self.table.insert(row)
        row.name.setFocus()

    def keep(self) -> None:
        """Write it all down, if it will do."""
        fields = [row.field() for row in self.table.rows]
        try:
            if fields != self._before:
                self._live.edit(M_("Change the own fields"), edits.set_fields, fields)
        except RuleBroken as error:
            self.refusal.say(self.t(error.message))
            return
        self.accept()

    # Inside

    def _lay_out(self) -> None:
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.table)
        self.column.addWidget(button(self.t("Add a field"), self.add))
        told = self.t("A field that is deleted takes what the actions have in it along.")
        self.column.addWidget(sentence(told, "small"))
        self.column.addWidget(self.refusal)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Keep the fields"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(760))


def _line(text: str, name: str) -> Line:
    made = Line()
    made.setText(text)
    made.setAccessibleName(name)
    return made
