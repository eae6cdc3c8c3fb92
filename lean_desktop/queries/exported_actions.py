"""Every action with all that a table of them tells, a constant number of statements for any number."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from lean_desktop.document.schema.actions import action, due_change
from lean_desktop.document.schema.board import (
    action_comment,
    action_helper,
    action_link,
    action_step,
    action_tag,
    own_value,
)
from lean_desktop.domain.actions import ActionStatus, Source
from lean_desktop.domain.actions_import import (
    Here,
    Move,
    NewAction,
    Remark,
    Stored,
    Tick,
    action_table,
    people_names,
)
from lean_desktop.domain.cards import CardTexts, Pdca
from lean_desktop.domain.links import Link
from lean_desktop.i18n import Language
from lean_desktop.queries import organisation
from lean_desktop.queries.cards import own_fields
from lean_desktop.queries.workspace import workspace

Rows = dict[int, list[Any]]


def stored_actions(connection: Connection) -> list[Stored]:
    """All actions by number; comments and fields that are private are left out."""
    public = {each.id for each in own_fields(connection) if not each.private}
    lists = _Lists(connection)
    own = action.c
    texts = [own[name] for name in CardTexts._fields]
    statement = select(
        *(own.id, own.number, own.title, own.created, own.status, own.owner_id, own.group_id),
        *(own.due, own.done, own.pdca, own.pillar, own.source, own.first_due, *texts),
    ).order_by(own.number)
    return [_stored(row, lists, public) for row in connection.execute(statement)]


def here(connection: Connection, *, today: date) -> Here:
    """What an import of actions needs to know of the workspace."""
    groups = organisation.groups(connection, today=today)
    return Here(
        organisation.people(connection, today=today),
        {each.name: each.id for each in groups},
        stored_actions(connection),
        own_fields(connection),
        workspace(connection).uuid,
    )


def exported(connection: Connection, t: Language, *, today: date) -> list[list[str]]:
    """All actions as a table, to be read by people and by `import actions`."""
    known = here(connection, today=today)
    groups = {key: name for name, key in known.groups.items()}
    public = [each for each in known.fields if not each.private]
    names = people_names(known.people)
    return action_table(known.actions, names, groups, public, known.uuid, t)


class _Lists:
    """What hangs on actions, by the key of the action."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        comment = action_comment.c
        self.tags = self._of(action_tag, "tag")
        self.helpers = self._of(action_helper, "person_id")
        self.steps = self._of(action_step, "text", "done", order="position")
        self.links = self._of(action_link, "target", "name", order="position")
        self.comments = self._of(action_comment, "written", "text", only=comment.private == 0)
        self.moves = self._of(due_change, "changed", "old_due", "new_due", "reason")
        self.values = self._of(own_value, "field_id", "value")

    def _of(
        self, table: Table, *names: str, order: str = "id", only: ColumnElement[bool] | None = None
    ) -> Rows:
        columns = select(table.c.action_id, *(table.c[name] for name in names))
        statement = columns.order_by(table.c.action_id, table.c[order], table.c.id)
        if only is not None:
            statement = statement.where(only)
        found: Rows = defaultdict(list)
        for key, *rest in self._connection.execute(statement):
            found[key].append(tuple(rest))
        return found


def _stored(row: Any, lists: _Lists, public: set[int]) -> Stored:
    key = row.id
    told = NewAction(
        row.title,
        row.created,
        ActionStatus(row.status),
        row.owner_id,
        row.group_id,
        row.due,
        row.done,
        Pdca(row.pdca),
        row.pillar,
        tuple(tag for (tag,) in lists.tags.get(key, ())),
        "",
        Source(row.source),
        row.first_due,
        tuple(Move(*each) for each in lists.moves.get(key, ())),
        tuple(person_id for (person_id,) in lists.helpers.get(key, ())),
        CardTexts(*(getattr(row, name) for name in CardTexts._fields)),
        tuple(Tick(*each) for each in lists.steps.get(key, ())),
        tuple(Link(*each) for each in lists.links.get(key, ())),
        tuple(Remark(*each) for each in lists.comments.get(key, ())),
        tuple(each for each in lists.values.get(key, ()) if each[0] in public),
    )
    return Stored(key, row.number, told)
