"""The organisation as plain tables, to go out to spreadsheets and come back the same.

Each row has a key. A place that points at another row says its key and its name, `12 · Montering`;
the name alone will do where there is only one of that name.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    ordered_period,
    refuse_cycle,
)
from lean_desktop.domain.roles import ROLE_KIND_NAMES
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import LANGUAGES, M_, N_, Language, Message, language

KEY = N_("Key")
APART = " · "
YES = N_("yes")

WORKSPACE = N_("Workspace")
"""The title of the sheet that says whose keys they are: the keys of another workspace mean nothing."""

Row = dict[str, Any]
Stored = Mapping[str, Mapping[int, Row]]
"""Table → key → the row."""


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    WHOLE = "whole"
    FLAG = "flag"
    CHOICE = "choice"
    ROW = "row"


class Field(NamedTuple):
    """A column: its heading, its name in the table, and what is in it.

    `of` is the table a ROW points at; `names` are the words of a CHOICE.
    """

    heading: str
    name: str
    kind: Kind = Kind.TEXT
    of: str = ""
    names: Mapping[Any, str] = {}
    needed: bool = False


class Sheet(NamedTuple):
    """One table as it stands in a file."""

    table: str
    title: str
    fields: tuple[Field, ...]


_PERIOD = (
    Field(N_("From"), "valid_from", Kind.DAY),
    Field(N_("To"), "valid_to", Kind.DAY),
)
_LEAVES = {"column": N_("in a column"), "row": N_("in a row")}
_PERSON = Field(N_("Person"), "person_id", Kind.ROW, "person", needed=True)
_OF_GROUP = Field(N_("Group"), "group_id", Kind.ROW, "group")
_OF_UNIT = Field(N_("Unit"), "unit_id", Kind.ROW, "unit")
_VERSION = (
    Field(N_("Version"), "version", Kind.WHOLE, needed=True),
    Field(N_("Valid from"), "valid_from", Kind.DAY, needed=True),
    Field(N_("Valid to"), "valid_to", Kind.DAY),
    Field(N_("Next review"), "review", Kind.DAY),
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "unit",
        N_("Units"),
        (
            Field(N_("Name"), "name", needed=True),
            Field(N_("Below"), "parent_id", Kind.ROW, "unit"),
            Field(N_("Leader"), "leader_id", Kind.ROW, "person"),
        ),
    ),
    Sheet(
        "person",
        N_("People"),
        (
            Field(N_("Number"), "number"),
            Field(N_("First name"), "first_name"),
            Field(N_("Last name"), "last_name"),
            Field(N_("Job title"), "title"),
            _OF_UNIT,
            Field(N_("Manager"), "manager_id", Kind.ROW, "person"),
            Field(N_("Manager since"), "manager_since", Kind.DAY),
            Field(N_("Assistant"), "assistant", Kind.FLAG),
            Field(N_("E-mail"), "email"),
            Field(N_("Phone"), "phone"),
            Field(N_("Position %"), "percent", Kind.NUMBER),
            Field(N_("From"), "active_from", Kind.DAY),
            Field(N_("To"), "active_to", Kind.DAY),
        ),
    ),
    Sheet(
        "reporting_line",
        N_("Other lines"),
        (
            _PERSON,
            Field(N_("Manager"), "manager_id", Kind.ROW, "person", needed=True),
            Field(N_("Dotted line"), "dotted", Kind.FLAG),
            *_PERIOD,
        ),
    ),
    Sheet(
        "group",
        N_("Groups"),
        (
            Field(N_("Kind"), "kind", Kind.CHOICE, names=GROUP_KIND_NAMES, needed=True),
            Field(N_("Name"), "name", needed=True),
            Field(N_("Purpose of the group"), "purpose"),
            Field(N_("Below"), "parent_id", Kind.ROW, "group"),
            _OF_UNIT,
            Field(N_("Pillar"), "pillar"),
            Field(N_("Shift pattern"), "shifts"),
            Field(N_("From"), "active_from", Kind.DAY),
            Field(N_("To"), "active_to", Kind.DAY),
        ),
    ),
    Sheet(
        "membership",
        N_("Members"),
        (
            _OF_GROUP._replace(needed=True),
            _PERSON,
            Field(N_("Role"), "role", Kind.CHOICE, names=GROUP_ROLE_NAMES, needed=True),
            *_PERIOD,
        ),
    ),
    Sheet(
        "role",
        N_("Roles"),
        (
            Field(N_("Role"), "name", needed=True),
            Field(N_("Kind"), "kind", Kind.CHOICE, names=ROLE_KIND_NAMES),
            Field(N_("Purpose of the role"), "purpose"),
            Field(N_("Decides on"), "domain"),
            Field(N_("Accountable for, one a line"), "accountabilities"),
            _OF_GROUP,
            _OF_UNIT,
        ),
    ),
    Sheet(
        "role_assignment",
        N_("Holders of roles"),
        (
            Field(N_("Role"), "role_id", Kind.ROW, "role", needed=True),
            _PERSON,
            Field(N_("Deputy"), "deputy", Kind.FLAG),
            *_PERIOD,
        ),
    ),
    Sheet(
        "mandate",
        N_("Mandates"),
        (
            Field(N_("Kind"), "group_kind", Kind.CHOICE, names=GROUP_KIND_NAMES),
            _OF_GROUP,
            Field(N_("Role"), "role_id", Kind.ROW, "role"),
            Field(N_("Coordinator"), "is_coordinator", Kind.FLAG),
            Field(N_("The mandate"), "text", needed=True),
            Field(N_("Given by"), "giver"),
            Field(N_("Given by the group"), "giver_group_id", Kind.ROW, "group"),
            *_VERSION,
        ),
    ),
    Sheet(
        "agreement",
        N_("Group agreements"),
        (
            _OF_GROUP._replace(needed=True),
            Field(N_("Our values, one a line"), "shared_values"),
            Field(N_("Our ground rules, one a line"), "ground_rules"),
            Field(N_("Our own sub-goals, one a line"), "sub_goals"),
            Field(N_("Our standing items, one a line"), "standing_items"),
            *_VERSION,
        ),
    ),
    Sheet(
        "signature",
        N_("Signatures"),
        (
            Field(N_("Group agreement"), "agreement_id", Kind.ROW, "agreement", needed=True),
            _PERSON,
            Field(N_("Day"), "signed", Kind.DAY, needed=True),
        ),
    ),
    Sheet(
        "chart_branch",
        N_("Chart"),
        (
            _OF_UNIT,
            Field(N_("Person"), "person_id", Kind.ROW, "person"),
            _OF_GROUP,
            Field(N_("Those below"), "leaves", Kind.CHOICE, names=_LEAVES, needed=True),
        ),
    ),
    Sheet("vision", N_("Vision"), (Field(N_("Our vision"), "text"),)),
    Sheet(
        "core_value",
        N_("Values"),
        (
            Field(N_("No."), "position", Kind.WHOLE, needed=True),
            Field(N_("Value"), "name", needed=True),
            Field(N_("What it means to us"), "meaning"),
        ),
    ),
    Sheet(
        "goal",
        N_("Goals"),
        (
            Field(N_("No."), "position", Kind.WHOLE, needed=True),
            Field(N_("Goal"), "name", needed=True),
            Field(N_("Part of"), "parent_id", Kind.ROW, "goal"),
            Field(N_("How we see it"), "measure"),
            Field(N_("By"), "due", Kind.DAY),
            _OF_GROUP,
        ),
    ),
)
"""In an order in which most rows come after what they point at."""

_NAMED = {"unit": "name", "group": "name", "person": "number"}
"""By what a row of another workspace is known here, where only one is called that."""

_TREES = {"unit": "parent_id", "group": "parent_id", "person": "manager_id", "goal": "parent_id"}


# Out


def written(stored: Stored, uuid: str, t: Language) -> list[tuple[str, list[list[str]]]]:
    """The tables as texts: a title each, then a row of headings and the rows.

    `uuid` is that of the workspace, so that its own keys are known again.
    """
    names = {sheet.table: _names(sheet.table, stored) for sheet in SHEETS}
    found = [(t(WORKSPACE), [[t(KEY)], [uuid]])]
    for sheet in SHEETS:
        rows = [[t(KEY), *(t(field.heading) for field in sheet.fields)]]
        for key, row in stored.get(sheet.table, {}).items():
            cells = (_cell(row[field.name], field, names, t) for field in sheet.fields)
            rows.append([str(key), *cells])
        found.append((t(sheet.title), rows))
    return found


def _cell(value: Any, field: Field, names: Mapping[str, Mapping[int, str]], t: Language) -> str:
    if value is None:
        return ""
    match field.kind:
        case Kind.ROW:
            name = names[field.of].get(value, "")
            return f"{value}{APART}{name}" if name else str(value)
        case Kind.CHOICE:
            return t(field.names[value])
        case Kind.FLAG:
            return t(YES) if value else ""
        case Kind.NUMBER:
            return repr(float(value))
        case Kind.DAY:
            return str(value.isoformat())
    return str(value)


def _names(table: str, stored: Stored) -> dict[int, str]:
    rows = stored.get(table, {})
    if table == "person":
        return {k: f"{r['first_name']} {r['last_name']}".strip() for k, r in rows.items()}
    return {key: str(row["name"]) for key, row in rows.items() if "name" in row}


# In


class Fault(NamedTuple):
    """What is wrong in a file, and where: the sheet, the row from 1, the column's letters."""

    sheet: str
    row: int
    column: str
    why: Message

    @property
    def sentence(self) -> Message:
        """All of it."""
        where = M_("{sheet}, row {row}", sheet=self.sheet, row=self.row)
        if self.column:
            where = M_(
                "{sheet}, row {row}, column {column}",
                sheet=self.sheet,
                row=self.row,
                column=self.column,
            )
        return M_("{where}: {why}", where=where, why=self.why)


class Taken(NamedTuple):
    """What a file would bring into one table: rows under the keys of the file."""

    new: dict[int, Row]
    changed: dict[int, Row]
    unchanged: int


class TablesPlan(NamedTuple):
    """What would be done, table by table; nothing is where there are faults.

    `seen` has the rows that would be changed as they were when the plan was made.
    """

    tables: dict[str, Taken]
    faults: tuple[Fault, ...]
    seen: dict[str, dict[int, Row]]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many rows are new, changed and unchanged in all."""
        taken = self.tables.values()
        return (
            sum(len(each.new) for each in taken),
            sum(len(each.changed) for each in taken),
            sum(each.unchanged for each in taken),
        )


def known_sheet(title: str) -> Sheet | None:
    """The table a sheet of that title holds, in any of the languages."""
    wanted = title.strip().casefold()
    return next((s for s in SHEETS if wanted in _in_any(s.title)), None)


def holds_tables(files: Sequence[tuple[str, list[list[str]]]]) -> bool:
    """Whether any of the sheets has a title of ours; else it may be a list of people."""
    return any(known_sheet(title) for title, _ in files)


def is_table(title: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether it is one of our tables and not another list: its title is ours, and it has keys."""
    heads = rows[0] if rows else ()
    keys = _in_any(KEY)
    return known_sheet(title) is not None and any(head.strip().casefold() in keys for head in heads)


def plan_tables(
    files: Sequence[tuple[str, list[list[str]]]], stored: Stored, uuid: str
) -> TablesPlan:
    """Compare the sheets of a file with what is stored. Sheets of other titles are passed over.

    A row with a key of this very workspace is that row. One of another is known here by its
    number or name, and else it is new. Nothing is ever removed.
    """
    reading = _Reading(files, stored, own=_is_own(files, uuid))
    tables = {sheet.table: reading.taken(sheet.table) for sheet in SHEETS}
    faults = (*reading.faults, *_circles(tables, stored, reading.titles))
    seen = {
        table: {key: stored[table][key] for key in taken.changed}
        for table, taken in tables.items()
        if taken.changed
    }
    return TablesPlan(tables, faults, seen)


def _is_own(files: Sequence[tuple[str, list[list[str]]]], uuid: str) -> bool:
    """Whether the keys are ours: the file says so, or says nothing of any workspace."""
    told = [rows for title, rows in files if title.strip().casefold() in _in_any(WORKSPACE)]
    return not told or any(uuid in row for row in told[0])


class _Reading:
    def __init__(
        self, files: Sequence[tuple[str, list[list[str]]]], stored: Stored, *, own: bool
    ) -> None:
        self.faults: list[Fault] = []
        self._own = own
        self._here: dict[str, dict[int, int]] = {}
        self.titles: dict[str, str] = {}
        self._stored = stored
        self._rows: dict[str, dict[int, tuple[int, list[str]]]] = {}
        self._columns: dict[str, dict[str, int]] = {}
        for title, rows in files:
            if (sheet := known_sheet(title)) and rows:
                self._begin(sheet, title, rows)
        self._known = {each.table: self._names_of(each.table) for each in SHEETS}

    def taken(self, table: str) -> Taken:
        new: dict[int, Row] = {}
        changed: dict[int, Row] = {}
        unchanged = 0
        sheet = next(each for each in SHEETS if each.table == table)
        for key, (number, cells) in self._rows.get(table, {}).items():
            row = self._row(sheet, number, cells)
            self._check(sheet, number, key, row)
            before = self._stored.get(table, {}).get(key)
            if before is None:
                new[key] = row
            elif any(before[name] != value for name, value in row.items()):
                changed[key] = row
            else:
                unchanged += 1
        return Taken(new, changed, unchanged)

    def _begin(self, sheet: Sheet, title: str, rows: list[list[str]]) -> None:
        self.titles[sheet.table] = title
        headings = [heading.strip().casefold() for heading in rows[0]]
        wanted = {"": KEY, **{field.name: field.heading for field in sheet.fields}}
        columns = {
            name: place
            for name, heading in wanted.items()
            for place, found in enumerate(headings)
            if found in _in_any(heading)
        }
        self._columns[sheet.table] = columns
        for field in sheet.fields:
            if field.needed and field.name not in columns:
                why = M_("The column “{name}” is missing.", name=Message(field.heading))
                self.faults.append(Fault(title, 1, "", why))
        self._number(sheet, rows, columns)

    def _number(self, sheet: Sheet, rows: list[list[str]], columns: dict[str, int]) -> None:
        """Rows by their keys; one without a key is given the next that is free."""
        found = self._rows.setdefault(sheet.table, {})
        here = self._here.setdefault(sheet.table, {})
        known = {} if self._own else self._known_by(sheet.table)
        above = 0 if self._own else max([0, *self._stored.get(sheet.table, {})])
        without = []
        for number, cells in enumerate(rows[1:], 2):
            if not any(cell.strip() for cell in cells):
                continue
            text = _at(cells, columns.get("")).strip()
            key = _whole(text) or 0
            if key and not self._own:
                name = _at(cells, columns.get(_NAMED.get(sheet.table, "-"))).strip()
                here[key] = known.get(name.casefold(), key + above)
                key = here[key]
            if text and (not key or key in found):
                why = M_("“{text}” is no key, or stands here twice.", text=text)
                self._fault(sheet, number, "", why)
            elif text:
                found[key] = number, cells
            else:
                without.append((number, cells))
        free = max([0, *found, *self._stored.get(sheet.table, {})]) + 1
        found.update(enumerate(without, free))

    def _known_by(self, table: str) -> dict[str, int]:
        """Rows that are stored, by the number or name that only one of them has."""
        column = _NAMED.get(table)
        names = [
            (str(row[column]).casefold(), key)
            for key, row in self._stored.get(table, {}).items()
            if column and row[column]
        ]
        once = Counter(name for name, _ in names)
        return {name: key for name, key in names if once[name] == 1}

    def _check(self, sheet: Sheet, number: int, key: int, row: Row) -> None:
        """Refuse what the edits refuse: ends before beginnings, signed texts, strange shares."""
        before = self._stored.get(sheet.table, {}).get(key, {})
        whole = {**before, **row}
        for first, last in (("valid_from", "valid_to"), ("active_from", "active_to")):
            try:
                ordered_period(whole.get(first), whole.get(last))
            except RuleBroken as broken:
                self._fault(sheet, number, last, broken.message)
        percent = whole.get("percent")
        if percent is not None and not 0 <= percent <= 1000:
            why = M_("A position is between 0 and 1000 percent.")
            self._fault(sheet, number, "percent", why)
        texts = ("shared_values", "ground_rules", "sub_goals", "standing_items")
        if sheet.table == "agreement" and any(before.get(n) != whole.get(n) for n in texts):
            signed = self._stored.get("signature", {}).values()
            if before and any(each["agreement_id"] == key for each in signed):
                why = M_(
                    "Members have signed this text. Make a new version, for them to sign anew."
                )
                self._fault(sheet, number, "ground_rules", why)

    def _row(self, sheet: Sheet, number: int, cells: list[str]) -> Row:
        columns, row = self._columns[sheet.table], {}
        for field in sheet.fields:
            if field.name in columns:
                text = _at(cells, columns[field.name]).strip()
                try:
                    row[field.name] = self._value(field, text)
                except RuleBroken as broken:
                    self._fault(sheet, number, field.name, broken.message)
        return row

    def _value(self, field: Field, text: str) -> Any:
        if not text:
            if field.needed:
                raise RuleBroken(M_("This cannot be empty."))
            return _EMPTY.get(field.kind, "" if field.kind is Kind.TEXT else None)
        match field.kind:
            case Kind.ROW:
                return self._pointed(field.of, text)
            case Kind.CHOICE:
                return _chosen(field, text)
            case Kind.FLAG:
                return text.casefold() in {"1", "x", "true", *_in_any(YES)}
            case Kind.DAY:
                return _day(text)
            case Kind.WHOLE | Kind.NUMBER:
                return _number(field.kind, text)
        return text

    def _pointed(self, table: str, text: str) -> int:
        begins, _, name = text.partition(APART)
        key, known = _whole(begins.strip()), self._known[table]
        if key is not None:
            key = self._here.get(table, {}).get(key, key if self._own else None)
        if key is not None and key in known:
            return key
        wanted = (name or text).strip().casefold()
        fitting = [each for each, called in known.items() if called.casefold() == wanted]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise RuleBroken(
                M_("“{text}” is the name of {n}. Write the key.", text=text, n=len(fitting))
            )
        raise RuleBroken(M_("“{text}” is not there.", text=text))

    def _names_of(self, table: str) -> dict[int, str]:
        """What rows of a table will be called, stored ones and those of the file."""
        names = dict.fromkeys(self._stored.get(table, {}), "") | _names(table, self._stored)
        columns = self._columns.get(table, {})
        parts = ("first_name", "last_name") if table == "person" else ("name",)
        for key, (_, cells) in self._rows.get(table, {}).items():
            if any(part in columns for part in parts):
                told = (_at(cells, columns.get(part)).strip() for part in parts)
                names[key] = " ".join(told).strip()
            else:
                names.setdefault(key, "")
        return names

    def _fault(self, sheet: Sheet, number: int, name: str, why: Message) -> None:
        place = self._columns[sheet.table].get(name)
        column = column_letters(place) if place is not None else ""
        self.faults.append(Fault(self.titles[sheet.table], number, column, why))


_EMPTY: Mapping[Kind, Any] = {Kind.FLAG: False}


def _in_any(word: str) -> set[str]:
    return {language(code)(word).casefold() for code in LANGUAGES}


def _at(cells: list[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


_WRITTEN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 2**53 else None


def _chosen(field: Field, text: str) -> Any:
    wanted = text.casefold()
    for value, name in field.names.items():
        if wanted == str(value) or wanted in _in_any(name):
            return value
    raise RuleBroken(M_("“{text}” is not known here.", text=text))


def _day(text: str) -> date:
    written = _WRITTEN_DAY.fullmatch(text)
    plain = "-".join(part.zfill(2) for part in reversed(written.groups())) if written else text
    try:
        return date.fromisoformat(plain[:10])
    except ValueError:
        why = M_("“{text}” is no day. Write it as 2026-10-06.", text=text)
        raise RuleBroken(why) from None


def _number(kind: Kind, text: str) -> float | int:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise RuleBroken(M_("“{text}” is no number.", text=text)) from None
    return int(number) if kind is Kind.WHOLE else number


def _circles(tables: Mapping[str, Taken], stored: Stored, titles: Mapping[str, str]) -> list[Fault]:
    """Whatever would lie below itself."""
    faults = []
    for table, column in _TREES.items():
        rows = {key: row.get(column) for key, row in stored.get(table, {}).items()}
        taken = tables[table]
        moved = {**taken.new, **taken.changed}
        rows.update({k: row[column] for k, row in moved.items() if column in row})
        for key, row in moved.items():
            try:
                refuse_cycle(key, row.get(column), rows)
            except RuleBroken as broken:
                where = M_("key {key}", key=key)
                why = M_("{where}: {why}", where=where, why=broken.message)
                faults.append(Fault(titles.get(table, table), 1, "", why))
    return faults
