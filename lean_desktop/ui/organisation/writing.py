"""How what is typed about people, units and groups becomes an edit, and how it is shown again."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, cast

from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    Unit,
)
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.reporting import report_to
from lean_desktop.i18n import M_, Language, Message
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument

Named = list[tuple[int, str]]
Write = Callable[[Any, Message, str, object], None]
"""Sets one field of a row: the row, what the field is called, its name, its value."""


class Writing:
    """Turns what was typed into the edit of one field, with a step that says what it was."""

    def __init__(self, live: LiveDocument, t: Language) -> None:
        self.live = live
        self.t = t

    # Edits

    def person(self, row: Person, what: Message, field: str, value: object) -> None:
        """Set a field of one person; another manager is one from today on."""
        if field == "manager_id":
            label = M_("Change {what} of “{name}”", what=what, name=row.name)
            manager = cast("int | None", value)
            self.live.edit(label, report_to, [row.id], manager, self.live.today)
            return
        self._edit(edits.change_people, row.id, row.name, what, {field: value})

    def unit(self, row: Unit, what: Message, field: str, value: object) -> None:
        """Set a field of one unit."""
        self._edit(edits.change_units, row.id, row.name, what, {field: value})

    def group(self, row: Group, what: Message, field: str, value: object) -> None:
        """Set a field of one group."""
        self._edit(edits.change_groups, row.id, row.name, what, {field: value})

    def membership(self, row: Membership, what: Message, field: str, value: object) -> None:
        """Set a field of one membership."""
        name = f"{row.person}, {row.group}"
        self._edit(edits.change_memberships, row.id, name, what, {field: value})

    # Who and what there is to choose from

    def people(self) -> Named:
        """Everyone, by name; those of the same name are told apart by number or unit."""
        found = self.live.read(queries.people, today=self.live.today)
        times = Counter(person.name for person in found)
        return [
            (person.id, _told_apart(person) if times[person.name] > 1 else person.name)
            for person in found
        ]

    def units(self) -> Named:
        """Every unit."""
        return [(unit.id, unit.name) for unit in self.live.read(queries.units)]

    def groups(self) -> Named:
        """Every group, or on another day those that are at work then."""
        live = self.live
        found = live.read(queries.groups, today=live.today, only_active=live.dated)
        return [(group.id, group.name) for group in found]

    # What a typed text means; all raise RuleBroken

    def person_key(self, typed: str) -> int | None:
        """The person of that name, or None for an empty text."""
        return key_of(typed, self.people())

    def unit_key(self, typed: str) -> int | None:
        """The unit of that name, or None for an empty text."""
        units = self.units()
        wanted = typed.strip().casefold()
        if wanted and not any(wanted in name.casefold() for _, name in units):
            raise RuleBroken(
                M_(
                    "There is no unit “{name}”. Make it first: Insert, New unit.",
                    name=typed.strip(),
                )
            )
        return key_of(typed, units)

    def group_key(self, typed: str) -> int | None:
        """The group of that name, or None for an empty text."""
        return key_of(typed, self.groups())

    def kind(self, typed: str) -> GroupKind:
        """The kind of group of that name."""
        kinds = list(GROUP_KIND_NAMES)
        return kinds[_place(typed, [self.t(GROUP_KIND_NAMES[kind]) for kind in kinds])]

    def role(self, typed: str) -> GroupRole:
        """The role of that name."""
        roles = list(GROUP_ROLE_NAMES)
        return roles[_place(typed, [self.t(GROUP_ROLE_NAMES[role]) for role in roles])]

    def day(self, typed: str) -> date | None:
        """A day, or None for an empty text."""
        return self.t.parse_date(typed, self.live.today) if typed.strip() else None

    def percent(self, typed: str) -> float | None:
        """A percentage, or None for an empty text."""
        clean = typed.strip().rstrip("%").strip().replace(",", ".")
        try:
            return float(clean) if clean else None
        except ValueError:
            raise RuleBroken(M_("“{text}” is no number. Write 100 or 37.5.", text=typed)) from None

    def _edit(
        self, change: Any, key: int, name: str, what: Message, fields: dict[str, object]
    ) -> None:
        label = M_("Change {what} of “{name}”", what=what, name=name)
        self.live.edit(label, change, [key], **fields)


def shown_day(t: Language, day: date | None) -> str:
    """A day as it is typed; empty when there is none."""
    return t.date(day) if day else ""


def shown_percent(t: Language, percent: float | None) -> str:
    """A percentage as it is typed; empty when there is none."""
    if percent is None:
        return ""
    return t.number(percent, 0 if percent == int(percent) else 1)


def _told_apart(person: Person) -> str:
    return f"{person.name} ({person.number or person.unit or person.title or person.id})"


def _place(typed: str, names: list[str]) -> int:
    found = key_of(typed, list(enumerate(names)))
    if found is None:
        raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
    return found
