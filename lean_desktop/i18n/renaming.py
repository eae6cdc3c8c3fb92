"""A language in which actions are called what a workspace calls them.

The word is exchanged in the template before its braces are filled, so what the user has written is
never touched. English tells one from several where Norwegian "gjøremål" does not; so the original
says which form of the user's word a translation takes.
"""

import re
from functools import cache

from lean_desktop.i18n.language import Language, language

Forms = tuple[str, str, str, str]
"""One, the one, several, the several: tiltak, tiltaket, tiltak, tiltakene."""

_ENGLISH = re.compile(r"(?<![\w{])action(s?)(?![\w}])", re.IGNORECASE)
_NORWEGIAN = re.compile(r"\bgjøremål(ene|et)?(?=s?\b|sliste)", re.IGNORECASE)


class RenamedActions(Language):
    """Speaks like the language of its code, with another word for actions."""

    def __init__(self, code: str, forms: Forms) -> None:
        super().__init__(code)
        self._forms = forms
        self._renamed = cache(self._rename)

    def __repr__(self) -> str:
        return f"RenamedActions({self.code!r}, {self._forms!r})"

    def speaking(self, code: str) -> Language:
        return calling_actions(language(code), self._forms)

    def _template(self, text: str) -> str:
        return self._renamed(text, super()._template(text))

    def _plural_template(self, one: str, many: str, n: int) -> str:
        return self._renamed(one if n == 1 else many, super()._plural_template(one, many, n))

    def _rename(self, original: str, text: str) -> str:
        several = [bool(each.group(1)) for each in _ENGLISH.finditer(original)]

        def form(found: re.Match[str]) -> str:
            """Each word in turn; one that is left over is like the last."""
            many = several.pop(0) if len(several) > 1 else bool(several and several[0])
            return _as_written(self._form(found, many=many), found.group(0))

        return (_NORWEGIAN if self.code == "nb" else _ENGLISH).sub(form, text)

    def _form(self, found: re.Match[str], *, many: bool) -> str:
        one, the_one, several, the_several = self._forms
        definite = {"et": the_one, "ene": the_several}.get((found.group(1) or "").lower())
        return definite or (several if many else one)


def calling_actions(t: Language, forms: Forms | None) -> Language:
    """The same language with these words for actions; with ours when there are none."""
    return RenamedActions(t.code, forms) if forms else language(t.code)


def _as_written(word: str, like: str) -> str:
    """A capital where the word it stands for has one; a name keeps its own."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
