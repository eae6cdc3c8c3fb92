"""Settings: one small file that may be lost, but never stops the program."""

import json
from pathlib import Path

import pytest

from lean_desktop.settings import (
    Settings,
    backup_folder,
    log_folder,
    settings_path,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.json"


def test_what_is_set_is_there_next_time(path: Path) -> None:
    Settings(path).set("place", "Støperiet")
    assert Settings(path).get("place", "") == "Støperiet"
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_none_forgets(path: Path) -> None:
    settings = Settings(path)
    settings.set("a", 1)
    settings.set("a", None)
    assert settings.get("a") is None
    assert json.loads(path.read_text()) == {}


@pytest.mark.parametrize(("kept", "usual"), [("text", 3), ([1], {}), (3, ""), (None, "x")])
def test_what_is_of_another_type_counts_as_not_there(
    path: Path, kept: object, usual: object
) -> None:
    settings = Settings(path)
    settings.set("name", kept)
    assert settings.get("name", usual) == usual


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "\x00\xff", "null"])
def test_a_file_that_makes_no_sense_counts_as_empty(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_bytes(text.encode("latin-1"))
    settings = Settings(path)
    assert settings.get("a", 5) == 5
    settings.set("a", 6)
    assert Settings(path).get("a", 5) == 6


def test_a_folder_that_cannot_be_made_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set("a", 1)
    assert settings.get("a", 0) == 1


def test_an_unchanged_value_is_not_written(path: Path) -> None:
    settings = Settings(path)
    settings.set("a", 1)
    path.unlink()
    settings.set("a", 1)
    assert not path.exists()


def test_folders_are_those_of_the_user(own_folders: Path, path: Path) -> None:
    for each in (settings_path(), log_folder(), backup_folder(Settings(path))):
        assert each.is_relative_to(own_folders)


def test_backups_go_where_the_settings_say(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.set("backup_folder", str(tmp_path / "mine"))
    assert backup_folder(settings) == tmp_path / "mine"
