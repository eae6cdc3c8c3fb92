"""What is recorded of a meeting, in words: neutral about people, and never good when untouched."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, FollowUp
from lean_desktop.domain.meetings import AgendaItem, Outcome
from lean_desktop.domain.minutes import ARRIVAL_NAMES, HOW_NAMES, PRESENT, Arrival, Called, How
from lean_desktop.i18n import Language


def came(people: Iterable[Called]) -> list[Called]:
    """Who counts for preparation and a say: those who came, and those of whom nothing is known."""
    return [each for each in people if each.arrived is None or each.arrived.arrival in PRESENT]


def arrivals_told(people: Sequence[Called], t: Language) -> str:
    """How many came on time, and the others by name."""
    told = [each for each in people if each.arrived]
    if not told:
        return f"– {t('not recorded')}"
    on_time = sum(
        each.arrived is not None and each.arrived.arrival is Arrival.ON_TIME for each in told
    )
    parts = [t("{n} on time", n=on_time)]
    parts += [
        _arrival(each, t)
        for each in told
        if each.arrived and each.arrived.arrival is not Arrival.ON_TIME
    ]
    if missing := len(people) - len(told):
        parts.append(f"– {t('{n} not recorded', n=missing)}")
    return " · ".join(parts)


def _arrival(each: Called, t: Language) -> str:
    arrived = each.arrived
    if arrived is None:
        return each.name
    minutes = f" {t('{n} min', n=arrived.late_minutes)}" if arrived.late_minutes else ""
    return f"{each.name}: {t(ARRIVAL_NAMES[arrived.arrival]).lower()}{minutes}"


def prepared_told(people: Sequence[Called], t: Language) -> str:
    """How many were prepared, and the others by name."""
    told = [each for each in people if each.prepared]
    if not told:
        return f"– {t('not recorded')}"
    ready = sum(each.prepared is How.YES for each in told)
    parts = [t("{n} of {all} prepared", n=ready, all=len(told))]
    parts += [
        f"{each.name}: {t(HOW_NAMES[each.prepared]).lower()}"
        for each in told
        if each.prepared and each.prepared is not How.YES
    ]
    return " · ".join(parts)


def said_told(people: Sequence[Called], t: Language) -> str:
    """How many had a say, of those of whom it was recorded."""
    told = [each for each in people if each.had_a_say is not None]
    if not told:
        return f"– {t('not recorded')}"
    said = sum(bool(each.had_a_say) for each in told)
    return t("{n} of {all} contributed", n=said, all=len(told))


def agenda_told(items: Sequence[AgendaItem], t: Language) -> str:
    """How many items were taken, and which were not."""
    if not items:
        return t("The agenda has no items")
    counted = Counter(each.outcome for each in items)
    if counted[Outcome.OPEN] == len(items):
        return f"– {t('not recorded')}"
    names = {
        Outcome.TREATED: t("{n} treated", n=counted[Outcome.TREATED]),
        Outcome.DEFERRED: t("{n} deferred", n=counted[Outcome.DEFERRED]),
        Outcome.DROPPED: t("{n} dropped", n=counted[Outcome.DROPPED]),
        Outcome.OPEN: t("{n} not taken", n=counted[Outcome.OPEN]),
    }
    return " · ".join(text for outcome, text in names.items() if counted[outcome])


def asked_told(actions: Sequence[Action], told: Sequence[FollowUp], t: Language) -> str:
    """The actions with their answers, one a line."""
    answers = {each.action_id: each.answered for each in told}
    lines = []
    for each in actions:
        answered = answers.get(each.id)
        if answered is None:
            word = f"– {t('not recorded')}"
        elif not answered.asked:
            word = t("Not asked")
        else:
            word = t(ANSWER_NAMES[answered.answer])
            if answered.note:
                word += f": {answered.note}"
            if answered.answer is Answer.NEW_DATE and each.due:
                word += f" ({t.day_month(each.due)})"
        owner = f" · {each.owner}" if each.owner else ""
        due = f" · {t.day_month(each.due)}" if each.due else ""
        lines.append(f"{each.number} {each.title}{owner}{due}: {word}")
    return "\n".join(lines)
