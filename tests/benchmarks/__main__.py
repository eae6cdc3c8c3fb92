"""Runs the benchmarks and prints them as JSON; exit 1 when one is beyond its bound."""

import json
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.ratio import Ratio

NOT_BENCHMARKS = {"__init__", "__main__", "ratio"}


def main(wanted: list[str]) -> int:
    """Run all, or those named; the exit code."""
    names = sorted(
        path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in NOT_BENCHMARKS
    )
    found: list[Ratio] = []
    for name in wanted or names:
        result = import_module(f"tests.benchmarks.{name}").run()
        found += [result] if isinstance(result, Ratio) else list(result)
    print(json.dumps([{**each._asdict(), "kept": each.kept} for each in found], indent=1))
    return 0 if all(each.kept for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
