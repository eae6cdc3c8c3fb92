"""Which of our languages the system speaks."""

import locale
import os

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NORWEGIAN = ("nb", "nn", "no")  # Windows says `Norwegian Bokmål_Norway`.


def system_language() -> str:
    """`nb` where the system is set to any Norwegian, else `en`."""
    named = next(filter(None, map(os.environ.get, _VARIABLES)), None)
    chosen = named or locale.getlocale()[0] or ""
    return "nb" if chosen.casefold().startswith(_NORWEGIAN) else "en"
