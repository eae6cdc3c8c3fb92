"""New people, units and groups: Enter adds, and the dialog stays for the next one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, GroupKind
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from lean_desktop.ui.dialog import Dialog, Role
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.writing import Named, Writing
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField


class At(NamedTuple):
    """Where a new one is to come: below what has that key and name, and above those in `over`.

    A new person comes into `unit`, and has the one with `key` as their manager.
    """

    key: int | None = None
    name: str = ""
    over: tuple[int, ...] = ()
    unit_id: int | None = None
    unit: str = ""


NOWHERE = At()


class NewDialog(Dialog):
    """What the new-dialogs share. Emits `added(key)` for each."""

    added = Signal(int)

    def __init__(self, title: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self.live = around.live
        self.writing = Writing(around.live, around.t)
        self.told = QLabel()
        self.told.setProperty("look", "small")
        self.told.setWordWrap(True)
        self.setMinimumWidth(around.theme.scaled(400))

    def finish(self, *fields: Field) -> None:
        """Put the fields and the buttons in."""
        self.fields = fields
        for field in fields:
            self.column.addWidget(field)
        self.column.addWidget(self.told)
        self.add_button(self.t("Close"), self.reject, Role.RejectRole)
        self.add_button(self.t("Add"), self._add, Role.ActionRole, "primary")
        fields[0].editor.setFocus()

    def place(self, label: str, choices: Callable[[], Named]) -> "PlaceField":
        """A field for where the new one belongs."""
        return PlaceField(label, self, choices)

    def add(self) -> tuple[int, str]:
        """Make the edit; the new key and its name. Raises RuleBroken."""
        raise NotImplementedError

    def _add(self) -> None:
        try:
            key, name = self.add()
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        for field in self.fields:
            field.refuse("")
        self.told.setText(self.t("“{name}” is added. Write the next, or close.", name=name))
        self.added.emit(key)
        self.fields[0].editor.setFocus()

    def _refuse(self, sentence: str) -> None:
        """Show the sentence where it belongs: at a field that knows, or else at the first."""
        self.told.setText("")
        if not any(field.sentence.text() for field in self.fields[1:]):
            self.fields[0].refuse(sentence)
            self.fields[0].editor.setFocus()


class PlaceField(LineField):
    """The name of a unit or a group; what is not known is refused here."""

    def __init__(self, label: str, dialog: NewDialog, choices: Callable[[], Named]) -> None:
        self._choices = choices
        self._given: tuple[int | None, str] = None, ""
        super().__init__(
            label,
            dialog.t,
            lambda typed: key_of(typed, choices()),
            suggestions=lambda: [name for _, name in choices()],
        )

    def give(self, key: int | None, name: str) -> None:
        """Begin with this one, which is meant even where others have the same name."""
        self._given = key, name
        self.show_value(name)

    def key(self) -> int | None:
        """The key of what is named, None for an empty text. Raises RuleBroken, and shows why."""
        key, name = self._given
        if name and self.text() == name:
            return key
        try:
            found = key_of(self.text(), self._choices())
        except RuleBroken as error:
            self.refuse(self.t(error.message))
            raise
        self.refuse("")
        return found


class NewPersonDialog(NewDialog):
    """First name, last name, title and unit; title and unit stay for the next."""

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, at: At = NOWHERE
    ) -> None:
        super().__init__(around.t("New person"), around, parent)
        t = self.t
        self._at = at
        self.first_name = LineField(t("First name"), t, str)
        self.last_name = LineField(t("Last name"), t, str)
        self.title = LineField(t("Job title"), t, str)
        self.unit = self.place(t("Unit"), self.writing.units)
        self.unit.give(at.unit_id, at.unit)
        self.finish(self.first_name, self.last_name, self.title, self.unit)

    @override
    def add(self) -> tuple[int, str]:
        first, last = self.first_name.text(), self.last_name.text()
        name = f"{first} {last}".strip()
        key = self.live.edit(
            M_("Add person: {name}", name=name),
            edits.add_person,
            first_name=first,
            last_name=last,
            title=self.title.text(),
            unit_id=self.unit.key(),
            manager_id=self._at.key,
            over=self._at.over,
        )
        self._at = self._at._replace(over=())
        self.first_name.begin_anew()
        self.last_name.begin_anew()
        return key, name


class NewUnitDialog(NewDialog):
    """A name, and the unit above it."""

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, at: At = NOWHERE
    ) -> None:
        super().__init__(around.t("New unit"), around, parent)
        self._over = at.over
        self.name = LineField(self.t("Name"), self.t, str)
        self.above = self.place(self.t("Below"), self.writing.units)
        self.above.give(at.key, at.name)
        self.finish(self.name, self.above)

    @override
    def add(self) -> tuple[int, str]:
        name, above = self.name.text(), self.above.key()
        label = M_("Add unit: {name}", name=name)
        key = self.live.edit(label, edits.add_unit, name, above, over=self._over)
        self._over = ()
        self.name.begin_anew()
        return key, name


class NewGroupDialog(NewDialog):
    """A name, a kind, and the group above it."""

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, at: At = NOWHERE
    ) -> None:
        super().__init__(around.t("New group"), around, parent)
        t = self.t
        self._over = at.over
        self.name = LineField(t("Name"), t, str)
        kinds = [(kind.value, t(name)) for kind, name in GROUP_KIND_NAMES.items()]
        self.kind = ChoiceField(t("Kind"), t, str, kinds)
        self.kind.put(GroupKind.IMPROVEMENT.value)
        self.above = self.place(t("Below"), self.writing.groups)
        self.above.give(at.key, at.name)
        self.finish(self.name, self.kind, self.above)

    @override
    def add(self) -> tuple[int, str]:
        name = self.name.text()
        key = self.live.edit(
            M_("Add group: {name}", name=name),
            edits.add_group,
            GroupKind(self.kind.text()),
            name,
            parent_id=self.above.key(),
            over=self._over,
        )
        self._over = ()
        self.name.begin_anew()
        return key, name
