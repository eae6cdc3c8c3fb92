"""Where a file lies, when that is a place one should be warned of."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lean_desktop.i18n import M_, Message

NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "9p", "davfs"}
SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("syncthing", "Syncthing"),
)
Mounts = Sequence[tuple[str, str]]
"""Where file systems are mounted, and of which type they are."""


def risk(path: Path, mounts: Mounts | None = None) -> Message | None:
    """What to be warned of where `path` lies: a network drive or a synced folder. None is well."""
    if service := _synced(path):
        return M_(
            "The file lies in a folder that {service} synchronises. Close it here before you open"
            " it on another machine.",
            service=service,
        )
    if _on_network(path, mounts):
        return M_(
            "The file lies on a network drive. Let one machine at a time have it open, and keep"
            " backups on this machine."
        )
    return None


def _synced(path: Path) -> str:
    parts = [part.casefold() for part in path.parent.parts]
    for part in parts:
        for sign, service in SYNCED:
            if part == sign or part.startswith((sign + " ", sign + "-")):
                return service
    return ""


def _on_network(path: Path, mounts: Mounts | None) -> bool:
    if sys.platform == "win32" and mounts is None:
        return _windows_network(path)
    longest = max(
        (mount for mount in mounts or _mounts() if _below(path, mount[0])),
        key=lambda mount: len(mount[0]),
        default=("", ""),
    )
    return longest[1] in NETWORK


def _below(path: Path, point: str) -> bool:
    whole = str(path)
    return point == "/" or whole == point or whole.startswith(point.rstrip("/") + "/")


def _mounts() -> list[tuple[str, str]]:
    """Linux tells in one file; other systems are taken to be local."""
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        before, _, after = line.partition(" - ")
        point = before.split()[4].encode().decode("unicode_escape")
        found.append((point, after.split()[0]))
    return found


def _windows_network(path: Path) -> bool:
    import ctypes

    if str(path).startswith("\\\\"):
        return True
    remote = 4
    drive = os.path.splitdrive(path)[0] + "\\"
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive)  # type: ignore[attr-defined]
    return kind == remote
