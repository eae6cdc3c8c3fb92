"""The environment the program runs in: .venv beside the sources, exactly as the lock file says.

It is made whole or not at all: a stamp written last names the lock and the Python it was made
for, and whatever has no such stamp (half made, moved, of yesterday's lock) is made again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "made-for"


def ready() -> Path:
    """The environment's Python, after making what is missing. Exits with a sentence if it fails."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    purpose = _purpose()
    if not (python.exists() and STAMP.exists() and STAMP.read_text() == purpose):
        print("Setting up .venv (once, about 150 MB to fetch) …", flush=True)
        _make(python)
        STAMP.write_text(purpose)
    return python


def lock(args: list[str]) -> int:
    """Resolve pyproject.toml into the lock file, for all platforms; uv does it (`pip install uv`).

    Later `args` go to uv, such as `--upgrade-package ruff`. The lock names no index: whoever
    installs chooses where from, and the hashes say whether it is the same.
    """
    command = [
        *("uv", "pip", "compile", "pyproject.toml", "--extra", "test", "--output-file", str(LOCK)),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--no-header", "--no-annotate", *args),
    ]
    return subprocess.call(command, cwd=ROOT)


def _purpose() -> str:
    """Lock, Python and place: a change of any of them makes the environment useless."""
    lock_hash = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock_hash} {sys.version_info[0]}.{sys.version_info[1]} {ROOT}\n"


def _make(python: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian ships it in a package of its own
        system_libraries.install([f"python3.{sys.version_info[1]}-venv"])
    _call(sys._base_executable, "-m", "venv", "--clear", str(VENV))  # type: ignore[attr-defined] # noqa: SLF001 - the real one, should we run inside .venv
    quiet = [] if sys.stdout.isatty() else ["--quiet"]  # whoever waits sees the progress
    _call(
        *(str(python), "-m", "pip", "install", "--disable-pip-version-check", *quiet),
        *("--require-hashes", "--requirement", str(LOCK)),
    )
    places = _output(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    Path(places, "lean_desktop.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _call(*command: str) -> None:
    if code := subprocess.call(command):
        sys.exit(f"Could not set up .venv: {' '.join(command[1:4])} … ended with {code}.")


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
