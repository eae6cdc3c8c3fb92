"""The board: which card hangs in which column and lane, and how many there may be.

Limits warn and never refuse; they count every card of the column, across lanes and whatever is
filtered away (peers.md, board mechanics: limits summed across lanes).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.cards import PDCA_NAMES, Card, Pdca
from lean_desktop.i18n import N_, Language

STALL_WEEKS, DONE_DAYS = 4, 14
MOST_COLUMNS = 10


class LanesBy(StrEnum):
    """What the lanes across a board stand for."""

    NONE = "none"
    OWNER = "owner"
    GROUP = "group"
    PILLAR = "pillar"
    PDCA = "pdca"


LANES_BY_NAMES = {
    LanesBy.NONE: N_("None"),
    LanesBy.OWNER: N_("Owner"),
    LanesBy.GROUP: N_("Group"),
    LanesBy.PILLAR: N_("Pillar"),
    LanesBy.PDCA: N_("PDCA step"),
}

_WITHOUT = {
    LanesBy.NONE: "",
    LanesBy.OWNER: N_("Nobody’s"),
    LanesBy.GROUP: N_("Without a group"),
    LanesBy.PILLAR: N_("Without a pillar"),
    LanesBy.PDCA: PDCA_NAMES[Pdca.NONE],
}

LaneKey = int | str | None
"""A person or a group by key, a pillar by name, a step of PDCA; None for cards without any."""


class BoardColumn(NamedTuple):
    """One column: its name ("" says the name of its first state), its states, and its limit."""

    id: int
    name: str
    statuses: tuple[ActionStatus, ...]
    most: int | None = None

    def told(self, t: Language) -> str:
        """Its name as it is shown."""
        return self.name or t(COLUMN_NAMES[self.statuses[0]])

    @property
    def is_done(self) -> bool:
        """Whether cards that come here are over."""
        return self.statuses[0] is ActionStatus.DONE


COLUMN_NAMES = {
    **ACTION_STATUS_NAMES,
    ActionStatus.NEW: N_("New ones"),
    ActionStatus.BLOCKED: N_("Waiting"),
}

USUAL = tuple(
    BoardColumn(-place, "", (status,))
    for place, status in enumerate(
        (
            ActionStatus.NEW,
            ActionStatus.PLANNED,
            ActionStatus.DOING,
            ActionStatus.BLOCKED,
            ActionStatus.DONE,
        ),
        start=1,
    )
)
"""The five columns of a board nobody has changed; a key below zero stands in no file."""


class BoardSettings(NamedTuple):
    """How one board is set up; `id` is 0 for one nobody has changed."""

    id: int = 0
    group_id: int | None = None
    columns: tuple[BoardColumn, ...] = USUAL
    stall_weeks: int = STALL_WEEKS
    done_days: int = DONE_DAYS


class Lane(NamedTuple):
    """One lane: what its cards have in common, its name, and the cards in each column."""

    key: LaneKey
    name: str
    cells: tuple[tuple[Card, ...], ...]

    @property
    def size(self) -> int:
        """How many cards it holds."""
        return sum(map(len, self.cells))


class Board(NamedTuple):
    """What the board shows: its lanes, and per column how many cards there are, filters or not."""

    columns: tuple[BoardColumn, ...]
    counts: tuple[int, ...]
    lanes: tuple[Lane, ...]
    by: LanesBy = LanesBy.NONE

    def over(self, column: int) -> int:
        """How many cards are more than the limit of the column."""
        most = self.columns[column].most
        return max(0, self.counts[column] - most) if most is not None else 0

    @property
    def shown(self) -> int:
        """How many cards it shows."""
        return sum(lane.size for lane in self.lanes)


def place_of(card: Card, columns: Sequence[BoardColumn]) -> int | None:
    """The column a card hangs in: its own when that has its state, else the first that has it."""
    return _Places(columns).of(card)


class _Places:
    """Where cards hang among these columns, worked out once for all of them."""

    def __init__(self, columns: Sequence[BoardColumn]) -> None:
        self._own: dict[tuple[int | None, ActionStatus], int] = {}
        self._first: dict[ActionStatus, int] = {}
        for number, column in enumerate(columns):
            for status in column.statuses:
                self._own[column.id, status] = number
                self._first.setdefault(status, number)

    def of(self, card: Card) -> int | None:
        status = card.action.status
        own = self._own.get((card.column_id, status))
        return self._first.get(status) if own is None else own


def arranged(
    cards: Collection[Card],
    columns: Sequence[BoardColumn],
    by: LanesBy = LanesBy.NONE,
    *,
    kept: Collection[int] | None = None,
    known: Iterable[tuple[LaneKey, str]] = (),
) -> Board:
    """Hang the cards up. `kept` are those a filter lets through; all of them count.

    `known` are lanes to be there even when empty, in their order, with their names. What is due
    first hangs first, what has no date last; what was done last hangs first.
    """
    counts: Counter[int] = Counter()
    places = _Places(columns)
    cells: dict[LaneKey, dict[int, list[Card]]] = {key: defaultdict(list) for key, _ in known}
    for card in cards:
        place = places.of(card)
        if place is None:
            continue
        counts[place] += 1
        if kept is None or card.id in kept:
            cells.setdefault(lane_key(card, by), defaultdict(list))[place].append(card)
    names = dict(known)
    lanes = [_lane(key, by, found, names, columns) for key, found in cells.items()]
    if not lanes and by is LanesBy.NONE:
        lanes = [_lane(None, by, {}, names, columns)]
    rank = {key: number for number, key in enumerate(names)}
    lanes.sort(key=lambda lane: (lane.key is None, rank.get(lane.key, len(rank)), lane.name))
    return Board(tuple(columns), tuple(counts[n] for n in range(len(columns))), tuple(lanes), by)


def _lane(
    key: LaneKey,
    by: LanesBy,
    found: Mapping[int, Sequence[Card]],
    names: Mapping[LaneKey, str],
    columns: Sequence[BoardColumn],
) -> Lane:
    first = next((card for cell in found.values() for card in cell), None)
    name = names.get(key) or (lane_name(first, by) if first and key is not None else "")
    cells = (tuple(sorted(found.get(n, ()), key=_order)) for n in range(len(columns)))
    return Lane(key, name, tuple(cells))


def _order(card: Card) -> tuple[int, date, int]:
    action = card.action
    if action.done:
        return -action.done.toordinal(), date.min, -action.number
    return 0, action.due or date.max, action.number


def walked(board: Board) -> list[Card]:
    """The open cards as a board is walked: from the right to the left, the oldest first."""
    found: list[Card] = []
    for column in reversed(range(len(board.columns))):
        hanging = [card for lane in board.lanes for card in lane.cells[column]]
        found += sorted(hanging, key=lambda card: (card.action.created, card.action.number))
    return [card for card in found if card.action.open]


def lane_key(card: Card, by: LanesBy) -> LaneKey:
    """What the card has of what the lanes stand for."""
    match by:
        case LanesBy.OWNER:
            return card.action.owner_id
        case LanesBy.GROUP:
            return card.action.group_id
        case LanesBy.PILLAR:
            return card.pillar or None
        case LanesBy.PDCA:
            return card.pdca or None
    return None


def lane_name(card: Card, by: LanesBy) -> str:
    """The name of the lane a card hangs in; a text of ours for a step of PDCA."""
    match by:
        case LanesBy.OWNER:
            return card.action.owner
        case LanesBy.GROUP:
            return card.action.group
        case LanesBy.PILLAR:
            return card.pillar
        case LanesBy.PDCA:
            return PDCA_NAMES[card.pdca]
    return ""


def told_lane(lane: Lane, by: LanesBy, t: Language) -> str:
    """The name of a lane as it is shown."""
    if lane.key is None:
        return t(_WITHOUT[by]) if _WITHOUT[by] else ""
    return t(lane.name) if by is LanesBy.PDCA else lane.name


class SavedFilter(NamedTuple):
    """A filter with a name; `text` is what `action_filter.written` made of it."""

    id: int
    name: str
    text: str


class Stalled(NamedTuple):
    """A group where nothing has moved since a day, for more weeks than its board lets pass."""

    group_id: int
    group: str
    since: date
    weeks: int

    def weeks_since(self, today: date) -> int:
        """Whole weeks without a move."""
        return (today - self.since).days // 7
