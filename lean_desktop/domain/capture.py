"""Minutes keyed in from paper: after “all …”, what was otherwise, in one short line each.

`Linh 5, Pål forfall` behind “all on time” means: Linh came 5 minutes late, Pål was excused, all
others came on time. Here is read what is said of those who are named; `all_but` puts the others
to it. The words of both languages are understood.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from lean_desktop.domain.actions import Action, Answer, Answered
from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.due_words import due_at_end
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How, represented
from lean_desktop.i18n import M_, N_

T = TypeVar("T")

_ARRIVALS = {
    Arrival.LATE: ("for sent", "sent", "sen", "late"),
    Arrival.ABSENT: ("ikke møtt", "møtte ikke", "borte", "absent", "did not come"),
    Arrival.EXCUSED: ("forfall", "meldt forfall", "excused", "syk", "ferie", "sick"),
    Arrival.OFF_SHIFT: ("av skift", "fri", "off shift", "off"),
    Arrival.ON_TIME: ("til rett tid", "møtt", "ok", "on time"),
}
_HOW = {
    How.PARTLY: ("delvis", "partly"),
    How.NO: ("ikke", "nei", "ikke forberedt", "no", "not"),
    How.YES: ("forberedt", "ja", "yes", "ok"),
}
_OUTCOMES = {
    Outcome.DEFERRED: ("utsatt", "flyttet", "deferred", "moved"),
    Outcome.DROPPED: ("utgår", "strøket", "dropped"),
    Outcome.OPEN: ("ikke", "ikke behandlet", "not", "not taken"),
    Outcome.TREATED: ("behandlet", "ok", "treated"),
}
_ANSWERS = {
    Answer.DONE: ("ferdig", "gjort", "utført", "done"),
    Answer.ON_TRACK: ("i rute", "rute", "on track"),
    Answer.BLOCKED: ("stoppet", "blokkert", "står fast", "hjelp", "blocked", "stuck"),
}
_NOT_ASKED = ("ikke", "ikke spurt", "not asked", "not")
_SAID = {
    False: ("ikke", "nei", "not", "no"),
    True: ("fikk ordet", "ja", "ok", "had a say", "yes"),
}
_NOT_CALLED = N_("“{text}” is not called to this meeting.")
_NOT_THERE = N_("“{text}” is not among those who came.")
_MINUTES = re.compile(r"(?:^|\s)\+?(\d{1,3})\s*(?:m|min|minutter|minutes)?\.?$", re.IGNORECASE)


def all_but(
    keys: Iterable[int], usual: T, known: Collection[int], named: Mapping[int, T]
) -> dict[int, T]:
    """What a line changes: those who are named, and as usual all of whom nothing is `known`.

    What was recorded before stays, so that going through the lines once more loses nothing.
    """
    return {key: usual for key in keys if key not in known} | dict(named)


def arrivals(
    text: str, called: Sequence[Called], people: Sequence[tuple[int, str]] = ()
) -> dict[int, Arrived]:
    """How those came who are named: `Linh 5`, `Pål forfall`, `Vegard ikke møtt`, `Hanne @Kari`.

    A name alone means late, by an unknown time; behind @ stands who of `people` came instead.
    Raises RuleBroken for a name that fits nobody.
    """
    found = {}
    for part in _parts(text):
        rest, at, instead = part.partition(" @")
        who, arrived = _arrival(rest)
        if at:
            arrived = represented(arrived, key_of(instead, people))
        found[_who(who or part, called, _NOT_CALLED)] = arrived
    return found


def _arrival(part: str) -> tuple[str, Arrived]:
    late = _MINUTES.search(part)
    rest = part[: late.start()] if late else part
    who, arrival = _word_at_end(rest, _ARRIVALS) or (rest, Arrival.LATE)
    minutes = int(late[1]) if late and arrival is Arrival.LATE else None
    return who, Arrived(arrival, minutes or None)


def preparations(text: str, came: Sequence[Called]) -> dict[int, How]:
    """How prepared those were who are named, of those who came: `Pål`, `Linh delvis`."""
    found = {}
    for part in _parts(text):
        rest, how = _word_at_end(part, _HOW) or (part, How.NO)
        found[_who(rest, came, _NOT_THERE)] = how
    return found


def contributions(text: str, came: Sequence[Called]) -> dict[int, bool]:
    """Who of those who came had no say, or had one: `Ingrid`, `Pål ok`."""
    found = {}
    for part in _parts(text):
        rest, said = _word_at_end(part, _SAID) or (part, False)
        found[_who(rest, came, _NOT_THERE)] = said
    return found


def outcomes(text: str, item_ids: Sequence[int]) -> dict[int, Outcome]:
    """What became of the items that are numbered: `5 utsatt`, `6 7 ikke`, `4`.

    A number alone means deferred to another meeting. Raises RuleBroken for an unknown number.
    """
    found = {}
    for part in _parts(text):
        rest, outcome = _word_at_end(part, _OUTCOMES) or (part, Outcome.DEFERRED)
        for number in rest.split() or [part]:
            found[item_ids[_number(number, len(item_ids)) - 1]] = outcome
    return found


def answers(text: str, asked: Sequence[Action], today: date) -> dict[int, Answered]:
    """What was said of the actions that are numbered: `131 ferdig`, `138 ikke`, and so on.

    A new date brings its reason: `136 20.10. linje opptatt`. Raises RuleBroken when the number
    is not asked about, or a new date has no reason.
    """
    found = {}
    by_number = {each.number: each.id for each in asked}
    for part in _parts(text):
        number, _, said = part.partition(" ")
        key = by_number.get(int(number)) if number.isdecimal() else None
        if key is None:
            raise RuleBroken(
                M_("“{text}” is no action of this group. Begin with its number.", text=part)
            )
        found[key] = answer(said, today)
    return found


def answer(said: str, today: date) -> Answered:
    """What stands behind one action: a word, or a new date with its reason."""
    text = " ".join(said.split())
    if not text:
        return Answered()
    if text.casefold() in _NOT_ASKED:
        return Answered(asked=False)
    for kind, words in _ANSWERS.items():
        for word in sorted(words, key=len, reverse=True):
            if re.match(rf"{re.escape(word)}(?:\W|$)", text, re.IGNORECASE):
                return Answered(answer=kind, note=text[len(word) :].strip(" ,:–-"))
    return _new_date(text, today)


def day_and_reason(text: str, today: date) -> tuple[date, str] | None:
    """The day in front, as many words as it takes, and what stands behind it; None without."""
    words = text.split()
    for count in range(min(4, len(words)), 0, -1):
        day = due_at_end(" ".join(words[:count]).rstrip(",:–-"), today)
        if day.day and not day.rest:
            return day.day, " ".join(words[count:]).strip(" ,:–-")
    return None


def _new_date(text: str, today: date) -> Answered:
    found = day_and_reason(text, today)
    if found is None:
        raise RuleBroken(
            M_(
                "“{text}” is no answer. Write done, on track, blocked, or a new date and why.",
                text=text,
            )
        )
    if not found[1]:
        raise RuleBroken(M_("Write why the date is moved: “{text} waits for tape”.", text=text))
    return Answered(answer=Answer.NEW_DATE, due=found[0], note=found[1])


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _word_at_end(part: str, words: dict[T, tuple[str, ...]]) -> tuple[str, T] | None:
    """What a part says at its end, and what stands before it; the longest word wins."""
    pairs = [(word, meaning) for meaning, several in words.items() for word in several]
    for word, meaning in sorted(pairs, key=lambda pair: -len(pair[0])):
        if part.casefold().endswith(f" {word}"):
            return part[: -len(word)].rstrip(" :"), meaning
    return None


def _who(typed: str, called: Sequence[Called], nobody: str) -> int:
    wanted = typed.strip(" :.@").casefold()
    for fits in _FITS:
        found = [each.person_id for each in called if fits(each.name.casefold(), wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise RuleBroken(
                M_("“{text}” fits {n} people. Write more of the name.", text=typed, n=len(found))
            )
    raise RuleBroken(M_(nobody, text=typed))


Fits = Callable[[str, str], bool]
_FITS: tuple[Fits, ...] = (
    lambda name, wanted: name == wanted,
    lambda name, wanted: bool(wanted) and name.startswith(f"{wanted} "),
    lambda name, wanted: bool(wanted) and name.startswith(wanted),
    lambda name, wanted: bool(wanted) and any(w.startswith(wanted) for w in name.split()[1:]),
)
"""Whole name, first name, beginning of the name, beginning of a later name: the first that fits."""


def _number(text: str, most: int) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise RuleBroken(
            M_("“{text}” is no item. The agenda has items 1 to {most}.", text=text, most=most)
        )
    return int(text)
