"""Run and test Lean Desktop on a machine that has nothing but Python 3.11 and git.

    python3 packaging/dev.py run [ARGS…]         the program, on its sample workspace without ARGS
    python3 packaging/dev.py test [--full]       every check; --full also every random round
    python3 packaging/dev.py test [--full] ARGS… pytest with these arguments
    python3 packaging/dev.py lock                choose the newest versions that pyproject.toml allows

Only the standard library is used here; what the program needs goes into .venv on first use.
"""

from __future__ import annotations  # so that an older Python gets far enough to say it is too old

import os
import subprocess
import sys
from pathlib import Path

import checks
import environment
import system_libraries

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "build" / "sample.leandesk"
SHOWCASE = ROOT / "build" / "showcase"


def main(args: list[str]) -> int:
    """Do what the command line says; the exit code."""
    commands = {"run": run, "test": test, "lock": lock}
    if not args or args[0] not in commands:
        print(__doc__, file=sys.stdout if args in (["-h"], ["--help"]) else sys.stderr)
        return 0 if args in (["-h"], ["--help"]) else 2
    return commands[args[0]](args[1:])


def run(args: list[str]) -> int:
    """The program with these arguments; without any, on the sample, or its showcase unseen."""
    system_libraries.require(windowed=True)
    program = [str(environment.ready()), "-P", "-m", "lean_desktop"]
    if args:
        return call([*program, *args])
    if not system_libraries.has_display():
        return showcase(program)
    if not SAMPLE.exists():
        SAMPLE.parent.mkdir(exist_ok=True)
        if failed := call([*program, "new", str(SAMPLE), "--sample"]):
            return failed
    return call([*program, str(SAMPLE)])


def showcase(program: list[str]) -> int:
    """What can be shown without a display: the sample's handouts and a picture of each editor."""
    print(f"There is no display here, so the program is shown on paper, in {SHOWCASE}")
    SHOWCASE.mkdir(parents=True, exist_ok=True)
    return call([*program, "showcase", str(SHOWCASE)], QT_QPA_PLATFORM="offscreen")


def test(args: list[str]) -> int:
    """Every check, or pytest alone when it is given arguments of its own."""
    system_libraries.require(windowed=False)
    python = environment.ready()
    if [arg for arg in args if arg != "--full"]:
        return checks.pytest(python, args)
    return checks.every(python, full="--full" in args)


def lock(args: list[str]) -> int:
    """Write the lock file anew, hashes for every platform included."""
    return environment.lock(args)


def call(command: list[str], **variables: str) -> int:
    """Run to the end in the reader's own folder; the exit code, 128 + n after signal n."""
    try:
        code = subprocess.call(command, env={**os.environ, **variables})
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - nothing has checked it before us
        sys.exit("Lean Desktop needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(main(sys.argv[1:]))
