"""The fields of a card that are written in place: each is one undo step."""

from collections.abc import Callable
from functools import partial

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, SOURCE_NAMES, ActionStatus
from lean_desktop.domain.capture import day_and_reason
from lean_desktop.domain.cards import PDCA_NAMES, Card, CardTexts
from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import as_text, written_links
from lean_desktop.edits import actions as edits
from lean_desktop.edits import cards as card_edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.choices import group_choices, people_choices
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from lean_desktop.ui.widgets.person_field import PickField


class CardFields:
    """Makes the fields of a card, shows a card in them, and writes what is typed."""

    def __init__(self, around: Surroundings) -> None:
        self._live, self._t = around.live, around.t
        self._card: Card | None = None
        self.first = self._make_first()
        self.story = self._make_story()
        self.links = TextField(self._t("Links (name | address)"), self._t, self._set_links, lines=2)

    def all(self) -> dict[str, Field]:
        """Every field by name."""
        return {**self.first, **self.story, "links": self.links}

    def show_card(self, card: Card | None) -> None:
        """Show this card; what was typed for another is never taken for it."""
        if self._card and (card is None or card.id != self._card.id):
            for field in self.all().values():
                if field.in_hand() and not field.try_commit():
                    field.revert()
        self._card = card
        if card:
            self._show_first(card)
            texts = self._live.read(queries.texts, card.id)
            for name in CardTexts._fields:
                self.story[name].show_value(getattr(texts, name))
            self.links.show_value(as_text(self._live.read(queries.links, card.id)))

    # Inside

    def _show_first(self, card: Card) -> None:
        action = card.action
        values = {
            "title": action.title,
            "owner": action.owner,
            "helpers": ", ".join(card.helpers),
            "due": self._t.date(action.due) if action.due else "",
            "status": action.status.value,
            "group": action.group,
            "pillar": card.pillar,
            "pdca": card.pdca.value,
            "tags": ", ".join(card.tags),
            "source": action.source.value,
        }
        for name, value in values.items():
            self.first[name].show_value(value)

    def _make_first(self) -> dict[str, Field]:
        t, live = self._t, self._live
        people, groups = partial(people_choices, live), partial(group_choices, live)
        states = [(each.value, t(name)) for each, name in ACTION_STATUS_NAMES.items()]
        quarters = [(each.value, t(name)) for each, name in PDCA_NAMES.items()]
        sources = [(each.value, t(name)) for each, name in SOURCE_NAMES.items()]
        names = lambda: [name for _, name in people()]  # noqa: E731 - a list of the moment
        return {
            "title": TextField(t("Title"), t, self._put("title", M_("title")), lines=2),
            "owner": PickField(t("Owner"), t, self._put("owner_id", M_("owner")), people),
            "helpers": LineField(
                t("Helpers"),
                t,
                self._set_helpers,
                hint=t("Names with commas between"),
                suggestions=names,
            ),
            "due": LineField(t("Due"), t, self._set_due, hint=t("20.10. waits for tape")),
            "status": ChoiceField(t("Status"), t, self._set_status, states),
            "group": PickField(t("Group"), t, self._put("group_id", M_("group")), groups),
            "pillar": LineField(
                t("Pillar"),
                t,
                self._text("pillar", M_("pillar")),
                suggestions=lambda: live.read(queries.pillars),
            ),
            "pdca": ChoiceField(t("PDCA step"), t, self._text("pdca", M_("PDCA step")), quarters),
            "tags": LineField(
                t("Tags"),
                t,
                self._set_tags,
                hint=t("Words with commas between"),
                suggestions=lambda: live.read(queries.tags),
            ),
            "source": ChoiceField(t("Comes from"), t, self._put("source", M_("source")), sources),
        }

    def _make_story(self) -> dict[str, Field]:
        t, text = self._t, self._text
        return {
            "problem": TextField(t("Problem"), t, text("problem", M_("problem"))),
            "cause": TextField(t("Cause"), t, text("cause", M_("cause"))),
            "countermeasure": TextField(
                t("Countermeasure"), t, text("countermeasure", M_("countermeasure"))
            ),
            "effect": TextField(
                t("Expected effect"), t, text("effect", M_("expected effect")), lines=2
            ),
            "figure_before": LineField(
                t("Before"), t, text("figure_before", M_("figure")), hint=t("47 min")
            ),
            "figure_after": LineField(
                t("After"), t, text("figure_after", M_("figure")), hint=t("12 min")
            ),
        }

    def _label(self, what: Message) -> Message:
        name = self._card.action.title if self._card else ""
        return M_("Change {what} of “{name}”", what=what, name=name)

    def _put(self, column: str, what: Message) -> Callable[[object], None]:
        """Sets one column of the action."""

        def put(value: object) -> None:
            if self._card:
                keys = [self._card.id]
                self._live.edit(self._label(what), edits.change_actions, keys, **{column: value})

        return put

    def _text(self, column: str, what: Message) -> Callable[[str], None]:
        """Sets one of the long texts, or another that only cards have."""

        def put(value: str) -> None:
            if self._card:
                key, change = self._card.id, card_edits.change_texts
                self._live.edit(self._label(what), change, key, **{column: value})

        return put

    def _set_helpers(self, typed: str) -> None:
        if self._card is None:
            return
        people = people_choices(self._live)
        names = [name.strip() for name in typed.split(",") if name.strip()]
        keys = [key for name in names if (key := key_of(name, people)) is not None]
        self._live.edit(self._label(M_("helpers")), card_edits.set_helpers, self._card.id, keys)

    def _set_tags(self, typed: str) -> None:
        if self._card:
            tags = typed.split(",")
            self._live.edit(self._label(M_("tags")), card_edits.set_tags, self._card.id, tags)

    def _set_due(self, typed: str) -> None:
        if self._card is None:
            return
        found = day_and_reason(typed, self._live.today)
        if found is None:
            raise RuleBroken(M_("“{text}” is no day. Write 20.10., Friday or week 43.", text=typed))
        due, reason = found
        today = self._live.today
        self._live.edit(
            self._label(M_("date")), edits.set_due, self._card.id, due, day=today, reason=reason
        )

    def _set_status(self, key: str) -> None:
        if self._card:
            keys, today = [self._card.id], self._live.today
            status = ActionStatus(key)
            self._live.edit(self._label(M_("status")), edits.set_status, keys, status, today)

    def _set_links(self, typed: str) -> None:
        if self._card:
            links = written_links(typed)
            self._live.edit(self._label(M_("links")), card_edits.set_links, self._card.id, links)
