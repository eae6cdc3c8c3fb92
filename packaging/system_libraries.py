"""The system libraries Qt loads and no wheel brings, probed for and installed where that is allowed.

Only Linux lacks any. Without the first group Qt does not start at all, the others are for the
windows of X11 and of Wayland. Package names are those of Debian and Ubuntu.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0"}


def require(*, windowed: bool) -> None:
    """Install what is missing, for windows on this display too if `windowed`, or exit saying how."""
    if missing := _missing(windowed=windowed):
        install(missing)
        if still := _missing(windowed=windowed):
            sys.exit(f"Still missing after the installation: {' '.join(still)}")


def has_display() -> bool:
    """Whether a window would be seen. Only Linux and its kin can be without."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install(packages: list[str]) -> None:
    """apt-get these packages as root or by sudo without a password; else exit with the line."""
    prefix = _as_root()
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        sys.exit(f"Please install these, by their names in Debian: {' '.join(packages)}")
    if prefix is None:
        sys.exit(f"Some system packages are missing. Please type:\n  sudo {' '.join(command)}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call([*prefix, "apt-get", "update", "-qq"], env=quiet)  # stale lists may still do
    if subprocess.call([*prefix, *command[:2], "-qq", *command[2:]], env=quiet):
        sys.exit(f"That failed. Please type:\n  sudo {' '.join(command)}")


def _missing(*, windowed: bool) -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(ALWAYS)
    if windowed and os.environ.get("DISPLAY"):
        wanted |= X11
    if windowed and os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None where nobody lets us."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.call(
        ["sudo", "-n", "true"], stderr=subprocess.DEVNULL
    ):
        return ["sudo", "-n"]
    return None
