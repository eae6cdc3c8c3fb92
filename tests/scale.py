"""How many random rounds a test does: a few in every run, all of them with `--full`."""

import os


def full() -> bool:
    """Whether all rounds were asked for, by `--full` or LEAN_DESKTOP_FULL=1."""
    return os.environ.get("LEAN_DESKTOP_FULL") == "1"


def share(count: int, *, percent: int = 2) -> int:
    """How many of `count` rounds to do now: all in a full run, else `percent`, at least one."""
    return count if full() else max(1, count * percent // 100)
