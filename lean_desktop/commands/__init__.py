"""The program without its window: headless commands for scripts, support and tests.

Each command is a module with `SUMMARY`, `add_arguments(parser, t)` and `run(options, console)`,
which returns the exit code.
"""
