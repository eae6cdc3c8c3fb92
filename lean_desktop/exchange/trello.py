"""A Trello board as the table an import of actions reads: a row for each card.

Trello exports a board as JSON: `lists`, `cards`, `checklists`, `members`, `labels`, and `actions`
with the comments. The board's lists are our states where their names say one, else tags.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from lean_desktop.domain.actions_import.words import status_of
from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.sheet import CONTROLS, LONGEST_CELL, Sheet, refused, too_big
from lean_desktop.i18n import M_, N_

SUFFIX = ".json"
MOST_BYTES = 50_000_000

HEADS = (
    *("Action", "State", "Owner", "Helpers", "Due", "Created", "Day it was done", "Tags"),
    *("Checklist", "Links", "Comments with days", "Comment"),
)
"""In the words `domain.actions_import.columns` knows."""


def read_trello(path: Path) -> Sheet:
    """The cards of a board that was exported from Trello; archived ones are left out, and it is said.

    Raises KnownError for a file that is too large, no JSON, or no board.
    """
    board = _board(path)
    reader = _Reader(board)
    there = _dicts(board.get("cards"))
    cards = [each for each in there if not reader.is_archived(each)]
    cells = [reader.row(card) for card in cards]
    rows = [list(HEADS), *([_cell(text) for text in row] for row in cells)]
    cut = sum(len(text) > LONGEST_CELL for row in cells for text in row)
    told = (
        (len(there) - len(cards), N_("Archived cards are left out ({n}).")),
        (reader.strangers, N_("Members the file does not name are left out ({n}).")),
        (cut, N_("Texts that were too long are cut ({n}).")),
    )
    return Sheet(path.name, rows, remarks=tuple(M_(text, n=n) for n, text in told if n))


def _board(path: Path) -> Mapping[str, Any]:
    import json

    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_big(path.name)
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise refused(
            M_("“{name}” could not be read.", name=path.name),
            M_("See that the drive is connected and that you may read the file, and try again."),
        ) from error
    except (ValueError, RecursionError) as error:
        raise _no_board(path) from error
    if not isinstance(found, dict) or not isinstance(found.get("cards"), list):
        raise _no_board(path)
    return found


def _no_board(path: Path) -> KnownError:
    return refused(
        M_("“{name}” is no board from Trello.", name=path.name),
        M_("In Trello, choose Menu, Print, export and share, Export as JSON, and take that file."),
    )


class _Card(NamedTuple):
    """What a cell of each heading says, in their order."""

    title: str
    state: str
    owner: str
    helpers: str
    due: str
    created: str
    done: str
    tags: str
    checklist: str
    links: str
    comments: str
    comment: str


class _Reader:
    """Finds what cards point at by key."""

    def __init__(self, board: Mapping[str, Any]) -> None:
        lists = _dicts(board.get("lists"))
        self._lists = {_text(each, "id"): _text(each, "name") for each in lists}
        self._archived = {_text(each, "id") for each in lists if each.get("closed")}
        self.strangers = 0
        self._people = {
            _text(each, "id"): _text(each, "fullName") or _text(each, "username")
            for each in _dicts(board.get("members"))
        }
        self._checklists = {_text(each, "id"): each for each in _dicts(board.get("checklists"))}
        self._comments = _comments_by_card(board)

    def is_archived(self, card: Mapping[str, Any]) -> bool:
        """Whether it was put away, or lies in a list that was."""
        return bool(card.get("closed")) or _text(card, "idList") in self._archived

    def row(self, card: Mapping[str, Any]) -> _Card:
        """The cells of one card."""
        where = self._lists.get(_text(card, "idList"), "")
        done = card.get("dueComplete") is True
        known = status_of(where) is not None
        keys = _texts(card.get("idMembers"))
        people = [name for key in keys if (name := self._people.get(key))]
        self.strangers += len(keys) - len(people)
        labels = [
            _text(each, "name") or _text(each, "color") for each in _dicts(card.get("labels"))
        ]
        tags = [*labels, *([] if known or not where else [where])]
        return _Card(
            " ".join(_text(card, "name").split()),
            "done" if done else where if known else "",
            people[0] if people else "",
            "; ".join(people[1:]),
            _day(_text(card, "due")),
            _made(_text(card, "id")),
            _day(_text(card, "dateLastActivity")) if done else "",
            ", ".join(tag.replace(",", " ") for tag in tags if tag),
            "\n".join(self._steps(card)),
            "\n".join(_links(card)),
            "\n".join(self._comments.get(_text(card, "id"), ())),
            _text(card, "desc").strip(),
        )

    def _steps(self, card: Mapping[str, Any]) -> Iterator[str]:
        for key in _texts(card.get("idChecklists")):
            items = _dicts(self._checklists.get(key, {}).get("checkItems"))
            for item in sorted(items, key=lambda each: _number(each.get("pos"))):
                mark = "x" if item.get("state") == "complete" else " "
                if text := " ".join(_text(item, "name").split()):
                    yield f"[{mark}] {text}"


def _comments_by_card(board: Mapping[str, Any]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for each in _dicts(board.get("actions")):
        data = each.get("data")
        if each.get("type") == "commentCard" and isinstance(data, dict):
            card = data.get("card")
            day, text = _day(_text(each, "date")), _text(data, "text").strip()
            if isinstance(card, dict) and day and text:
                said = text.replace("\r\n", "\n").replace("\n", "\n  ")
                found[_text(card, "id")].append(f"{day}: {said}")
    return {key: list(reversed(each)) for key, each in found.items()}


def _links(card: Mapping[str, Any]) -> Iterator[str]:
    for each in (*_dicts(card.get("attachments")), {"url": card.get("shortUrl"), "name": "Trello"}):
        url = _text(each, "url").strip()
        name = " ".join(_text(each, "name").replace("|", "/").split())
        if url:
            yield f"{name} | {url}" if name and name != url else url


def _day(text: str) -> str:
    """The day of a moment as Trello writes it, 2026-10-06T12:00:00.000Z, where we are."""
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return ""
    try:
        return (
            moment.astimezone().date().isoformat() if moment.tzinfo else moment.date().isoformat()
        )
    except OverflowError:  # The last day there is, east of where it was written.
        return moment.date().isoformat()


def _made(card_id: str) -> str:
    """When a card was made: its key begins with the seconds since 1970, as MongoDB makes them."""
    try:
        seconds = int(card_id[:8], 16)
    except ValueError:
        return ""
    made = datetime.fromtimestamp(seconds, UTC).date()
    return made.isoformat() if date(2010, 1, 1) <= made else ""


def _cell(text: str) -> str:
    return CONTROLS.sub("", text[:LONGEST_CELL])


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 0.0
    try:
        return float(value)
    except OverflowError:
        return 0.0
