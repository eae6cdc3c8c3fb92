"""Which stored row a row of a file is about: by its key, or by what makes rows the same."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from lean_desktop.domain.organisation_tables.cells import folded
from lean_desktop.domain.organisation_tables.columns import Row, Table, Value
from lean_desktop.domain.organisation_tables.record import Record
from lean_desktop.i18n import M_


def refuse_repeated_keys(records: Iterable[Record]) -> None:
    """Keep out every row after the first with a key."""
    rows: dict[int, int] = {}
    for record in records:
        if record.file_key is not None and not record.refused:
            first = rows.setdefault(record.file_key, record.row)
            if first != record.row:
                record.refuse(M_("Row {row} has the same key.", row=first))


def match(records: Sequence[Record], stored: Sequence[Row], *, same_workspace: bool) -> None:
    """Set `stored` of every record about a row there is; nothing is taken twice.

    Where several rows are the same, the first of the file is the first that was stored.
    """
    waiting = [record for record in records if not record.refused]
    if same_workspace:
        known = {row["id"]: row for row in stored}
        for record in waiting:
            record.stored = known.get(record.file_key)
    taken = {record.stored["id"] for record in waiting if record.stored}
    alike: dict[Hashable, deque[Row]] = defaultdict(deque)
    for row in stored:
        if row["id"] not in taken:
            alike[_identity(records[0].table, row.__getitem__)].append(row)
    for record in waiting:
        if record.stored is None:
            found = alike[_identity(record.table, record.after().__getitem__)]
            record.stored = found.popleft() if found else None


def _identity(table: Table, value: Callable[[str], Value]) -> Hashable:
    """What rows have in common that are the same, of the first kind that says anything."""
    for names in table.same:
        found = tuple(_compared(value(name)) for name in names)
        if any(found) or not names:
            return names, found
    return object()


def _compared(value: Value) -> Value:
    return folded(value) if isinstance(value, str) else value
