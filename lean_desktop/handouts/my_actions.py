"""The list of one person's open actions, for that person."""

from collections.abc import Sequence
from datetime import timedelta

from reportlab.platypus import Flowable, PageBreak, Spacer

from lean_desktop.domain.actions import Action
from lean_desktop.domain.meeting_papers import PersonActions
from lean_desktop.handouts.form import Lines, Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.to_ask import due
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def my_actions(papers: Sequence[PersonActions], sheet: Sheet, t: Language) -> bytes:
    """A page for each person with open actions."""
    title = t("My actions")
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    story = story or [*head(sheet, "", title, []), paragraph(t("No actions are open."))]
    scope = _only_for(papers[0].person, t) if len(papers) == 1 else title
    whose = papers[0].person if len(papers) == 1 else title
    return build(story, sheet, t, title=f"{title}, {whose}", scope=scope)


def _only_for(person: str, t: Language) -> str:
    return t("Personal list, only for {name}", name=person)


def _one(told: PersonActions, sheet: Sheet, t: Language) -> list[Flowable]:
    over = sum(1 for each in told.actions if each.days_over(told.today))
    count = t.plural("{n} open action", "{n} open actions", len(told.actions))
    counted = f"{count} · {t('{n} overdue', n=over)}" if over else count
    day = f"{t.week(told.today)}, {t.long_day(told.today)}"
    right = [paragraph(day, "body_right"), paragraph(counted, "body_right")]
    hint = t("Tick off, and hand the sheet in at the board meeting: the numbers are keyed in.")
    return [
        *head(sheet, t("My actions"), told.person, right),
        *_in_parts(told, sheet, t),
        *_helping(told, sheet, t),
        *_meetings(told, sheet, t),
        *([Spacer(0, 8), paragraph(hint, "small")] if told.actions else []),
        Lines(t("Own notes"), least=2, most=8),
    ]


def _in_parts(told: PersonActions, sheet: Sheet, t: Language) -> list[Flowable]:
    """What is overdue, what is due this week, and the rest, each under a sign of its own."""
    sunday = told.today + timedelta(days=6 - told.today.weekday())
    over = [each for each in told.actions if each.days_over(told.today)]
    later = [each for each in told.actions if each.due is None or each.due > sunday]
    week = [each for each in told.actions if each not in over and each not in later]
    parts = (("■", t("Overdue"), over), ("▲", t("This week"), week), ("●", t("Later"), later))
    found: list[Flowable] = []
    for sign, name, actions in parts:
        if actions:
            found += [*heading(f"{sign} {name}"), _table(actions, told, sheet, t)]
    return found


def _table(actions: Sequence[Action], told: PersonActions, sheet: Sheet, t: Language) -> Flowable:
    whole = width(sheet)
    heads = ["", t("No."), t("Action"), t("Group"), t("First agreed"), t("Due"), t("Done, day")]
    widths = [20.0, 34.0, 0.0, whole * 0.215, 52.0, 66.0, 58.0]
    widths[2] = whole - sum(widths)
    return rows(heads, [_row(each, told, t) for each in actions], widths, numbers=(1,))


def _row(action: Action, told: PersonActions, t: Language) -> list[object]:
    first = action.first_due if action.first_due != action.due else None
    return [
        Tick(),
        paragraph(str(action.number), "body_right"),
        paragraph(action.title, "strong"),
        paragraph(action.group),
        paragraph(t.day_month(first) if first else ""),
        due(action, told.today, t),
        "",
    ]


def _helping(told: PersonActions, sheet: Sheet, t: Language) -> list[Flowable]:
    if not told.helping:
        return []
    whole = width(sheet)
    heads = [t("No."), t("Action"), t("Owner"), t("Due")]
    body = [
        [
            paragraph(str(each.number), "body_right"),
            paragraph(each.title),
            paragraph(each.owner or t("Nobody’s")),
            due(each, told.today, t),
        ]
        for each in told.helping
    ]
    widths = (34, whole * 0.5, whole * 0.5 - 34 - 84, 84)
    return [*heading(t("I help with")), rows(heads, body, widths, numbers=(0,))]


def _meetings(told: PersonActions, sheet: Sheet, t: Language) -> list[Flowable]:
    if not told.meetings:
        return []
    whole = width(sheet)
    body = [
        [
            paragraph(f"{t.short_day(each.start.date())} {t.span(each.start, each.end)}"),
            paragraph(each.name),
            paragraph(each.place),
        ]
        for each in told.meetings
    ]
    heads, widths = (t("When"), t("Meeting"), t("Place")), (140, whole * 0.5, whole * 0.5 - 140)
    return [*heading(t("My meetings in the next two weeks")), rows(heads, body, widths)]
