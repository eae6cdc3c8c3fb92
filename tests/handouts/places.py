"""An organisation to find one's place in: ordinary, and as large and as hostile as it gets."""

from datetime import date

from lean_desktop.domain.attention import Organised
from lean_desktop.domain.goals import CoreValue, Direction, Goal
from lean_desktop.domain.organisation import (
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    Unit,
)
from lean_desktop.domain.roles import (
    Agreement,
    Mandate,
    MandateFor,
    Role,
    RoleAssignment,
    RoleKind,
)

DAY = date(2026, 10, 6)
IMPROVEMENT = MandateFor(group_kind=GroupKind.IMPROVEMENT)

UNITS = [
    Unit(1, "Ledelse", leader_id=1),
    Unit(2, "Produksjon", 1, leader_id=2),
    Unit(3, "Maskinering", 2, leader_id=3),
]
PEOPLE = [
    Person(1, "1", "Terje", "Bakken", "Daglig leder", 1),
    Person(2, "2", "Ragnhild", "Moen", "Produksjonssjef", 2, "Produksjon", 1),
    Person(3, "3", "Øystein", "Ødegård", "Avdelingsleder", 3, "Maskinering", 2, "Ragnhild Moen"),
    Person(4, "4", "Łukasz", "Kowalczyk", "CNC-operatør", 3, "Maskinering", 3, "Øystein Ødegård"),
    Person(5, "5", "Gått", "Hjem", "", 3, manager_id=3, active_to=date(2026, 1, 1)),
]
GROUPS = [
    Group(1, GroupKind.STEERING, "Styringsgruppe"),
    Group(2, GroupKind.IMPROVEMENT, "Montering", "Kortere vei", 1, "Styringsgruppe"),
    Group(3, GroupKind.IMPROVEMENT, "Støperi", "", 1, "Styringsgruppe"),
    Group(4, GroupKind.IMPROVEMENT, "Nedlagt", active_to=date(2026, 1, 1)),
]
MEMBERSHIPS = [
    Membership(1, 1, "Styringsgruppe", 2, "Ragnhild Moen", GroupRole.LEADER),
    Membership(2, 2, "Montering", 3, "Øystein Ødegård", GroupRole.LEADER),
    Membership(3, 2, "Montering", 4, "Łukasz Kowalczyk", GroupRole.DEPUTY),
    Membership(4, 3, "Støperi", 4, "Łukasz Kowalczyk", valid_to=date(2026, 9, 1)),
]
LEADING = Role(
    *(
        1,
        "Gruppeleder",
        RoleKind.GROUP_LEADER,
        "Lede",
        "Tavla",
        "Holder møter\nSpør etter gjøremål",
    ),
    *(2, "Montering", GroupKind.IMPROVEMENT),
    holders=("Øystein Ødegård",),
    deputies=("Łukasz Kowalczyk",),
)
ROLES = [
    LEADING,
    LEADING._replace(id=2, group_id=3, group="Støperi", holders=(), deputies=()),
    Role(3, "Instruktør CNC", RoleKind.INSTRUCTOR, "Lære bort", unit="Maskinering", unit_id=3),
]
ASSIGNMENTS = [RoleAssignment(1, 3, "Instruktør CNC", 4, "Łukasz Kowalczyk")]
MANDATE = Mandate(
    *(2, GroupKind.IMPROVEMENT, None, "", None, "", False, 2, "Styringsgruppe", 1),
    "Gruppen prøver ut.\nMøtetid er arbeidstid.",
    date(2026, 3, 1),
    review=date(2027, 3, 1),
)
EARLIER = MANDATE._replace(
    id=1,
    version=1,
    giver="Ledelsen",
    giver_group_id=None,
    valid_from=date(2025, 3, 1),
    valid_to=date(2026, 2, 28),
)
AGREEMENT = Agreement(1, 2, "Montering", 1, "Presis", "Feilfri pakking\nAlt på plass", DAY)
ORGANISED = Organised(
    PEOPLE, GROUPS, MEMBERSHIPS, ROLES, ASSIGNMENTS, [MANDATE, EARLIER], [AGREEMENT], {}
)
GOALS = (
    Goal(3, 0, "Ryddige soner", 2, "5S over 85", date(2026, 12, 1), 2, "Montering"),
    Goal(1, 0, "Trygg leveranse"),
    Goal(2, 0, "Halvere omstilling", 1, due=date(2027, 6, 1), group_id=1, group="Styringsgruppe"),
    Goal(4, 1, "Noe annet"),
    Goal(5, 1, "Andres delmål", 2, group_id=3, group="Støperi"),
)
DIRECTION = Direction("Riktig første gang.", (CoreValue(1, 0, "Åpenhet"),), GOALS)


def crowded(groups: int, roles: int, name: str = "", text: str = "") -> Organised:
    """The same, where Łukasz is in many more groups and has many more roles.

    All are called `name` with a number, and say `text`.
    """
    more = range(100, 100 + groups)
    parts = list(GroupRole)
    return Organised(
        [each._replace(title=name or each.title) for each in PEOPLE],
        [
            *GROUPS,
            *(Group(n, GroupKind.PILOT, f"{name or 'Pilot'} {n}", text, 1, name) for n in more),
        ],
        [
            *MEMBERSHIPS,
            *(Membership(n, n, "", 4, "Łukasz Kowalczyk", parts[n % len(parts)]) for n in more),
        ],
        [
            *ROLES,
            *(Role(n, f"{name or 'Rolle'} {n}", purpose=text) for n in range(100, 100 + roles)),
        ],
        [
            *ASSIGNMENTS,
            *(RoleAssignment(n, n, "", 4, "Łukasz Kowalczyk") for n in range(100, 100 + roles)),
        ],
        [MANDATE._replace(giver=name, text=text or "Prøve")],
        [AGREEMENT._replace(sub_goals=text)],
        {},
    )
