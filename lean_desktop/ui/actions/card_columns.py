"""Columns for what a card holds besides the action: helpers, tags, PDCA, and own fields."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from lean_desktop.domain.cards import (
    PDCA_NAMES,
    Card,
    FieldKind,
    OwnField,
    Pdca,
    own_value,
    told_own_value,
)
from lean_desktop.domain.choosing import key_of
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.choices import people_choices
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import Column

_STEPS = list(Pdca)


def card_columns(live: LiveDocument, t: Language) -> list[Column]:
    """Helpers, tags and PDCA, and behind them one column for each own field."""
    return _CardColumns(live, t).all()


class _CardColumns:
    def __init__(self, live: LiveDocument, t: Language) -> None:
        self._live, self._t = live, t

    def all(self) -> list[Column]:
        fields = self._live.read(queries.own_fields)
        return [self._helpers(), self._tags(), self._pdca(), *map(self._own, fields)]

    def _helpers(self) -> Column:
        return Column(
            "helpers",
            self._t("Helpers"),
            lambda row: ", ".join(row.helpers),
            write=self._set_helpers,
            choices=lambda: [name for _, name in people_choices(self._live)],
        )

    def _tags(self) -> Column:
        return Column(
            "tags",
            self._t("Tags"),
            lambda row: ", ".join(row.tags),
            write=self._set_tags,
            choices=lambda: self._live.read(queries.tags),
        )

    def _pdca(self) -> Column:
        names = [self._t(name) for name in PDCA_NAMES.values()]
        return Column(
            "pdca",
            self._t("PDCA step"),
            lambda row: self._t(PDCA_NAMES[row.pdca]),
            sort=lambda row: _STEPS.index(row.pdca),
            write=self._set_pdca,
            choices=lambda: names,
        )

    def _own(self, field: OwnField) -> Column:
        choices: Sequence[str] = field.choices
        return Column(
            f"own{field.id}",
            field.name,
            lambda row: told_own_value(field, row.values.get(field.id, ""), self._t),
            sort=_sort_key(field, self._t),
            write=partial(self._set_own, field),
            choices=(lambda: choices) if choices else None,
            right=field.kind is FieldKind.NUMBER,
        )

    def _set_helpers(self, row: Card, typed: str) -> None:
        people = people_choices(self._live)
        found = (key_of(name, people) for name in typed.split(","))
        keys = [key for key in found if key is not None]
        self._live.edit(_label(row, M_("helpers")), edits.set_helpers, row.id, keys)

    def _set_tags(self, row: Card, typed: str) -> None:
        self._live.edit(_label(row, M_("tags")), edits.set_tags, row.id, typed.split(","))

    def _set_pdca(self, row: Card, typed: str) -> None:
        names = [(place, self._t(name)) for place, name in enumerate(PDCA_NAMES.values())]
        place = key_of(typed, names)
        step = Pdca.NONE if place is None else list(PDCA_NAMES)[place]
        self._live.edit(_label(row, M_("PDCA step")), edits.change_texts, row.id, pdca=step)

    def _set_own(self, field: OwnField, row: Card, typed: str) -> None:
        value = own_value(field, typed, self._live.today)
        what = M_("“{field}”", field=field.name)
        self._live.edit(_label(row, what), edits.set_values, [row.id], field.id, value)


def _label(row: Card, what: Message) -> Message:
    return M_("Change {what} of “{name}”", what=what, name=row.action.title)


def _sort_key(field: OwnField, t: Language) -> Callable[[Card], tuple[bool, object]]:
    """Numbers and days in their order, and what is empty behind them."""

    def key(row: Card) -> tuple[bool, object]:
        value = row.values.get(field.id, "")
        if field.kind is FieldKind.NUMBER:
            return not value, Decimal(value or 0)
        return not value, value if field.kind is FieldKind.DATE else t.sort_key(value)

    return key
