"""The list of one person's open actions, for that person."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, Action
from lean_desktop.domain.meeting_papers import PersonActions
from lean_desktop.handouts.form import Lines
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, rows
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
    scope = papers[0].person if len(papers) == 1 else title
    return build(story, sheet, t, title=f"{title}, {scope}", scope=scope)


def _one(told: PersonActions, sheet: Sheet, t: Language) -> list[Flowable]:
    whole = width(sheet)
    heads = [t("No."), t("Action"), t("Group"), t("Due"), t("Status")]
    body = [_row(each, told, t) for each in told.actions]
    widths = (34, whole * 0.42, whole * 0.26, 84, whole * 0.32 - 118)
    count = t.plural("{n} open action", "{n} open actions", len(told.actions))
    return [
        *head(sheet, t("My actions"), told.person, [paragraph(count, "body_right")]),
        rows(heads, body, widths, numbers=(0,)),
        Lines(t("Own notes"), least=2, most=8),
    ]


def _row(action: Action, told: PersonActions, t: Language) -> list[object]:
    return [
        paragraph(str(action.number), "body_right"),
        paragraph(action.title, "strong"),
        paragraph(action.group),
        due(action, told.today, t),
        paragraph(t(ACTION_STATUS_NAMES[action.status])),
    ]
