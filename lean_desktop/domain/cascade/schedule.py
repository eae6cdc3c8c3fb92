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
    """What the arithmetic knows of a phase; `wished` is a day's ordinal, `days` are at least 1."""

    id: int
    days: int
    wished: int | None = None
    name: str = ""


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
        end = start + bar.days
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
        raise _circle(known, followed, [key for key, count in waiting.items() if count])
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


def refuse_circle(
    bars: Iterable[Bar], dependencies: Iterable[Dependency], before_id: int, after_id: int
) -> None:
    """Raise RuleBroken, naming the way round, when a new tie would close a circle."""
    there = list(dependencies)
    if before_id == after_id or before_id in followers(there, [after_id]):
        known = {bar.id: bar for bar in bars}
        new = Dependency(0, before_id, after_id)
        followed, _ = _ties(known, [*there, new])
        raise _circle(known, followed, [before_id])


def _circle(
    known: Mapping[int, Bar], followed: Mapping[int, list[Dependency]], within: Collection[int]
) -> RuleBroken:
    """The refusal that names a circle some of these are in."""
    names = [known[key].name for key in _way_round(followed, within)]
    shown = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "…"]
    told = " → ".join(f"“{name}”" if name != "…" else name for name in [*shown, names[0]])
    return RuleBroken(
        M_("These would wait for each other: {names}. Take one of the ties away.", names=told)
    )


def _way_round(followed: Mapping[int, list[Dependency]], within: Collection[int]) -> list[int]:
    """The keys of one circle in order; one leads on from `within`, or lies in it."""
    for first in within:
        way, came = [first], {first: 0}
        choices = [iter(followed.get(first, ()))]
        while choices:
            tie = next(choices[-1], None)
            if tie is None:
                choices.pop()
                del came[way.pop()]
            elif tie.after_id in came:
                return way[came[tie.after_id] :]
            elif tie.after_id in followed:
                came[tie.after_id] = len(way)
                way.append(tie.after_id)
                choices.append(iter(followed[tie.after_id]))
    return list(within)[:1]
