"""What a card holds besides: helpers, tags, checklist, links, comments, photos and own fields."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from lean_desktop.document.schema.actions import action
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
from lean_desktop.domain.cards import FieldKind, Moment, OwnField
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import Link
from lean_desktop.edits import rows
from lean_desktop.i18n import M_
from lean_desktop.queries.cards import own_fields

MOST_BYTES = 1_000_000
"""A photo is no larger than this in the file; `ui.photo` makes it fit."""

LONGEST = {"text": 500, "tag": 60, "name": 200, "target": 2000, "value": 2000}
LONGEST |= {"figure_before": 100, "figure_after": 100}


def change_texts(connection: Connection, /, action_id: int, **texts: str) -> None:
    """Set the long texts, the figures, the pillar or the step of PDCA of a card."""
    values = rows.trimmed(texts)
    rows.not_too_long(values, LONGEST)
    rows.change(connection, action, [action_id], values)


def set_helpers(connection: Connection, /, action_id: int, person_ids: Sequence[int]) -> None:
    """Those who help the owner, in this order; the owner is none of them."""
    owner = connection.scalar(select(action.c.owner_id).where(action.c.id == action_id))
    helping = [key for key in dict.fromkeys(person_ids) if key != owner]
    _replace(connection, action_helper, action_id, [{"person_id": key} for key in helping])


def set_tags(connection: Connection, /, action_id: int, tags: Collection[str]) -> None:
    """The tags of a card; the same word in another case is the same tag."""
    by_word = {tag.casefold(): tag for tag in (" ".join(each.split()) for each in tags) if tag}
    for tag in by_word.values():
        rows.not_too_long({"tag": tag}, LONGEST)
    _replace(connection, action_tag, action_id, [{"tag": tag} for tag in by_word.values()])


def add_steps(connection: Connection, /, action_id: int, texts: Sequence[str]) -> list[int]:
    """More lines at the end of a card's checklist."""
    last = select(func.max(action_step.c.position)).where(action_step.c.action_id == action_id)
    first = (connection.scalar(last) or 0) + 1
    found = [text.strip() for text in texts if text.strip()]
    for text in found:
        rows.not_too_long({"text": text}, LONGEST)
    return [
        rows.add(
            connection,
            action_step,
            {"action_id": action_id, "position": first + place, "text": text},
        )
        for place, text in enumerate(found)
    ]


def tick_step(connection: Connection, /, step_id: int, done: date | None) -> None:
    """A line of a checklist was done that day, or is not done after all."""
    rows.change(connection, action_step, [step_id], {"done": done})


def rename_step(connection: Connection, /, step_id: int, text: str) -> None:
    """Another text for a line of a checklist; an empty one takes it away."""
    values = rows.trimmed({"text": text})
    rows.not_too_long(values, LONGEST)
    if values["text"]:
        rows.change(connection, action_step, [step_id], values)
    else:
        rows.remove(connection, action_step, [step_id])


def set_links(connection: Connection, /, action_id: int, links: Sequence[Link]) -> None:
    """The links of a card, in their order."""
    new = []
    for place, link in enumerate(links):
        values = rows.trimmed(link._asdict())
        rows.not_too_long(values, LONGEST)
        if values["target"]:
            new.append({**values, "position": place})
    _replace(connection, action_link, action_id, new)


def add_comment(
    connection: Connection, /, action_id: int, text: str, day: date, *, private: bool = False
) -> int:
    """Something to be said about an action; a private one stands on no wall and no paper."""
    values = rows.trimmed({"text": text})
    rows.required(values, "text")
    rows.not_too_long(values)
    told = {"action_id": action_id, "written": day, "private": private}
    return rows.add(connection, action_comment, {**told, **values})


def remove_comment(connection: Connection, /, comment_id: int) -> None:
    """Take a comment away."""
    rows.remove(connection, action_comment, [comment_id])


def set_photo(
    connection: Connection, /, action_id: int, moment: Moment, picture: bytes | None
) -> None:
    """The photo of before or after; None takes it away. It has been made to fit before."""
    if picture is not None and len(picture) > MOST_BYTES:
        raise RuleBroken(M_("The photo is too large. Choose another one."))
    there = (action_photo.c.action_id == action_id, action_photo.c.moment == moment)
    connection.execute(delete(action_photo).where(*there))
    if picture is not None:
        values = {"action_id": action_id, "moment": moment, "picture": picture}
        rows.add(connection, action_photo, values)


def set_fields(connection: Connection, /, fields: Sequence[OwnField]) -> list[int]:
    """The workspace's own fields in this order; their keys. One without a key (0) is new.

    Those that are left out go, with what every action had in them. What a field holds stays of the
    kind it was made with. Raises RuleBroken for a name that is empty or taken.
    """
    _refuse_twins([each.name for each in fields])
    kept = {each.id for each in fields if each.id}
    gone = connection.scalars(select(own_field.c.id).where(own_field.c.id.not_in(kept)))
    rows.remove(connection, own_field, list(gone))
    _free_names(connection, fields)
    return [_set_field(connection, each, place) for place, each in enumerate(fields)]


def add_field(
    connection: Connection,
    /,
    name: str,
    kind: FieldKind,
    *,
    choices: Sequence[str] = (),
    private: bool = False,
) -> int:
    """One more field for all actions of the workspace; its key. Refused as by `set_fields`."""
    new = OwnField(0, name, kind, tuple(choices), private)
    return set_fields(connection, [*own_fields(connection), new])[-1]


def set_values(connection: Connection, /, ids: Collection[int], field_id: int, value: str) -> None:
    """What these actions have in an own field, as `domain.cards.own_value` made it; "" is nothing."""
    rows.not_too_long({"value": value}, LONGEST)
    there = (own_value.c.action_id.in_(ids), own_value.c.field_id == field_id)
    connection.execute(delete(own_value).where(*there))
    if value and ids:
        new = [{"action_id": key, "field_id": field_id, "value": value} for key in ids]
        connection.execute(insert(own_value), new)


def _free_names(connection: Connection, fields: Sequence[OwnField]) -> None:
    """Two fields may take each other's names, which one statement after the other would refuse."""
    before = {each.id: each.name for each in own_fields(connection)}
    for each in fields:
        if each.id and each.name != before[each.id]:
            rows.change(connection, own_field, [each.id], {"name": f"\n{each.id}"})


def _set_field(connection: Connection, field: OwnField, place: int) -> int:
    values = {
        **rows.trimmed({"name": field.name}),
        "choices": "\n".join(_checked_choices(field)),
        "private": field.private,
        "position": place,
    }
    rows.required(values, "name")
    rows.not_too_long(values, {"name": 60})
    if not field.id:
        return rows.add(connection, own_field, {**values, "kind": field.kind})
    rows.change(connection, own_field, [field.id], values)
    return field.id


def _checked_choices(field: OwnField) -> Sequence[str]:
    if field.kind is not FieldKind.CHOICE:
        return ()
    chosen = [" ".join(each.split()) for each in field.choices]
    if not any(chosen):
        raise RuleBroken(M_("Write what can be chosen in “{name}”.", name=field.name))
    return list(dict.fromkeys(filter(None, chosen)))


def _refuse_twins(names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        word = " ".join(name.split()).casefold()
        if word in seen:
            raise RuleBroken(M_("There is a field named “{name}” already.", name=name))
        seen.add(word)


def _replace(
    connection: Connection, table: Table, action_id: int, new: Sequence[dict[str, Any]]
) -> None:
    connection.execute(delete(table).where(table.c.action_id == action_id))
    if new:
        connection.execute(insert(table), [{"action_id": action_id, **each} for each in new])
