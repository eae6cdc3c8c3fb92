"""The kinds of handout: what each is of, how it is read from a workspace, how it is drawn.

ReportLab is imported when the first one is drawn.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from lean_desktop.commands import action_sheets, competence_sheets
from lean_desktop.commands.naming import (
    branch_meant,
    group_meant,
    mandates_meant,
    meeting_meant,
    no_meeting,
    person_meant,
    place_meant,
)
from lean_desktop.document.document import Document
from lean_desktop.domain.chart.facts import BOTH
from lean_desktop.domain.daily import month_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.i18n import M_, N_, Language, calling_actions
from lean_desktop.queries import (
    agreements,
    goals,
    meeting_papers,
    organisation,
    privacy,
    workspace,
)
from lean_desktop.queries.board import own_words
from lean_desktop.queries.daily import daily_month
from lean_desktop.queries.meeting_year import meeting_year
from lean_desktop.queries.org_chart import chart_facts

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
"""No other is meant, and a calendar ends somewhere."""


class SheetKind(NamedTuple):
    """One kind of handout. `of` gets what --of says, and returns what draws the PDF.

    `takes` are the options that are this kind's own; it gets them by name.
    """

    about: str
    of: Callable[..., Draw]
    takes: tuple[str, ...] = ()


def _org_chart(document: Document, asked: str | None, now: datetime, layer: str = BOTH) -> Draw:
    facts = document.read(chart_facts, today=now.date())
    branch = None if asked is None else branch_meant(facts, layer, asked)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.org_chart import OrgChart, org_chart_pdf

        return org_chart_pdf(OrgChart(facts, layer, branch), sheet, t)

    return draw


def _agenda(document: Document, asked: str | None, now: datetime) -> Draw:
    meeting = meeting_meant(document, asked, now)
    snapshot = document.read(meeting_papers.agenda, meeting.id)
    if snapshot is None:  # Whoever has the file open took it away just now.
        raise no_meeting(meeting.name)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.meetings import agenda

        return agenda(snapshot, sheet, t)

    return draw


def _minutes(document: Document, asked: str | None, now: datetime) -> Draw:
    meeting = meeting_meant(document, asked, now)
    snapshot = document.read(meeting_papers.minutes, meeting.id)
    if snapshot is None:
        raise no_meeting(meeting.name)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.minutes import minutes

        return minutes(snapshot, sheet, t)

    return draw


def _preparation(document: Document, asked: str | None, now: datetime) -> Draw:
    meeting = meeting_meant(document, asked, now)
    papers = document.read(meeting_papers.preparing, meeting.id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.preparation import preparation

        return preparation(papers, sheet, t)

    return draw


def _attendance(document: Document, asked: str | None, now: datetime) -> Draw:
    meeting = meeting_meant(document, asked, now)
    snapshot = document.read(meeting_papers.attendants, meeting.id)
    if snapshot is None:
        raise no_meeting(meeting.name)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.attendance import attendance

        return attendance(snapshot, sheet, t)

    return draw


def _week_pack(document: Document, asked: str | None, now: datetime) -> Draw:
    day = now.date() if asked is None else _day(asked)
    pack = document.read(meeting_papers.week_pack, day)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.week_pack import week_pack

        return week_pack(pack, sheet, t)

    return draw


def _daily(document: Document, asked: str | None, now: datetime) -> Draw:
    units = document.read(organisation.units)
    wanted = [each for each in units if asked in (None, str(each.id), each.name)]
    months = [document.read(daily_month, each.id, month_of(now.date())) for each in wanted]
    held = [each for each in months if each.planned]
    if asked is not None and not held:
        raise RuleBroken(M_("“{name}” has no daily meeting this month.", name=asked))

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.daily_month import daily_month as drawn_month

        return drawn_month(held, sheet, t)

    return draw


def _meeting_year(document: Document, asked: str | None, now: datetime) -> Draw:
    year = now.isocalendar().year if asked is None else _year(asked)
    found = document.read(meeting_year, year, now=now)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.meeting_year import meeting_year as drawn_year

        return drawn_year(found, sheet, t)

    return draw


def _year(asked: str) -> int:
    if not asked.isdecimal() or not _FIRST_YEAR <= int(asked) <= _LAST_YEAR:
        raise RuleBroken(M_("“{text}” is no year. Write it as 2026.", text=asked))
    return int(asked)


def _day(asked: str) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(asked)
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
    raise RuleBroken(M_("“{text}” is no day. Write it as 2026-10-06.", text=asked))


def _person(document: Document, asked: str | None, now: datetime) -> Draw:
    if asked is None:
        raise RuleBroken(M_("Say of whom, with --of."))
    person = person_meant(document, asked, now)
    record = document.read(privacy.person_record, person.id, today=now.date())
    if record is None:
        raise RuleBroken(M_("There is no person “{name}”.", name=person.name))

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.organisation import person_sheet

        return person_sheet(record, sheet, t)

    return draw


def _mandate(document: Document, asked: str | None, now: datetime) -> Draw:
    given = mandates_meant(document, asked, now)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.mandate import mandate_pdf

        return mandate_pdf(given, sheet, t)

    return draw


def _agreement(document: Document, asked: str | None, now: datetime) -> Draw:
    if asked is None:
        papers = document.read(agreements.agreements_to_sign, today=now.date())
    else:
        group = group_meant(document, asked, now)
        found = document.read(agreements.agreement_to_sign, group.id, today=now.date())
        papers = [found] if found else []

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.agreement import agreement

        return agreement(papers, sheet, t)

    return draw


def _vision(document: Document, _: str | None, __: datetime) -> Draw:
    direction = document.read(goals.direction)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.vision import vision

        return vision(direction, sheet, t)

    return draw


def _my_place(document: Document, asked: str | None, now: datetime) -> Draw:
    if asked is None:
        raise RuleBroken(M_("Say of whom, with --of."))
    place = place_meant(document, asked, now)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.my_place import my_place_pdf

        return my_place_pdf(place, sheet, t)

    return draw


def _people(document: Document, asked: str | None, now: datetime) -> Draw:
    everybody = document.read(organisation.people, today=now.date())
    there = [each for each in everybody if each.active_on(now.date())]

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.organisation import people_sheet

        return people_sheet(sorted(there, key=lambda each: _by_last_name(each, t)), sheet, t)

    return draw


def _units(document: Document, asked: str | None, now: datetime) -> Draw:
    units = document.read(organisation.units)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.organisation import units_sheet

        return units_sheet(sorted(units, key=lambda each: t.sort_key(each.name)), sheet, t)

    return draw


def _groups(document: Document, asked: str | None, now: datetime) -> Draw:
    groups = document.read(organisation.groups, today=now.date())
    members = document.read(organisation.memberships)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.organisation import groups_sheet

        return groups_sheet(groups, members, sheet, t)

    return draw


def _by_last_name(person: Person, t: Language) -> list[tuple[str, str]]:
    return [t.sort_key(person.last_name), t.sort_key(person.first_name)]


SHEETS = {
    "org-chart": SheetKind(
        N_("The organisation chart, whole or from the unit, the group or the person down."),
        _org_chart,
        ("layer",),
    ),
    "agenda": SheetKind(
        N_("The agenda of a meeting, given by its id, its group or its title; else the next one."),
        _agenda,
    ),
    "preparation": SheetKind(
        N_("What each is to prepare for a meeting, a page each; the meeting as for the agenda."),
        _preparation,
    ),
    "minutes": SheetKind(N_("The minutes of a meeting; the meeting as for the agenda."), _minutes),
    "attendance": SheetKind(
        N_("Who is called to a meeting, with room to sign; the meeting as for the agenda."),
        _attendance,
    ),
    "my-actions": SheetKind(
        N_("The open actions of a person, given by --of; else of everyone, a page each."),
        action_sheets.my_actions,
    ),
    "board": SheetKind(
        N_("The board of a group given by --of, else of all; --lanes says what lies across."),
        action_sheets.board,
        ("lanes",),
    ),
    "actions": SheetKind(
        N_("The open actions, of a group given by --of or of all, in the order --by says."),
        action_sheets.action_list,
        ("by",),
    ),
    "card": SheetKind(
        N_("The card with the number given by --of, or a page for each of a group’s open ones."),
        action_sheets.card,
    ),
    "matrix": SheetKind(
        N_("The competence matrix, of a group given by --of, else of all."),
        competence_sheets.matrix,
    ),
    "coverage": SheetKind(
        N_("How well each skill is covered, and which only one can."), competence_sheets.coverage
    ),
    "gaps": SheetKind(
        N_("What a person given by --of is below target in; else everyone, a page each, by name."),
        competence_sheets.gaps,
    ),
    "training-plan": SheetKind(
        N_("The training plan of a person given by --of; else of everyone, a page each."),
        competence_sheets.training_plan,
    ),
    "baseline": SheetKind(
        N_("A sheet to assess oneself on, for a person given by --of; else for all in groups."),
        competence_sheets.baseline,
    ),
    "diploma": SheetKind(
        N_("The diplomas that were handed out, to a person given by --of or to all."),
        competence_sheets.diploma,
    ),
    "week-pack": SheetKind(
        N_("Every sheet of the week's meetings; --of takes a day of the week as 2026-10-06."),
        _week_pack,
    ),
    "daily": SheetKind(
        N_("This month's daily meetings as coloured days, of a unit given by --of; else of all."),
        _daily,
    ),
    "meeting-year": SheetKind(
        N_("The meetings of all groups through a year, this one or the one given by --of; A3."),
        _meeting_year,
    ),
    "person": SheetKind(
        N_("Everything held about a person, given by --of, for that person alone."), _person
    ),
    "mandate": SheetKind(
        N_("The mandate of a role, a group, a kind of group or the coordinator; else all of them."),
        _mandate,
    ),
    "agreement": SheetKind(
        N_("What a group has agreed on, with room to sign; else of every group that has agreed."),
        _agreement,
    ),
    "vision": SheetKind(N_("Vision, values and goals, and which group works for what."), _vision),
    "my-place": SheetKind(
        N_("Where a person or a group, given by --of, sits, and what it is all for."), _my_place
    ),
    "people": SheetKind(N_("Who there is, and how to reach them."), _people),
    "units": SheetKind(N_("The units, who leads them and how many work there."), _units),
    "groups": SheetKind(N_("The groups and who is in them."), _groups),
}


def drawn(
    kind: str,
    document: Document,
    asked: str | None,
    paper: str,
    now: datetime,
    **choices: str,
) -> Callable[[Language], bytes]:
    """What draws the handout once the document is closed. Raises RuleBroken.

    `choices` are the options that some kinds take, by name.
    """
    from lean_desktop.handouts.sheet import Sheet

    own = {name: choices[name] for name in SHEETS[kind].takes if name in choices}
    draw = SHEETS[kind].of(document, asked, now, **own)
    about = document.read(workspace.workspace)
    sheet = Sheet(about.company, about.name, about.logo, now, paper)
    words = document.read(own_words).get("action")
    return lambda t: draw(sheet, calling_actions(t, words))
