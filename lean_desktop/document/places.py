"""Where a file lies, when that is a place one should be warned of."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from lean_desktop.i18n import M_, Message

SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
}
"""Names of folders, alone or before a blank or hyphen, as in “OneDrive - Verkstedindustri”."""

MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What a service leaves at the top of a folder that has a name of the user's own."""

NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph", "davfs", "9p", "vboxsf"),
    *("afpfs", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs"),
    *("fuse.gvfsd-fuse", "fuse.vmhgfs-fuse"),
}
REMOVABLE = ("/media/", "/run/media/", "/Volumes/")
"""Where desktops mount sticks and disks."""

Mounts = Sequence[tuple[str, str]]
"""Where file systems are mounted, and of which type they are."""

_WINDOWS_KINDS = {2: "removable", 4: "network"}


def risk(path: Path, mounts: Mounts | None = None) -> Message | None:
    """What to be warned of where `path` lies: synced, network or removable. None is well."""
    if service := _synced(path):
        return M_(
            "The file lies in a folder that {service} synchronises. Close it here before you open"
            " it on another machine.",
            service=service,
        )
    kind = _kind(path, mounts)
    if kind == "network":
        return M_(
            "The file lies on a network drive. Let one machine at a time have it open, and keep"
            " backups on this machine."
        )
    if kind == "removable":
        return M_(
            "The file lies on a removable drive. Close it here before you take the drive out."
        )
    return None


def _synced(path: Path) -> str:
    for folder in path.parents:
        name = folder.name.casefold()
        for sign, service in SYNCED.items():
            if name == sign or name.startswith((f"{sign} ", f"{sign}-")):
                return service
        if "CloudStorage" in folder.parts[-2:-1]:  # macOS: one folder for each service.
            return folder.name.partition("-")[0]
    marked = (MARKS[mark] for folder in path.parents for mark in MARKS if (folder / mark).exists())
    return next(marked, "")


def _kind(path: Path, mounts: Mounts | None) -> str:
    if sys.platform == "win32" and mounts is None:
        return _windows_kind(path)
    point, kind = max(
        (mount for mount in (_mounts() if mounts is None else mounts) if _below(path, mount[0])),
        key=lambda mount: len(mount[0]),
        default=("", ""),
    )
    if kind in NETWORK:
        return "network"
    return "removable" if str(path).startswith(REMOVABLE) and point != "/" else ""


def _below(path: Path, point: str) -> bool:
    return str(path).startswith(point.rstrip("/") + "/")


def _mounts() -> list[tuple[str, str]]:
    """Linux tells in one file; of macOS we know no more than where drives are put."""
    if sys.platform == "darwin":
        return [("/", ""), ("/Volumes", "")]
    try:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    return [_mount(line) for line in lines]


def _mount(line: str) -> tuple[str, str]:
    """Mount point and type; blanks in the point are written as octal numbers."""
    before, _, after = line.partition(" - ")
    point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), before.split()[4])
    return point, after.split()[0]


def _windows_kind(path: Path) -> str:
    import ctypes

    drive = os.path.splitdrive(path)[0]
    if drive.startswith("\\\\"):
        return "network"
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive + "\\")  # type: ignore[attr-defined,unused-ignore]
    return _WINDOWS_KINDS.get(kind, "")
