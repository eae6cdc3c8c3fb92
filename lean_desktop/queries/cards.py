"""Cards of the board with what they hold besides, a constant number of statements for any number."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.actions import action, due_change, escalation
from lean_desktop.document.schema.board import (
    action_comment,
    action_helper,
    action_link,
    action_photo,
    action_step,
    action_tag,
    own_field,
    own_value,
)
from lean_desktop.document.schema.organisation import group, person
from lean_desktop.domain.actions import OVER, Action, ActionStatus
from lean_desktop.domain.cards import (
    Card,
    CardTexts,
    Comment,
    FieldKind,
    Moment,
    OwnField,
    Pdca,
    Step,
)
from lean_desktop.domain.links import Link
from lean_desktop.queries.actions import actions
from lean_desktop.queries.organisation import full_name
from lean_desktop.queries.touched import Places, Touched, touched

READ = (
    *("action", "due_change", "escalation", "follow_up", "action_helper", "action_tag"),
    *("action_step", "action_comment", "own_field", "own_value", "group", "person"),
)
"""The tables a card shows something of: after a change in any of them, ask again."""

_OPEN = tuple(each for each in ActionStatus if each not in OVER)


def cards(
    connection: Connection,
    ids: Collection[int] | None = None,
    *,
    group_id: int | None = None,
    done_since: date | None = None,
) -> list[Card]:
    """Cards by number: those with `ids`, else the open ones, of one group or of all.

    With `done_since`, those done on that day or later too. Dropped ones are on no board.
    """
    wanted = action.c.id.in_(ids) if ids is not None else on_board(group_id, done_since)
    return _cards(connection, actions(connection, where=wanted), wanted)


def all_cards(connection: Connection, ids: Collection[int] | None = None) -> list[Card]:
    """Every card by number, or those with `ids`; done and dropped ones too."""
    wanted = true() if ids is None else action.c.id.in_(ids)
    return _cards(connection, actions(connection, where=wanted), wanted)


def cards_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which cards may look otherwise."""
    if "pillar" in changes.of("group").columns or changes.touches(("own_field",)):
        return None
    of_action = (action_helper, action_tag, action_step, own_value, due_change, escalation)
    shown: Places = {
        "group": [(action.c.id, action.c.group_id)],
        "person": [
            (action.c.id, action.c.owner_id),
            (action_helper.c.action_id, action_helper.c.person_id),
        ],
        **{table.name: [(table.c.action_id, table.c.id)] for table in of_action},
    }
    return touched(connection, changes, "action", shown)


def on_board(group_id: int | None, done_since: date | None) -> ColumnElement[bool]:
    """What makes an action hang on a board, in the words of its indexes."""
    hanging: ColumnElement[bool] = action.c.status.in_(_OPEN)
    if done_since is not None:
        hanging = or_(hanging, and_(action.c.status == "done", action.c.done >= done_since))
    return hanging if group_id is None else and_(action.c.group_id == group_id, hanging)


def older_done(connection: Connection, group_id: int | None, before: date) -> int:
    """How many were done before that day."""
    done = (action.c.status == ActionStatus.DONE, action.c.done < before)
    of_group = () if group_id is None else (action.c.group_id == group_id,)
    return connection.scalar(select(func.count()).where(*done, *of_group)) or 0


def texts(connection: Connection, action_id: int) -> CardTexts:
    """The long texts of one card."""
    columns = [action.c[name] for name in CardTexts._fields]
    found = connection.execute(select(*columns).where(action.c.id == action_id)).first()
    return CardTexts(*found) if found else CardTexts()


def steps(connection: Connection, action_id: int) -> list[Step]:
    """The checklist of one card, in its order."""
    columns = select(action_step.c.id, action_step.c.text, action_step.c.done)
    of_card = columns.where(action_step.c.action_id == action_id)
    return [Step(*row) for row in connection.execute(of_card.order_by(action_step.c.position))]


def links(connection: Connection, action_id: int) -> list[Link]:
    """The links of one card, in their order."""
    columns = select(action_link.c.target, action_link.c.name)
    of_card = columns.where(action_link.c.action_id == action_id)
    ordered = of_card.order_by(action_link.c.position, action_link.c.id)
    return [Link(*row) for row in connection.execute(ordered)]


def comments(connection: Connection, action_id: int, *, private: bool = True) -> list[Comment]:
    """What was said about one action, the latest first; private ones only where they may be."""
    own = action_comment.c
    columns = select(own.id, own.written, own.text, own.private).where(own.action_id == action_id)
    if not private:
        columns = columns.where(own.private == 0)
    ordered = columns.order_by(own.written.desc(), own.id.desc())
    return [
        Comment(key, day, text, bool(hidden))
        for key, day, text, hidden in connection.execute(ordered)
    ]


def photos(connection: Connection, action_id: int) -> dict[Moment, bytes]:
    """The photos of one card."""
    columns = select(action_photo.c.moment, action_photo.c.picture)
    found = connection.execute(columns.where(action_photo.c.action_id == action_id))
    return {Moment(moment): picture for moment, picture in found}


def own_fields(connection: Connection) -> list[OwnField]:
    """The fields the workspace has added to its actions, in their order."""
    own = own_field.c
    columns = select(own.id, own.name, own.kind, own.choices, own.private)
    return [
        OwnField(key, name, FieldKind(kind), tuple(choices.splitlines()), bool(private))
        for key, name, kind, choices, private in connection.execute(columns.order_by(own.position))
    ]


def tags(connection: Connection) -> list[str]:
    """Every tag there is, by name."""
    return list(connection.scalars(select(action_tag.c.tag).distinct().order_by(action_tag.c.tag)))


def pillars(connection: Connection) -> list[str]:
    """Every pillar a group or an action names."""
    named = (
        select(group.c.pillar)
        .where(group.c.pillar != "")
        .union(select(action.c.pillar).where(action.c.pillar != ""))
    )
    return sorted(connection.scalars(named))


def _cards(
    connection: Connection, found: Iterable[Action], wanted: ColumnElement[bool]
) -> list[Card]:
    own = select(action.c.id, action.c.column_id, action.c.pdca, _pillar)
    of_group = own.outerjoin_from(action, group, group.c.id == action.c.group_id)
    facts = {row[0]: row[1:] for row in connection.execute(of_group.where(wanted))}
    tagged = _several(connection, _of(action_tag, wanted, action_tag.c.tag))
    helped = _several(connection, _helpers(wanted))
    ticked = {row[0]: (row[1], row[2]) for row in connection.execute(_ticked(wanted))}
    valued = _several(connection, _of(own_value, wanted, own_value.c.field_id, own_value.c.value))
    made = []
    for each in found:
        column_id, pdca, pillar = facts[each.id]
        helpers = helped.get(each.id, ())
        made.append(
            Card(
                each,
                column_id,
                pillar,
                Pdca(pdca),
                tuple(row[0] for row in tagged.get(each.id, ())),
                tuple(row[0] for row in helpers),
                tuple(row[1] for row in helpers),
                *(ticked.get(each.id, (0, 0))),
                {row[0]: row[1] for row in valued.get(each.id, ())},
            )
        )
    return made


_pillar = func.coalesce(func.nullif(action.c.pillar, ""), group.c.pillar, "")


def _of(
    table: Any, wanted: ColumnElement[bool], *columns: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    of_action = action.c.id == table.c.action_id
    return (
        select(table.c.action_id, *columns)
        .join_from(table, action, of_action)
        .where(wanted)
        .order_by(table.c.action_id, columns[0])
    )


def _helpers(wanted: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    own = action_helper.c
    named = select(own.action_id, own.person_id, full_name(person))
    joined = named.join_from(action_helper, action, action.c.id == own.action_id).join(
        person, person.c.id == own.person_id
    )
    return joined.where(wanted).order_by(own.action_id, own.id)


def _ticked(wanted: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    own = action_step.c
    counted = select(own.action_id, func.count(), func.count(own.done))
    joined = counted.join_from(action_step, action, action.c.id == own.action_id)
    return joined.where(wanted).group_by(own.action_id)


def _several(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *rest in connection.execute(statement):
        found[key].append(tuple(rest))
    return found
