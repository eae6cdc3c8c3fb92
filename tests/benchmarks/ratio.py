"""Two things timed in turn, and what one costs in units of the other."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

RUNS = 7


class Ratio(NamedTuple):
    """Medians in milliseconds, their ratio, and the bound it must keep."""

    name: str
    ratio: float
    bound: float
    ours_ms: float
    floor_ms: float

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.ratio <= self.bound


def compare(
    name: str,
    bound: float,
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    runs: int = RUNS,
    warm: bool = True,
) -> Ratio:
    """Time `ours` and `floor` in turn, `runs` times each after one that does not count."""
    if warm:
        ours()
        floor()
    pairs = [(timed(ours), timed(floor)) for _ in range(runs)]
    return of_times(name, bound, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


def of_times(name: str, bound: float, ours: list[float], floor: list[float]) -> Ratio:
    """The ratio of the medians of times in seconds."""
    mine, bare = statistics.median(ours), statistics.median(floor)
    return Ratio(name, round(mine / bare, 3), bound, round(mine * 1e3, 3), round(bare * 1e3, 3))


def timed(work: Callable[[], object]) -> float:
    """Seconds the work took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
