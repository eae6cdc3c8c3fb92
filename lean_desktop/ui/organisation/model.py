"""What the Organisation tab lists, and how a typed cell becomes an edit."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    Group,
    Membership,
    Person,
    Unit,
)
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import Column, RowModel
from lean_desktop.ui.widgets.person_field import key_of

Choices = Callable[[], list[tuple[int, str]]]


class Writing:
    """Turns what was typed into the edit of one field, with a step that says what it was."""

    def __init__(self, live: LiveDocument, t: Language) -> None:
        self.live = live
        self.t = t

    def person(self, row: Person, what: Message, **fields: object) -> None:
        """Set fields of one person."""
        self._edit(edits.change_people, row.id, row.name, what, fields)

    def unit(self, row: Unit, what: Message, **fields: object) -> None:
        """Set fields of one unit."""
        self._edit(edits.change_units, row.id, row.name, what, fields)

    def group(self, row: Group, what: Message, **fields: object) -> None:
        """Set fields of one group."""
        self._edit(edits.change_groups, row.id, row.name, what, fields)

    def membership(self, row: Membership, what: Message, **fields: object) -> None:
        """Set fields of one membership."""
        self._edit(edits.change_memberships, row.id, f"{row.person}, {row.group}", what, fields)

    def people(self) -> list[tuple[int, str]]:
        """Everyone there is to choose from."""
        found = self.live.read(queries.people, today=self.live.today)
        return [(person.id, person.name) for person in found]

    def units(self) -> list[tuple[int, str]]:
        """Every unit there is to choose from."""
        return [(unit.id, unit.name) for unit in self.live.read(queries.units)]

    def groups(self) -> list[tuple[int, str]]:
        """Every group there is to choose from."""
        found = self.live.read(queries.groups, today=self.live.today)
        return [(group.id, group.name) for group in found]

    def day(self, typed: str) -> date | None:
        """A day, or None for an empty text. Raises RuleBroken."""
        return self.t.parse_date(typed, self.live.today) if typed.strip() else None

    def percent(self, typed: str) -> float | None:
        """A percentage, or None for an empty text. Raises RuleBroken."""
        clean = typed.strip().rstrip("%").strip().replace(",", ".")
        try:
            return float(clean) if clean else None
        except ValueError:
            raise RuleBroken(M_("“{text}” is no number. Write 100 or 37.5.", text=typed)) from None

    def _edit(
        self, change: Any, key: int, name: str, what: Message, fields: dict[str, object]
    ) -> None:
        label = M_("Change {what} of “{name}”", what=what, name=name)
        self.live.edit(label, change, [key], **fields)


def shown_day(t: Language, day: date | None) -> str:
    """A day as it is typed; empty when there is none."""
    return t.date(day) if day else ""


def shown_percent(t: Language, percent: float | None) -> str:
    """A percentage as it is typed; empty when there is none."""
    if percent is None:
        return ""
    return t.number(percent, 0 if percent == int(percent) else 1)


def people_model(
    live: LiveDocument, t: Language, parent: QObject | None = None
) -> RowModel[Person]:
    """People by last name."""
    writing = Writing(live, t)
    today = live.today
    return RowModel(
        live,
        _people_columns(writing),
        lambda connection, ids: queries.people(connection, ids, today=today),
        queries.people_touched,
        lambda person: (t.sort_key(person.last_name), t.sort_key(person.first_name), person.id),
        parent,
    )


def units_model(live: LiveDocument, t: Language, parent: QObject | None = None) -> RowModel[Unit]:
    """Units by name."""
    return RowModel(
        live,
        _unit_columns(Writing(live, t)),
        queries.units,
        queries.units_touched,
        lambda unit: (t.sort_key(unit.name), unit.id),
        parent,
    )


def groups_model(live: LiveDocument, t: Language, parent: QObject | None = None) -> RowModel[Group]:
    """Groups from the top of the improvement organisation down, then by name."""
    rank = {kind: place for place, kind in enumerate(GROUP_KIND_NAMES)}
    today = live.today
    return RowModel(
        live,
        _group_columns(Writing(live, t)),
        lambda connection, ids: queries.groups(connection, ids, today=today),
        queries.groups_touched,
        lambda group: (rank[group.kind], t.sort_key(group.name), group.id),
        parent,
    )


def members_model(
    live: LiveDocument, t: Language, group_id: int, parent: QObject | None = None
) -> RowModel[Membership]:
    """Who is, was or will be in one group."""
    return _memberships(live, t, parent, group_id=group_id)


def person_groups_model(
    live: LiveDocument, t: Language, person_id: int, parent: QObject | None = None
) -> RowModel[Membership]:
    """Which groups one person is, was or will be in."""
    return _memberships(live, t, parent, person_id=person_id)


def _memberships(
    live: LiveDocument, t: Language, parent: QObject | None, **whose: int
) -> RowModel[Membership]:
    writing = Writing(live, t)
    name = (
        Column("person", t("Name"), lambda row: row.person)
        if "group_id" in whose
        else Column("group", t("Group"), lambda row: row.group)
    )
    rank = {role: place for place, role in enumerate(GROUP_ROLE_NAMES)}
    return RowModel(
        live,
        [name, *_membership_columns(writing)],
        lambda connection, ids: queries.memberships(connection, ids, **whose),
        queries.memberships_touched,
        lambda row: (rank[row.role], t.sort_key(row.person), t.sort_key(row.group), row.id),
        parent,
    )


def _people_columns(writing: Writing) -> Sequence[Column]:
    t, write = writing.t, _writer(writing.person)
    return (
        Column(
            "first_name",
            t("First name"),
            lambda row: row.first_name,
            lambda row: t.sort_key(row.first_name),
            write(M_("first name"), "first_name"),
        ),
        Column(
            "last_name",
            t("Last name"),
            lambda row: row.last_name,
            lambda row: t.sort_key(row.last_name),
            write(M_("last name"), "last_name"),
        ),
        Column(
            "number",
            t("Number"),
            lambda row: row.number,
            lambda row: row.number.zfill(20) if row.number.isdigit() else row.number,
            write(M_("number"), "number"),
        ),
        Column(
            "title",
            t("Title"),
            lambda row: row.title,
            lambda row: t.sort_key(row.title),
            write(M_("title"), "title"),
        ),
        Column(
            "unit",
            t("Unit"),
            lambda row: row.unit,
            lambda row: t.sort_key(row.unit),
            write(M_("unit"), "unit_id", lambda typed: key_of(typed, writing.units())),
            lambda: [name for _, name in writing.units()],
        ),
        Column(
            "manager",
            t("Manager"),
            lambda row: row.manager,
            lambda row: t.sort_key(row.manager),
            write(M_("manager"), "manager_id", lambda typed: key_of(typed, writing.people())),
            lambda: [name for _, name in writing.people()],
        ),
        Column("email", t("E-mail"), lambda row: row.email, None, write(M_("e-mail"), "email")),
        Column("phone", t("Phone"), lambda row: row.phone, None, write(M_("phone"), "phone")),
        Column(
            "percent",
            t("Position %"),
            lambda row: shown_percent(t, row.percent),
            lambda row: row.percent or 0,
            write(M_("position"), "percent", writing.percent),
            right=True,
        ),
        *_period_columns(writing, write, "active_from", "active_to"),
        Column(
            "groups", t("Groups"), lambda row: str(row.groups), lambda row: row.groups, right=True
        ),
    )


def _unit_columns(writing: Writing) -> Sequence[Column]:
    t, write = writing.t, _writer(writing.unit)
    return (
        Column(
            "name",
            t("Unit"),
            lambda row: row.name,
            lambda row: t.sort_key(row.name),
            write(M_("name"), "name"),
        ),
        Column(
            "parent",
            t("Below"),
            lambda row: row.parent,
            lambda row: t.sort_key(row.parent),
            write(M_("place"), "parent_id", lambda typed: key_of(typed, writing.units())),
            lambda: [name for _, name in writing.units()],
        ),
        Column(
            "leader",
            t("Leader"),
            lambda row: row.leader,
            lambda row: t.sort_key(row.leader),
            write(M_("leader"), "leader_id", lambda typed: key_of(typed, writing.people())),
            lambda: [name for _, name in writing.people()],
        ),
        Column(
            "people", t("People"), lambda row: str(row.people), lambda row: row.people, right=True
        ),
    )


def _group_columns(writing: Writing) -> Sequence[Column]:
    t, write = writing.t, _writer(writing.group)
    kinds = list(GROUP_KIND_NAMES)
    names = [(place, t(GROUP_KIND_NAMES[kind])) for place, kind in enumerate(kinds)]
    return (
        Column(
            "name",
            t("Group"),
            lambda row: row.name,
            lambda row: t.sort_key(row.name),
            write(M_("name"), "name"),
        ),
        Column(
            "kind",
            t("Kind"),
            lambda row: t(GROUP_KIND_NAMES[row.kind]),
            lambda row: kinds.index(row.kind),
            write(M_("kind"), "kind", lambda typed: _chosen(typed, names, kinds)),
            lambda: [name for _, name in names],
        ),
        Column("leader", t("Group leader"), lambda row: row.leader),
        Column(
            "members",
            t("Members"),
            lambda row: str(row.members),
            lambda row: row.members,
            right=True,
        ),
        Column(
            "unit",
            t("Unit"),
            lambda row: row.unit,
            lambda row: t.sort_key(row.unit),
            write(M_("unit"), "unit_id", lambda typed: key_of(typed, writing.units())),
            lambda: [name for _, name in writing.units()],
        ),
        Column(
            "parent",
            t("Below"),
            lambda row: row.parent,
            lambda row: t.sort_key(row.parent),
            write(M_("place"), "parent_id", lambda typed: key_of(typed, writing.groups())),
            lambda: [name for _, name in writing.groups()],
        ),
        *_period_columns(writing, write, "active_from", "active_to"),
    )


def _membership_columns(writing: Writing) -> Sequence[Column]:
    t, write = writing.t, _writer(writing.membership)
    roles = list(GROUP_ROLE_NAMES)
    names = [(place, t(GROUP_ROLE_NAMES[role])) for place, role in enumerate(roles)]
    return (
        Column(
            "role",
            t("Role"),
            lambda row: t(GROUP_ROLE_NAMES[row.role]),
            lambda row: roles.index(row.role),
            write(M_("role"), "role", lambda typed: _chosen(typed, names, roles)),
            lambda: [name for _, name in names],
        ),
        *_period_columns(writing, write, "valid_from", "valid_to"),
    )


def _period_columns(
    writing: Writing, write: Callable[..., Any], first: str, last: str
) -> Sequence[Column]:
    t = writing.t
    return (
        _day_column(writing, first, t("From"), write(M_("first day"), first, writing.day)),
        _day_column(writing, last, t("To"), write(M_("last day"), last, writing.day)),
    )


def _day_column(
    writing: Writing, name: str, title: str, write: Callable[[Any, str], None]
) -> Column:
    day: Callable[[Any], date | None] = attrgetter(name)
    return Column(
        name,
        title,
        lambda row: shown_day(writing.t, day(row)),
        lambda row: day(row) or date.min,
        write,
    )


def _writer(change: Callable[..., None]) -> Callable[..., Callable[[Any, str], None]]:
    """Makes the writers of one table's columns: what it is called, its field, how text is read."""

    def writer(
        what: Message, field: str, read: Callable[[str], object] = str
    ) -> Callable[[Any, str], None]:
        return lambda row, typed: change(row, what, **{field: read(typed)})

    return writer


def _chosen(typed: str, names: list[tuple[int, str]], values: list[Any]) -> Any:
    found = key_of(typed, names)
    if found is None:
        raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
    return values[found]
