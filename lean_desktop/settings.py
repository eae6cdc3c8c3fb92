"""What the program remembers outside any document: language, theme, windows, recent files.

One small JSON file where platformdirs says. Losing it loses nothing that matters, so a file that
cannot be read counts as empty and one that cannot be written is let go.
"""

import json
import logging
import os
from pathlib import Path
from typing import Any

APP = "lean-desktop"

_log = logging.getLogger(__name__)


class Settings:
    """A dictionary that is written to its file with every change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = _read(path)

    def get(self, name: str, default: Any = None) -> Any:
        """What is remembered under `name`; `default` when nothing of the same type is."""
        value = self._values.get(name, default)
        return value if default is None or isinstance(value, type(default)) else default

    def set(self, name: str, value: Any) -> None:
        """Remember a JSON value; None forgets it."""
        if self._values.get(name) == value:
            return
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._write()

    def _write(self) -> None:
        unfinished = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            unfinished.replace(self.path)
        except OSError as error:
            _log.info("settings not written: %s", error.strerror)


def settings_path() -> Path:
    """Where the settings of this user lie."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.json"


def backup_folder(settings: Settings) -> Path:
    """Where backups are kept: the folder the settings name, or the usual one."""
    from platformdirs import user_data_path

    named = settings.get("backup_folder", "")
    return Path(named) if named else user_data_path(APP, appauthor=False) / "backups"


def log_folder() -> Path:
    """Where the program's log is written."""
    from platformdirs import user_log_path

    return user_log_path(APP, appauthor=False)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
