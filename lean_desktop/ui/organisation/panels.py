"""The panel on the right: the fields of the person, unit or group that is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lean_desktop.domain.organisation import GROUP_KIND_NAMES, Group, GroupKind, Person, Unit
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.model import (
    Writing,
    members_model,
    person_groups_model,
    shown_day,
    shown_percent,
)
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.person_field import PickField, key_of
from lean_desktop.ui.widgets.table import ROW_HEIGHT, Table


class Panel(Inspector):
    """What the three panels share: fields filled after the first paint, drafts, one row shown."""

    kind = ""

    def __init__(self, name: str, around: Surroundings) -> None:
        super().__init__(name)
        self.around = around
        self.live, self.t = around.live, around.t
        self.writing = Writing(around.live, around.t)
        self.row: Any = None
        self.named: dict[str, Field] = {}
        self.setEnabled(not self.live.read_only)
        self.build_when_seen(self._build_all)

    def show_row(self, row: Any) -> None:
        """Show this row's fields, or nothing."""
        if self.built() and self.row and (row is None or row.id != self.row.id):
            self._leave()
        before, self.row = self.row, row
        if self.built():
            self._show(before)

    def keep_drafts(self) -> None:
        """Keep what is typed and not committed."""
        if self.built():
            self._drafts.keep()

    def values(self) -> dict[str, str]:
        """What stands in each field, as text."""
        raise NotImplementedError

    def fill(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def show_more(self, before: Any) -> None:
        """Show what is no field; `before` is the row that was shown."""

    def put_field(self, name: str, field: Field) -> Field:
        """Add a field under a name."""
        self.named[name] = field
        self.add(field)
        return field

    def put_pair(self, first: str, one: Field, second: str, other: Field) -> None:
        """Add two fields side by side."""
        self.named[first], self.named[second] = one, other
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(one)
        line.addWidget(other)
        self.add(row)

    def _build_all(self) -> None:
        self.fill()
        self._drafts = Drafts(self.live, self)
        for field in self.named.values():
            self._drafts.follow(field)
        self._show(None)

    def _show(self, before: Any) -> None:
        self.show_pages(self.row is not None)
        if self.row is None:
            return
        for name, value in self.values().items():
            self.named[name].show_value(value)
            self._drafts.show(self.named[name], f"{self.kind}:{self.row.id}:{name}")
        self.show_more(before)

    def _leave(self) -> None:
        """What was typed for one row must never be taken for another's."""
        for field in self.named.values():
            if field.in_hand() and not field.try_commit():
                self._drafts.keep()
                field.revert()


class PersonPanel(Panel):
    """One person. Emits `sheet_asked` and `anonymise_asked` for the privacy of that person."""

    kind = "person"
    sheet_asked = Signal()
    anonymise_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Person"), around)

    @override
    def fill(self) -> None:
        t, write = self.t, self._write
        self._heading = self.section("")
        self.put_pair(
            "first_name",
            LineField(t("First name"), t, write(M_("first name"), "first_name")),
            "last_name",
            LineField(t("Last name"), t, write(M_("last name"), "last_name")),
        )
        self.put_pair(
            "number",
            LineField(t("Number"), t, write(M_("number"), "number")),
            "percent",
            LineField(t("Position %"), t, write(M_("position"), "percent", self.writing.percent)),
        )
        self.put_field("title", LineField(t("Title"), t, write(M_("title"), "title")))
        self.put_field(
            "unit",
            PickField(t("Unit"), t, self._set(M_("unit"), "unit_id"), self.writing.units),
        )
        self.put_field(
            "manager",
            PickField(t("Manager"), t, self._set(M_("manager"), "manager_id"), self.writing.people),
        )
        self.put_field("email", LineField(t("E-mail"), t, write(M_("e-mail"), "email")))
        self.put_field("phone", LineField(t("Phone"), t, write(M_("phone"), "phone")))
        self.put_pair(
            "active_from",
            LineField(t("From"), t, write(M_("first day"), "active_from", self.writing.day)),
            "active_to",
            LineField(t("To"), t, write(M_("last day"), "active_to", self.writing.day)),
        )
        self.section(t("Groups"))
        self._groups = Members(t("Groups of the person"), self.around)
        self.add(self._groups)
        self._join = PickField(t("Add to group"), t, self._add_to, self.writing.groups)
        self.add(self._join)
        self.section(t("Privacy"))
        self.add(button(t("Everything held about the person …"), self.sheet_asked.emit))
        self.add(button(t("Anonymise …"), self.anonymise_asked.emit, kind="danger"))

    @override
    def values(self) -> dict[str, str]:
        row: Person = self.row
        return {
            "first_name": row.first_name,
            "last_name": row.last_name,
            "number": row.number,
            "percent": shown_percent(self.t, row.percent),
            "title": row.title,
            "unit": row.unit,
            "manager": row.manager,
            "email": row.email,
            "phone": row.phone,
            "active_from": shown_day(self.t, row.active_from),
            "active_to": shown_day(self.t, row.active_to),
        }

    @override
    def show_more(self, before: Person | None) -> None:
        self._heading.setText(self.row.name)
        if before is None or before.id != self.row.id or self._groups.model is None:
            self._groups.follow(person_groups_model(self.live, self.t, self.row.id, self))

    def _write(
        self, what: Any, field: str, read: Callable[[str], object] = str
    ) -> Callable[[str], None]:
        return lambda typed: self.writing.person(self.row, what, **{field: read(typed)})

    def _set(self, what: Any, field: str) -> Callable[[int | None], None]:
        return lambda key: self.writing.person(self.row, what, **{field: key})

    def _add_to(self, group_id: int | None) -> None:
        if group_id is not None:
            name = dict(self.writing.groups())[group_id]
            self.live.edit(
                M_("Put {name} into {group}", name=self.row.name, group=name),
                edits.add_members,
                group_id,
                [self.row.id],
                valid_from=self.live.today,
            )
            _clear(self._join)


class UnitPanel(Panel):
    """One unit."""

    kind = "unit"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Unit"), around)

    @override
    def fill(self) -> None:
        t = self.t
        self._heading = self.section("")
        self.put_field(
            "name",
            LineField(t("Name"), t, lambda x: self.writing.unit(self.row, M_("name"), name=x)),
        )
        self.put_field(
            "parent",
            PickField(
                t("Below"),
                t,
                lambda key: self.writing.unit(self.row, M_("place"), parent_id=key),
                self.writing.units,
            ),
        )
        self.put_field(
            "leader",
            PickField(
                t("Leader"),
                t,
                lambda key: self.writing.unit(self.row, M_("leader"), leader_id=key),
                self.writing.people,
            ),
        )

    @override
    def values(self) -> dict[str, str]:
        row: Unit = self.row
        return {"name": row.name, "parent": row.parent, "leader": row.leader}

    @override
    def show_more(self, before: Unit | None) -> None:
        self._heading.setText(self.t.plural("{n} person", "{n} people", self.row.people))


class GroupPanel(Panel):
    """One group and its members."""

    kind = "group"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Group"), around)

    @override
    def fill(self) -> None:
        t = self.t
        self._heading = self.section("")
        self.put_field("name", LineField(t("Name"), t, self._write(M_("name"), "name")))
        self.put_field(
            "kind",
            ChoiceField(
                t("Kind"),
                t,
                self._write(M_("kind"), "kind", GroupKind),
                [(kind.value, t(name)) for kind, name in GROUP_KIND_NAMES.items()],
            ),
        )
        self.section(t("Members"))
        self._members = Members(t("Members of the group"), self.around)
        self.add(self._members)
        self.join = LineField(
            t("Add a member"),
            t,
            self._add,
            hint=t("Name, then Enter"),
            suggestions=lambda: [name for _, name in self.writing.people()],
        )
        self.add(self.join)
        self.section(t("About the group"))
        self.put_field(
            "purpose",
            TextField(t("Purpose of the group"), t, self._write(M_("purpose"), "purpose")),
        )
        self.put_field(
            "unit", PickField(t("Unit"), t, self._set(M_("unit"), "unit_id"), self.writing.units)
        )
        self.put_field(
            "parent",
            PickField(t("Below"), t, self._set(M_("place"), "parent_id"), self.writing.groups),
        )
        self.put_pair(
            "active_from",
            LineField(t("From"), t, self._write(M_("first day"), "active_from", self.writing.day)),
            "active_to",
            LineField(t("To"), t, self._write(M_("last day"), "active_to", self.writing.day)),
        )

    @override
    def values(self) -> dict[str, str]:
        row: Group = self.row
        return {
            "name": row.name,
            "kind": row.kind.value,
            "purpose": row.purpose,
            "unit": row.unit,
            "parent": row.parent,
            "active_from": shown_day(self.t, row.active_from),
            "active_to": shown_day(self.t, row.active_to),
        }

    @override
    def show_more(self, before: Group | None) -> None:
        members = self.t.plural("{n} member", "{n} members", self.row.members)
        self._heading.setText(f"{self.row.name} · {members}")
        if before is None or before.id != self.row.id or self._members.model is None:
            self._members.follow(members_model(self.live, self.t, self.row.id, self))

    def _write(
        self, what: Any, field: str, read: Callable[[str], object] = str
    ) -> Callable[[str], None]:
        return lambda typed: self.writing.group(self.row, what, **{field: read(typed)})

    def _set(self, what: Any, field: str) -> Callable[[int | None], None]:
        return lambda key: self.writing.group(self.row, what, **{field: key})

    def _add(self, typed: str) -> None:
        key = key_of(typed, self.writing.people())
        if key is not None:
            name = dict(self.writing.people())[key]
            self.live.edit(
                M_("Put {name} into {group}", name=name, group=self.row.name),
                edits.add_members,
                self.row.id,
                [key],
                valid_from=self.live.today,
            )
            _clear(self.join)


class Members(QWidget):
    """A small table of memberships; Del ends the row for good, undo brings it back."""

    MOST = 12

    def __init__(self, name: str, around: Surroundings) -> None:
        super().__init__()
        self._live = around.live
        self.model: RowModel[Any] | None = None
        self.table = Table(name, around.t, around.theme)
        self.table.horizontalHeader().setMinimumSectionSize(40)
        self.table.remove_asked.connect(lambda _whole: self._remove())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.table)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def follow(self, model: RowModel[Any]) -> None:
        """Show these memberships."""
        before, self.model = self.model, model
        self.table.follow(model)
        for column, width in enumerate((128, 104, 84, 84)):
            self.table.setColumnWidth(column, width)
        model.counted.connect(self._fit)
        self._fit()
        if before:
            before.deleteLater()

    def _fit(self) -> None:
        rows = self.model.rowCount() if self.model else 0
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + ROW_HEIGHT * min(max(rows, 1), self.MOST) + 16)

    def _remove(self) -> None:
        gone: Sequence[Any] = self.table.selected()
        if gone and not self._live.read_only:
            label = (
                M_("Take {name} out of {group}", name=gone[0].person, group=gone[0].group)
                if len(gone) == 1
                else M_("Take {n} people out of groups", n=len(gone))
            )
            self._live.edit(label, edits.remove_memberships, [row.id for row in gone])


def _clear(field: LineField) -> None:
    """Empty a field that adds and stays for the next."""
    field.show_value("")
    field.put("")
