"""What is held about a person, and how to find them in free text."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cascade.held import AnswersFor
from lean_desktop.domain.competence.held import NOTHING_HELD, Held
from lean_desktop.domain.ideas import Idea
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.domain.organisation import Membership, Person, ReportingLine, Unit
from lean_desktop.domain.recorded import AskedOf, OwnAction, Recorded, Waiting
from lean_desktop.domain.roles import RoleAssignment, Signature
from lean_desktop.i18n import N_, Message


class Part(StrEnum):
    """What a person does in a meeting, apart from being called as a member."""

    CHAIR = "chair"
    NOTE_TAKER = "note_taker"
    GUEST = "guest"
    PRESENTER = "presenter"


PART_NAMES = {
    Part.CHAIR: N_("Chair"),
    Part.NOTE_TAKER: N_("Note-taker"),
    Part.GUEST: N_("Guest"),
    Part.PRESENTER: N_("Presenter"),
}

TEXT_NAMES = {
    ("unit", "name"): N_("Name of a unit"),
    ("group", "name"): N_("Name of a group"),
    ("group", "purpose"): N_("Purpose of a group"),
    ("group", "pillar"): N_("Pillar of a group"),
    ("group", "shifts"): N_("Shift pattern of a group"),
    ("meeting", "title"): N_("Title of a meeting"),
    ("meeting", "place"): N_("Place of a meeting"),
    ("meeting", "purpose"): N_("Goal of a meeting"),
    ("meeting_guest", "name"): N_("Guest of a meeting"),
    ("agenda_item", "title"): N_("Agenda item"),
    ("agenda_item", "purpose"): N_("Purpose of an agenda item"),
    ("agenda_item", "section"): N_("Section of an agenda"),
    ("preparation", "task"): N_("Preparation of an agenda item"),
    ("agenda_link", "name"): N_("Link of an agenda item"),
    ("agenda_link", "target"): N_("Address of an agenda item’s link"),
    ("backlog_item", "title"): N_("Item that waits for a meeting"),
    ("backlog_item", "purpose"): N_("Purpose of an item that waits"),
    ("meeting", "reason"): N_("Why a meeting was called off"),
    ("meeting", "private_note"): N_("Private note of a meeting"),
    ("reopening", "reason"): N_("Why a meeting was opened again"),
    ("decision", "text"): N_("Decision"),
    ("meeting_note", "text"): N_("Note of a meeting"),
    ("meeting_series", "title"): N_("Title of a series of meetings"),
    ("meeting_series", "place"): N_("Place of a series of meetings"),
    ("gone_meeting", "name"): N_("Name of a deleted meeting"),
    ("closed_period", "name"): N_("Period of the company calendar"),
    ("idea", "text"): N_("Idea"),
    ("idea", "reason"): N_("Why an idea was declined"),
    ("action", "title"): N_("Action"),
    ("action", "pillar"): N_("Pillar of an action"),
    ("action", "problem"): N_("Problem of an action"),
    ("action", "cause"): N_("Cause of an action’s problem"),
    ("action", "countermeasure"): N_("Countermeasure of an action"),
    ("action", "effect"): N_("Expected effect of an action"),
    ("action", "figure_before"): N_("Figure before an action"),
    ("action", "figure_after"): N_("Figure after an action"),
    ("action_tag", "tag"): N_("Tag of an action"),
    ("action_step", "text"): N_("Step of an action"),
    ("action_link", "name"): N_("Link of an action"),
    ("action_link", "target"): N_("Address of an action’s link"),
    ("action_comment", "text"): N_("Comment on an action"),
    ("own_field", "name"): N_("Own field of actions"),
    ("own_field", "choices"): N_("Choices of an own field"),
    ("own_value", "value"): N_("Own field of an action"),
    ("board_column", "name"): N_("Column of a board"),
    ("saved_filter", "name"): N_("Name of a filter"),
    ("saved_filter", "filter"): N_("What a filter looks for"),
    ("skill_category", "name"): N_("Category of skills"),
    ("skill", "name"): N_("Name of a skill"),
    ("skill", "about"): N_("What a skill is about"),
    ("skill_level", "about"): N_("What a level of a skill means"),
    ("course", "name"): N_("Name of a course"),
    ("course", "about"): N_("What a course is about"),
    ("course_session", "place"): N_("Place of a course"),
    ("ladder_step", "name"): N_("Step of a certification"),
    ("cascade_plan", "name"): N_("Name of a cascade plan"),
    ("wave", "name"): N_("Name of a wave"),
    ("phase", "name"): N_("Name of a phase"),
    ("phase", "note"): N_("Note on a phase"),
    ("checklist_item", "text"): N_("Item of a phase’s checklist"),
    ("checklist_item", "evidence"): N_("Evidence for an item of a checklist"),
    ("checklist_item", "link"): N_("Address of a checklist’s evidence"),
    ("gate", "name"): N_("Name of a gate"),
    ("gate", "decided_by"): N_("Who decided at a gate"),
    ("gate", "reason"): N_("Why it was decided so at a gate"),
    ("criterion", "text"): N_("Criterion of a gate"),
    ("milestone", "name"): N_("Name of a milestone"),
    ("frozen_phase", "name"): N_("Phase of a frozen plan"),
    ("phase_template", "name"): N_("Template of a phase"),
    ("phase_template_item", "text"): N_("Checklist of a phase’s template"),
    ("activity", "name"): N_("Activity of the master plan"),
    ("activity", "pillar"): N_("Pillar of an activity"),
    ("project", "title"): N_("Improvement project"),
    ("project", "background"): N_("Background of a project"),
    ("project", "current_state"): N_("Current state of a project"),
    ("project", "target"): N_("Goal of a project"),
    ("project", "cause"): N_("Cause in a project"),
    ("project", "countermeasures"): N_("Countermeasures of a project"),
    ("project", "plan"): N_("Plan of a project"),
    ("project", "follow_up"): N_("Follow-up of a project"),
    ("measure", "name"): N_("What is measured"),
    ("measure", "place"): N_("Where it is measured"),
    ("measure", "how_often"): N_("How often it is measured"),
    ("due_change", "reason"): N_("Why a date was moved"),
    ("follow_up", "note"): N_("Answer about an action"),
    ("escalation", "text"): N_("What was escalated"),
    ("escalation", "answer"): N_("Answer to what was escalated"),
    ("daily_area", "name"): N_("Area of the daily meeting"),
    ("daily_mark", "deviation"): N_("Deviation in a daily meeting"),
    ("meeting_template", "name"): N_("Name of a template"),
    ("meeting_template", "purpose"): N_("Goal of a template"),
    ("template_item", "title"): N_("Item of a template"),
    ("template_item", "purpose"): N_("Purpose of a template’s item"),
    ("template_item", "section"): N_("Section of a template"),
    ("template_item", "preparation"): N_("Preparation of a template’s item"),
    ("role", "name"): N_("Name of a role"),
    ("role", "purpose"): N_("Purpose of a role"),
    ("role", "domain"): N_("What a role decides"),
    ("role", "accountabilities"): N_("Accountabilities of a role"),
    ("mandate", "giver"): N_("Giver of a mandate"),
    ("mandate", "text"): N_("Text of a mandate"),
    ("agreement", "shared_values"): N_("Values of a group"),
    ("agreement", "ground_rules"): N_("Ground rules of a group"),
    ("agreement", "sub_goals"): N_("Sub-goals of a group"),
    ("agreement", "standing_items"): N_("Standing items of a group"),
    ("vision", "text"): N_("Vision"),
    ("core_value", "name"): N_("Name of a value"),
    ("core_value", "meaning"): N_("Meaning of a value"),
    ("goal", "name"): N_("Goal of the organisation"),
    ("goal", "measure"): N_("Measure of a goal"),
    ("reorganisation", "name"): N_("Name of a draft of the organisation"),
    ("draft", "text"): N_("Text begun in a field"),
}
"""Every column of free text that may name somebody, by table and column."""


class TakenPart(NamedTuple):
    """One meeting, what the person does in it, and the items they present."""

    meeting: Meeting
    parts: tuple[Part, ...]
    items: tuple[AgendaItem, ...]


class Mention(NamedTuple):
    """A text that names a person, or may do so.

    A `certain` one has the full name, e-mail or phone, and is what anonymising replaces; another
    has only one of the names, and a human must look. `of` and `day` say where the text stands.
    """

    table: str
    id: int
    column: str
    text: str
    certain: bool
    of: str = ""
    day: date | None = None

    @property
    def where(self) -> str:
        """What kind of text it is, to be translated."""
        return TEXT_NAMES[self.table, self.column]


class Drafted(NamedTuple):
    """What a draft of another organisation, named `draft`, would change about the person."""

    draft: str
    sentence: Message


class PersonRecord(NamedTuple):
    """Everything a workspace holds about one person: a finished snapshot for paper.

    `leads` are units, `manages` the names of those who have the person as their manager. `meetings`
    are those the person has a part in, `recorded` those something was recorded of the person in.
    """

    person: Person
    leads: tuple[Unit, ...]
    manages: tuple[str, ...]
    memberships: tuple[Membership, ...]
    meetings: tuple[TakenPart, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[RoleAssignment, ...] = ()
    signatures: tuple[Signature, ...] = ()
    lines: tuple[ReportingLine, ...] = ()
    drafted: tuple[Drafted, ...] = ()
    asked: tuple[AskedOf, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    actions: tuple[OwnAction, ...] = ()
    ideas: tuple[Idea, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    competence: Held = NOTHING_HELD
    answers_for: tuple[AnswersFor, ...] = ()


class Traces:
    """How a person is found in text.

    With `namesakes` the full name alone makes nothing certain, since it may be another's.
    """

    def __init__(self, person: Person, *, namesakes: bool = False) -> None:
        own, names = _own(person), _full_names(person)
        self._certain = _any_of(own if namesakes else own + names, re.IGNORECASE)
        self._possible = _any_of(own + names + _in_addresses(person), re.IGNORECASE)
        self._either = _any_of([re.escape(name) for name in _single_names(person)])

    def in_text(self, text: str) -> bool:
        """Whether the text may name the person."""
        return bool(self._possible.search(text) or self._either.search(text))

    def certain_in(self, text: str) -> bool:
        """Whether the text has what belongs to this person and nobody else."""
        return bool(self._certain.search(text))

    def replaced(self, text: str, label: str) -> str:
        """The text with what is certain replaced by a label, or by a dash where it would not fit.

        A dash is never longer than what it stands for, so no limit is broken.
        """
        new = self._certain.sub(label, text)
        return new if len(new) <= max(len(text), _ALWAYS_FITS) else self._certain.sub("–", text)


_ALWAYS_FITS = 200
_PHONE_DIGITS = 8


def _any_of(patterns: list[str], flags: int = 0) -> re.Pattern[str]:
    """Any of them as whole words, a genitive included; nothing when there are none."""
    if not patterns:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?:['’]?s)?(?![^\W_])", flags)


def _full_names(person: Person) -> list[str]:
    first, last = (r"\s+".join(map(re.escape, name.split())) for name in _names(person))
    return [rf"{first}\s+{last}", rf"{last},\s*{first}"] if first and last else []


def _in_addresses(person: Person) -> list[str]:
    """The full name as paths and links have it: `per.hansen`, `Per_Hansen`, `Per%20Hansen`."""
    words = [re.escape(word) for name in _names(person) for word in name.split()]
    return [r"(?:%20|[ ._+-])".join(words)] if all(_names(person)) else []


def _own(person: Person) -> list[str]:
    """E-mail and phone, the latter however its figures are set apart."""
    digits = re.sub(r"\D", "", person.phone)[-_PHONE_DIGITS:]
    phone = r"[ .-]?".join(digits) if len(digits) == _PHONE_DIGITS else ""
    email = re.escape(person.email) if "@" in person.email else ""
    return [each for each in (email, phone) if each]


def _single_names(person: Person) -> list[str]:
    return [word for name in _names(person) for word in name.split() if len(word) > 1]


def _names(person: Person) -> tuple[str, str]:
    return person.first_name, person.last_name
