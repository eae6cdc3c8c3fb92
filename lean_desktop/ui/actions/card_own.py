"""The fields a workspace has added to its actions, written in place like ours."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lean_desktop.domain.cards import Card, FieldKind, OwnField, own_value, told_own_value
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import cards as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField


class OwnFields(QWidget):
    """A field for each; made anew when the workspace has other ones."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._live, self._t = around.live, around.t
        self._card: Card | None = None
        self._known: Sequence[OwnField] = ()
        self.fields: Mapping[int, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def renew(self) -> bool:
        """Follow the workspace's fields; whether others are shown than before."""
        found = self._live.read(queries.own_fields)
        if found == self._known:
            return False
        self._known = found
        for old in self.fields.values():
            old.hide()
            old.deleteLater()
        self.fields = {each.id: self._made(each) for each in found}
        for field in self.fields.values():
            field.setEnabled(not self._live.read_only)
            self._column.addWidget(field)
        return True

    def show_card(self, card: Card) -> None:
        """Show what this card has; what was typed for another is never taken for it."""
        if self._card and self._card.id != card.id:
            for field in self.fields.values():
                if field.in_hand() and not field.try_commit():
                    field.revert()
        self._card = card
        for each in self._known:
            self._show(each, card.values.get(each.id, ""))

    # Inside

    def _show(self, own: OwnField, value: str) -> None:
        field = self.fields[own.id]
        if isinstance(field, ChoiceField):
            field.set_choices(_choices(own, value))
        field.show_value(told_own_value(own, value, self._t))

    def _made(self, own: OwnField) -> Field:
        name = self._t("{name} (only for me)", name=own.name) if own.private else own.name
        if own.kind is FieldKind.CHOICE:
            return ChoiceField(name, self._t, self._put(own), _choices(own, ""))
        hints = {FieldKind.DATE: self._t("20.10. or Friday"), FieldKind.NUMBER: self._t("12.5")}
        return LineField(name, self._t, self._put(own), hint=hints.get(own.kind, ""))

    def _put(self, own: OwnField) -> Callable[[str], None]:
        def put(typed: str) -> None:
            if self._card:
                value = own_value(own, typed, self._live.today)
                title = self._card.action.title
                label = M_("Change {what} of “{name}”", what=own.name, name=title)
                self._live.edit(label, edits.set_values, [self._card.id], own.id, value)

        return put


def _choices(own: OwnField, kept: str) -> list[tuple[str, str]]:
    """What can be chosen, with what is kept though it is a choice no more."""
    there = dict.fromkeys(("", *own.choices, kept))
    return [(each, each or "–") for each in there]
