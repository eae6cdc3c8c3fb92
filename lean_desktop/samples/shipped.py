"""The samples' own words, as they ship: written in Norwegian, with an English text for each."""

import json
from collections.abc import Callable
from typing import Any

from lean_desktop.resources import resource

Words = Callable[[str], str]
"""From a text of the sample to the same text in the language of the workspace."""


def shipped(name: str) -> Any:
    """One of the files under resources/sample, parsed."""
    return json.loads(resource("sample", f"{name}.json").read_text("utf-8"))


def words(code: str) -> Words:
    """The sample's texts in a language, `nb` or `en`. Names of people have no translation."""
    if code == "nb":
        return str
    english: dict[str, str] = shipped("english")
    return lambda text: english.get(text, text)
