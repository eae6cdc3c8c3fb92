"""Sheets of the organisation: who there is, who is in which group, and what is held about one."""

from collections.abc import Iterable, Sequence
from datetime import date

from reportlab.platypus import Flowable, Spacer

from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    GROUP_ROLE_NAMES,
    Group,
    Membership,
    Person,
    ReportingLine,
    Unit,
    within,
)
from lean_desktop.domain.privacy import PART_NAMES, Drafted, Mention, PersonRecord
from lean_desktop.domain.roles import ROLE_PART_NAMES, RoleAssignment, Signature
from lean_desktop.handouts.form import Lines
from lean_desktop.handouts.listed import NOTHING, listed, on_day, section
from lean_desktop.handouts.page import build
from lean_desktop.handouts.recorded import all_recorded, meeting_name, texts_shown
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import cells, facts, head, heading
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language


def person_sheet(record: PersonRecord, sheet: Sheet, t: Language) -> bytes:
    """Everything held about a person, for that person alone, with room to correct it."""
    name = record.person.name
    corrections = Lines(t("Corrections"), most=8, least=2)
    story = [
        *head(sheet, t("Everything held about"), name, [_printed_on(sheet, t)]),
        *_about(record, sheet, t),
        *_memberships(record.memberships, sheet, t),
        *_roles(record.roles, sheet, t),
        *_lines(record.lines, sheet, t),
        *_signed(record.signatures, sheet, t),
        *_drafted(record.drafted, sheet, t),
        *_meetings(record, sheet, t),
        *all_recorded(record, sheet, t),
        *_mentions(_elsewhere(record), sheet, t),
        Spacer(0, 12),
        paragraph(t("Backups and copies made earlier may hold older information."), "small"),
        corrections.needed(),
        corrections,
    ]
    scope = t("Personal, given only to {name}", name=name)
    return build(story, sheet, t, title=f"{t('Everything held about')} {name}", scope=scope)


def people_sheet(people: Sequence[Person], sheet: Sheet, t: Language) -> bytes:
    """A list of people with how to reach them, in the order given."""
    heads = [t("Name"), t("Unit and manager"), t("E-mail"), t("Phone")]
    body = [
        [
            [paragraph(each.name, "strong"), paragraph(each.title, "small")],
            [paragraph(each.unit), paragraph(each.manager, "small")],
            paragraph(each.email, "small"),
            paragraph(each.phone),
        ]
        for each in people
    ]
    count = t.plural("{n} person", "{n} people", len(people))
    story = [
        *head(sheet, sheet.owner, t("People"), [paragraph(count, "body_right")]),
        *listed(heads, body, (0.26, 0.2, 0.4, 0.14), sheet, t("No people yet.")),
    ]
    return build(story, sheet, t, title=f"{t('People')}, {sheet.owner}", scope=t("People"))


def units_sheet(units: Sequence[Unit], sheet: Sheet, t: Language) -> bytes:
    """The units, what each is part of, who leads it and how many work there."""
    heads = [t("Name"), t("Part of"), t("Leader"), t("People")]
    body = [
        [
            paragraph(each.name, "strong"),
            paragraph(each.parent, "small"),
            paragraph(each.leader),
            paragraph(t.number(each.people)),
        ]
        for each in units
    ]
    count = t.plural("{n} unit", "{n} units", len(units))
    story = [
        *head(sheet, sheet.owner, t("Units"), [paragraph(count, "body_right")]),
        *listed(heads, body, (0.36, 0.28, 0.26, 0.1), sheet, t("No units yet.")),
    ]
    return build(story, sheet, t, title=f"{t('Units')}, {sheet.owner}", scope=t("Units"))


def groups_sheet(
    groups: Sequence[Group], memberships: Iterable[Membership], sheet: Sheet, t: Language
) -> bytes:
    """Each group with its purpose and who is in it on the day of printing."""
    members: dict[int, list[Membership]] = {}
    for each in memberships:
        if within(sheet.printed.date(), each.valid_from, each.valid_to):
            members.setdefault(each.group_id, []).append(each)
    count = t.plural("{n} group", "{n} groups", len(groups))
    story = head(sheet, sheet.owner, t("Groups"), [paragraph(count, "body_right")])
    for group in groups:
        story += _group(group, members.get(group.id, []), sheet, t)
    return build(story, sheet, t, title=f"{t('Groups')}, {sheet.owner}", scope=t("Groups"))


def _group(group: Group, members: list[Membership], sheet: Sheet, t: Language) -> list[Flowable]:
    kind = t(GROUP_KIND_NAMES[group.kind])
    below = ", ".join(filter(None, (kind, group.unit)))
    story = [*heading(group.name), paragraph(below, "small")]
    if group.purpose:
        story.append(paragraph(group.purpose))
    heads = [t("Name"), t("Role"), t("From")]
    body = [
        cells([each.person, t(GROUP_ROLE_NAMES[each.role]), on_day(each.valid_from, t)])
        for each in members
    ]
    there = listed(heads, body, (0.5, 0.3, 0.2), sheet, t("No members yet."))
    return [*story, Spacer(0, 4), *there]


def _about(record: PersonRecord, sheet: Sheet, t: Language) -> list[Flowable]:
    person = record.person
    told = [
        (t("First name"), person.first_name),
        (t("Last name"), person.last_name),
        (t("Number"), person.number),
        (t("Job title"), person.title),
        (t("Unit"), person.unit),
        (t("Manager"), person.manager),
        (t("Manager since"), on_day(person.manager_since, t)),
        (t("Phone"), person.phone),
        (t("Position %"), _percent(person.percent, t)),
        (t("Employed"), _period(person.active_from, person.active_to, t)),
    ]
    more = [
        (t("E-mail"), person.email),
        (t("Leads"), ", ".join(unit.name for unit in record.leads)),
        (t("Manager of"), ", ".join(record.manages)),
        (t("Assistant of"), person.manager if person.assistant else ""),
    ]
    return [
        *heading(t("About the person")),
        facts([(label, text or NOTHING) for label, text in told], sheet, columns=2, label=84),
        facts([(label, text or NOTHING) for label, text in more], sheet, label=84),
    ]


def _memberships(memberships: Sequence[Membership], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Group"), t("Role"), t("From"), t("To")]
    body = [
        cells(
            [
                each.group,
                t(GROUP_ROLE_NAMES[each.role]),
                on_day(each.valid_from, t),
                on_day(each.valid_to, t),
            ]
        )
        for each in memberships
    ]
    shares = (0.46, 0.24, 0.15, 0.15)
    return [*heading(t("Groups")), *listed(heads, body, shares, sheet, t("In no group."))]


def _roles(roles: Sequence[RoleAssignment], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Role"), t("Belongs to"), t("As"), t("From"), t("To")]
    body = [
        cells(
            [
                each.role,
                each.place,
                t(ROLE_PART_NAMES[each.part]),
                on_day(each.valid_from, t),
                on_day(each.valid_to, t),
            ]
        )
        for each in roles
    ]
    shares = (0.28, 0.28, 0.14, 0.15, 0.15)
    return section(t("Roles"), heads, body, shares, sheet)


def _lines(lines: Sequence[ReportingLine], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Who"), t("Answers to"), t("Line"), t("From"), t("To")]
    body = [
        cells(
            [
                each.person,
                each.manager,
                t(each.kind),
                on_day(each.valid_from, t),
                on_day(each.valid_to, t),
            ]
        )
        for each in lines
    ]
    shares = (0.28, 0.28, 0.14, 0.15, 0.15)
    return section(t("Other lines"), heads, body, shares, sheet)


def _drafted(drafted: Sequence[Drafted], sheet: Sheet, t: Language) -> list[Flowable]:
    body = [cells([each.draft, t(each.sentence)]) for each in drafted]
    heads = [t("Draft"), t("Would change")]
    return section(t("In drafts of the organisation"), heads, body, (0.3, 0.7), sheet)


def _signed(signatures: Sequence[Signature], sheet: Sheet, t: Language) -> list[Flowable]:
    heads = [t("Group agreement"), t("Version"), t("Signed")]
    body = [cells([each.group, str(each.version), t.date(each.signed)]) for each in signatures]
    shares = (0.56, 0.22, 0.22)
    return section(t("Agreements signed"), heads, body, shares, sheet)


def _meetings(record: PersonRecord, sheet: Sheet, t: Language) -> list[Flowable]:
    """Where the person has a part; it is said that there is none only where nothing else tells."""
    if not record.meetings and (record.asked or record.recorded):
        return []
    heads = [t("Date"), t("Meeting"), t("Takes part as"), t("Items presented")]
    body = [
        [
            *cells(
                [
                    t.date(each.meeting.planned_start),
                    meeting_name(each.meeting, t),
                    ", ".join(t(PART_NAMES[part]) for part in each.parts),
                ]
            ),
            [paragraph(item.title) for item in each.items],
        ]
        for each in record.meetings
    ]
    shares = (0.14, 0.31, 0.17, 0.38)
    none = t("Noted in no meeting.")
    return [*heading(t("Meetings")), *listed(heads, body, shares, sheet, none)]


def _mentions(mentions: Sequence[Mention], sheet: Sheet, t: Language) -> list[Flowable]:
    """Texts with the full name. Of the others only where they stand: they may tell of another."""
    unsure = t("Only a first or last name; may be about somebody else.")
    body = [
        [_place(each, t), paragraph(each.text) if each.certain else paragraph(unsure, "small")]
        for each in mentions
    ]
    heads = [t("Where it stands"), t("Text")]
    return section(t("Named in texts"), heads, body, (0.42, 0.58), sheet)


def _elsewhere(record: PersonRecord) -> list[Mention]:
    """The mentions that do not stand in a table above already."""
    items = [item for part in record.meetings for item in part.items]
    shown = {("agenda_item", "title", item.id) for item in items} | set(texts_shown(record))
    return [each for each in record.mentions if (each.table, each.column, each.id) not in shown]


def _place(mention: Mention, t: Language) -> list[Flowable]:
    day = t.date(mention.day) if mention.day else ""
    of = ", ".join(filter(None, (mention.of, day)))
    return [paragraph(t(mention.where)), paragraph(of, "small")]


def _printed_on(sheet: Sheet, t: Language) -> Flowable:
    day = t.long_day(sheet.printed.date())
    return paragraph(day[0].upper() + day[1:], "body_right")


def _percent(percent: float | None, t: Language) -> str:
    return "" if percent is None else t.number(percent, 0 if percent.is_integer() else 1)


def _period(first: date | None, last: date | None, t: Language) -> str:
    return f"{on_day(first, t)}–{on_day(last, t)}" if first or last else ""
