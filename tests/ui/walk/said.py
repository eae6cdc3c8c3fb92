"""What was said through the language: the words of every translation, and of the user's data."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from lean_desktop.i18n import Language

WORD = re.compile(r"[^\W\d_]{3,}")  # Shorter ones are initials and units.
_PLAIN = ("long_day", "day", "short_day", "date", "time", "span", "week", "number")
_BRACES = re.compile(r"\{[^}]*\}")


class Said:
    """`texts` are the whole answers of every language, `words` those that are Norwegian.

    An original that the catalogue lacks gives no words: on a Norwegian screen it is English.
    """

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.texts: set[str] = set()

    def know(self, texts: Iterable[str]) -> None:
        """Take these as known too: the user's data, names, and what ships."""
        for text in texts:
            self.words.update(words_of(text))

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Hear whatever is said from now on."""
        for name in ("__call__", "plural", *_PLAIN):
            patch.setattr(Language, name, self._heard(name, getattr(Language, name)))

    def _heard(self, name: str, usual: Callable[..., str]) -> Callable[..., str]:
        def say(t: Language, *args: Any, **values: Any) -> str:
            text = usual(t, *args, **values)
            self.texts.add(text)
            if t.code == "nb":
                self.know([text] if name in _PLAIN else self._translated(t, args))
            return text

        return say

    def _translated(self, t: Language, args: tuple[Any, ...]) -> Iterable[str]:
        """The translations without what fills their braces."""
        if not isinstance(args[0], str):
            return ()  # A message: its text comes by by itself.
        known = vars(t._catalogue)["_catalog"]
        forms = [args[0]] if len(args) == 1 else [(args[0], 0), (args[0], 1)]
        return [_BRACES.sub(" ", known[form]) for form in forms if form in known]


def words_of(text: str) -> list[str]:
    """The words of a text, all in small letters."""
    return [word.casefold() for word in WORD.findall(text.replace("&", ""))]
