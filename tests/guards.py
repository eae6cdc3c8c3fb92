"""What no test may do: use the network, open a workspace that is open, warn in the log.

An audit hook sees the first two. A second handle on a live workspace drops SQLite's locks when it is closed, so the program reaches
such a file through its connection alone.
"""

import logging
import os
import socket
import sys
from collections.abc import Iterable
from typing import Any

NETWORK = {
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendmsg",
    "socket.sendto",
}


class Forbidden(AssertionError):
    """Raised where it happens; kept in `seen` as well, in case somebody catches it."""


seen: list[str] = []


def watch() -> None:
    """From now on, for as long as the process lives."""
    sys.addaudithook(_audit)


def unexpected(records: Iterable[logging.LogRecord]) -> list[str]:
    """What stands in the log as a warning or worse."""
    return [record.getMessage() for record in records if record.levelno >= logging.WARNING]


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        _check_open(args[0])
    elif event in NETWORK and not _stays_here(args[0]):
        _forbid(f"network: {event} {args[1:]}")


def _check_open(path: object) -> None:
    live = _live_paths()
    if not live or not isinstance(path, str | bytes | os.PathLike):
        return
    if os.path.realpath(os.fsdecode(path)) in live:
        _forbid(f"opened a live workspace: {os.fsdecode(path)}")


def _live_paths() -> set[str]:
    """The workspaces open in this process; none before anybody has imported the document."""
    document = sys.modules.get("lean_desktop.document.document")
    live = getattr(document, "live_paths", None)  # absent while the module is half imported
    return {os.path.realpath(path) for path in live()} if live else set()


def _stays_here(sender: object) -> bool:
    return isinstance(sender, socket.socket) and sender.family == getattr(socket, "AF_UNIX", None)


def _forbid(what: str) -> None:
    seen.append(what)
    raise Forbidden(what)
