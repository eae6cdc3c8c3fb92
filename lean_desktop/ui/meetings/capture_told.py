"""What is recorded of a meeting, in words: neutral about people, and never good when untouched."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, Answered
from lean_desktop.domain.meetings import OUTCOME_NAMES, AgendaItem, Outcome
from lean_desktop.domain.minutes import ARRIVAL_NAMES, HOW_NAMES, PRESENT, Arrival, Called, How
from lean_desktop.i18n import Language

Key = TypeVar("Key", bound=Hashable)


class Fact(NamedTuple):
    """How many there are of one kind; `shape` is good, watch, bad, none or empty."""

    shape: str
    text: str


SHAPES = {"good": "●", "watch": "▲", "bad": "■", "none": "–", "": ""}


def plain(facts: Iterable[Fact]) -> str:
    """The facts in one line, as a reader says them."""
    return " · ".join(f"{SHAPES[each.shape]} {each.text}".strip() for each in facts)


class Mark(NamedTuple):
    """What stands on a chip: its words, its icon, and all of it for a tip."""

    text: str
    icon: str = ""
    tip: str = ""


def came(people: Iterable[Called]) -> list[Called]:
    """Who counts for preparation and a say: those who came, and those of whom nothing is known."""
    return [each for each in people if each.arrived is None or each.arrived.arrival in PRESENT]


def arrivals_told(people: Sequence[Called], t: Language) -> list[Fact]:
    """How many came in which way."""
    if not people:
        return [Fact("", t("Nobody is called to the meeting"))]
    counted = Counter(each.arrived.arrival for each in people if each.arrived)
    words = {
        Arrival.ON_TIME: Fact("good", t("{n} on time", n=counted[Arrival.ON_TIME])),
        Arrival.LATE: Fact("watch", t("{n} late", n=counted[Arrival.LATE])),
        Arrival.ABSENT: Fact("bad", t("{n} did not come", n=counted[Arrival.ABSENT])),
        Arrival.EXCUSED: Fact("", t("{n} excused", n=counted[Arrival.EXCUSED])),
        Arrival.OFF_SHIFT: Fact("", t("{n} off shift", n=counted[Arrival.OFF_SHIFT])),
    }
    return _facts(counted, words, len(people), t)


def prepared_told(people: Sequence[Called], t: Language) -> list[Fact]:
    """How many were prepared, of those who came."""
    counted = Counter(each.prepared for each in people if each.prepared)
    words = {
        How.YES: Fact("good", t("{n} prepared", n=counted[How.YES])),
        How.PARTLY: Fact("watch", t("{n} partly", n=counted[How.PARTLY])),
        How.NO: Fact("bad", t("{n} not prepared", n=counted[How.NO])),
    }
    return _facts(counted, words, len(people), t)


def said_told(people: Sequence[Called], t: Language) -> list[Fact]:
    """How many had a say, of those who came."""
    told = [each.had_a_say for each in people if each.had_a_say is not None]
    counted: Counter[bool] = Counter(told)
    words = {
        True: Fact("good", t("{n} had a say", n=counted[True])),
        False: Fact("watch", t("{n} had not", n=counted[False])),
    }
    return _facts(counted, words, len(people), t)


def agenda_told(items: Sequence[AgendaItem], t: Language) -> list[Fact]:
    """How many items were taken, and what became of the others."""
    if not items:
        return [Fact("", t("The agenda has no items"))]
    counted: Counter[Outcome] = Counter(each.outcome for each in items)
    if counted[Outcome.OPEN] == len(items):
        return _facts(Counter[Outcome](), {}, len(items), t)
    words = {
        Outcome.TREATED: Fact("good", t("{n} treated", n=counted[Outcome.TREATED])),
        Outcome.DEFERRED: Fact("watch", t("{n} deferred", n=counted[Outcome.DEFERRED])),
        Outcome.DROPPED: Fact("watch", t("{n} dropped", n=counted[Outcome.DROPPED])),
        Outcome.OPEN: Fact("bad", t("{n} not taken", n=counted[Outcome.OPEN])),
    }
    return _facts(counted, words, len(items), t)


def asked_told(actions: Sequence[Action], told: Mapping[int, Answered], t: Language) -> list[Fact]:
    """How many actions were asked about."""
    if not actions:
        return [Fact("", t("The group has no open actions"))]
    counted = Counter(told[each.id].asked for each in actions if each.id in told)
    words = {
        True: Fact("good", t("{n} asked about", n=counted[True])),
        False: Fact("watch", t("{n} not asked about", n=counted[False])),
    }
    return _facts(counted, words, len(actions), t)


def _facts(
    counted: "Counter[Key]", words: Mapping[Key, Fact], all_: int, t: Language
) -> list[Fact]:
    facts = [fact for key, fact in words.items() if counted[key]]
    missing = all_ - sum(counted.values())
    if missing and not facts:
        return [Fact("none", t("not recorded"))]
    return [*facts, Fact("none", t("{n} not recorded", n=missing))] if missing else facts


def missing_told(told: Mapping[str, Sequence[object | None]], t: Language) -> str:
    """What is not recorded, by the names of the lines; nothing when all is."""
    names = []
    for name, values in told.items():
        missing = sum(each is None for each in values)
        if missing:
            part = t("{n} of {all}", n=missing, all=len(values))
            names.append(name.lower() if missing == len(values) else f"{name.lower()} ({part})")
    return f"{t('Not recorded')}: {', '.join(names)}" if names else ""


# What stands on the chip of one person or item


_ARRIVAL_ICONS = {
    Arrival.ON_TIME: "check",
    Arrival.LATE: "clock",
    Arrival.ABSENT: "x",
    Arrival.EXCUSED: "minusc",
    Arrival.OFF_SHIFT: "minusc",
}


def short_names(people: Sequence[Called]) -> dict[int, str]:
    """First names, by person key; whole ones where two share the first."""
    firsts = Counter(each.name.split()[0] for each in people if each.name)
    return {
        each.person_id: each.name if firsts[each.name.split(" ")[0]] != 1 else each.name.split()[0]
        for each in people
    }


def arrival_mark(each: Called, names: Mapping[int, str], t: Language) -> Mark:
    """The name, and how they came when it was not on time."""
    name = names[each.person_id]
    if each.arrived is None:
        return _not_recorded(name, each.name, t)
    arrival = each.arrived.arrival
    told = [] if arrival is Arrival.ON_TIME else [t(ARRIVAL_NAMES[arrival]).lower()]
    if each.arrived.late_minutes:
        told = [t("{n} min late", n=each.arrived.late_minutes)]
    if each.represented_by:
        told.append(t("represented by {name}", name=each.represented_by))
    usual = t(ARRIVAL_NAMES[Arrival.ON_TIME]).lower()
    return _mark(each, name, ", ".join(told), usual, _ARRIVAL_ICONS[arrival])


def prepared_mark(each: Called, names: Mapping[int, str], t: Language) -> Mark:
    """The name, and how prepared when not wholly."""
    name = names[each.person_id]
    if each.prepared is None:
        return _not_recorded(name, each.name, t)
    word = t(HOW_NAMES[each.prepared]).lower()
    if each.prepared is How.YES:
        return _mark(each, name, "", word, "check")
    return _mark(each, name, word, word, "minusc" if each.prepared is How.PARTLY else "x")


def said_mark(each: Called, names: Mapping[int, str], t: Language) -> Mark:
    """The name, and whether they had a say."""
    name = names[each.person_id]
    if each.had_a_say is None:
        return _not_recorded(name, each.name, t)
    if each.had_a_say:
        return _mark(each, name, "", t("Had a say").lower(), "speech")
    return _mark(each, name, t("had not"), t("had not"), "minusc")


def item_mark(each: AgendaItem, t: Language) -> Mark:
    """Number and title, and what became of it when it was not treated."""
    name = f"{each.position + 1} {each.title}"
    if each.outcome is Outcome.OPEN:
        return _not_recorded(name, name, t)
    word = t(OUTCOME_NAMES[each.outcome]).lower()
    if each.outcome is Outcome.TREATED:
        return Mark(name, "check", f"{name}: {word}")
    return Mark(f"{each.position + 1}: {word}", "slip", f"{name}: {word}")


def action_line(action: Action, t: Language) -> str:
    """Number, title, owner and day of an action that was noted."""
    due = t.day_month(action.due) if action.due else ""
    return " · ".join(filter(None, (f"{action.number} {action.title}", action.owner, due)))


def answer_told(answered: Answered | None, action: Action, t: Language) -> str:
    """What was answered about one action, in words."""
    if answered is None:
        return f"– {t('not recorded')}"
    if not answered.asked:
        return t("Not asked")
    word = t(ANSWER_NAMES[answered.answer])
    if answered.answer is Answer.NEW_DATE and action.due:
        word += f" {t.day_month(action.due)}"
    return f"{word}: {answered.note}" if answered.note else word


def _mark(each: Called, name: str, shown: str, said: str, icon: str) -> Mark:
    """What is usual is not written, but said to a reader."""
    text = f"{name}: {shown}" if shown else name
    return Mark(text, icon, f"{each.name}: {shown or said}")


def _not_recorded(name: str, whole: str, t: Language) -> Mark:
    return Mark(f"– {name}", "", f"{whole}: {t('not recorded')}")
