"""States, steps and people as other lists write them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from lean_desktop.domain.actions import (
    ACTION_STATUS_NAMES,
    SOURCE_NAMES,
    ActionStatus,
    Source,
)
from lean_desktop.domain.cards import PDCA_NAMES, Pdca
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import.cells import name_key
from lean_desktop.i18n import LANGUAGES, language

_STATUS_WORDS = {
    ActionStatus.NEW: (
        "ny|nye|nytt|new|åpen|open|ikke startet|ikke påbegynt|ikke begynt|not started|backlog"
    ),
    ActionStatus.PLANNED: "planlagt|planned|to do|todo|gjøres|skal gjøres|klar|ready",
    ActionStatus.DOING: (
        "pågår|pågående|i arbeid|under arbeid|i gang|påbegynt|startet|doing|in progress|ongoing"
        "|started|wip"
    ),
    ActionStatus.BLOCKED: (
        "venter|står fast|på vent|avventer|stoppet|blokkert|blocked|waiting|on hold|stuck"
    ),
    ActionStatus.DONE: (
        "ferdig|utført|fullført|gjort|lukket|ok|done|finished|completed|complete|closed"
    ),
    ActionStatus.CANCELLED: (
        "utgår|utgått|avlyst|kansellert|droppet|forkastet|cancelled|canceled|dropped|rejected"
    ),
}
_STATUSES = {word: status for status, words in _STATUS_WORDS.items() for word in words.split("|")}
_PDCA_WORDS = {
    Pdca.PLAN: "plan|planlegg|planlegge|p",
    Pdca.DO: "do|utfør|utføre|gjør|gjøre|d|carry out",
    Pdca.CHECK: "check|kontroller|kontrollere|sjekk|sjekke|c",
    Pdca.ACT: "act|korriger|korrigere|standardiser|a|act on it",
}
_PDCA = {word: step for step, words in _PDCA_WORDS.items() for word in words.split("|")}
_SOURCE_WORDS = {
    Source.MEETING: "møte|et møte|meeting|a meeting",
    Source.IDEA: "idé|en idé|ide|idea|an idea",
    Source.AUDIT: "revisjon|en revisjon|audit|an audit",
    Source.OWN: "eget|egen|vårt eget|own|our own",
}
_SOURCES = {word: source for source, words in _SOURCE_WORDS.items() for word in words.split("|")}
_SOON = frozenset(
    [
        "snarest",
        "snarest mulig",
        "så snart som mulig",
        "straks",
        "omgående",
        "asap",
        "a.s.a.p.",
        "as soon as possible",
        "løpende",
        "fortløpende",
        "ongoing",
        "?",
        "-",
        "–",
        "tbd",
        "ukjent",
        "unknown",
    ]
)


def status_of(text: str) -> ActionStatus | None:
    """The state a cell says, in either language and any case; None for a word that is none."""
    return _STATUSES.get(_plain(text)) or _own_names(ACTION_STATUS_NAMES).get(_plain(text))


def pdca_of(text: str) -> Pdca | None:
    """The step of PDCA a cell says; None for a word that is none."""
    return _PDCA.get(_plain(text)) or _own_names(PDCA_NAMES).get(_plain(text))


def source_of(text: str) -> Source | None:
    """Where a cell says an action comes from; None for words that say nothing of that."""
    return _SOURCES.get(_plain(text)) or _own_names(SOURCE_NAMES).get(_plain(text))


def _own_names(names: Mapping[Any, str]) -> dict[str, Any]:
    """Our own words for something, in every language."""
    return {_plain(language(code)(name)): key for code in LANGUAGES for key, name in names.items()}


def is_no_day(text: str) -> bool:
    """Whether a cell says on purpose that no day was agreed: `snarest`, `asap`."""
    return _plain(text) in _SOON


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!:")


class Owners:
    """People by what a list may call them: number, e-mail address, name, or part of a name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._whole: dict[str, set[int]] = defaultdict(set)
        self._names = [(each.id, each.name.casefold()) for each in people]
        self._asked: dict[str, list[int]] = {}
        for each in people:
            for said in (each.number.casefold(), each.email.casefold(), name_key(each.name)):
                if said:
                    self._whole[said].add(each.id)

    def fitting(self, text: str) -> list[int]:
        """The keys of everybody the text may mean; the surest way it fits anybody counts."""
        if text not in self._asked:
            self._asked[text] = self._fitting(name_key(text))
        return self._asked[text]

    def _fitting(self, wanted: str) -> list[int]:
        if found := self._whole.get(wanted):
            return sorted(found)
        begun = [key for key, name in self._names if name.startswith(f"{wanted} ")]
        last = [key for key, name in self._names if name.endswith(f" {wanted}")]
        return begun or last
