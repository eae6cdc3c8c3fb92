"""A new role: from a ready description, or from nothing."""

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.roles import ROLE_KIND_NAMES, RoleKind
from lean_desktop.edits import roles as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import roles as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.new_dialog import (
    NOWHERE,
    At,
    NewDialog,
    NewGroupDialog,
    NewPersonDialog,
    NewUnitDialog,
)
from lean_desktop.ui.organisation.toolbar import GROUPS, PEOPLE, UNITS
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import ChoiceField, LineField


class NewRoleDialog(NewDialog):
    """A description to begin with, a name, and the group or unit it belongs to.

    A ready description brings its purpose, what it decides and what it is accountable for; all of
    it can be changed afterwards.
    """

    def __init__(
        self, around: Surroundings, parent: QWidget | None = None, at: At = NOWHERE
    ) -> None:
        super().__init__(around.t("New role"), around, parent)
        t = self.t
        self.name = LineField(t("Name"), t, str)
        self._ready = queries.ready(t.code).roles
        self.description = ChoiceField(
            t("Begin with"), t, self._name_it, [(kind.value, self._told(kind)) for kind in RoleKind]
        )
        self.description.put(RoleKind.OWN.value)
        self.group = self.place(t("Group"), self.writing.groups)
        self.unit = self.place(t("Unit"), self.writing.units)
        self.group.give(at.key, at.name)
        self.unit.give(at.unit_id, at.unit)
        self.finish(self.name, self.description, self.group, self.unit)

    @override
    def add(self) -> tuple[int, str]:
        name, kind = self.name.text(), RoleKind(self.description.text())
        group, unit = self.group.key(), self.unit.key()
        label = M_("Add role: {name}", name=name or self._told(kind))
        if kind in self._ready:
            ready = self._ready[kind]
            key = self.live.edit(
                label, edits.add_ready_role, ready, name=name, group_id=group, unit_id=unit
            )
        else:
            key = self.live.edit(label, edits.add_role, name, group_id=group, unit_id=unit)
        self.name.begin_anew()
        return key, name or self._told(kind)

    def _told(self, kind: RoleKind) -> str:
        return self.t("Nothing ready") if kind is RoleKind.OWN else self.t(ROLE_KIND_NAMES[kind])

    def _name_it(self, typed: str) -> None:
        """The name of the description, unless another is typed already."""
        kind = RoleKind(typed)
        known = {"", *(ready.name for ready in self._ready.values())}
        if self.name.text() in known:
            ready = self._ready.get(kind)
            self.name.put(ready.name if ready else "")


def new_dialog(which: str, around: Surroundings, parent: QWidget, at: At) -> NewDialog:
    """The dialog for a new person, unit, group or role."""
    if which == PEOPLE:
        return NewPersonDialog(around, parent, at)
    if which == UNITS:
        return NewUnitDialog(around, parent, at)
    if which == GROUPS:
        return NewGroupDialog(around, parent, at)
    return NewRoleDialog(around, parent, at)
