"""Lists of roles and of who has them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from lean_desktop.domain.roles import (
    ROLE_KIND_NAMES,
    ROLE_PART_NAMES,
    Role,
    RoleAssignment,
    RoleKind,
)
from lean_desktop.edits.roles import change_roles
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import roles as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.columns import Columns
from lean_desktop.ui.organisation.writing import Writing, shown_day
from lean_desktop.ui.row_model import Column, RowModel


def roles_model(live: LiveDocument, t: Language, parent: QObject | None = None) -> RowModel[Role]:
    """Roles by where they belong and what they are called; those of no group first."""
    today, dated = live.today, live.dated
    return RowModel(
        live,
        _columns(Writing(live, t)),
        lambda connection, ids: queries.roles(connection, ids, today=today, only_active=dated),
        queries.roles_touched,
        lambda role: (bool(role.place), t.sort_key(role.place), t.sort_key(role.name), role.id),
        parent,
    )


def holders_model(
    live: LiveDocument, t: Language, role_id: int, parent: QObject | None = None
) -> RowModel[RoleAssignment]:
    """Who has, had or will have one role; those who have it first, then their deputies."""
    today = live.today

    def order(row: RoleAssignment) -> tuple[object, ...]:
        over = row.valid_to is not None and row.valid_to < today
        return over, row.deputy, t.sort_key(row.person), row.id

    return RowModel(
        live,
        [Column("person", t("Name"), lambda row: f"{row.person}, {told(t, row)}")],
        lambda connection, ids: queries.assignments(connection, ids, role_id=role_id),
        queries.assignments_touched,
        order,
        parent,
    )


def write_role(live: LiveDocument, row: Role, what: Message, field: str, value: object) -> None:
    """Set a field of one role, as one step. Raises RuleBroken."""
    label = M_("Change {what} of “{name}”", what=what, name=row.name)
    live.edit(label, change_roles, [row.id], **{field: value})


def told(t: Language, row: RoleAssignment) -> str:
    """Holder or deputy, and for how long."""
    part, first, last = t(ROLE_PART_NAMES[row.part]), row.valid_from, row.valid_to
    if first and last:
        return f"{part} · {shown_day(t, first)}–{shown_day(t, last)}"
    if first:
        return f"{part} · " + t("since {day}", day=shown_day(t, first))
    if last:
        return f"{part} · " + t("until {day}", day=shown_day(t, last))
    return part


def _columns(writing: Writing) -> Sequence[Column]:
    t, live = writing.t, writing.live

    def write(row: Role, what: Message, field: str, value: object) -> None:
        write_role(live, row, what, field, value)

    column, vacant = Columns(writing, write), t("Vacant")
    kinds = list(RoleKind)
    return (
        column.text("name", t("Role"), M_("name")),
        Column(
            "holders",
            t("Holder"),
            lambda row: ", ".join(row.holders) or vacant,
            lambda row: (not row.vacant, t.sort_key(", ".join(row.holders))),
        ),
        Column(
            "deputies",
            t("Deputy"),
            lambda row: ", ".join(row.deputies),
            lambda row: t.sort_key(", ".join(row.deputies)),
        ),
        column.pick("group", t("Group"), M_("group"), writing.groups, writing.group_key),
        column.pick("unit", t("Unit"), M_("unit"), writing.units, writing.unit_key),
        Column(
            "role_kind",
            t("Kind"),
            lambda row: t(ROLE_KIND_NAMES[row.kind]),
            lambda row: kinds.index(row.kind),
        ),
    )
