"""When each phase begins: as soon as it is wished and all it waits for allows (longest path)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from lean_desktop.domain.cascade.plan import Dependency, Tie
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_

MOST_NAMED = 6
"""So many phases of a circle are named; more would not help to find it."""


class Bar(NamedTuple):
    """What the arithmetic knows of a phase: it lasts `days`, at least 1, from its first on.

    `wished` and `ended` are ordinals of days; one that has ended lasts until then, however long
    that is.
    """

    id: int
    days: int
    wished: int | None = None
    name: str = ""
    ended: int | None = None

    def end(self, start: int) -> int:
        """The day after its last when it begins on `start`."""
        return start + self.days if self.ended is None else max(start, self.ended) + 1


def starts(
    bars: Iterable[Bar], dependencies: Iterable[Dependency], otherwise: int
) -> dict[int, int]:
    """By key the ordinal of the first day; `otherwise` is that of bars that nothing ties to a day.

    What waits for another begins after its last day (finish–start), or with its first (start–start),
    and its lag later. Raises RuleBroken when some wait for each other in a circle.
    """
    known = {bar.id: bar for bar in bars}
    followed, waiting = _ties(known, dependencies)
    found = {key: bar.wished for key, bar in known.items()}
    ready = [key for key, count in waiting.items() if not count]
    for key in ready:  # It grows while it is walked.
        bar, first = known[key], found[key]
        start = otherwise if first is None else first
        found[key] = start
        end = start + bar.days if bar.ended is None else bar.end(start)
        for tie in followed.get(key, ()):
            earliest = (end if tie.tie is Tie.FINISH_START else start) + tie.lag
            after = tie.after_id
            before = found[after]
            if before is None or before < earliest:
                found[after] = earliest
            waiting[after] -= 1
            if not waiting[after]:
                ready.append(after)
    if len(ready) < len(known):
        raise _circle(known, _circle_within(followed, waiting))
    return {key: found[key] or 0 for key in ready}


def _ties(
    known: Mapping[int, Bar], dependencies: Iterable[Dependency]
) -> tuple[dict[int, list[Dependency]], dict[int, int]]:
    """By key what follows it, and how many each waits for; those of bars not here are left out."""
    followed: dict[int, list[Dependency]] = defaultdict(list)
    waiting = dict.fromkeys(known, 0)
    for each in dependencies:
        if each.before_id in known and each.after_id in known:
            followed[each.before_id].append(each)
            waiting[each.after_id] += 1
    return followed, waiting


def waits_until(
    bars: Iterable[Bar], dependencies: Iterable[Dependency], begun: Mapping[int, int]
) -> dict[int, int]:
    """By key of each bar that waits for others the ordinal they let it begin on at the earliest.

    `begun` is what `starts` found.
    """
    known = {bar.id: bar for bar in bars}
    found: dict[int, int] = {}
    for tie in dependencies:
        if tie.before_id in known and tie.after_id in known:
            start = begun[tie.before_id]
            end = known[tie.before_id].end(start) if tie.tie is Tie.FINISH_START else start
            found[tie.after_id] = max(found.get(tie.after_id, end + tie.lag), end + tie.lag)
    return found


def followers(dependencies: Iterable[Dependency], keys: Collection[int]) -> set[int]:
    """Everything that waits for these, directly or through others; these themselves are not in."""
    after: dict[int, list[int]] = defaultdict(list)
    for each in dependencies:
        after[each.before_id].append(each.after_id)
    found: set[int] = set()
    reached = list(keys)
    while reached:
        for key in after[reached.pop()]:
            if key not in found:
                found.add(key)
                reached.append(key)
    return found - set(keys)


def would_circle(
    dependencies: Iterable[Dependency], before_id: int, after_id: int
) -> list[int] | None:
    """The shortest circle a new tie would close, from `before_id` on; None when it closes none."""
    after: dict[int, list[int]] = defaultdict(list)
    for each in dependencies:
        after[each.before_id].append(each.after_id)
    came, reached = {after_id: after_id}, [after_id]
    for key in reached:  # It grows while it is walked.
        fresh = dict.fromkeys(other for other in after[key] if other not in came)
        came.update(dict.fromkeys(fresh, key))
        reached += fresh
    return _way_back(came, before_id) if before_id in came else None


def _way_back(came: Mapping[int, int], before_id: int) -> list[int]:
    """The way to `before_id` from where the search began, with `before_id` put first."""
    way = [before_id]
    while came[way[-1]] != way[-1]:
        way.append(came[way[-1]])
    return [before_id, *reversed(way[1:])]


def refuse_circle(
    bars: Iterable[Bar], dependencies: Iterable[Dependency], before_id: int, after_id: int
) -> None:
    """Raise RuleBroken, naming the way round, when a new tie would close a circle."""
    known = {bar.id: bar for bar in bars}
    there = (tie for tie in dependencies if tie.before_id in known and tie.after_id in known)
    if way := would_circle(there, before_id, after_id):
        raise _circle(known, way)


def _circle(known: Mapping[int, Bar], way: Iterable[int]) -> RuleBroken:
    """The refusal that names a circle."""
    names = [known[key].name for key in way]
    shown = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "…"]
    told = " → ".join(f"“{name}”" if name != "…" else name for name in [*shown, names[0]])
    return RuleBroken(
        M_("These would wait for each other: {names}. Take one of the ties away.", names=told)
    )


def _circle_within(
    followed: Mapping[int, list[Dependency]], waiting: Mapping[int, int]
) -> list[int]:
    """The keys of one circle in order. Each that still waits does so for one that waits too."""
    left = [key for key, count in waiting.items() if count]
    awaited = {
        tie.after_id: key for key in left for tie in followed.get(key, ()) if waiting[tie.after_id]
    }
    passed: dict[int, None] = {}
    key = left[0]
    while key not in passed:
        passed[key] = None
        key = awaited[key]
    back = list(passed)
    return back[back.index(key) :][::-1]
