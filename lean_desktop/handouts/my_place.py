"""My place: on one page where a person or a group sits, and what it is all for."""

from collections.abc import Iterable, Sequence
from datetime import date

from reportlab.platypus import Flowable, Spacer

from lean_desktop.domain.goals import Direction
from lean_desktop.domain.my_place import (
    Aim,
    GroupPart,
    GroupPlace,
    MyPlace,
    PersonPlace,
    RoleHeld,
    Step,
)
from lean_desktop.domain.organisation import GROUP_KIND_NAMES, GROUP_ROLE_NAMES
from lean_desktop.domain.roles import ROLE_PART_NAMES, Mandate, lines
from lean_desktop.handouts.chain import LONGEST, Chain, Link
from lean_desktop.handouts.fitting import Fitting, Room
from lean_desktop.handouts.one_page import OnePage
from lean_desktop.handouts.page import build
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import Language


def my_place_pdf(place: MyPlace, sheet: Sheet, t: Language) -> bytes:
    """The place of a person or a group on one page; long texts and lists are shortened to fit."""

    def make(room: Room) -> list[Flowable]:
        page = OnePage(room, sheet, t)
        return _person(place, page) if isinstance(place, PersonPlace) else _group(place, page)

    title = f"{t('My place')}: {place.name}"
    return build([Fitting(make)], sheet, t, title=title, scope=title)


def _person(place: PersonPlace, page: OnePage) -> list[Flowable]:
    t, person = page.t, place.person
    own = Link(person.title or person.unit, person.name, own=True)
    about = [(t("Unit"), page.name(person.unit)), (t("Manager"), page.name(person.manager))]
    more = [
        (t("Also answers to"), page.names(place.beside)),
        (t("Leads"), page.names(place.units)),
        (t("Manager of"), page.names(place.leads)),
    ]
    return [
        *page.head(t("My place"), place.name, [person.title, person.unit]),
        *page.heading(t("Where I sit")),
        *_chain(place.above, own, page, rounded=False),
        *page.facts(about, columns=2),
        *page.facts(more),
        *_my_groups(place.groups, page),
        *_my_roles(place.roles, page),
        *_direction(place.direction, place.aims, page),
    ]


def _group(place: GroupPlace, page: OnePage) -> list[Flowable]:
    t, group = page.t, place.led.group
    kind = t(GROUP_KIND_NAMES[group.kind])
    own = Link(group.name, _names(place.led.leaders) or t("Vacant"), own=True)
    own = own._replace(vacant=not place.led.leaders)
    about = [
        (t("Unit"), page.name(group.unit)),
        (t("Pillar"), page.name(group.pillar)),
        (t("Shift pattern"), page.name(group.shifts)),
    ]
    return [
        *page.head(t("Our place"), place.name, [kind, group.unit]),
        *page.barred(t("What we are for:"), group.purpose),
        *page.heading(t("Where we sit")),
        *_chain(place.above, own, page, rounded=True),
        *page.facts([*about, (t("Groups below us"), page.names(place.below))]),
        *_members(place, page),
        *_our_roles(place.roles, page),
        *_mandate(place.mandate, page),
        *_sub_goals(place, page),
        *_direction(place.direction, place.aims, page),
    ]


def _chain(above: Sequence[Step], own: Link, page: OnePage, *, rounded: bool) -> list[Flowable]:
    """The way down to the own place; of a long one the top and the end, and how many between."""
    t = page.t
    links = [
        Link(page.name(step.over), page.name(step.name) or t("Vacant"), vacant=not step.name)
        for step in above
    ]
    if len(links) >= LONGEST:
        kept = LONGEST - 3
        between = t.plural("{n} between", "{n} between", len(links) - 1 - kept)
        links = [links[0], Link("", between, vacant=True), *links[-kept:]]
    own = own._replace(over=page.name(own.over), name=page.name(own.name))
    return [Chain([*links, own], rounded=rounded), Spacer(0, 6)]


def _my_groups(groups: Iterable[GroupPart], page: OnePage) -> list[Flowable]:
    t = page.t
    heads = [t("Group"), t("My part"), t("Leader"), t("Below"), t("Mandate from")]
    body = [
        [
            page.cell(each.led.group.name, page.text(each.led.group.purpose)),
            page.plain(", ".join(t(GROUP_ROLE_NAMES[part]) for part in each.parts)),
            page.plain(_names(each.led.leaders) or t("Vacant")),
            page.plain(each.led.group.parent),
            _giver(each.mandate, page),
        ]
        for each in groups
    ]
    shares = (0.32, 0.14, 0.18, 0.17, 0.19)
    return page.table(t("My groups"), heads, body, shares, t("In no group."))


def _my_roles(roles: Iterable[RoleHeld], page: OnePage) -> list[Flowable]:
    t = page.t
    heads = [t("Role"), t("As"), t("Belongs to"), t("Mandate from")]
    body = [
        [
            page.cell(each.role.name, page.text(each.role.purpose)),
            page.plain(t(ROLE_PART_NAMES[each.part]) if each.part else ""),
            page.plain(each.role.place),
            _giver(each.mandate, page),
        ]
        for each in roles
    ]
    shares = (0.42, 0.14, 0.25, 0.19)
    return page.table(t("My roles"), heads, body, shares, t("No roles of my own."))


def _our_roles(roles: Iterable[RoleHeld], page: OnePage) -> list[Flowable]:
    t = page.t
    heads = [t("Role"), t("Held by"), t("Deputies")]
    body = [
        [
            page.cell(each.role.name, page.text(each.role.purpose)),
            page.plain(page.names(each.role.holders) or t("Vacant")),
            page.plain(page.names(each.role.deputies)),
        ]
        for each in roles
    ]
    return page.table(t("Our roles"), heads, body, (0.5, 0.28, 0.22), t("No roles yet."))


def _members(place: GroupPlace, page: OnePage) -> list[Flowable]:
    """Those with the same part on one line, so that many fit."""
    t = page.t
    told = [
        (t(title), page.names([each.person for each in place.members if each.role is part]))
        for part, title in GROUP_ROLE_NAMES.items()
    ]
    listed = page.facts(told) or page.said(t("No members yet."))
    return [*page.heading(t("Who we are")), *listed]


def _mandate(mandate: Mandate | None, page: OnePage) -> list[Flowable]:
    t = page.t
    story = page.heading(t("Our mandate"))
    if mandate is None:
        return [*story, *page.said(t("No mandate yet."))]
    last = t.date(mandate.valid_to) if mandate.valid_to else ""
    days = [
        (t("Valid"), f"{t.date(mandate.valid_from)}–{last}"),
        (t("Next review"), t.date(mandate.review) if mandate.review else ""),
    ]
    return [
        *story,
        *page.said(page.text(mandate.text)),
        *page.facts([(t("Given by"), page.name(mandate.giver))]),
        *page.facts(days, columns=2),
    ]


def _sub_goals(place: GroupPlace, page: OnePage) -> list[Flowable]:
    goals = lines(place.agreement.sub_goals) if place.agreement else []
    return [*page.heading(page.t("Our sub-goals")), *page.points(goals)] if goals else []


def _direction(direction: Direction, aims: Sequence[Aim], page: OnePage) -> list[Flowable]:
    """The vision, the values, and the goals with the chain above them down to our own."""
    t = page.t
    vision = page.barred(t("Our vision:"), direction.vision)
    values = page.facts([(t("Our values"), page.names([each.name for each in direction.values]))])
    goals = page.steps([(aim.depth, aim.goal.name, aim.ours, _remark(aim, page)) for aim in aims])
    told = [*vision, *values, *goals]
    return [*page.heading(t("Where we are going")), *told] if told else []


def _remark(aim: Aim, page: OnePage) -> str:
    """Who works for it and by when; how one sees it is reached only of our own."""
    t, goal = page.t, aim.goal
    due = t("by {day}", day=t.date(goal.due)) if goal.due else ""
    measure = page.text(goal.measure) if aim.ours else ""
    return " · ".join(filter(None, (goal.group, due, measure)))


def _giver(mandate: Mandate | None, page: OnePage) -> list[Flowable]:
    """Who gave it, and when it is looked at again or that it has run out."""
    if mandate is None:
        return page.plain("")
    return page.plain(mandate.giver, _until(mandate, page.sheet.printed.date(), page.t))


def _until(mandate: Mandate, day: date, t: Language) -> str:
    if mandate.valid_to and mandate.valid_to < day:
        return t("expired {day}", day=t.date(mandate.valid_to))
    return t("review {day}", day=t.date(mandate.review)) if mandate.review else ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)
