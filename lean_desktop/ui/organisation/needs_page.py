"""What needs attention in the organisation: a list whose lines lead to the spot."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.attention import ATTENTION_NAMES, Attention, AttentionKind, Subject
from lean_desktop.domain.roles import Mandate, RoleKind
from lean_desktop.i18n import Language
from lean_desktop.queries import Connection
from lean_desktop.queries import organisation as organisation_queries
from lean_desktop.queries import roles as queries
from lean_desktop.queries.touched import Touched
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.toolbar import GROUPS, PEOPLE, ROLES
from lean_desktop.ui.organisation.writing import shown_day
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import Column, RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.table import Table

TABLES = (
    "person",
    "group",
    "membership",
    "role",
    "role_assignment",
    "mandate",
    "agreement",
    "meeting_series",
)
_LISTS = {Subject.PERSON: PEOPLE, Subject.GROUP: GROUPS, Subject.ROLE: ROLES}
_WIDTHS = {"kind": 200, "name": 240, "sentence": 520, "since": 110}


class _Lines(Table):
    """Emits `opened()` for Enter and double click."""

    opened = Signal()

    def __init__(self, name: str, t: Language, theme: Theme) -> None:
        super().__init__(name, t, theme)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class Need(NamedTuple):
    """One line; its key stays its own as long as the same is wanting of the same one."""

    id: int
    found: Attention


class NeedsPage(Page):
    """Emits `chosen()`, `go_to(kind, key)` for Enter and double click, and `counted_anew()`."""

    chosen = Signal()
    go_to = Signal(str, int)
    counted_anew = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.live, self.t = around.live, around.t
        self._words: list[str] = []
        self.model = self._model()
        self.table = _Lines(self.t("Needs attention"), self.t, around.theme)
        self.table.follow(self.model)
        self.table.stay()
        self.table.set_empty(lambda: self._nothing(around))
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, around.theme.scaled(_WIDTHS[column.name]))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self._open)
        self.model.counted.connect(self._on_counted)
        self._on_counted()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 0, 0)
        whole.addWidget(self.table)

    @override
    def front(self) -> QWidget:
        return self.table

    @override
    def kind(self) -> str:
        subject = self._subject()
        return subject[0] if subject else GROUPS

    @override
    def chosen_rows(self) -> list[Any]:
        """The person, group or role the chosen line is about, so that the panel shows it."""
        which, key = self._subject() or ("", 0)
        today = self.live.today
        if which == PEOPLE:
            return self.live.read(organisation_queries.people, [key], today=today)
        if which == GROUPS:
            return self.live.read(organisation_queries.groups, [key], today=today)
        return self.live.read(queries.roles, [key], today=today) if key else []

    @override
    def search(self, typed: str) -> None:
        words = typed.casefold().split()
        if words != self._words:
            self._words = words
            self.model.keep(self._wanted if words else None)

    @override
    def counted(self) -> tuple[int, int]:
        return self.model.rowCount(), self.model.total()

    @override
    def copy(self) -> None:
        self.table.copy()

    # Inside

    def _on_counted(self) -> None:
        """Some line is always the current one, so that the panel has something to show."""
        if not self.table.selected() and self.model.rowCount():
            self.table.go_to(self.model.rows()[0].id)
        self.counted_anew.emit()

    def _model(self) -> RowModel[Need]:
        t, today = self.t, self.live.today
        kinds = list(AttentionKind)
        return RowModel(
            self.live,
            [
                Column(
                    "kind", t("What is wanting"), lambda row: t(ATTENTION_NAMES[row.found.kind])
                ),
                Column("name", t("Of what"), lambda row: t(row.found.name)),
                Column("sentence", t("In a sentence"), lambda row: t(row.found.sentence)),
                Column("since", t("Since"), lambda row: shown_day(t, row.found.since)),
            ],
            lambda connection, _ids: needs(connection, today=today),
            _touched,
            lambda row: (kinds.index(row.found.kind), t.sort_key(t(row.found.name)), row.id),
            self,
        )

    def _wanted(self, row: Need) -> bool:
        text = " ".join(column.text(row) for column in self.model.columns).casefold()
        return all(word in text for word in self._words)

    def _subject(self) -> tuple[str, int] | None:
        """The list and the key of what the current line is about."""
        need: Need | None = self.table.current()
        if need is None:
            return None
        found = need.found
        if found.subject is not Subject.MANDATE:
            return _LISTS[found.subject], found.id
        return self._of_mandate(found.id)

    def _of_mandate(self, key: int) -> tuple[str, int] | None:
        """Who is given it: a role or a group, for a kind of group the first of that kind."""
        mandate = next(iter(self.live.read(queries.mandates, [key])), None)
        if mandate is None:
            return None
        if mandate.role_id or mandate.is_coordinator:
            role = mandate.role_id or self._coordinator()
            return (ROLES, role) if role else None
        group = mandate.group_id or self._group_of(mandate)
        return (GROUPS, group) if group else None

    def _coordinator(self) -> int | None:
        live = self.live
        roles = live.read(queries.roles, today=live.today, only_active=live.dated)
        return next((each.id for each in roles if each.kind is RoleKind.COORDINATOR), None)

    def _group_of(self, mandate: Mandate) -> int | None:
        live = self.live
        groups = live.read(organisation_queries.groups, today=live.today, only_active=live.dated)
        return next((each.id for each in groups if each.kind is mandate.group_kind), None)

    def _open(self) -> None:
        if subject := self._subject():
            names = {PEOPLE: "person", GROUPS: "group", ROLES: "role"}
            self.go_to.emit(names[subject[0]], subject[1])

    def _nothing(self, around: Surroundings) -> EmptyState:
        t = self.t
        return EmptyState(
            "checkc",
            t("Nothing is wanting"),
            t("Roles are held, mandates are valid, and every group has its leader and agreement."),
            around.theme,
        )


def needs(connection: Connection, *, today: Any) -> list[Need]:
    """What needs attention, with a key for each line."""
    kinds, subjects = list(AttentionKind), list(Subject)
    return [
        Need(
            (found.id * len(subjects) + subjects.index(found.subject)) * len(kinds)
            + kinds.index(found.kind),
            found,
        )
        for found in queries.attention(connection, today=today)
    ]


def _touched(_connection: Connection, changes: ChangeSet) -> Touched:
    """All are asked for anew when anything they follow from has changed."""
    return None if changes.touches(TABLES) else frozenset()
