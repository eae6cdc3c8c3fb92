"""Where the program starts: `lean-desktop`, or `python -m lean_desktop`.

On the way to the window nothing is imported that the window does not need.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

COMMANDS = ("new", "import", "export", "handout", "show", "check", "showcase")


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do a headless command; the exit code.

    0 when it was done, 1 when nothing could be done, 2 for wrong use.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if len(arguments) > 1 or (arguments and _is_word(arguments[0])):
        from lean_desktop.commands import program

        return program.run(arguments)
    code: int = desktop_program().run(Path(arguments[0]) if arguments else None)
    return code


def desktop_program() -> ModuleType:
    """The desktop program, imported without what it does not use and without a pause for garbage.

    `app.run` lets the collector go on when the window stands.
    """
    gc.disable()
    from inspect import iscoroutine

    from lean_desktop.late_imports import put_off

    put_off("asyncio", iscoroutine=iscoroutine)
    put_off("importlib.metadata")
    from lean_desktop import app

    return app


def _is_word(argument: str) -> bool:
    return argument in COMMANDS or argument.startswith("-")


if __name__ == "__main__":
    sys.exit(main())
