"""Actions in a list: under those who have them, the weeks they are due in, or the groups."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from lean_desktop.domain.action_papers import ListPaper
from lean_desktop.domain.actions import ACTION_STATUS_NAMES
from lean_desktop.domain.card_groups import GroupBy, head_of, head_order, key_in
from lean_desktop.domain.cards import Card, told_own_value
from lean_desktop.handouts.form import Tick
from lean_desktop.handouts.page import build, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import head, heading, rows
from lean_desktop.handouts.to_ask import due
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def actions_list(told: ListPaper, sheet: Sheet, t: Language) -> bytes:
    """The actions under their heads, with room to tick them off."""
    title = t("Action list")
    scope = ", ".join(filter(None, (title, told.scope)))
    story = head(sheet, title if told.scope else "", told.scope or title, _counts(told, t))
    if not told.cards:
        story.append(paragraph(t("No actions are open.")))
    for cards in _heads(told, t):
        story += heading(head_of(0, cards, told.by, told.today, t, folded=False).told(t))
        story.append(_table(cards, told, sheet, t))
    return build(story, sheet, t, title=scope, scope=scope)


def _counts(told: ListPaper, t: Language) -> list[Flowable]:
    over = sum(1 for card in told.cards if card.action.days_over(told.today))
    count = t.plural("{n} open action", "{n} open actions", len(told.cards))
    lines = (t.long_day(told.today), f"{count} · {t('{n} overdue', n=over)}" if over else count)
    return [paragraph(line, "body_right") for line in lines]


def _heads(told: ListPaper, t: Language) -> list[list[Card]]:
    """The cards by head, in the order of the heads; under each by date."""
    in_order = sorted(told.cards, key=lambda card: (card.action.due is None, _due(card)))
    in_order.sort(key=lambda card: head_order(card, told.by, t))
    return [list(cards) for _, cards in groupby(in_order, key=lambda card: key_in(card, told.by))]


def _due(card: Card) -> tuple[str, int]:
    return card.action.due.isoformat() if card.action.due else "", card.action.number


def _table(cards: Sequence[Card], told: ListPaper, sheet: Sheet, t: Language) -> Flowable:
    """What the heads say is in no column."""
    whole = width(sheet)
    columns = [
        ("", 18.0),
        (t("No."), 34.0),
        (t("Action"), 0.0),
        *([] if told.by is GroupBy.OWNER else [(t("Owner"), whole * 0.16)]),
        *([] if told.by is GroupBy.GROUP else [(t("Group"), whole * 0.215)]),
        (t("Due"), 78.0),
        (t("Status"), 58.0),
    ]
    rest = whole - sum(wide for _, wide in columns)
    widths = [wide or rest for _, wide in columns]
    body = [_row(card, told, t) for card in cards]
    return rows([name for name, _ in columns], body, widths, numbers=(1,))


def _row(card: Card, told: ListPaper, t: Language) -> list[object]:
    action = card.action
    return [
        Tick(),
        paragraph(str(action.number), "body_right"),
        [paragraph(action.title, "strong"), *_more(card, told, t)],
        *([] if told.by is GroupBy.OWNER else [paragraph(action.owner or t("Nobody’s"))]),
        *([] if told.by is GroupBy.GROUP else [paragraph(action.group)]),
        due(action, told.today, t),
        paragraph(t(ACTION_STATUS_NAMES[action.status])),
    ]


def _more(card: Card, told: ListPaper, t: Language) -> list[Flowable]:
    """Who helps, and what the fields of the workspace's own say."""
    said = [t("With {names}", names=", ".join(card.helpers))] if card.helpers else []
    for each in told.fields:
        if value := card.values.get(each.id):
            said.append(f"{each.name}: {told_own_value(each, value, t)}")
    return [paragraph(" · ".join(said), "small")] if said else []
