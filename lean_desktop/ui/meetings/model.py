"""What the Meetings tab lists: the groups that meet, and agenda items laid out in time."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QUuid

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.gathering import Gathering
from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    ItemKind,
    ScheduledItem,
    parse_minutes,
)
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, Group, GroupKind, without_kind
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import Connection, organisation
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.gatherings import SHOWN
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, Column, Index, RowModel

ITEM_MIME = "application/x-lean-desktop-agenda-item"
AGENDA = ("agenda_item", "meeting", "person", "preparation")
NUMBER, TITLE, KIND, PRESENTER, MINUTES, START = range(6)


def gatherings_touched(_connection: Connection, changes: ChangeSet) -> frozenset[int] | None:
    """All of them, when anything they show has changed."""
    return None if changes.touches(SHOWN) else frozenset()


def gathering_order(t: Language) -> Callable[[Gathering], tuple[int, object]]:
    """From the top of the improvement organisation down, units after it, loose meetings last."""
    rank: dict[GroupKind | None, int] = {kind: place for place, kind in enumerate(GroupKind)}
    beyond = len(rank)
    return lambda each: (
        rank.get(each.kind, beyond + (each.id == 0)),
        t.sort_key(each.name),
    )


def gathering_title(each: Gathering, t: Language) -> str:
    """The group's name, without the kind it already stands under; or what loose meetings are."""
    return without_kind(each.name, kind_title(each, t)) or t("Meetings of no group")


def kind_title(each: Gathering, t: Language) -> str:
    """What stands above the first of a kind."""
    if each.kind:
        return t(GROUP_KIND_NAMES[each.kind])
    return t("Daily operational meetings") if each.unit_id else t("Others")


class AgendaModel(RowModel[ScheduledItem]):
    """The items of one meeting, in their order, with the time each begins. Items can be dragged."""

    def __init__(
        self, live: LiveDocument, t: Language, meeting_id: int, parent: QObject | None = None
    ) -> None:
        self.meeting_id = meeting_id
        self._mark = QUuid.createUuid().toString()
        self._people = partial(people_choices, live)
        super().__init__(
            live,
            self._columns_of(live, t),
            lambda connection, _ids: _scheduled(connection, meeting_id),
            _all_of_it,
            lambda row: row.item.position,
            parent,
        )

    def _columns_of(self, live: LiveDocument, t: Language) -> Sequence[Column]:
        kinds = {t(name): kind for kind, name in ITEM_KIND_NAMES.items()}
        change = partial(change_item, live)
        return (
            Column("number", t("No."), lambda row: str(row.item.position + 1), right=True),
            Column(
                "title",
                t("Item"),
                lambda row: row.item.title,
                write=lambda row, typed: change(row, M_("item title"), title=typed),
            ),
            Column(
                "kind",
                t("Kind"),
                lambda row: t(ITEM_KIND_NAMES[row.item.kind]),
                write=lambda row, typed: change(row, M_("kind"), kind=_kind(typed, kinds)),
                choices=lambda: list(kinds),
            ),
            Column(
                "presenter",
                t("Presenter"),
                lambda row: row.item.presenter,
                write=lambda row, typed: change(
                    row, M_("presenter"), presenter_id=key_of(typed, self._people())
                ),
                choices=lambda: [name for _, name in self._people()],
            ),
            Column(
                "minutes",
                t("Min"),
                lambda row: str(row.item.minutes),
                write=lambda row, typed: change(row, M_("minutes"), minutes=parse_minutes(typed)),
                right=True,
            ),
            Column(
                "start",
                t("Start"),
                lambda row: t.time(row.start),
                right=True,
                tip=lambda row: t("Ends after the planned end") if row.over else "",
            ),
        )

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """An agenda has one order: the one the items are taken in."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = super().flags(index)
        return flags if self._live.read_only else flags | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [ITEM_MIME]

    @override
    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        keys = sorted({index.data(ROW_ROLE).id for index in indexes})
        dragged.setData(ITEM_MIME, f"{self._mark} {keys[0]}".encode())
        return dragged

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self._dragged(data) is not None and action == Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        there = self._dragged(data)
        if there is not None:
            target = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
            section = self.rows()[min(target, self.rowCount() - 1)].item.section
            to = target - 1 if target > there else target
            move_item(self._live, self.rows()[there], to, section)
        return False  # We have moved it; the view must not take the dragged row away.

    def _dragged(self, data: QMimeData) -> int | None:
        """The row of the item that is dragged, if it comes from this very agenda."""
        mark, _, key = bytes(data.data(ITEM_MIME).data()).decode().partition(" ")
        index = self.index_of(int(key)) if mark == self._mark else QModelIndex()
        return index.row() if index.isValid() else None


def change_item(live: LiveDocument, row: ScheduledItem, what: Message, **fields: object) -> None:
    """Set fields of one agenda item, as one step."""
    label = M_("Change {what} of “{name}”", what=what, name=row.item.title)
    live.edit(label, edits.change_items, [row.id], **fields)


def move_item(live: LiveDocument, row: ScheduledItem, to: int, section: str | None = None) -> None:
    """Put an item at another place in its agenda, unless it stands there already."""
    same = section is None or section == row.item.section
    if (to != row.item.position or not same) and to >= 0:
        label = M_("Move “{name}”", name=row.item.title)
        live.edit(label, edits.move_item, row.id, to, section=section)


def people_choices(live: LiveDocument) -> list[tuple[int, str]]:
    """Everyone a meeting may name: those who are with us on the day."""
    people = live.read(organisation.people, today=live.today)
    return [(person.id, person.name) for person in people if person.active_on(live.today)]


def group_choices(live: LiveDocument) -> list[Group]:
    """Every group, for choosing one."""
    return live.read(organisation.groups, today=live.today)


def _kind(typed: str, kinds: dict[str, ItemKind]) -> ItemKind:
    places = dict(enumerate(kinds))
    found = key_of(typed, list(places.items()))
    return ItemKind.INFORMATION if found is None else kinds[places[found]]


def _scheduled(connection: Connection, meeting_id: int) -> list[ScheduledItem]:
    laid = queries.laid_out(connection, meeting_id)
    return list(laid.items) if laid else []


def _all_of_it(_connection: Connection, changes: ChangeSet) -> frozenset[int] | None:
    """An agenda is short, and one item's minutes move all that follow: read it whole."""
    return None if changes.touches(AGENDA) else frozenset()
