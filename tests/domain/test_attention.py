"""What needs attention, what does not, since when, and in which words."""

from datetime import date, timedelta
from typing import Any

from lean_desktop.domain.attention import (
    ATTENTION_NAMES,
    Attention,
    AttentionKind,
    Organised,
    Subject,
    attention,
)
from lean_desktop.domain.organisation import Group, GroupKind, GroupRole, Membership, Person
from lean_desktop.domain.roles import Agreement, Mandate, MandateFor, Role, RoleAssignment, RoleKind
from lean_desktop.i18n import language

DAY = date(2026, 10, 6)
YEAR_AGO = date(2025, 10, 6)
BEGAN = date(2026, 3, 1)

KARI, OLA = Person(1, "", "Kari", "Solberg"), Person(2, "", "Ola", "Aas")
GROUP = Group(7, GroupKind.IMPROVEMENT, "Montering", active_from=BEGAN)
LEADS = Membership(1, 7, "Montering", 1, "Kari Solberg", GroupRole.LEADER)
STANDS_IN = Membership(2, 7, "Montering", 2, "Ola Aas", GroupRole.DEPUTY)
OF_KIND = Mandate(
    *(1, GroupKind.IMPROVEMENT, None, "", None, "", False),
    *(1, "Styringsgruppe", None, "Prøv", YEAR_AGO),
)
AGREED = Agreement(1, 7, "Montering", 1, "Presis", "", YEAR_AGO)

MEETS = {7: date(2027, 6, 30)}
SOUND = Organised([KARI, OLA], [GROUP], [LEADS, STANDS_IN], [], [], [OF_KIND], [AGREED], MEETS)
"""Nothing is wanting here."""


def found(day: date = DAY, **changed: Any) -> list[Attention]:
    return attention(SOUND._replace(**changed), day)


def only(**changed: Any) -> Attention:
    (one,) = found(**changed)
    return one


def days(count: int) -> date:
    return DAY + timedelta(days=count)


def test_where_all_is_well_nothing_is_said() -> None:
    assert found() == []
    assert attention(Organised([], [], [], [], [], [], [], {}), DAY) == []


def test_a_role_nobody_has_since_the_last_one_left() -> None:
    role = Role(5, "Avdelingsleder", unit_id=1, unit="Planlegging", deputies=("Ola Aas",))
    left = [
        RoleAssignment(1, 5, "", 1, "", valid_to=days(-90)),
        RoleAssignment(2, 5, "", 1, "", valid_to=days(-61)),
        RoleAssignment(3, 5, "", 2, "", deputy=True, valid_to=days(-1)),
    ]
    told = only(roles=[role], assignments=left)
    assert told[:5] == (
        *(AttentionKind.VACANT_ROLE, Subject.ROLE, 5, "Avdelingsleder"),
        days(-60),
    )
    assert str(told.sentence) == "Nobody has the role Avdelingsleder in Planlegging."
    assert str(only(roles=[role._replace(unit="")]).sentence) == (
        "Nobody has the role Avdelingsleder."
    )
    assert found(roles=[role._replace(holders=("Kari",))]) == []


def test_a_role_somebody_leaves_only_later_has_no_day_yet() -> None:
    ahead = RoleAssignment(1, 5, "", 1, "", valid_from=days(5), valid_to=days(9))
    assert only(roles=[Role(5, "Leder")], assignments=[ahead]).since is None


def test_a_group_nobody_gave_a_mandate_since_it_began() -> None:
    told = only(mandates=[])
    assert (told.kind, told.id, told.since) == (AttentionKind.NO_MANDATE, 7, BEGAN)
    assert str(told.sentence) == "Montering has no mandate."


def test_a_role_outside_groups_without_a_mandate_unless_it_is_vacant() -> None:
    owner = Role(5, "Pilareier", RoleKind.PILLAR_OWNER, holders=("Kari",))
    told = only(roles=[owner])
    assert (told.kind, told.subject, told.id) == (AttentionKind.NO_MANDATE, Subject.ROLE, 5)
    assert only(roles=[owner._replace(holders=())]).kind is AttentionKind.VACANT_ROLE
    own = OF_KIND._replace(id=2, group_kind=None, role_id=5)
    assert found(roles=[owner], mandates=[OF_KIND, own]) == []


def test_a_mandate_that_has_ended_is_told_once_for_its_kind() -> None:
    told = only(mandates=[OF_KIND._replace(valid_to=days(-13))])
    assert told[:3] == (AttentionKind.MANDATE_EXPIRED, Subject.MANDATE, 1)
    assert told.since == days(-12)
    assert language("en")(told.name) == "Improvement group"
    assert str(told.sentence) == "The mandate of Improvement group has expired."


def test_a_mandate_due_for_review_within_the_notice() -> None:
    due = SOUND._replace(mandates=[OF_KIND._replace(review=days(24))])
    (told,) = attention(due, DAY)
    assert (told.kind, told.since) == (AttentionKind.MANDATE_DUE, days(-6))
    assert language("en")(told.sentence).endswith("is to be reviewed by 30/10/2026.")
    assert attention(due, DAY, notice=23) == []


def test_a_version_that_took_over_is_the_only_one_asked_about() -> None:
    old = OF_KIND._replace(valid_to=days(-1), review=days(-5))
    new = OF_KIND._replace(id=2, version=2, valid_from=DAY)
    assert found(mandates=[old, new]) == []


def test_a_group_without_leader_and_deputy() -> None:
    leader, deputy = found(memberships=[LEADS._replace(role=GroupRole.MEMBER)])[:2]
    assert (leader.kind, deputy.kind) == (AttentionKind.NO_LEADER, AttentionKind.NO_DEPUTY)
    assert [str(each.sentence) for each in (leader, deputy)] == [
        "Montering has no leader.",
        "Montering has no deputy.",
    ]


def test_a_leader_whose_time_is_over_leads_no_more() -> None:
    told = found(memberships=[LEADS._replace(valid_to=days(-1)), STANDS_IN])
    assert [(each.kind, each.since) for each in told] == [
        (AttentionKind.NO_LEADER, DAY),
        (AttentionKind.NO_GROUP, DAY),
    ]


def test_a_leader_who_has_left_the_company_leads_no_more() -> None:
    told = only(people=[KARI._replace(active_to=days(-1)), OLA])
    assert told.kind is AttentionKind.NO_LEADER


def test_a_group_of_another_time_is_not_asked_about() -> None:
    over = GROUP._replace(id=8, active_to=days(-1))
    assert found(groups=[GROUP, over]) == []


def test_a_person_in_more_groups_than_the_limit() -> None:
    groups = [GROUP._replace(id=key, name=f"Gruppe {key}") for key in (7, 8, 9, 10)]
    members = [
        member._replace(group_id=group.id)
        for group in groups
        for member in (LEADS, STANDS_IN, STANDS_IN)
    ]
    agreed = [AGREED._replace(group_id=group.id) for group in groups]
    many = SOUND._replace(groups=groups, memberships=members, agreements=agreed)
    many = many._replace(planned_to=dict.fromkeys((7, 8, 9, 10), DAY))
    told = attention(many, DAY)
    assert [(each.kind, each.id) for each in told] == [
        (AttentionKind.MANY_GROUPS, 1),
        (AttentionKind.MANY_GROUPS, 2),
    ]
    assert str(told[0].sentence) == "Kari Solberg is in 4 groups."
    assert attention(many, DAY, most_groups=4) == []


def test_people_of_today_in_no_group_one_by_one() -> None:
    new, gone = Person(3, "", "Bo", ""), Person(4, "", "Ali", "", active_to=days(-1))
    told = only(people=[KARI, OLA, new, gone])
    assert (told.kind, told.id, told.name) == (AttentionKind.NO_GROUP, 3, "Bo")


def test_a_group_without_an_agreement_or_with_one_that_has_ended() -> None:
    assert only(agreements=[]).since == BEGAN
    told = only(agreements=[AGREED._replace(valid_to=days(-3))])
    assert (told.kind, told.since) == (AttentionKind.NO_AGREEMENT, days(-2))


def test_a_group_that_meets_by_no_rule_or_no_longer() -> None:
    told = only(planned_to={})
    assert (told.kind, told.id, told.since) == (AttentionKind.NO_SERIES, 7, BEGAN)
    assert only(planned_to={7: days(-1)}).since == DAY
    assert found(planned_to={7: DAY}) == []


def test_what_is_wanting_comes_kind_by_kind_and_every_kind_has_a_name() -> None:
    everything = attention(Organised([KARI], [GROUP], [], [Role(5, "Leder")], [], [], [], {}), DAY)
    kinds = [each.kind for each in everything]
    assert kinds == sorted(kinds, key=list(AttentionKind).index)
    assert set(ATTENTION_NAMES) == set(AttentionKind)


def test_an_exception_for_one_group_is_asked_about_by_its_name() -> None:
    own = OF_KIND._replace(id=2, group_kind=None, group_id=7, group="Montering")
    told = only(mandates=[OF_KIND, own._replace(valid_to=days(-1))])
    assert own.to == MandateFor(group_id=7)
    assert (told.id, told.name) == (2, "Montering")


def test_a_role_of_a_group_of_another_time_is_not_asked_about() -> None:
    role = Role(5, "Fasilitator", group_id=8, group="Lager")
    own = OF_KIND._replace(id=2, group_kind=None, valid_to=days(-1))
    told: dict[str, Any] = {"roles": [role], "mandates": [OF_KIND, own._replace(group_id=8)]}
    later = GROUP._replace(id=8, name="Lager", active_from=days(1))
    for group in (later, GROUP._replace(id=8, active_to=days(-1))):
        assert found(groups=[GROUP, group], **told) == []
        of_role = [OF_KIND, own._replace(role_id=5)]
        assert found(groups=[GROUP, group], roles=[role], mandates=of_role) == []
    kinds = {each.kind for each in found(day=days(1), groups=[GROUP, later], **told)}
    assert {AttentionKind.VACANT_ROLE, AttentionKind.MANDATE_EXPIRED} <= kinds
