"""What Qt's bindings leave out: the marker for methods that Qt calls by their name."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):
        """Mark a method that Qt calls; `typing.override` comes with Python 3.12."""
        return method


__all__ = ["override"]
