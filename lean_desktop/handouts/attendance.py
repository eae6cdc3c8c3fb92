"""The attendance list: who is called, and room to sign."""

from reportlab.platypus import Flowable

from lean_desktop.domain.meeting_papers import Attendants
from lean_desktop.handouts.form import LINE
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, rows
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language

MORE_LINES = 4
"""Empty lines for those who come unasked."""


def attendance(told: Attendants, sheet: Sheet, t: Language) -> bytes:
    """The list of one meeting."""
    meeting = told.meeting
    name = meeting.name or t("Meeting")
    day = t.long_day(meeting.planned_start.date())
    right = [
        paragraph(day[0].upper() + day[1:], "body_right"),
        paragraph(t.span(meeting.planned_start, meeting.planned_end), "strong_right"),
    ]
    kicker = t("Attendance, meeting {n}", n=meeting.number)
    story = [*head(sheet, kicker, name, right), _list(told, sheet, t)]
    title = f"{t('Attendance')}: {name}, {t.day(meeting.planned_start.date())}"
    return build(story, sheet, t, title=title, scope=name)


def _list(told: Attendants, sheet: Sheet, t: Language) -> Flowable:
    whole = width(sheet)
    names = [each.name for each in told.called] + list(told.guests) + [""] * MORE_LINES
    heads = [t("No."), t("Name"), t("Came"), t("Signature")]
    body = [
        [paragraph(str(number), "body_right"), paragraph(name), "", ""]
        for number, name in enumerate(names, 1)
    ]
    widths = (34, whole * 0.4, 64, whole * 0.6 - 98)
    return rows(heads, body, widths, numbers=(0,), height=LINE + 4)
