"""What would become of each row of a list of actions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.domain.actions_import.columns import COLUMN_NAMES, ActionColumn, ActionList
from lean_desktop.domain.actions_import.planned import ActionPlan, NewAction, PlannedAction
from lean_desktop.domain.actions_import.words import Owners, is_no_day, pdca_of, status_of
from lean_desktop.domain.cards import Pdca
from lean_desktop.domain.due_words import due_day
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import import Outcome
from lean_desktop.domain.people_import.cells import Cleaned, Days
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import M_, Language, Message

_LONGEST_TITLE, _LONGEST_COMMENT, _LONGEST_TAG, _LONGEST_PILLAR = 500, 10_000, 60, 200
_DAYS = (ActionColumn.DUE, ActionColumn.CREATED, ActionColumn.DONE)


class Here(NamedTuple):
    """What the workspace holds that a list may speak of; `groups` are keys by name."""

    people: Sequence[Person]
    groups: Mapping[str, int]
    actions: Collection[Action]


def plan_actions(source: ActionList, here: Here, today: date, t: Language) -> ActionPlan:
    """What an import would do. Raises RuleBroken where no column says what is to be done.

    An action with the same title, group and day of creation is the same one and is left as it is,
    so a list may be taken in twice. Days without a year are the next ones after the row was made.
    """
    if ActionColumn.TITLE not in source.columns:
        raise RuleBroken(
            M_("No column says what is to be done. Call it “Action” in the first row.")
        )
    reader = _Reader(source, here, today, t)
    known = {_identity(each.title, each.group_id, each.created) for each in here.actions}
    rows = []
    for number, cells in source.records():
        if any(cell.strip() for cell in cells):
            planned = reader.planned(number, cells)
            rows.append(_unless_known(planned, known))
    return ActionPlan(rows)


def refused_rows(source: ActionList, plan: ActionPlan) -> list[Sequence[str]]:
    """The headings and the rows that were refused, to be mended in a file of their own."""
    refused = {each.row for each in plan.rows if each.outcome is Outcome.REFUSED}
    return [source.headings, *(cells for row, cells in source.records() if row in refused)]


_Identity = tuple[str, int | None, date]


def _identity(title: str, group_id: int | None, created: date) -> _Identity:
    return title.casefold(), group_id, created


def _unless_known(planned: PlannedAction, known: Collection[_Identity]) -> PlannedAction:
    new = planned.action
    if new is None or _identity(new.title, new.group_id, new.created) not in known:
        return planned
    return planned._replace(outcome=Outcome.UNCHANGED, action=None)


class _Reader:
    """Reads one row after the other; what it understood of texts is kept for the next row."""

    def __init__(self, source: ActionList, here: Here, today: date, t: Language) -> None:
        self._columns, self._headings = source.columns, source.headings
        self._today, self._t = today, t
        self._clean = Cleaned()
        self._owners = Owners(here.people)
        self._groups = {name.casefold(): key for name, key in here.groups.items()}
        rows = [cells for _number, cells in source.records()]
        self._days = {each: Days({self._of(cells, each) for cells in rows}, t) for each in _DAYS}

    def planned(self, row: int, cells: Sequence[str]) -> PlannedAction:
        """What becomes of one row."""
        said = {each: self._of(cells, each) for each in ActionColumn}
        remark = self._raw(cells, ActionColumn.REMARK).strip()
        title = said[ActionColumn.TITLE]
        found = _Found()
        try:
            new = self._action(said, remark, found)
        except RuleBroken as error:
            return PlannedAction(row, Outcome.REFUSED, title, remarks=(error.message,))
        return PlannedAction(row, Outcome.CREATED, title, new, tuple(found.remarks))

    def _action(self, said: Mapping[ActionColumn, str], remark: str, found: "_Found") -> NewAction:
        title = said[ActionColumn.TITLE]
        if not title:
            raise RuleBroken(
                M_("{column}: nothing stands there.", column=self._at(ActionColumn.TITLE))
            )
        if len(title) > _LONGEST_TITLE:
            raise RuleBroken(
                M_(
                    "That is {n} characters; at most {most} fit here.",
                    n=len(title),
                    most=_LONGEST_TITLE,
                )
            )
        created = self._exact(ActionColumn.CREATED, said, found) or self._today
        status = self._status(said)
        done = self._done(status, said, found)
        owner_id, group_id = self._owner(said, found), self._group(said, found)
        due, pdca = self._due(said, created, found), self._pdca(said, found)
        return NewAction(
            title,
            created,
            status,
            owner_id,
            group_id,
            due,
            done,
            pdca,
            said[ActionColumn.PILLAR][:_LONGEST_PILLAR],
            _tags(said[ActionColumn.TAGS]),
            "\n".join(filter(None, (remark, *found.kept)))[:_LONGEST_COMMENT],
        )

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


def _tags(text: str) -> tuple[str, ...]:
    words: Iterable[str] = (" ".join(each.split()) for each in text.replace(";", ",").split(","))
    by_word = {word.casefold(): word[:_LONGEST_TAG] for word in words if word}
    return tuple(by_word.values())
