"""How long backups stay, after Anki: all for two days, then one a day, one a week, one a month."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

KEEP_ALL = timedelta(hours=48)
KEEP_MIGRATIONS = timedelta(days=90)
THEN = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
"""How many days, then weeks, then months have their newest backup kept."""


class Dated(Protocol):
    """What the rule must know of a backup."""

    @property
    def made(self) -> datetime: ...

    @property
    def reason(self) -> str: ...


B = TypeVar("B", bound=Dated)


def outlived(backups: list[B], now: datetime) -> list[B]:
    """Those of one file that need not be kept; never the newest."""
    newest_first = sorted(backups, key=lambda each: each.made, reverse=True)
    old = [each for each in newest_first if now - each.made > KEEP_ALL]
    kept = [*newest_first[:1], *_thinned(old)]
    return [each for each in old if each not in kept and not _before_migration(each, now)]


def _thinned(old: list[B]) -> Iterator[B]:
    """The newest of each period, the longer periods where the shorter ones have run out."""
    for most, period in THEN:
        seen: set[str] = set()
        while old and len(seen | {f"{old[0].made:{period}}"}) <= most:
            backup, *old = old
            if f"{backup.made:{period}}" not in seen:
                yield backup
            seen.add(f"{backup.made:{period}}")


def _before_migration(backup: Dated, now: datetime) -> bool:
    return backup.reason == "migration" and now - backup.made <= KEEP_MIGRATIONS
