"""What would become of each row of a list of actions."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lean_desktop.domain.actions import ActionStatus, Source
from lean_desktop.domain.actions_import.columns import COLUMN_NAMES, ActionColumn, ActionList
from lean_desktop.domain.actions_import.exported import Stored
from lean_desktop.domain.actions_import.nested import moves, remarks, ticks
from lean_desktop.domain.actions_import.planned import (
    ActionPlan,
    Change,
    Move,
    NewAction,
    PlannedAction,
    Tick,
)
from lean_desktop.domain.actions_import.words import (
    Owners,
    is_no_day,
    pdca_of,
    source_of,
    status_of,
)
from lean_desktop.domain.cards import CardTexts, FieldKind, OwnField, Pdca, own_value
from lean_desktop.domain.due_words import due_day
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import written_links
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import import Outcome
from lean_desktop.domain.people_import.cells import Cleaned, Days
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import M_, Language, Message

_LONGEST_TITLE, _LONGEST_COMMENT, _LONGEST_TAG, _LONGEST_PILLAR = 500, 10_000, 60, 200
_LONGEST_FIGURE, _LONGEST_FIELD = 100, 60
_DAYS = (ActionColumn.DUE, ActionColumn.FIRST_DUE, ActionColumn.CREATED, ActionColumn.DONE)
_RAW = (
    *(ActionColumn(name) for name in CardTexts._fields),
    *(ActionColumn.STEPS, ActionColumn.LINKS, ActionColumn.COMMENTS, ActionColumn.MOVES),
    ActionColumn.REMARK,
)
"""Columns in which line breaks mean something."""


class Here(NamedTuple):
    """What the workspace holds that a list may speak of; `groups` are keys by name.

    `uuid` is its identity: a list that bears it was exported here, and its numbers are ours.
    """

    people: Sequence[Person]
    groups: Mapping[str, int]
    actions: Sequence[Stored]
    fields: Sequence[OwnField] = ()
    uuid: str = ""


def plan_actions(
    source: ActionList,
    here: Here,
    today: date,
    t: Language,
    *,
    own_fields: Collection[int] = (),
) -> ActionPlan:
    """What an import would do. Raises RuleBroken where no column says what is to be done.

    A row of our own export is the action with its number: what is otherwise is changed. In any
    other list an action with the same title, group and day of creation is left as it is, so a list
    may be taken in twice. Days without a year are the next ones after the row was made.
    `own_fields` are the indexes of columns that become fields of the workspace's own.
    """
    if ActionColumn.TITLE not in source.columns:
        raise RuleBroken(
            M_("No column says what is to be done. Call it “Action” in the first row.")
        )
    made = _fields_made(source, own_fields)
    reader = _Reader(source, here, today, t, made)
    known = _Known(here)
    rows = []
    for number, cells in source.records():
        if any(cell.strip() for cell in cells):
            said = reader.numbered(cells)
            rows.append(known.met(reader.planned(number, cells, said), said, source.columns))
    return ActionPlan(rows, tuple(made.values()))


def _fields_made(source: ActionList, own_fields: Collection[int]) -> dict[int, OwnField]:
    """By column the field that is made for it, with a key below zero."""
    unknown = source.unknown()
    wanted = [at for at in sorted(own_fields) if at in unknown]
    return {
        at: OwnField(-place, unknown[at][:_LONGEST_FIELD], FieldKind.TEXT)
        for place, at in enumerate(wanted, start=1)
    }


def refused_rows(source: ActionList, plan: ActionPlan) -> list[Sequence[str]]:
    """The headings and the rows that were refused, to be mended in a file of their own."""
    refused = {each.row for each in plan.rows if each.outcome is Outcome.REFUSED}
    return [source.headings, *(cells for row, cells in source.records() if row in refused)]


_Identity = tuple[str, int | None, date]

_FIELDS = {
    ActionColumn.TITLE: "title",
    ActionColumn.OWNER: "owner_id",
    ActionColumn.HELPERS: "helper_ids",
    ActionColumn.GROUP: "group_id",
    ActionColumn.STATUS: "status",
    ActionColumn.DONE: "done",
    ActionColumn.DUE: "due",
    ActionColumn.SOURCE: "source",
    ActionColumn.PDCA: "pdca",
    ActionColumn.PILLAR: "pillar",
    ActionColumn.TAGS: "tags",
    ActionColumn.STEPS: "ticks",
    ActionColumn.LINKS: "links",
    **{ActionColumn(name): "texts" for name in CardTexts._fields},
}
"""What a list may change of an action that is here; its history is no matter of a list."""


class _Known:
    """The actions that are here, by number and by what they are."""

    def __init__(self, here: Here) -> None:
        self._by_number = {each.number: each for each in here.actions}
        self._same = {_identity(each.told) for each in here.actions}

    def met(
        self, planned: PlannedAction, number: int | None, columns: Mapping[ActionColumn, int]
    ) -> PlannedAction:
        """The row as it is when the action is here already."""
        new, stored = planned.action, self._by_number.get(number or 0)
        if new is None:
            return planned
        if stored is None:
            if number is not None or _identity(new) not in self._same:
                return planned
            return planned._replace(outcome=Outcome.UNCHANGED, action=None)
        fields = _differing(stored.told, new, columns)
        if not fields:
            return planned._replace(outcome=Outcome.UNCHANGED, action=None)
        change = Change(stored.id, fields)
        return planned._replace(outcome=Outcome.UPDATED, action=None, change=change)


def _differing(
    old: NewAction, new: NewAction, columns: Mapping[ActionColumn, int]
) -> dict[str, Any]:
    names = dict.fromkeys(name for column, name in _FIELDS.items() if column in columns)
    found = {name: getattr(new, name) for name in names if getattr(old, name) != getattr(new, name)}
    values = tuple(each for each in new.values if each not in old.values)
    gone = {key for key, _ in old.values} & {key for key, text in new.values if not text}
    said = tuple((key, text) for key, text in values if text or key in gone)
    return {**found, "values": said} if said else found


def _identity(told: NewAction) -> _Identity:
    return told.title.casefold(), told.group_id, told.created


class _Reader:
    """Reads one row after the other; what it understood of texts is kept for the next row."""

    def __init__(
        self,
        source: ActionList,
        here: Here,
        today: date,
        t: Language,
        made: Mapping[int, OwnField],
    ) -> None:
        self._columns, self._headings = source.columns, source.headings
        self._uuid = here.uuid
        self._fields = {**_own_columns(source, here.fields), **made}
        self._today, self._t = today, t
        self._clean = Cleaned()
        self._owners = Owners(here.people)
        self._groups = {name.casefold(): key for name, key in here.groups.items()}
        rows = [cells for _number, cells in source.records()]
        self._days = {each: Days({self._of(cells, each) for cells in rows}, t) for each in _DAYS}

    def numbered(self, cells: Sequence[str]) -> int | None:
        """The number of the action, where the row bears our identity."""
        number = self._of(cells, ActionColumn.NUMBER)
        ours = self._uuid and self._of(cells, ActionColumn.IDENTITY) == self._uuid
        return int(number) if ours and number.isdecimal() else None

    def planned(self, row: int, cells: Sequence[str], number: int | None) -> PlannedAction:
        """What becomes of one row."""
        said = {each: self._of(cells, each) for each in ActionColumn}
        raw = {each: self._raw(cells, each).strip() for each in _RAW}
        title = said[ActionColumn.TITLE]
        found = _Found()
        try:
            new = self._action(said, raw, found, known=number is not None)
            new = new._replace(values=self._values(cells, found))
        except RuleBroken as error:
            return PlannedAction(row, Outcome.REFUSED, title, remarks=(error.message,))
        return PlannedAction(row, Outcome.CREATED, title, new, tuple(found.remarks))

    def _action(
        self,
        said: Mapping[ActionColumn, str],
        raw: Mapping[ActionColumn, str],
        found: "_Found",
        *,
        known: bool,
    ) -> NewAction:
        title = said[ActionColumn.TITLE]
        if not title:
            raise RuleBroken(
                M_("{column}: nothing stands there.", column=self._at(ActionColumn.TITLE))
            )
        if len(title) > _LONGEST_TITLE:
            raise RuleBroken(
                M_(
                    "{column}: that is {n} characters; at most {most} fit here.",
                    column=self._at(ActionColumn.TITLE),
                    n=len(title),
                    most=_LONGEST_TITLE,
                )
            )
        created = self._exact(ActionColumn.CREATED, said, found) or self._today
        status = self._status(said)
        done = self._done(status, said, found)
        owner_id, group_id = self._owner(said, found), self._group(said, found)
        due, pdca = self._due(said, created, found), self._pdca(said, found)
        moved = self._moved(said, raw, due, found)
        remark = "" if known else raw[ActionColumn.REMARK]
        return NewAction(
            title,
            created,
            status,
            owner_id,
            group_id,
            due,
            done,
            pdca,
            self._cut(ActionColumn.PILLAR, said[ActionColumn.PILLAR], _LONGEST_PILLAR, found),
            self._tags(said[ActionColumn.TAGS], found),
            self._cut(
                ActionColumn.REMARK,
                "\n".join(filter(None, (remark, *found.kept))),
                _LONGEST_COMMENT,
                found,
            ),
            self._source(said, found),
            *moved,
            self._helpers(said, owner_id, found),
            CardTexts(*(self._text(ActionColumn(name), raw, found) for name in CardTexts._fields)),
            self._ticks(raw, created, found),
            tuple(written_links(raw[ActionColumn.LINKS])),
            remarks(raw[ActionColumn.COMMENTS], self._today),
        )

    def _moved(
        self,
        said: Mapping[ActionColumn, str],
        raw: Mapping[ActionColumn, str],
        due: date | None,
        found: "_Found",
    ) -> tuple[date | None, tuple[Move, ...]]:
        """The date agreed first, and how it moved since; without a word of that, it never did."""
        first = self._exact(ActionColumn.FIRST_DUE, said, found) or due
        try:
            told = moves(raw[ActionColumn.MOVES])
        except RuleBroken as error:
            found.leave_out(error.message, self._kept(ActionColumn.MOVES, said))
            return due, ()
        fits = due is not None and told and (told[0].old, told[-1].new) == (first, due)
        if told and not fits:
            why = M_("{column}: does not fit the dates.", column=self._at(ActionColumn.MOVES))
            found.leave_out(why, self._kept(ActionColumn.MOVES, said))
        return (first, told) if fits else (due, ())

    def _source(self, said: Mapping[ActionColumn, str], found: "_Found") -> Source:
        text = said[ActionColumn.SOURCE]
        source = source_of(text)
        if text and source is None:
            column = self._at(ActionColumn.SOURCE)
            why = M_("{column}: “{text}” is no place actions come from.", column=column, text=text)
            found.leave_out(why, self._kept(ActionColumn.SOURCE, said))
        return source or Source.OWN

    def _helpers(
        self, said: Mapping[ActionColumn, str], owner_id: int | None, found: "_Found"
    ) -> tuple[int, ...]:
        text = said[ActionColumn.HELPERS]
        names = [each.strip() for each in text.split(";" if ";" in text else ",") if each.strip()]
        keys: list[int] = []
        for name in names:
            fitting = self._owners.fitting(name)
            if len(fitting) == 1:
                keys += fitting
            else:
                column = self._at(ActionColumn.HELPERS)
                why = M_("{column}: “{text}” is nobody here, or several.", column=column, text=name)
                found.leave_out(why, f"{self._t(COLUMN_NAMES[ActionColumn.HELPERS])}: {name}")
        return tuple(key for key in dict.fromkeys(keys) if key != owner_id)

    def _ticks(
        self, raw: Mapping[ActionColumn, str], created: date, found: "_Found"
    ) -> tuple[Tick, ...]:
        told = ticks(raw[ActionColumn.STEPS])
        cut = (self._cut(ActionColumn.STEPS, each.text, _LONGEST_TITLE, found) for each in told)
        dated = (created if each.done == date.max else each.done for each in told)
        return tuple(Tick(*pair) for pair in zip(cut, dated, strict=True))

    def _text(self, column: ActionColumn, raw: Mapping[ActionColumn, str], found: "_Found") -> str:
        figure = column in (ActionColumn.FIGURE_BEFORE, ActionColumn.FIGURE_AFTER)
        return self._cut(
            column, raw[column], _LONGEST_FIGURE if figure else _LONGEST_COMMENT, found
        )

    def _values(self, cells: Sequence[str], found: "_Found") -> tuple[tuple[int, str], ...]:
        """What stands in the columns of own fields; what will not do there is kept in a comment."""
        values = []
        for at, field in self._fields.items():
            text = cells[at].strip() if at < len(cells) else ""
            try:
                values.append((field.id, own_value(field, text, self._today)))
            except RuleBroken as error:
                found.leave_out(error.message, f"{field.name}: {text}")
        return tuple(each for each in values if each[1] or each[0] > 0)

    def _cut(self, column: ActionColumn, text: str, most: int, found: "_Found") -> str:
        if len(text) > most:
            found.remarks.append(
                M_("{column}: cut after {n} characters.", column=self._at(column), n=most)
            )
        return text[:most]

    def _tags(self, text: str, found: "_Found") -> tuple[str, ...]:
        words = (" ".join(each.split()) for each in text.replace(";", ",").split(","))
        cut = [self._cut(ActionColumn.TAGS, word, _LONGEST_TAG, found) for word in words if word]
        return tuple({word.casefold(): word for word in cut}.values())

    def _status(self, said: Mapping[ActionColumn, str]) -> ActionStatus:
        text = said[ActionColumn.STATUS]
        if not text:
            return ActionStatus.DONE if said[ActionColumn.DONE] else ActionStatus.NEW
        status = status_of(text)
        if status is None:
            raise RuleBroken(
                M_(
                    "{column}: “{text}” is no state. Write new, planned, doing, blocked, done or"
                    " dropped.",
                    column=self._at(ActionColumn.STATUS),
                    text=text,
                )
            )
        return status

    def _done(
        self, status: ActionStatus, said: Mapping[ActionColumn, str], found: "_Found"
    ) -> date | None:
        day = self._exact(ActionColumn.DONE, said, found)
        if status is ActionStatus.DONE and day is None:
            found.remarks.append(M_("No day says when it was done; today is written."))
            return self._today
        if status is not ActionStatus.DONE and day is not None:
            found.remarks.append(M_("It is not done, so the day it was done is left out."))
            found.kept.append(self._kept(ActionColumn.DONE, said))
            return None
        return day

    def _exact(
        self, column: ActionColumn, said: Mapping[ActionColumn, str], found: "_Found"
    ) -> date | None:
        """The day in a cell; one that cannot be read is remarked and kept in the comment."""
        text = said[column]
        if not text:
            return None
        try:
            return self._days[column][text]
        except RuleBroken as error:
            found.leave_out(error.message, self._kept(column, said))
            return None

    def _due(self, said: Mapping[ActionColumn, str], created: date, found: "_Found") -> date | None:
        text = said[ActionColumn.DUE]
        if not text:
            return None
        try:
            return self._days[ActionColumn.DUE][text]
        except RuleBroken as error:
            day, refusal = due_day(text, created), error.message
        if day:
            found.remarks.append(M_("“{text}” is read as {day}.", text=text, day=self._t.date(day)))
            return day
        no_day = M_("“{text}” is no day; it stands in a comment.", text=text)
        found.leave_out(no_day if is_no_day(text) else refusal, self._kept(ActionColumn.DUE, said))
        return None

    def _owner(self, said: Mapping[ActionColumn, str], found: "_Found") -> int | None:
        text = said[ActionColumn.OWNER]
        fitting = self._owners.fitting(text) if text else []
        if not text or len(fitting) == 1:
            return next(iter(fitting), None)
        column = self._at(ActionColumn.OWNER)
        if fitting:
            why = M_(
                "{column}: “{text}” fits {n} people.", column=column, text=text, n=len(fitting)
            )
        else:
            why = M_(
                "{column}: “{text}” is nobody here. Choose an owner afterwards.",
                column=column,
                text=text,
            )
        found.leave_out(why, self._kept(ActionColumn.OWNER, said))
        return None

    def _group(self, said: Mapping[ActionColumn, str], found: "_Found") -> int | None:
        text = said[ActionColumn.GROUP]
        key = self._groups.get(text.casefold())
        if text and key is None:
            column = self._at(ActionColumn.GROUP)
            why = M_("{column}: there is no group “{text}”.", column=column, text=text)
            found.leave_out(why, self._kept(ActionColumn.GROUP, said))
        return key

    def _pdca(self, said: Mapping[ActionColumn, str], found: "_Found") -> Pdca:
        text = said[ActionColumn.PDCA]
        step = pdca_of(text)
        if text and step is None:
            column = self._at(ActionColumn.PDCA)
            why = M_("{column}: “{text}” is no step of PDCA.", column=column, text=text)
            found.leave_out(why, self._kept(ActionColumn.PDCA, said))
        return step or Pdca.NONE

    def _of(self, cells: Sequence[str], column: ActionColumn) -> str:
        return self._clean[self._raw(cells, column)]

    def _raw(self, cells: Sequence[str], column: ActionColumn) -> str:
        at = self._columns.get(column)
        return cells[at] if at is not None and at < len(cells) else ""

    def _at(self, column: ActionColumn) -> str:
        """Where the reader of the remark finds it: the letter of the column and its heading."""
        at = self._columns[column]
        return f"{column_letters(at)} {self._headings[at]}"

    def _kept(self, column: ActionColumn, said: Mapping[ActionColumn, str]) -> str:
        return f"{self._t(COLUMN_NAMES[column])}: {said[column]}"


class _Found:
    """What is to be said of one row, and what of it is kept as a comment."""

    def __init__(self) -> None:
        self.remarks: list[Message] = []
        self.kept: list[str] = []

    def leave_out(self, why: Message, kept: str) -> None:
        self.remarks.append(why)
        self.kept.append(kept)


def _own_columns(source: ActionList, fields: Sequence[OwnField]) -> dict[int, OwnField]:
    """By column the field of the workspace that has its name."""
    by_name = {each.name.casefold(): each for each in fields}
    found = ((at, by_name.get(head.casefold())) for at, head in source.unknown().items())
    return {at: field for at, field in found if field is not None}
