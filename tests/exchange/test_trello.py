"""Boards of Trello as the table that an import reads; what is no board is refused with a sentence."""

import json
from pathlib import Path

import pytest

from lean_desktop.domain.actions_import import ActionColumn, action_list
from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.action_files import read_actions
from lean_desktop.exchange.trello import HEADS
from tests.exchange.boards import BOARD


def rows_of(board: object, folder: Path) -> list[dict[str, str]]:
    path = folder / "board.json"
    path.write_text(json.dumps(board), encoding="utf-8")
    heads, *rows = read_actions(path).rows
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_cards_say_all_the_board_knows_of_them(tmp_path: Path) -> None:
    first, second = rows_of(BOARD, tmp_path)
    assert first == {
        "Action": "Rydde lager",
        "State": "Doing",
        "Owner": "Linh Nguyễn",
        "Helpers": "Kari Solberg",
        "Due": "2026-10-20",
        "Created": "2025-10-04",
        "Day it was done": "",
        "Tags": "5S, red",
        "Checklist": "[x] Sortere\n[ ] Kaste",
        "Links": "tegning | https://verk.example/t.pdf\nTrello | https://trello.example/c/abc",
        "Comments with days": "2026-10-04: Bestilt\n  i går",
        "Comment": "Begynn ved port 3",
    }
    assert (second["State"], second["Day it was done"]) == ("done", "2026-10-05")
    assert (second["Tags"], second["Created"]) == ("Ideer til høsten", "")


def test_every_heading_is_one_the_import_knows() -> None:
    assert len(action_list([list(HEADS)]).columns) == len(HEADS)
    assert ActionColumn.COMMENTS in action_list([list(HEADS)]).columns


@pytest.mark.parametrize("card", [{}, {"name": 3, "labels": "x", "due": 7, "idMembers": [None]}])
def test_a_card_of_other_types_is_a_row_all_the_same(tmp_path: Path, card: object) -> None:
    (row,) = rows_of({"cards": [card]}, tmp_path)
    assert not any(row.values())


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"cards": 3}', b"\xff\xfe\x00", b"[" * 100_000]
)
def test_what_is_no_board_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "board.json"
    path.write_bytes(content)
    with pytest.raises(KnownError) as refused:
        read_actions(path)
    assert "is no board from Trello" in str(refused.value.happened)


def test_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        read_actions(tmp_path / "board.json")


def test_what_is_left_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lean_desktop.exchange.trello.LONGEST_CELL", 20)
    board = {
        "lists": [{"id": "old", "name": "2024", "closed": True}, {"id": "now", "name": "Doing"}],
        "cards": [
            {"name": "Gone", "closed": True, "idList": "now"},
            {"name": "Away with its list", "idList": "old"},
            {"name": "Here", "idList": "now", "idMembers": ["x"], "desc": "a" * 21},
        ],
    }
    path = tmp_path / "board.json"
    path.write_text(json.dumps(board), encoding="utf-8")
    sheet = read_actions(path)
    assert [row[0] for row in sheet.rows[1:]] == ["Here"]
    assert [str(each) for each in sheet.remarks] == [
        "Archived cards are left out (2).",
        "Members the file does not name are left out (1).",
        "Texts that were too long are cut (1).",
    ]


def test_days_and_places_beyond_all_bounds_do_no_harm(tmp_path: Path) -> None:
    items = [{"name": "B", "pos": 10**400}, {"name": "A", "pos": 1}]
    board = {
        "cards": [
            {
                "name": "Far",
                "due": "9999-12-31T23:30:00.000Z",
                "idChecklists": ["c"],
                "attachments": [{"name": "a | b", "url": "https://x.example"}],
            }
        ],
        "checklists": [{"id": "c", "checkItems": items}],
    }
    (row,) = rows_of(board, tmp_path)
    assert row["Due"].startswith("9999-12-31")
    assert row["Checklist"] == "[ ] B\n[ ] A"
    assert row["Links"] == "a / b | https://x.example"


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lean_desktop.exchange.trello.MOST_BYTES", 10)
    path = tmp_path / "board.json"
    path.write_text(json.dumps(BOARD), encoding="utf-8")
    with pytest.raises(KnownError, match="too large"):
        read_actions(path)
