"""Stands in for the dialogs that ask for a file: gives the answers it was given, in turn."""

from pathlib import Path


class Answers:
    """Of the shape of `lean_desktop.ui.asking.Asking`; `asked` keeps what it was asked."""

    def __init__(self) -> None:
        self.given: list[Path | None] = []
        self.asked: list[str] = []

    def workspace_to_open(self) -> Path | None:
        return self._next("open")

    def workspace_to_make(self, title: str, suggestion: str) -> Path | None:
        return self._next(f"{title}: {suggestion}")

    def table_to_import(self) -> Path | None:
        return self._next("import")

    def _next(self, asked: str) -> Path | None:
        self.asked.append(asked)
        return self.given.pop(0) if self.given else None
