"""Who has a role: given to people one by one, or held by members of the role's group."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lean_desktop.domain.organisation import GroupRole
from lean_desktop.domain.roles import FILLED_BY, LED, Role, RoleAssignment
from lean_desktop.edits import organisation as organisation_edits
from lean_desktop.edits import roles as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.line_list import LineList
from lean_desktop.ui.organisation.memberships import Memberships
from lean_desktop.ui.organisation.model import members_model
from lean_desktop.ui.organisation.roles_model import holders_model, told
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.widgets.person_field import PickField


class Holders(QWidget):
    """Fields to give the role, and the list of those who have, had or will have it.

    Emits `opened(person_id)` for Enter and double click.
    """

    opened = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        t = self.t = around.t
        self.live = around.live
        self._people = Writing(around.live, t).people
        self._role: Role | None = None
        self.give = self._pick(t("Give it to"), self._give)
        self.stand_in = self._pick(t("Add a deputy"), self._give_deputy)
        self.list = LineList(
            t("Holders of the role"), around, lambda row: row.person, lambda row: told(t, row)
        )
        self.list.opened.connect(lambda row: self.opened.emit(row.person_id))
        self.list.remove_asked.connect(lambda _whole: self._take_off())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.members = Memberships(t("Holders of the role"), around, lambda row: row.person)
        self.members.opened.connect(lambda row: self.opened.emit(row.person_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.give, self.stand_in, self.list, self.members):
            column.addWidget(widget)

    def show_role(self, role: Role, *, other: bool) -> None:
        """Show who has this role; `other` says whether it is another than before."""
        was, self._role = self._role, role
        group_id = _filling(role)
        self.stand_in.setVisible(group_id is None or role.kind in LED)
        self.members.setVisible(group_id is not None)
        if not other and was and _filling(was) == group_id:
            return
        if group_id is not None:
            self.list.hide()
            self._follow_members(role, group_id)
        else:
            self.list.follow(holders_model(self.live, self.t, role.id, self))

    # Inside

    def _pick(self, title: str, give: Callable[[int | None], object]) -> PickField:
        field = PickField(title, self.t, give, self._people, hint=self.t("Name, then Enter"))
        field.stay_for_next()
        return field

    def _follow_members(self, role: Role, group_id: int) -> None:
        parts = FILLED_BY[role.kind] | ({GroupRole.DEPUTY} if role.kind in LED else set())
        model = members_model(self.live, self.t, group_id, self)
        model.keep(lambda row: row.role in parts)
        self.members.follow(model)

    def _give(self, person_id: int | None) -> None:
        if self._role and person_id is not None:
            name = self._name(person_id)
            self._assign(M_("Give “{role}” to {name}", role=self._role.name, name=name), person_id)

    def _give_deputy(self, person_id: int | None) -> None:
        if self._role and person_id is not None:
            name = self._name(person_id)
            label = M_("{name} as deputy for “{role}”", role=self._role.name, name=name)
            self._assign(label, person_id, deputy=True)

    def _name(self, person_id: int) -> str:
        return dict(self._people()).get(person_id, "")

    def _assign(self, label: Message, person_id: int, *, deputy: bool = False) -> None:
        role, today = self._role, self.live.today
        if role is None:
            return
        if (group_id := _filling(role)) is not None:
            part = GroupRole.DEPUTY if deputy else _part(role)
            change = organisation_edits.give_part
            self.live.edit(label, change, group_id, person_id, part, today)
        else:
            self.live.edit(
                label, edits.assign, role.id, [person_id], deputy=deputy, valid_from=today
            )

    def _end(self) -> None:
        rows = self._chosen()
        label = M_("Let {name} leave “{role}” today", name=_names(rows), role=rows[0].role)
        self.live.edit(label, edits.end_assignments, [row.id for row in rows], self.live.today)

    def _take_off(self) -> None:
        rows = self._chosen()
        if rows and not self.live.read_only:
            label = M_("Take “{role}” from {name}", role=rows[0].role, name=_names(rows))
            self.live.edit(label, edits.remove_assignments, [row.id for row in rows])

    def _chosen(self) -> list[RoleAssignment]:
        return self.list.selected()

    def _open_menu(self, at: QPoint) -> None:
        if not self._chosen() or self.live.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.t("Leaves the role today")).triggered.connect(self._end)
        menu.addAction(self.t("Take the role away")).triggered.connect(self._take_off)
        menu.popup(self.list.viewport().mapToGlobal(at))


def _filling(role: Role) -> int | None:
    """The group whose members hold the role, if it is one of that kind."""
    return role.group_id if role.filled_by_group else None


def _part(role: Role) -> GroupRole:
    """The part in the group that goes with a role; of several, that of a plain member."""
    parts = FILLED_BY[role.kind]
    return GroupRole.MEMBER if len(parts) > 1 else next(iter(parts))


def _names(rows: list[RoleAssignment]) -> str | Message:
    return rows[0].person if len(rows) == 1 else M_("{n} people", n=len(rows))
