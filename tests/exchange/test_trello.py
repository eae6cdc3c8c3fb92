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
