"""What the year of meetings says in words: headings, names, what stands in a week."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from lean_desktop.domain.clashes import Clash
from lean_desktop.domain.meeting_year import (
    STANDING_NAMES,
    Cell,
    Line,
    MeetingYear,
    Tally,
    Week,
    Whose,
    YearMeeting,
)
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, GroupKind, without_kind
from lean_desktop.i18n import Language

NOTHING = "–"
_NAMED = 3
"""How many of those who clash are named; the others are counted."""


class Section(NamedTuple):
    """The lines under one heading."""

    heading: str
    lines: tuple[Line, ...]


def sections(lines: Iterable[Line], t: Language, wanted: str = "") -> list[Section]:
    """The lines by kind in the order of the list at the left, those left out that are not wanted.

    Each word of `wanted` is somewhere in the name or the heading.
    """
    words = wanted.casefold().split()
    kept = [each for each in lines if _has(words, each.whose, t)]
    kept.sort(key=lambda each: (_rank(each.whose), t.sort_key(each.whose.name)))
    groups = groupby(kept, key=lambda each: heading(each.whose, t))
    return [Section(told, tuple(each)) for told, each in groups]


def heading(whose: Whose, t: Language) -> str:
    """What stands above those of the same kind."""
    if whose.kind:
        return t(GROUP_KIND_NAMES[whose.kind])
    return t("Daily operational meetings") if whose.key < 0 else t("Others")


def name_of(whose: Whose, t: Language) -> str:
    """The name without the kind it stands under; or what meetings of nobody are."""
    return without_kind(whose.name, heading(whose, t)) or t("Meetings of no group")


def month_name(month: int, t: Language) -> str:
    """A short name with a capital: `Okt.`, `Oct`."""
    name = t.day_month(date(2000, month, 1)).split()[-1]
    return name[0].upper() + name[1:]


def told_tally(tally: Tally, t: Language) -> str:
    """`8 of 9`, or a dash where nothing was planned."""
    if not tally.planned:
        return NOTHING
    return t("{n} of {all}", n=t.number(tally.held), all=t.number(tally.planned))


def told_week(week: Week, t: Language) -> str:
    """`Week 29 · 13 Jul – 19 Jul`, and what closes some of it."""
    days = f"{t.day_month(week.monday)} – {t.day_month(week.sunday)}"
    return "\n".join([f"{t.week(week.monday)} · {days}", *_closing(week, t)])


def _closing(week: Week, t: Language) -> list[str]:
    return [", ".join(t(name) for name in week.names)] if week.names else []


def told_cell(year: MeetingYear, line: Line, week: Week, t: Language) -> list[str]:
    """What a cell says: each meeting, what closes some of the week, and each clash."""
    cell = line.cells.get(week.number, Cell())
    _, own = line.closed.get(week.number, (0, ()))
    return [
        *(told_meeting(each, t) for each in cell.meetings),
        *_told_daily(cell, t),
        *_closing(week, t),
        *([", ".join(own)] if own else []),
        *(each for one in cell.all for each in told_clashes(year, one, t)),
    ]


def told_meeting(meeting: YearMeeting, t: Language) -> str:
    """`Tue 6 Oct 13:00–13:45 · Called · Room 2`."""
    when = f"{t.short_day(meeting.start.date())} {t.span(meeting.start, meeting.end)}"
    told = (when, t(STANDING_NAMES[meeting.standing]), meeting.title, meeting.place)
    return " · ".join(filter(None, told))


def told_closings(year: MeetingYear, t: Language) -> list[str]:
    """What closes which weeks: `Week 28–30: Common summer holiday`; what is closed alone last."""
    told = _runs([(week, tuple(t(name) for name in week.names)) for week in year.weeks], t)
    for line in year.lines:
        own = [(week, line.closed.get(week.number, (0, ()))[1]) for week in year.weeks]
        told += [f"{name_of(line.whose, t)}, {each}" for each in _runs(own, t)]
    return list(dict.fromkeys(told))  # A group and its unit may bear one name.


def _runs(closed: Iterable[tuple[Week, tuple[str, ...]]], t: Language) -> list[str]:
    found = []
    for names, run in groupby(closed, key=lambda each: each[1]):
        weeks = [week for week, _ in run]
        upto = f"–{weeks[-1].number}" if len(weeks) > 1 else ""
        if names:
            found.append(f"{t.week(weeks[0].monday)}{upto}: {', '.join(names)}")
    return found


def told_pair(year: MeetingYear, clash: Clash, t: Language) -> str:
    """A clash without names, for a sheet others may see."""
    shared = [clash.place] if clash.place else []
    if count := len(clash.person_ids):
        shared.append(t.plural("{n} person in both", "{n} people in both", count))
    both = (_named(year, key, t) for key in (clash.first_id, clash.second_id))
    return f"{' – '.join(both)}: {', '.join(shared)}"


def told_daily(tally: Tally, t: Language) -> str:
    """`4 of 5 daily meetings held`."""
    return t("{n} of {all} daily meetings held", n=tally.held, all=tally.planned)


def _told_daily(cell: Cell, t: Language) -> list[str]:
    return [told_daily(cell.held_daily, t)] if cell.daily else []


def told_clashes(year: MeetingYear, meeting: YearMeeting, t: Language) -> Iterator[str]:
    """What else takes the same people or the same room."""
    for clash in year.clashes.get(meeting.id, ()):
        other = clash.second_id if clash.first_id == meeting.id else clash.first_id
        yield t(
            "Clashes with {name}: {what}", name=_named(year, other, t), what=_shared(year, clash, t)
        )


def _named(year: MeetingYear, key: int, t: Language) -> str:
    found = year.meeting(key)
    if found is None:
        return t("a meeting of another year")
    line = next(each for each in year.lines if each.key == found.whose)
    return f"{name_of(line.whose, t)} {t.short_day(found.start.date())} {t.time(found.start)}"


def _shared(year: MeetingYear, clash: Clash, t: Language) -> str:
    names = [year.people.get(key, "") for key in clash.person_ids]
    told = [*names[:_NAMED], *([f"+ {len(names) - _NAMED}"] if len(names) > _NAMED else [])]
    return ", ".join(filter(None, [clash.place, *told]))


def _rank(whose: Whose) -> int:
    """From the top of the improvement organisation down, units after it, loose meetings last."""
    if whose.kind:
        return list(GroupKind).index(whose.kind)
    return len(GroupKind) + (whose.key == 0)


def _has(words: Sequence[str], whose: Whose, t: Language) -> bool:
    text = f"{whose.name} {heading(whose, t)}".casefold()
    return all(word in text for word in words)
