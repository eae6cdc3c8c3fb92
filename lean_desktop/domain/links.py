"""Links to what an agenda item is about: files and pages, one a line, a name before them if any."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_

_NAMED = re.compile(r"^(?P<name>[^|]*?)\s*\|\s*(?P<target>\S.*)$")
_RUNS = frozenset(
    [
        "app",
        "bat",
        "cmd",
        "com",
        "cpl",
        "exe",
        "hta",
        "jar",
        "js",
        "jse",
        "lnk",
        "msc",
        "msi",
        "ps1",
        "py",
        "pyw",
        "reg",
        "scr",
        "sh",
        "url",
        "vbe",
        "vbs",
        "wsf",
    ]
)
"""Endings of files that do something when they are opened."""
LONGEST_TARGET = 2000


class Link(NamedTuple):
    """Where it leads, and what it is called; without a name the target is shown."""

    target: str
    name: str = ""

    @property
    def shown(self) -> str:
        """The name, or the last part of the target."""
        return self.name or re.split(r"[/\\]", self.target.rstrip("/\\"))[-1] or self.target

    @property
    def harmless(self) -> bool:
        """Whether opening it shows something, and runs nothing."""
        if re.match(r"(?i)(https?|mailto):", self.target):
            return True
        if re.match(r"(?i)[a-z][a-z0-9+.-]+:", self.target) and not self.target.startswith("file:"):
            return False
        return self.target.rpartition(".")[2].casefold().strip() not in _RUNS


def written_links(text: str) -> list[Link]:
    """The links of a text, one a line: `target` or `name | target`. Raises RuleBroken."""
    found = [_link(line.strip()) for line in text.splitlines() if line.strip()]
    for each in found:
        if len(each.target) > LONGEST_TARGET:
            raise RuleBroken(
                M_(
                    "That is {n} characters; at most {most} fit here.",
                    n=len(each.target),
                    most=2000,
                )
            )
    return found


def _link(line: str) -> Link:
    if named := _NAMED.match(line):
        return Link(named["target"].strip(), named["name"])
    return Link(line)


def as_text(links: Iterable[Link]) -> str:
    """What a field shows, and `written_links` reads back."""
    return "\n".join(f"{each.name} | {each.target}" if each.name else each.target for each in links)
