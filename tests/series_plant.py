"""A series in the plant: the group meets on Tuesdays, from October into November."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from lean_desktop.document.document import Document
from lean_desktop.domain.meetings import (
    ItemKind,
    MeetingKind,
    MeetingTemplate,
    PresenterRole,
    TemplateItem,
)
from lean_desktop.domain.recurrence import WhenClosed
from lean_desktop.edits import organisation, series
from tests.plants import STEP, Plant

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
FIRST = datetime(2026, 10, 13, 13)
LAST = date(2026, 11, 17)

TEMPLATE = MeetingTemplate(
    "improvement",
    MeetingKind.IMPROVEMENT,
    "Forbedringsmøte",
    "Bli bedre",
    45,
    (
        TemplateItem("Siden sist", ItemKind.ROUND, 5, PresenterRole.CHAIR, "", "Oppdater kortet"),
        TemplateItem("Nye saker", ItemKind.DECISION, 30, PresenterRole.NOBODY, "", "Les saken"),
        TemplateItem("Slutt", ItemKind.INFORMATION, 5),
    ),
)


def wishes(keys: Plant, **other: Any) -> dict[str, Any]:
    """What the series is planned from: six Tuesdays at one o'clock."""
    usual = {
        "group_id": keys.group,
        "unit_id": None,
        "kind": MeetingKind.IMPROVEMENT,
        "title": "",
        "place": "Tavlerom 2",
        "first_start": FIRST,
        "minutes": 45,
        "rule": "FREQ=WEEKLY;BYDAY=TU",
        "when_closed": WhenClosed.AFTER,
        "planned_to": LAST,
        "template_key": "improvement",
        "template": TEMPLATE,
    }
    return {**usual, **other}


def plan(document: Document, keys: Plant, **other: Any) -> int:
    """Plan it; the key of the series."""
    key: int = document.edit(STEP, series.plan_series, **wishes(keys, **other)).result
    return key


def edited(document: Document, change: Callable[..., Any], *args: Any, **fields: Any) -> Any:
    """What an edit returns."""
    return document.edit(STEP, change, *args, **fields).result


def join(document: Document, group_id: int, person_id: int, first: date, last: date) -> None:
    """A membership from the first day through the last."""
    keys = edited(document, organisation.add_members, group_id, [person_id], valid_from=first)
    document.edit(STEP, organisation.change_memberships, keys, valid_to=last)
