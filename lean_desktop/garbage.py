"""When Python looks for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While very many small objects are made: none of them is garbage, and looking takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
