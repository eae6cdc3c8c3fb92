"""Speed, as ratios to a floor measured in the same run: `python -m tests.benchmarks`.

Each module here has a `run()` that returns a `Ratio`. They are no part of the tests: a machine
under load would fail them for no fault of ours.
"""
