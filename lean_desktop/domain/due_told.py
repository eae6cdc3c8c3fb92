"""How a date that an action is due stands today: in words, and how pressing it is."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.actions import Action
from lean_desktop.i18n import Language


class Pressing(StrEnum):
    """How pressing a due date is; each has a look of its own, with a shape."""

    DONE = "done"
    OVER = "over"
    TODAY = "today"
    AHEAD = "ahead"
    NONE = "none"


class DueTold(NamedTuple):
    """How pressing it is, and the few words a card has room for."""

    pressing: Pressing
    text: str


def due_told(action: Action, today: date, t: Language) -> DueTold:
    """`3 d over`, `Today`, `12 Oct`, `No date`; when it is done, the day it was."""
    if action.done:
        return DueTold(Pressing.DONE, t.day_month(action.done))
    if action.due is None:
        return DueTold(Pressing.NONE, t("No date"))
    if days := action.days_over(today):
        return DueTold(Pressing.OVER, t("{n} d over", n=days))
    if action.due == today and action.open:
        return DueTold(Pressing.TODAY, t("Today"))
    return DueTold(Pressing.AHEAD, t.day_month(action.due))
