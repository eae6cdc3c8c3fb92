"""Modules that libraries import and we do not use: left unread until somebody does use them.

SQLAlchemy imports `asyncio` for drivers of servers, and `importlib.metadata` to look for other
makers' dialects. Together they are a tenth of the time to our window.
"""

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_PATH = "__path__"

_one_at_a_time = RLock()


def put_off(name: str, **at_hand: object) -> None:
    """Let `import name` cost nothing until something of it is asked for.

    What is `at_hand` is given without reading the module. Changes nothing where it has been read.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    vars(module).update(at_hand, __getattr__=_Reader(module, vars(module).pop(_PATH, None)))
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)


class _Reader:
    """The `__getattr__` of a module that has not been read: reads it, and gives way.

    A package keeps its path back: it is asked for before any part of the package is imported, and
    the package must be read before its parts.
    """

    def __init__(self, module: ModuleType, path: object) -> None:
        self._module = module
        self._path = path
        self._reading = False

    def __call__(self, name: str) -> Any:
        if name.startswith("__") and (name != _PATH or self._path is None):
            raise AttributeError(name)
        with _one_at_a_time:
            self._read()
        if name not in vars(self._module):
            raise AttributeError(f"module {self._module.__name__!r} has no attribute {name!r}")
        return vars(self._module)[name]

    def _read(self) -> None:
        spec = self._module.__spec__
        if self._reading or spec is None or spec.loader is None:
            return
        self._reading = True
        if self._path is not None:
            vars(self._module)[_PATH] = self._path
        spec.loader.exec_module(self._module)
        if vars(self._module).get("__getattr__") is self:
            del vars(self._module)["__getattr__"]
