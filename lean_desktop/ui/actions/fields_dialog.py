"""The fields a workspace adds to its actions: their names, what they hold, and their order."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from lean_desktop.domain.cards import FIELD_KIND_NAMES, FieldKind, OwnField
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import cards as queries
from lean_desktop.ui.dialog import Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Choice, Line
from lean_desktop.ui.widgets.refusal import Refusal


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
        self.rows = [_Row(self, each) for each in self._before]
        self.nothing = sentence(
            self.t("No field yet. Add what your actions need that ours do not have."), "small"
        )
        self.refusal = Refusal()
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 4)
        self._lay_out()
        self._show()

    def add(self) -> None:
        """One more field, at the end."""
        row = _Row(self, OwnField(0, "", FieldKind.TEXT))
        self.rows.append(row)
        self._show()
        row.name.setFocus()

    def shift(self, row: _Row, by: int) -> None:
        """Move a field up or down."""
        place = self.rows.index(row)
        self.rows.insert(max(0, place + by), self.rows.pop(place))
        self._show()

    def remove(self, row: _Row) -> None:
        """Take a field away, with what the actions have in it."""
        self.rows.remove(row)
        self._show()

    def keep(self) -> None:
        """Write it all down, if it will do."""
        fields = [row.field() for row in self.rows]
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
        self.column.addWidget(self._table)
        self.column.addWidget(button(self.t("Add a field"), self.add))
        told = self.t("A field that is deleted takes what the actions have in it along.")
        self.column.addWidget(sentence(told, "small"))
        self.column.addWidget(self.refusal)
        self.add_button(self.t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(self.t("Keep the fields"), self.keep, Role.AcceptRole, "primary")
        self.setMinimumWidth(self.theme.scaled(760))

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and not self._is_kept(old):
                old.hide()
                old.deleteLater()
        self.nothing.setVisible(not self.rows)
        self._table.setVisible(bool(self.rows))
        for place, text in enumerate(self._heads() if self.rows else ()):
            label = QLabel(text)
            label.setProperty("look", "small")
            self._grid.addWidget(label, 0, place)
        for number, row in enumerate(self.rows, start=1):
            for place, widget in enumerate((*row.widgets(), *self._moves(number - 1, row))):
                self._grid.addWidget(widget, number, place)
                widget.show()

    def _heads(self) -> Sequence[str]:
        t = self.t
        return t("Name of the field"), t("What it holds"), t("Choices, with semicolons between")

    def _is_kept(self, widget: QWidget) -> bool:
        return any(widget in row.widgets() for row in self.rows)

    def _moves(self, place: int, row: _Row) -> Sequence[QPushButton]:
        name = row.name.text()
        up = self._tool("chevu", self.t("Move {name} up", name=name), partial(self.shift, row, -1))
        down = self._tool(
            "chevd", self.t("Move {name} down", name=name), partial(self.shift, row, 1)
        )
        gone = self._tool("trash", self.t("Delete {name}", name=name), partial(self.remove, row))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self.rows) - 1)
        return up, down, gone

    def _tool(self, icon: str, name: str, do: Callable[[], object]) -> QPushButton:
        return button("", do, kind="tool", icon=self.theme.icon(icon), name=name)


def _line(text: str, name: str) -> Line:
    made = Line()
    made.setText(text)
    made.setAccessibleName(name)
    return made
