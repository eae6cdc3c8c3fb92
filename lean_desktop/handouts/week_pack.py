"""The weekly pack: the sheets of all the week's meetings in one file, in printing order."""

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.meeting_papers import WeekPack
from lean_desktop.domain.meetings import Agenda
from lean_desktop.handouts.daily_month import month_story
from lean_desktop.handouts.meetings import agenda_story
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.preparation import preparation_story
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def week_pack(pack: WeekPack, sheet: Sheet, t: Language) -> bytes:
    """First the week at a glance, then for each meeting its agenda and who is to prepare what."""
    title = f"{t('Weekly pack')} · {t.week(pack.monday)}"
    story = _glance(pack, title, sheet, t)
    for agenda, preparing in zip(pack.agendas, pack.preparing, strict=True):
        story += [PageBreak(), *agenda_story(agenda, sheet, t)]
        if preparing:
            story += [PageBreak(), *preparation_story(preparing, sheet, t)]
    for month in pack.daily:
        story += [PageBreak(), *month_story(month, sheet, t)]
    return build(story, sheet, t, title=title, scope=title)


def _glance(pack: WeekPack, title: str, sheet: Sheet, t: Language) -> list[Flowable]:
    whole = width(sheet)
    first = [*head(sheet, "", title, [paragraph(t.day(pack.monday), "body_right")])]
    if not pack.agendas:
        return (
            first if pack.daily else [*first, paragraph(t("No meeting is planned for this week."))]
        )
    heads = [t("Day"), t("Time"), t("Meeting"), t("Place"), t("To ask about"), t("Sheets")]
    body = [
        _row(each, len(asked), t) for each, asked in zip(pack.agendas, pack.preparing, strict=True)
    ]
    widths = (62, 72, whole * 0.34, whole * 0.66 - 242, 60, 48)
    return [*first, *heading(t("Meetings")), rows(heads, body, widths, numbers=(4, 5))]


def _row(each: Agenda, sheets: int, t: Language) -> list[object]:
    meeting = each.meeting
    return [
        paragraph(t.short_day(meeting.planned_start.date())),
        paragraph(t.span(meeting.planned_start, meeting.planned_end)),
        paragraph(meeting.name or t("Meeting"), "strong"),
        paragraph(meeting.place),
        paragraph(str(len(each.asked)), "body_right"),
        paragraph(str(1 + sheets), "body_right"),
    ]
