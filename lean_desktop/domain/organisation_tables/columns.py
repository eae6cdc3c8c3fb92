"""What stands in the tables of an organisation when they leave the program, and come back."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from lean_desktop.domain.organisation import GROUP_KIND_NAMES, GROUP_ROLE_NAMES, GroupRole
from lean_desktop.domain.people_import import FIELD_NAMES, Field
from lean_desktop.domain.roles import ROLE_KIND_NAMES, RoleKind
from lean_desktop.i18n import N_

Value = str | float | date | None
Row = Mapping[str, Value]
"""One row by column, with its key under `id`."""

Stored = Mapping[str, Sequence[Row]]
"""The rows of each table, by its name, the oldest first."""

NAME, LONG = 200, 10_000
_NO_WORDS: Mapping[str, str] = MappingProxyType({})

LEAVES_NAMES = {"column": N_("In a column"), "row": N_("In a row")}
KEY = N_("Key")
"""The heading of the column by which a row is known again."""


class Holds(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    DAY = "day"
    PERCENT = "percent"
    COUNT = "count"
    YES = "yes"
    WORD = "word"
    LINK = "link"


class Column(NamedTuple):
    """One column of a table.

    `words` are the values a WORD may have, and what they are called; a LINK leads `to` a table.
    `blank` is what an empty cell stands for; one that is `required` may not be empty.
    """

    name: str
    heading: str
    holds: Holds = Holds.TEXT
    most: int = NAME
    words: Mapping[str, str] = _NO_WORDS
    to: str = ""
    blank: Value = None
    required: bool = False


class Table(NamedTuple):
    """One table of the workspace, which is a sheet or a file of its own elsewhere.

    A row is called by the first of `called` that has a text: columns that together name it. It is
    known again without a key by the first of `same` that has one: rows equal in these columns are
    the same. Of rows equal in `alone` only one may hold on a day, of those equal in `once` there
    may be only one at all.
    """

    name: str
    title: str
    columns: Sequence[Column]
    called: Sequence[Sequence[str]] = ()
    same: Sequence[Sequence[str]] = ()
    alone: Sequence[str] = ()
    once: Sequence[str] | None = None

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


def _text(name: str, heading: str, most: int = NAME, *, required: bool = False) -> Column:
    return Column(name, heading, most=most, blank="", required=required)


def _day(name: str, heading: str, *, required: bool = False) -> Column:
    return Column(name, heading, Holds.DAY, required=required)


def _link(name: str, heading: str, to: str, *, required: bool = False) -> Column:
    return Column(name, heading, Holds.LINK, to=to, required=required)


def _yes(name: str, heading: str) -> Column:
    return Column(name, heading, Holds.YES, blank=False)


def _word(name: str, heading: str, words: Mapping[str, str], blank: str | None) -> Column:
    return Column(name, heading, Holds.WORD, words=words, blank=blank)


def _count(name: str, heading: str, *, required: bool = False) -> Column:
    return Column(name, heading, Holds.COUNT, blank=0, required=required)


_FROM, _TO = N_("From"), N_("To")
_PERIOD = (_day("valid_from", _FROM), _day("valid_to", _TO))
_VERSION = (
    _count("version", N_("Version"), required=True),
    _day("valid_from", _FROM, required=True),
    _day("valid_to", _TO),
    _day("review", N_("Review")),
)

_PERSON = Table(
    "person",
    N_("People"),
    (
        _text("number", FIELD_NAMES[Field.NUMBER], 50),
        _text("first_name", FIELD_NAMES[Field.FIRST_NAME]),
        _text("last_name", FIELD_NAMES[Field.LAST_NAME]),
        _text("title", FIELD_NAMES[Field.TITLE]),
        _link("unit_id", FIELD_NAMES[Field.UNIT], "unit"),
        _link("manager_id", FIELD_NAMES[Field.MANAGER], "person"),
        _day("manager_since", N_("Manager since")),
        _yes("assistant", N_("Assistant of the manager")),
        _text("email", FIELD_NAMES[Field.EMAIL]),
        _text("phone", FIELD_NAMES[Field.PHONE], 50),
        Column("percent", FIELD_NAMES[Field.PERCENT], Holds.PERCENT),
        _day("active_from", FIELD_NAMES[Field.ACTIVE_FROM]),
        _day("active_to", FIELD_NAMES[Field.ACTIVE_TO]),
    ),
    called=(("number",), ("first_name", "last_name")),
    same=(("number",), ("first_name", "last_name")),
)
_UNIT = Table(
    "unit",
    N_("Units"),
    (
        _text("name", N_("Unit"), required=True),
        _link("parent_id", N_("Below"), "unit"),
        _link("leader_id", N_("Leader"), "person"),
    ),
    called=(("name",),),
    same=(("name",),),
)
_GROUP = Table(
    "group",
    N_("Groups"),
    (
        _text("name", N_("Group"), required=True),
        _word("kind", N_("Kind"), GROUP_KIND_NAMES, None)._replace(required=True),
        _link("parent_id", N_("Below"), "group"),
        _link("unit_id", N_("Unit"), "unit"),
        _text("pillar", N_("Pillar")),
        _text("shifts", N_("Shift pattern")),
        _text("purpose", N_("Purpose"), LONG),
        _day("active_from", _FROM),
        _day("active_to", _TO),
    ),
    called=(("name",),),
    same=(("name", "kind"),),
)
_MEMBERSHIP = Table(
    "membership",
    N_("Members"),
    (
        _link("group_id", N_("Group"), "group", required=True),
        _link("person_id", N_("Person"), "person", required=True),
        _word("role", N_("Part in the group"), GROUP_ROLE_NAMES, GroupRole.MEMBER.value),
        *_PERIOD,
    ),
    same=(("group_id", "person_id", "role", "valid_from"),),
)
_REPORTING_LINE = Table(
    "reporting_line",
    N_("Other lines"),
    (
        _link("person_id", N_("Person"), "person", required=True),
        _link("manager_id", N_("Answers to"), "person", required=True),
        _yes("dotted", N_("Dotted")),
        *_PERIOD,
    ),
    same=(("person_id", "manager_id", "dotted", "valid_from"),),
)
_ROLE = Table(
    "role",
    N_("Roles"),
    (
        _text("name", N_("Role"), required=True),
        _word("kind", N_("Kind"), ROLE_KIND_NAMES, RoleKind.OWN.value),
        _link("group_id", N_("Group"), "group"),
        _link("unit_id", N_("Unit"), "unit"),
        _text("purpose", N_("Purpose"), LONG),
        _text("domain", N_("Domain"), LONG),
        _text("accountabilities", N_("Accountable for"), LONG),
    ),
    called=(("name",),),
    same=(("name", "group_id", "unit_id"),),
)
_ROLE_ASSIGNMENT = Table(
    "role_assignment",
    N_("Who has the roles"),
    (
        _link("role_id", N_("Role"), "role", required=True),
        _link("person_id", N_("Person"), "person", required=True),
        _yes("deputy", N_("Deputy")),
        *_PERIOD,
    ),
    same=(("role_id", "person_id", "deputy", "valid_from"),),
    alone=("role_id", "person_id"),
)
_MANDATE = Table(
    "mandate",
    N_("Mandates"),
    (
        _word("group_kind", N_("Every group of the kind"), GROUP_KIND_NAMES, None),
        _link("group_id", N_("Group"), "group"),
        _link("role_id", N_("Role"), "role"),
        _yes("is_coordinator", N_("Coordinator")),
        *_VERSION,
        _text("giver", N_("Given by")),
        _link("giver_group_id", N_("Given by the group"), "group"),
        _text("text", N_("Text"), LONG, required=True),
    ),
    same=(("group_kind", "group_id", "role_id", "is_coordinator", "version"),),
    alone=("group_kind", "group_id", "role_id", "is_coordinator"),
)
_AGREEMENT = Table(
    "agreement",
    N_("Agreements"),
    (
        _link("group_id", N_("Group"), "group", required=True),
        *_VERSION,
        _text("shared_values", N_("Values"), LONG),
        _text("ground_rules", N_("Ground rules"), LONG),
        _text("sub_goals", N_("Sub-goals"), LONG),
    ),
    called=(("group_id", "version"),),
    same=(("group_id", "version"),),
    alone=("group_id",),
)
_SIGNATURE = Table(
    "signature",
    N_("Signatures"),
    (
        _link("agreement_id", N_("Agreement"), "agreement", required=True),
        _link("person_id", N_("Person"), "person", required=True),
        _day("signed", N_("Signed"), required=True),
    ),
    same=(("agreement_id", "person_id"),),
    once=("agreement_id", "person_id"),
)
_VISION = Table("vision", N_("Vision"), (_text("text", N_("Text"), LONG),), same=((),), once=())
_CORE_VALUE = Table(
    "core_value",
    N_("Our values"),
    (
        _count("position", N_("Order")),
        _text("name", N_("Value"), required=True),
        _text("meaning", N_("What it means"), LONG),
    ),
    same=(("name",),),
)
_GOAL = Table(
    "goal",
    N_("Goals"),
    (
        _count("position", N_("Order")),
        _text("name", N_("Goal"), 500, required=True),
        _link("parent_id", N_("Part of"), "goal"),
        _text("measure", N_("Measure"), 500),
        _day("due", N_("Due")),
        _link("group_id", N_("Group"), "group"),
    ),
    called=(("name",),),
    same=(("name",),),
)
_CHART_BRANCH = Table(
    "chart_branch",
    N_("Layout of the chart"),
    (
        _link("unit_id", N_("Unit"), "unit"),
        _link("person_id", N_("Person"), "person"),
        _link("group_id", N_("Group"), "group"),
        _word("leaves", N_("Below it"), LEAVES_NAMES, None)._replace(required=True),
    ),
    same=(("unit_id", "person_id", "group_id"),),
    once=("unit_id", "person_id", "group_id"),
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(_PERSON, _UNIT, _GROUP, _MEMBERSHIP, _REPORTING_LINE, _ROLE, _ROLE_ASSIGNMENT),
        *(_MANDATE, _AGREEMENT, _SIGNATURE, _VISION, _CORE_VALUE, _GOAL, _CHART_BRANCH),
    )
}
"""In the order in which one reads them."""

WORKSPACE = Table(
    "workspace",
    N_("Workspace"),
    (
        _text("uuid", N_("Identity"), required=True),
        _text("name", N_("Name")),
        _text("company", N_("Company")),
    ),
)
"""Where the tables come from: keys say something only in that workspace."""
