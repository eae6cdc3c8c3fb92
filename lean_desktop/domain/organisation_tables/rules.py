"""What rows of an organisation may not say, of themselves and together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import cast

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ordered_period, refuse_cycle
from lean_desktop.domain.organisation_tables.columns import Row, Stored, Table, Value
from lean_desktop.domain.organisation_tables.record import Record
from lean_desktop.i18n import M_, Language

CIRCLES = (
    ("unit", "parent_id"),
    ("person", "manager_id"),
    ("group", "parent_id"),
    ("goal", "parent_id"),
)
"""Links that may not lead back to where they begin."""

_PERIODS = (("active_from", "active_to"), ("valid_from", "valid_to"), ("valid_from", "review"))
_SIGNED = ("shared_values", "ground_rules", "sub_goals")
_ONE_OF = {
    "mandate": ("group_kind", "group_id", "role_id", "is_coordinator"),
    "chart_branch": ("unit_id", "person_id", "group_id"),
}


def refuse_impossible(row: Row, table: str) -> None:
    """Raise RuleBroken for a row that cannot be."""
    for first, last in _PERIODS:
        if first in row and last in row:
            ordered_period(_day(row[first]), _day(row[last]))
    if table in _ONE_OF and sum(1 for name in _ONE_OF[table] if row[name]) != 1:
        raise RuleBroken(M_("The row must say whom it is for, and it can be only one."))
    if table == "person" and not (row["first_name"] or row["last_name"]):
        raise RuleBroken(M_("A person needs a name. Write a first name or a last name."))
    if table == "reporting_line":
        _refuse_line(row)


def _refuse_line(row: Row) -> None:
    if row["person_id"] == row["manager_id"]:
        raise RuleBroken(M_("Nobody answers to themselves. Choose somebody else."))
    if not row["dotted"] and row["valid_to"] is None:
        raise RuleBroken(M_("A line that has ended needs its last day."))


def refuse_twins(records: Sequence[Record], stored: Sequence[Row]) -> None:
    """Keep out rows that would say again, or for the same day, what another row says.

    `stored` has all rows of their table.
    """
    there: dict[Hashable, list[Row]] = defaultdict(list)
    taken = {record.key for record in records if not record.refused}
    new = [record for record in records if not record.refused and record.differs]
    for row in (
        *(row for row in stored if row["id"] not in taken),
        *(record.after() for record in records if not record.refused and not record.differs),
    ):
        there[_alone(row, records[0].table)].append(row)
    for record in new:
        row = record.after()
        others = there[_alone(row, record.table)]
        if any(_meet(record.table, row, other) for other in others):
            record.refuse(M_("Another row says something else for the same days."))
        else:
            others.append(row)


def _alone(row: Row, table: Table) -> Hashable:
    """What only one row may have, on a day or at all; a row of its own where any may."""
    if table.name == "reporting_line":
        return row["person_id"], row["dotted"] and row["manager_id"]
    if table.alone or table.once is not None:
        return tuple(row[name] for name in table.alone or table.once or ())
    return object()


def _meet(table: Table, one: Row, other: Row) -> bool:
    """Whether two rows that may not hold together do."""
    if table.once is not None:
        return True
    (first, last), (other_first, other_last) = _days(one), _days(other)
    return first <= other_last and other_first <= last


def _days(row: Row) -> tuple[date, date]:
    """First and last day, the ends of time where they are open."""
    return _day(row["valid_from"]) or date.min, _day(row["valid_to"]) or date.max


def cut_circles(records: Mapping[str, Sequence[Record]], stored: Stored, t: Language) -> None:
    """Leave out links by which something would come to lie below itself."""
    for table, link in CIRCLES:
        linked = [each for each in records.get(table, ()) if not each.refused]
        above = {_key(row["id"]): _link(row[link]) for row in stored[table]}
        above.update({each.key: _link(each.after()[link]) for each in linked})
        # What is left out may close a circle with another that was looked at before.
        while any([_cut(each, link, above, t) for each in linked]):
            pass


def _cut(record: Record, link: str, above: dict[int, int | None], t: Language) -> bool:
    """Leave the link out if it leads into a circle; whether it did."""
    if link not in record.values:
        return False
    try:
        refuse_cycle(record.key, above[record.key], above)
    except RuleBroken as error:
        record.leave_out(record.table.column(link), error.message, t)
        above[record.key] = _link(record.after()[link])
        return True
    return False


def refuse_signed(records: Iterable[Record], stored: Stored) -> None:
    """Keep out another text for an agreement that people have put their names to."""
    signed = {row["agreement_id"] for row in stored["signature"]}
    for record in records:
        row, before = record.after(), record.stored
        if before and before["id"] in signed and any(row[name] != before[name] for name in _SIGNED):
            record.refuse(
                M_("Members have signed this text. Make a new version, for them to sign anew.")
            )


def _day(value: Value) -> date | None:
    return cast(date | None, value)


def _link(value: Value) -> int | None:
    return cast(int | None, value)


def _key(value: Value) -> int:
    return cast(int, value)
