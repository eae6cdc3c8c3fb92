"""The list of actions: what its columns show, and what typing in them changes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.capture import day_and_reason
from lean_desktop.domain.cards import Card
from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.card_columns import card_columns
from lean_desktop.ui.actions.choices import group_choices, people_choices
from lean_desktop.ui.actions.grouped_model import GroupedModel
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import Column

NUMBER, TITLE, OWNER, GROUP, DUE, FIRST_DUE, SLIPS, STATUS, HELPERS, TAGS, PDCA = range(11)
_STATES = list(ActionStatus)


def actions_model(
    live: LiveDocument,
    t: Language,
    parent: QObject | None = None,
    *,
    only_open: bool = True,
    rows: list[Card] | None = None,
) -> GroupedModel:
    """The open actions, or all of them: what is due first comes first, what is over last.

    All of them may be very many; `rows` are those that were read ahead.
    """
    load = queries.cards if only_open else queries.all_cards
    columns = [*_Writing(live, t).columns(), *card_columns(live, t)]
    return GroupedModel(live, t, columns, load, _order, TITLE, parent, rows=rows)


def _order(card: Card) -> tuple[bool, date, int]:
    action = card.action
    return not action.open, action.due or date.max, action.number


class _Writing:
    """The columns, and the edits that what is typed in them leads to."""

    def __init__(self, live: LiveDocument, t: Language) -> None:
        self._live, self._t = live, t
        self._statuses = {t(name): status for status, name in ACTION_STATUS_NAMES.items()}

    def columns(self) -> list[Column]:
        t = self._t
        people, groups = partial(people_choices, self._live), partial(group_choices, self._live)
        return [
            Column("number", t("No."), _number, sort=lambda row: row.action.number, right=True),
            Column(
                "title",
                t("Action"),
                lambda row: row.action.title,
                sort=lambda row: t.sort_key(row.action.title),
                write=self._title,
            ),
            Column(
                "owner",
                t("Owner"),
                lambda row: row.action.owner,
                sort=lambda row: t.sort_key(row.action.owner),
                write=self._named("owner_id", M_("owner"), people),
                choices=lambda: [name for _, name in people()],
            ),
            Column(
                "group",
                t("Group"),
                lambda row: row.action.group,
                sort=lambda row: t.sort_key(row.action.group),
                write=self._named("group_id", M_("group"), groups),
                choices=lambda: [name for _, name in groups()],
            ),
            Column("due", t("Due"), self._due, sort=_due_key, write=self._set_due, tip=self._tip),
            Column("first_due", t("First agreed"), self._first_due, sort=_first_due_key),
            Column("slips", t("Moved"), _slips, sort=lambda row: row.action.slips, right=True),
            Column(
                "status",
                t("Status"),
                self._status,
                sort=lambda row: _STATES.index(row.action.status),
                write=self._set_status,
                choices=lambda: list(self._statuses),
            ),
        ]

    def _title(self, row: Card, typed: str) -> None:
        self._change(row, M_("title"), title=typed)

    def _named(
        self, column: str, what: Message, choices: Callable[[], list[tuple[int, str]]]
    ) -> Callable[[Card, str], None]:
        return lambda row, typed: self._change(row, what, **{column: key_of(typed, choices())})

    def _change(self, row: Card, what: Message, **fields: object) -> None:
        label = M_("Change {what} of “{name}”", what=what, name=row.action.title)
        self._live.edit(label, edits.change_actions, [row.id], **fields)

    def _due(self, row: Card) -> str:
        """The day; an overdue one has a shape and words as well."""
        if row.action.due is None:
            return ""
        shown = self._t.date(row.action.due)
        days = row.action.days_over(self._live.today)
        return f"■ {shown} · {self._t('{n} d over', n=days)}" if days else shown

    def _tip(self, row: Card) -> str:
        return (
            self._t("Write a new date and why: “20.10. waits for tape”") if row.action.due else ""
        )

    def _first_due(self, row: Card) -> str:
        return self._t.date(row.action.first_due) if row.action.first_due else ""

    def _set_due(self, row: Card, typed: str) -> None:
        today = self._live.today
        found = day_and_reason(typed.strip(), today)
        if found is None:
            raise RuleBroken(
                M_("“{text}” is no day. Write 20.10., Friday or week 43.", text=typed.strip())
            )
        label = M_("Change {what} of “{name}”", what=M_("date"), name=row.action.title)
        self._live.edit(label, edits.set_due, row.id, found[0], day=today, reason=found[1])

    def _status(self, row: Card) -> str:
        told = self._t(ACTION_STATUS_NAMES[row.action.status])
        return f"{told} · ⚑ {self._t('escalated')}" if row.action.escalated else told

    def _set_status(self, row: Card, typed: str) -> None:
        status = _status_of(typed, self._statuses)
        label = M_("Change {what} of “{name}”", what=M_("status"), name=row.action.title)
        self._live.edit(label, edits.set_status, [row.id], status, self._live.today)


def _status_of(typed: str, statuses: dict[str, ActionStatus]) -> ActionStatus:
    places = dict(enumerate(statuses))
    found = key_of(typed, list(places.items()))
    if found is None:
        raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
    return statuses[places[found]]


def _number(row: Card) -> str:
    return str(row.action.number)


def _slips(row: Card) -> str:
    return str(row.action.slips) if row.action.slips else ""


def _due_key(row: Card) -> date:
    return row.action.due or date.max


def _first_due_key(row: Card) -> date:
    return row.action.first_due or date.max
