"""What the steering group is to put right in the organisation, on the sheet of the chart."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from lean_desktop.domain.attention import Attention, AttentionKind
from lean_desktop.handouts.page import width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells, heading, rows
from lean_desktop.i18n import Language

FOLLOWED_UP = frozenset(
    (
        AttentionKind.VACANT_ROLE,
        AttentionKind.NO_MANDATE,
        AttentionKind.MANDATE_EXPIRED,
        AttentionKind.MANDATE_DUE,
        AttentionKind.NO_LEADER,
    )
)
"""What is the steering group's to put right: who leads, and on what mandate."""

_SHARES = (0.5, 0.14, 0.22, 0.14)


def wanting(attention: Iterable[Attention], sheet: Sheet, t: Language) -> list[Flowable]:
    """A table with room to write who sees to it and by when; nothing where nothing is wanting."""
    found = [each for each in attention if each.kind in FOLLOWED_UP]
    if not found:
        return []
    heads = [t("What is wanting"), t("Since"), t("Responsible"), t("By")]
    body = [cells([t(each.sentence), _since(each, t), "", ""]) for each in found]
    widths = [share * width(sheet) for share in _SHARES]
    return [*heading(t("To be followed up by the steering group")), rows(heads, body, widths)]


def _since(each: Attention, t: Language) -> str:
    return t.date(each.since) if each.since else ""
