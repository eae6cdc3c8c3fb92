"""The preparation sheet: what one person is asked to have ready for one meeting."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.meeting_papers import PersonTask, Preparing
from lean_desktop.handouts.form import Lines, Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.to_ask import due
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def preparation(papers: Sequence[Preparing], sheet: Sheet, t: Language) -> bytes:
    """A page for each who has something to prepare, or to answer for."""
    story = preparation_story(papers, sheet, t)
    title = t("Preparation")
    nobody = [*head(sheet, "", title, []), paragraph(t("Nobody is asked to prepare anything."))]
    name = f"{title}, {papers[0].meeting.name or t('Meeting')}" if papers else title
    return build(story or nobody, sheet, t, title=name, scope=name)


def preparation_story(papers: Sequence[Preparing], sheet: Sheet, t: Language) -> list[Flowable]:
    """The pages, one after the other."""
    story: list[Flowable] = []
    for each in papers:
        story += [PageBreak()] if story else []
        story += _one(each, sheet, t)
    return story


def _one(told: Preparing, sheet: Sheet, t: Language) -> list[Flowable]:
    meeting = told.meeting
    day = t.long_day(meeting.planned_start.date())
    place = f" · {meeting.place}" if meeting.place else ""
    span = t.span(meeting.planned_start, meeting.planned_end)
    right = [
        paragraph(day[0].upper() + day[1:], "body_right"),
        paragraph(f"{span}{place}", "strong_right"),
    ]
    kicker = f"{t('Preparation')} · {meeting.name or t('Meeting')}"
    return [
        *head(sheet, kicker, told.person, right),
        *_tasks(told.tasks, sheet, t),
        *_own(told, sheet, t),
        Lines(t("Own notes"), least=2),
    ]


def _tasks(tasks: Sequence[PersonTask], sheet: Sheet, t: Language) -> list[Flowable]:
    if not tasks:
        return []
    whole = width(sheet)
    heads = [t("Ready"), t("What to prepare"), t("For item"), t("When")]
    body = [_task(each, t) for each in tasks]
    widths = (36, whole * 0.46, whole * 0.54 - 96, 60)
    return [*heading(t("To prepare")), rows(heads, body, widths)]


def _task(each: PersonTask, t: Language) -> list[object]:
    what: list[Flowable] = [paragraph(each.task.task, "strong")]
    if each.everyone:
        what.append(paragraph(t("Asked of everyone"), "small"))
    until = t.day_month(each.task.due) if each.task.due else t.time(each.item.start)
    return [Tick(), what, paragraph(each.item.item.title), paragraph(until)]


def _own(told: Preparing, sheet: Sheet, t: Language) -> list[Flowable]:
    """The actions one will be asked about."""
    if not told.actions:
        return []
    whole = width(sheet)
    day = told.meeting.planned_start.date()
    heads = [t("No."), t("Action"), t("Due"), t("What I will answer")]
    body = [
        [
            paragraph(str(each.number), "body_right"),
            paragraph(each.title),
            due(each, day, t),
            "",
        ]
        for each in told.actions
    ]
    widths = (34, whole * 0.42, 84, whole * 0.58 - 118)
    return [*heading(t("You will be asked about")), rows(heads, body, widths, numbers=(0,))]
