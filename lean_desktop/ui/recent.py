"""The workspaces that were open lately, kept in the settings."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from lean_desktop.settings import Settings

MOST = 10
"""How many are remembered; the pinned ones are never pushed out."""

_NAME = "recent_files"


class Recent(NamedTuple):
    """A workspace, when it was last opened, and whether it is kept at the top."""

    path: Path
    opened: datetime
    pinned: bool = False


class RecentFiles:
    """The list, read from the settings each time and written back with every change."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> list[Recent]:
        """Pinned ones first, and the latest first among each."""
        return sorted(
            _readable(self._settings.get(_NAME, [])),
            key=lambda each: (each.pinned, each.opened),
            reverse=True,
        )

    def add(self, path: Path, now: datetime) -> None:
        """Put a workspace that was just opened at the top; the oldest beyond `MOST` goes."""
        pinned = any(each.pinned for each in self.all() if each.path == path)
        self._keep([Recent(path, now, pinned), *self._without(path)])

    def remove(self, path: Path) -> None:
        """Forget one; the file itself stays where it is."""
        self._keep(self._without(path))

    def pin(self, path: Path, pinned: bool) -> None:
        """Keep one at the top, or let it take its turn again."""
        self._keep(
            each._replace(pinned=pinned) if each.path == path else each for each in self.all()
        )

    def clear(self) -> None:
        """Forget all but the pinned ones."""
        self._keep(each for each in self.all() if each.pinned)

    def _without(self, path: Path) -> list[Recent]:
        return [each for each in self.all() if each.path != path]

    def _keep(self, recent: Iterable[Recent]) -> None:
        kept = sorted(recent, key=lambda each: (each.pinned, each.opened), reverse=True)[:MOST]
        self._settings.set(_NAME, [_written(each) for each in kept])


def _written(recent: Recent) -> dict[str, Any]:
    return {
        "path": str(recent.path),
        "opened": recent.opened.isoformat(timespec="seconds"),
        "pinned": recent.pinned,
    }


def _readable(entries: list[Any]) -> Iterable[Recent]:
    """The entries that make sense; the settings file may have been edited by hand."""
    for entry in entries:
        try:
            opened = datetime.fromisoformat(entry["opened"]).replace(tzinfo=None)
            yield Recent(Path(entry["path"]), opened, entry.get("pinned") is True)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
