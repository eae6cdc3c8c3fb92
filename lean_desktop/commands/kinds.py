"""What `show` can show: how each kind is read, and the columns of its table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from lean_desktop.commands.competence_rows import covered_skills, planned_training
from lean_desktop.commands.console import Console
from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.attention import ATTENTION_NAMES, AttentionKind
from lean_desktop.domain.competence.training import TRAINING_STATE_NAMES, TrainingState
from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    MEETING_KIND_NAMES,
    ItemKind,
    MeetingKind,
)
from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    GroupKind,
    GroupRole,
)
from lean_desktop.domain.roles import ROLE_KIND_NAMES, ROLE_PART_NAMES, RoleKind, RolePart
from lean_desktop.i18n import N_, Language, Message
from lean_desktop.queries import (
    actions,
    agreements,
    goals,
    meetings,
    organisation,
    reorganisation,
    reporting,
    roles,
    workspace,
)

_NAMES: Mapping[type, Mapping[Any, str]] = {
    GroupKind: GROUP_KIND_NAMES,
    GroupRole: GROUP_ROLE_NAMES,
    MeetingKind: MEETING_KIND_NAMES,
    ItemKind: ITEM_KIND_NAMES,
    RoleKind: ROLE_KIND_NAMES,
    AttentionKind: ATTENTION_NAMES,
    RolePart: ROLE_PART_NAMES,
    ActionStatus: ACTION_STATUS_NAMES,
    TrainingState: TRAINING_STATE_NAMES,
}


class Kind(NamedTuple):
    """One kind of thing. `columns` maps a heading to a field or property of the domain.

    Tables are sorted by `order`, as the language sorts; without it they keep the query's order.
    """

    read: Callable[[Document, Console], Sequence[Any]]
    columns: Mapping[str, str]
    order: Sequence[str] = ()

    def heads(self, t: Language) -> list[str]:
        """The headings."""
        return [t(heading) for heading in self.columns]

    def cells(self, found: Sequence[object], t: Language) -> list[list[str]]:
        """The rows of the table."""
        rows = sorted(
            found, key=lambda row: [t.sort_key(getattr(row, field)) for field in self.order]
        )
        return [[cell(getattr(row, field), t) for field in self.columns.values()] for row in rows]


def cell(value: object, t: Language) -> str:
    """A value as a coordinator reads it."""
    match value:
        case None:
            return ""
        case Message():
            return t(value)
        case tuple():
            return ", ".join(map(str, value))
        case datetime():
            return f"{t.date(value)} {t.time(value)}"
        case date():
            return t.date(value)
        case float():
            return t.number(value, 0 if value.is_integer() else 1)
    names = _NAMES.get(type(value))
    return t(names[value]) if names else str(value)


KINDS = {
    "workspace": Kind(
        lambda document, _: [document.read(workspace.workspace)],
        {N_("Name"): "name", N_("Company"): "company", N_("Identity"): "uuid"},
    ),
    "people": Kind(
        lambda document, on: document.read(organisation.people, today=on.today),
        {
            "ID": "id",
            N_("Number"): "number",
            N_("Name"): "name",
            N_("Job title"): "title",
            N_("Unit"): "unit",
            N_("Manager"): "manager",
            "%": "percent",
            N_("From"): "active_from",
            N_("To"): "active_to",
            N_("Groups"): "groups",
        },
        order=("last_name", "first_name"),
    ),
    "units": Kind(
        lambda document, on: document.read(organisation.units, today=on.today),
        {
            "ID": "id",
            N_("Unit"): "name",
            N_("Below"): "parent",
            N_("Leader"): "leader",
            N_("People"): "people",
        },
        order=("name",),
    ),
    "lines": Kind(
        lambda document, _: document.read(reporting.lines),
        {
            "ID": "id",
            N_("Person"): "person",
            N_("Answers to"): "manager",
            N_("Line"): "kind",
            N_("From"): "valid_from",
            N_("To"): "valid_to",
        },
        order=("person",),
    ),
    "groups": Kind(
        lambda document, on: document.read(organisation.groups, today=on.today),
        {
            "ID": "id",
            N_("Group"): "name",
            N_("Kind"): "kind",
            N_("Below"): "parent",
            N_("Unit"): "unit",
            N_("Group leader"): "leader",
            N_("Members"): "members",
            N_("From"): "active_from",
            N_("To"): "active_to",
        },
        order=("name",),
    ),
    "memberships": Kind(
        lambda document, _: document.read(organisation.memberships),
        {
            "ID": "id",
            N_("Group"): "group",
            N_("Person"): "person",
            N_("Role"): "role",
            N_("From"): "valid_from",
            N_("To"): "valid_to",
        },
        order=("group",),
    ),
    "roles": Kind(
        lambda document, on: document.read(roles.roles, today=on.today),
        {
            "ID": "id",
            N_("Role"): "name",
            N_("Kind"): "kind",
            N_("Belongs to"): "place",
            N_("Held by"): "holders",
            N_("Deputies"): "deputies",
        },
        order=("name", "place"),
    ),
    "assignments": Kind(
        lambda document, _: document.read(roles.assignments),
        {
            "ID": "id",
            N_("Role"): "role",
            N_("Belongs to"): "place",
            N_("Person"): "person",
            N_("As"): "part",
            N_("From"): "valid_from",
            N_("To"): "valid_to",
        },
        order=("role", "place"),
    ),
    "mandates": Kind(
        lambda document, _: document.read(roles.mandates),
        {
            "ID": "id",
            N_("Mandate of"): "name",
            N_("Version"): "version",
            N_("Given by"): "giver",
            N_("From"): "valid_from",
            N_("To"): "valid_to",
            N_("Review"): "review",
        },
    ),
    "agreements": Kind(
        lambda document, _: document.read(agreements.agreements),
        {
            "ID": "id",
            N_("Group"): "group",
            N_("Version"): "version",
            N_("From"): "valid_from",
            N_("To"): "valid_to",
            N_("Review"): "review",
        },
    ),
    "signatures": Kind(
        lambda document, _: document.read(agreements.signatures),
        {
            "ID": "id",
            N_("Group"): "group",
            N_("Version"): "version",
            N_("Person"): "person",
            N_("Signed"): "signed",
        },
    ),
    "values": Kind(
        lambda document, _: document.read(goals.values),
        {"ID": "id", N_("Value"): "name", N_("What it means"): "meaning"},
    ),
    "goals": Kind(
        lambda document, _: document.read(goals.goals),
        {
            "ID": "id",
            N_("Goal"): "name",
            N_("Part of"): "parent",
            N_("Measure"): "measure",
            N_("Group"): "group",
            N_("Due"): "due",
        },
    ),
    "attention": Kind(
        lambda document, on: document.read(roles.attention, today=on.today),
        {
            N_("What"): "kind",
            N_("Of"): "name",
            N_("Since"): "since",
            N_("In words"): "sentence",
        },
    ),
    "drafts": Kind(
        lambda document, _: document.read(reorganisation.reorganisations),
        {
            "ID": "id",
            N_("Draft"): "name",
            N_("Made"): "made",
            N_("Changes"): "proposals",
        },
    ),
    "meetings": Kind(
        lambda document, _: document.read(meetings.meetings),
        {
            "ID": "id",
            N_("Start"): "planned_start",
            N_("No."): "number",
            N_("Meeting"): "name",
            N_("Kind"): "kind",
            N_("Place"): "place",
            N_("Chair"): "chair",
            N_("Items"): "items",
            N_("Min"): "minutes",
            N_("Planned"): "planned_minutes",
        },
    ),
    "items": Kind(
        lambda document, _: document.read(meetings.items),
        {
            "ID": "id",
            N_("Meeting"): "meeting_id",
            N_("Agenda item"): "title",
            N_("Kind"): "kind",
            N_("Presenter"): "presenter",
            N_("Min"): "minutes",
            N_("Section"): "section",
            N_("Outcome"): "outcome",
        },
    ),
    "actions": Kind(
        lambda document, _: document.read(actions.actions),
        {
            N_("No."): "number",
            N_("Action"): "title",
            N_("Owner"): "owner",
            N_("Due"): "due",
            N_("Group"): "group",
            N_("Status"): "status",
        },
    ),
    "competence": Kind(
        covered_skills,
        {
            "ID": "skill_id",
            N_("Skill"): "skill",
            N_("Category"): "category",
            N_("Qualified"): "have",
            N_("Needed"): "need",
            N_("Only one can"): "only_one",
        },
    ),
    "training": Kind(
        planned_training,
        {
            "ID": "id",
            N_("Who"): "person",
            N_("What"): "skill",
            N_("Level"): "level",
            N_("By when"): "by_when",
            N_("Trained by"): "trainer",
            N_("Course"): "course",
            N_("State"): "state",
        },
    ),
    "templates": Kind(
        lambda document, on: document.read(meetings.templates, on.t.code),
        {
            N_("Key"): "key",
            N_("Template"): "name",
            N_("Kind"): "kind",
            N_("Min"): "minutes",
            N_("Purpose"): "purpose",
        },
    ),
}
