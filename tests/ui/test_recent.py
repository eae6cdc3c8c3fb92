"""Recent files."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lean_desktop.settings import Settings
from lean_desktop.ui.recent import MOST, RecentFiles

NOW = datetime(2026, 10, 6, 8, 42)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def recent(settings: Settings) -> RecentFiles:
    return RecentFiles(settings)


def names(recent: RecentFiles) -> list[str]:
    return [each.path.name for each in recent.all()]


def add(recent: RecentFiles, *files: str) -> None:
    for minute, name in enumerate(files):
        recent.add(Path("/f") / name, NOW + timedelta(minutes=minute))


def test_latest_first_and_each_once(recent: RecentFiles) -> None:
    add(recent, "a", "b")
    recent.add(Path("/f/a"), NOW + timedelta(hours=1))
    assert names(recent) == ["a", "b"]


def test_survives_the_program(recent: RecentFiles, settings: Settings) -> None:
    add(recent, "a")
    recent.pin(Path("/f/a"), pinned=True)
    (found,) = RecentFiles(Settings(settings.path)).all()
    assert found == (Path("/f/a"), NOW, True)


def test_keeps_ten_and_never_pushes_out_a_pinned_one(recent: RecentFiles) -> None:
    add(recent, "first")
    recent.pin(Path("/f/first"), pinned=True)
    add(recent, *(f"{n}" for n in range(MOST + 2)))
    assert len(names(recent)) == MOST
    assert names(recent)[0] == "first"
    assert "0" not in names(recent)


def test_opening_a_pinned_one_again_keeps_its_pin(recent: RecentFiles) -> None:
    add(recent, "a")
    recent.pin(Path("/f/a"), pinned=True)
    recent.add(Path("/f/a"), NOW + timedelta(days=1))
    assert recent.all()[0].pinned


def test_remove_and_clear(recent: RecentFiles) -> None:
    add(recent, "a", "b", "c")
    recent.pin(Path("/f/a"), pinned=True)
    recent.remove(Path("/f/b"))
    assert names(recent) == ["a", "c"]
    recent.clear()
    assert names(recent) == ["a"]


@pytest.mark.parametrize(
    "entry",
    ["text", None, 3, {}, {"path": 3, "opened": "2026-10-06"}, {"path": "/a", "opened": ""}],
)
def test_strange_entries_are_passed_over(settings: Settings, entry: object) -> None:
    settings.set("recent_files", [entry, {"path": "/f/a", "opened": "2026-10-06T08:42:00+02:00"}])
    assert names(RecentFiles(settings)) == ["a"]
