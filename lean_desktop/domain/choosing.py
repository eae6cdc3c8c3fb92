"""Who or what is meant by a name that was typed."""

from collections.abc import Sequence

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_


def key_of(typed: str, choices: Sequence[tuple[int, str] | tuple[int, str, str]]) -> int | None:
    """The key of the name that was typed, or None for an empty text.

    A part of a name will do when it fits only one. Raises RuleBroken when none or several fit.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return None
    exact = [key for key, name, *_ in choices if name.casefold() == wanted]
    fitting = exact or [key for key, name, *_ in choices if wanted in name.casefold()]
    if not fitting:
        raise RuleBroken(M_("“{text}” is not known here. Choose from the list.", text=typed))
    if len(fitting) > 1:
        raise RuleBroken(
            M_("“{text}” fits {n} names. Choose one from the list.", text=typed, n=len(fitting))
        )
    return fitting[0]


def named_by(typed: str, people: Sequence[tuple[int, str]]) -> int | None:
    """The one person whose whole name, or whose name up to a blank, was typed; else None."""
    wanted = typed.strip().casefold()
    whole = [key for key, name in people if name.casefold() == wanted]
    begun = [key for key, name in people if name.casefold().startswith(f"{wanted} ")]
    found = whole or begun
    return found[0] if wanted and len(found) == 1 else None
