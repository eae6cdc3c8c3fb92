"""Everything a change must pass, one step after the other, each with its time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
)

STEPS: dict[str, list[str]] = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "style": ["-m", "ruff", "check", "--quiet", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    "architecture": ["-c", LINT_IMPORTS, "--no-logo"],
    "translations": ["packaging/translations.py", "--check"],
}
"""Step → what Python is started with. The tests come after these and are not listed here."""

ALL_CORES = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
"""More than four windows' worth of Qt at a time asks for more memory than a small machine has.

A file stays on one core: what its tests share is made once, and they follow each other as written.
"""


def every(python: Path, *, full: bool) -> int:
    """Run all steps, failed ones notwithstanding; 1 if any failed, named in the last line."""
    started = time.monotonic()
    failed = [name for name, code in _results(python, full=full) if code]
    took = _minutes(time.monotonic() - started)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed", f"({took})")
    return 1 if failed else 0


def pytest(python: Path, args: list[str]) -> int:
    """Run pytest with these arguments and no window; its exit code."""
    return _start(python, ["-m", "pytest", *args])


def _results(python: Path, *, full: bool) -> Iterator[tuple[str, int]]:
    tests = ["-m", "pytest", "-q", *ALL_CORES, *(["--full"] if full else [])]
    for name, args in {**STEPS, "tests": tests}.items():
        print(f"── {name}", flush=True)
        started = time.monotonic()
        code = _start(python, args)
        verdict = "failed" if code else "passed"
        print(f"── {name} {verdict} ({_minutes(time.monotonic() - started)})", flush=True)
        yield name, code


def _start(python: Path, args: list[str]) -> int:
    unseen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(python), *args], cwd=ROOT, env=unseen)


def _minutes(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
