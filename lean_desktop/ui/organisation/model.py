"""What the Organisation tab lists: people, units, groups, and who is in which."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    Group,
    Membership,
    Person,
    Unit,
)
from lean_desktop.domain.reporting import people_on
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import Connection
from lean_desktop.queries import organisation as queries
from lean_desktop.queries.reporting import lines
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.columns import Columns
from lean_desktop.ui.organisation.writing import Writing, shown_day, shown_percent
from lean_desktop.ui.row_model import Column, RowModel


def people_model(
    live: LiveDocument, t: Language, parent: QObject | None = None
) -> RowModel[Person]:
    """Everyone, by last name."""
    return _people(live, t, _people_columns(Writing(live, t)), parent)


def unit_people_model(
    live: LiveDocument, t: Language, unit_id: int, parent: QObject | None = None
) -> RowModel[Person]:
    """The people who belong to one unit directly."""
    name = Column("name", t("Name"), lambda row: row.name)
    return _people(live, t, [name], parent, unit_id=unit_id)


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
    today, dated = live.today, live.dated
    return RowModel(
        live,
        _group_columns(Writing(live, t)),
        lambda connection, ids: queries.groups(connection, ids, today=today, only_active=dated),
        queries.groups_touched,
        lambda group: (rank[group.kind], t.sort_key(group.name), group.id),
        parent,
    )


def members_model(
    live: LiveDocument, t: Language, group_id: int, parent: QObject | None = None
) -> RowModel[Membership]:
    """Who is, was or will be in one group; those who are, first."""
    name = Column("person", t("Name"), lambda row: f"{row.person}, {told(t, row)}")
    return _memberships(live, t, name, parent, group_id=group_id)


def person_groups_model(
    live: LiveDocument, t: Language, person_id: int, parent: QObject | None = None
) -> RowModel[Membership]:
    """Which groups one person is, was or will be in; those of today first."""
    name = Column("group", t("Group"), lambda row: f"{row.group}, {told(t, row)}")
    return _memberships(live, t, name, parent, person_id=person_id)


def told(t: Language, row: Membership) -> str:
    """What somebody does in a group and for how long: `Group leader · since 01.03.2026`."""
    role, first, last = t(GROUP_ROLE_NAMES[row.role]), row.valid_from, row.valid_to
    if first and last:
        return f"{role} · {shown_day(t, first)}–{shown_day(t, last)}"
    if first:
        return f"{role} · " + t("since {day}", day=shown_day(t, first))
    if last:
        return f"{role} · " + t("until {day}", day=shown_day(t, last))
    return role


def _people(
    live: LiveDocument,
    t: Language,
    columns: Sequence[Column],
    parent: QObject | None,
    *,
    unit_id: int | None = None,
) -> RowModel[Person]:
    today, dated = live.today, live.dated

    def load(connection: Connection, ids: queries.Ids) -> list[Person]:
        people = queries.people(connection, ids, today=today, unit_id=unit_id)
        return people_on(people, lines(connection), today) if dated else people

    return RowModel(
        live,
        columns,
        load,
        queries.people_touched,
        lambda person: (t.sort_key(person.last_name), t.sort_key(person.first_name), person.id),
        parent,
    )


def _memberships(
    live: LiveDocument, t: Language, name: Column, parent: QObject | None, **whose: int
) -> RowModel[Membership]:
    rank = {role: place for place, role in enumerate(GROUP_ROLE_NAMES)}
    today = live.today

    def order(row: Membership) -> tuple[object, ...]:
        over = row.valid_to is not None and row.valid_to < today
        return over, rank[row.role], t.sort_key(row.person), t.sort_key(row.group), row.id

    return RowModel(
        live,
        [name],
        lambda connection, ids: queries.memberships(connection, ids, **whose),
        queries.memberships_touched,
        order,
        parent,
    )


def _people_columns(writing: Writing) -> Sequence[Column]:
    t, column = writing.t, Columns(writing, writing.person)
    return (
        column.text("first_name", t("First name"), M_("first name")),
        column.text("last_name", t("Last name"), M_("last name")),
        column.text("number", t("Number"), M_("number"))._replace(sort=_by_number),
        column.text("title", t("Job title"), M_("job title")),
        column.pick("unit", t("Unit"), M_("unit"), writing.units, writing.unit_key),
        column.pick("manager", t("Manager"), M_("manager"), writing.people, writing.person_key),
        column.text("email", t("E-mail"), M_("e-mail")),
        column.text("phone", t("Phone"), M_("phone")),
        column.read(
            Column(
                "percent",
                t("Position %"),
                lambda row: shown_percent(t, row.percent),
                lambda row: row.percent or 0,
                right=True,
            ),
            M_("position"),
            writing.percent,
        ),
        *column.period("active_from", "active_to"),
        column.count("groups", t("Groups")),
    )


def _unit_columns(writing: Writing) -> Sequence[Column]:
    t, column = writing.t, Columns(writing, writing.unit)
    return (
        column.text("name", t("Unit"), M_("name")),
        column.pick("parent", t("Below"), M_("place"), writing.units, writing.unit_key),
        column.pick("leader", t("Leader"), M_("leader"), writing.people, writing.person_key),
        column.count("people", t("People")),
    )


def _group_columns(writing: Writing) -> Sequence[Column]:
    t, column = writing.t, Columns(writing, writing.group)
    kinds = list(GROUP_KIND_NAMES)
    return (
        column.text("name", t("Group"), M_("name")),
        column.read(
            Column(
                "kind",
                t("Kind"),
                lambda row: t(GROUP_KIND_NAMES[row.kind]),
                lambda row: kinds.index(row.kind),
                choices=lambda: [t(name) for name in GROUP_KIND_NAMES.values()],
            ),
            M_("kind"),
            writing.kind,
        ),
        column.said("leader", t("Group leader")),
        column.count("members", t("Members")),
        column.pick("unit", t("Unit"), M_("unit"), writing.units, writing.unit_key),
        column.pick("parent", t("Below"), M_("place"), writing.groups, writing.group_key),
        *column.period("active_from", "active_to"),
    )


def _by_number(row: Person) -> tuple[bool, str]:
    """Numbers in the order of their size, and after them what is no number."""
    plain = row.number.isdecimal()
    return (not plain, row.number.zfill(20) if plain else row.number)
