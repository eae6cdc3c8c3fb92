"""Actions as a plain table, to go out to a spreadsheet and come back the same.

Days are written as 2026-10-06 in every language. Comments and fields that are only for the one who
wrote them stay at home: a table is made to be handed on.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, SOURCE_NAMES
from lean_desktop.domain.actions_import.columns import COLUMN_NAMES, ActionColumn
from lean_desktop.domain.actions_import.nested import told_moves, told_remarks, told_ticks
from lean_desktop.domain.actions_import.planned import NewAction
from lean_desktop.domain.cards import PDCA_NAMES, OwnField
from lean_desktop.domain.links import as_text
from lean_desktop.domain.organisation import Person
from lean_desktop.i18n import Language


class Stored(NamedTuple):
    """An action that is here, told as an import would tell it."""

    id: int
    number: int
    told: NewAction


def action_table(
    stored: Sequence[Stored],
    names: Mapping[int, str],
    groups: Mapping[int, str],
    fields: Sequence[OwnField],
    uuid: str,
    t: Language,
) -> list[list[str]]:
    """Headings and a row for each action; `names` are people by key, as `people_names` tells them."""
    columns = [*ActionColumn]
    columns.remove(ActionColumn.REMARK)  # What has a field of its own needs none for the rest.
    heads = [t(COLUMN_NAMES[each]) for each in columns] + [each.name for each in fields]
    table = [heads]
    for each in stored:
        cells = _cells(each, names, groups, uuid, t)
        own = dict(each.told.values)
        table.append(
            [cells[column] for column in columns] + [own.get(field.id, "") for field in fields]
        )
    return table


def people_names(people: Sequence[Person]) -> dict[int, str]:
    """By key a name nobody else has: the name, else the number, else the address."""
    found: dict[int, str] = {}
    for told in (
        {each.id: each.name for each in people},
        {each.id: each.number for each in people},
        {each.id: each.email for each in people},
    ):
        counts = Counter(text.casefold() for text in told.values())
        found = {
            key: text for key, text in told.items() if text and counts[text.casefold()] == 1
        } | found
    return {each.id: each.name for each in people} | found


def _cells(
    stored: Stored, names: Mapping[int, str], groups: Mapping[int, str], uuid: str, t: Language
) -> dict[ActionColumn, str]:
    told = stored.told
    days = {
        ActionColumn.DUE: told.due,
        ActionColumn.FIRST_DUE: told.first_due,
        ActionColumn.CREATED: told.created,
        ActionColumn.DONE: told.done,
    }
    return {
        ActionColumn.NUMBER: str(stored.number),
        ActionColumn.TITLE: told.title,
        ActionColumn.OWNER: names.get(told.owner_id or 0, ""),
        ActionColumn.HELPERS: "; ".join(names.get(key, "") for key in told.helper_ids),
        ActionColumn.GROUP: groups.get(told.group_id or 0, ""),
        ActionColumn.STATUS: t(ACTION_STATUS_NAMES[told.status]),
        **{column: day.isoformat() if day else "" for column, day in days.items()},
        ActionColumn.MOVES: told_moves(told.moves),
        ActionColumn.SOURCE: t(SOURCE_NAMES[told.source]),
        ActionColumn.PDCA: t(PDCA_NAMES[told.pdca]) if told.pdca else "",
        ActionColumn.PILLAR: told.pillar,
        ActionColumn.TAGS: ", ".join(told.tags),
        **{ActionColumn(name): getattr(told.texts, name) for name in told.texts._fields},
        ActionColumn.STEPS: told_ticks(told.ticks),
        ActionColumn.LINKS: as_text(told.links),
        ActionColumn.COMMENTS: told_remarks(told.remarks),
        ActionColumn.IDENTITY: uuid,
    }
