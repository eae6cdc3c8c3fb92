"""Which mandate counts for whom, how it stands on a day, and who has a role."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Group, GroupKind
from lean_desktop.domain.roles import (
    COORDINATOR,
    ROLE_KIND_NAMES,
    ROLE_PART_NAMES,
    VALIDITY_NAMES,
    Agreement,
    Mandate,
    MandateFor,
    Role,
    RoleAssignment,
    RoleKind,
    RolePart,
    Validity,
    agreements_on,
    held_on,
    lines,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
    needs_mandate,
    refuse_overlap,
    validity,
)

DAY = date(2026, 10, 6)
YEAR_AGO = date(2025, 10, 6)
KIND = MandateFor(group_kind=GroupKind.IMPROVEMENT)
GROUP = Group(7, GroupKind.IMPROVEMENT, "Montering")


def a_mandate(
    key: int,
    to: MandateFor,
    valid_from: date = YEAR_AGO,
    valid_to: date | None = None,
    review: date | None = None,
) -> Mandate:
    kind, group, role, coordinator = to
    return Mandate(
        *(key, kind, group, "", role, "", coordinator),
        *(1, "", None, "Prøv", valid_from, valid_to, review),
    )


def days(count: int) -> date:
    return DAY + timedelta(days=count)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "review", "state"),
    [
        (DAY, None, None, Validity.VALID),
        (days(1), None, None, Validity.MISSING),
        (YEAR_AGO, DAY, None, Validity.VALID),
        (YEAR_AGO, days(-1), None, Validity.EXPIRED),
        (YEAR_AGO, None, days(31), Validity.VALID),
        (YEAR_AGO, None, days(30), Validity.DUE),
        (YEAR_AGO, None, days(-100), Validity.DUE),
        (YEAR_AGO, days(-1), days(-100), Validity.EXPIRED),
    ],
)
def test_how_a_mandate_stands_on_a_day(
    valid_from: date, valid_to: date | None, review: date | None, state: Validity
) -> None:
    assert validity(a_mandate(1, KIND, valid_from, valid_to, review), DAY) is state


def test_none_is_missing_and_the_notice_can_be_chosen() -> None:
    assert validity(None, DAY) is Validity.MISSING
    soon = Agreement(1, 1, "", 1, "Presis", "", YEAR_AGO, review=days(10))
    assert validity(soon, DAY) is Validity.DUE
    assert validity(soon, DAY, notice=9) is Validity.VALID


def test_of_several_versions_the_latest_begun_counts() -> None:
    first = a_mandate(1, KIND, YEAR_AGO, days(-11))
    second = a_mandate(2, KIND, days(-10), days(-1))
    third = a_mandate(3, KIND, days(5))
    versions = [third, second, first]
    assert mandates_on(versions, DAY) == {KIND: second}
    assert mandates_on(versions, days(-11)) == {KIND: first}
    assert mandates_on(versions, days(5)) == {KIND: third}
    assert mandates_on(versions, YEAR_AGO - timedelta(days=1)) == {}


def test_of_an_agreement_too_the_latest_begun_counts() -> None:
    first = Agreement(1, 7, "", 1, "Presis", "", YEAR_AGO, days(-1))
    second = Agreement(2, 7, "", 2, "Forberedt", "", DAY)
    assert agreements_on([second, first], DAY) == {7: second}
    assert agreements_on([second, first], days(-1)) == {7: first}


def counting(*to: MandateFor) -> dict[MandateFor, Mandate]:
    return mandates_on([a_mandate(key, each) for key, each in enumerate(to)], DAY)


def test_a_groups_own_mandate_goes_before_that_of_its_kind() -> None:
    own = MandateFor(group_id=7)
    found = mandate_of_group(GROUP, counting(KIND, own))
    assert found is not None
    assert found.to == own
    of_kind = mandate_of_group(GROUP, counting(KIND, MandateFor(group_id=8)))
    assert of_kind is not None
    assert of_kind.to == KIND
    assert mandate_of_group(GROUP, counting(COORDINATOR)) is None


def test_an_own_mandate_that_has_expired_is_not_hidden_by_that_of_the_kind() -> None:
    expired = a_mandate(2, MandateFor(group_id=7), YEAR_AGO, days(-1))
    found = mandate_of_group(GROUP, mandates_on([a_mandate(1, KIND), expired], DAY))
    assert found == expired


IN_GROUP = Role(3, "Leder", RoleKind.GROUP_LEADER, group_id=7, group_kind=GroupKind.IMPROVEMENT)
PILLAR = Role(3, "Pilareier", RoleKind.PILLAR_OWNER)
OF_ROLE = MandateFor(role_id=3)
OF_PILLARS = MandateFor(group_kind=GroupKind.PILLAR)


@pytest.mark.parametrize(
    ("role", "given", "counts"),
    [
        (IN_GROUP, [KIND, MandateFor(group_id=7), OF_ROLE], OF_ROLE),
        (IN_GROUP, [KIND, MandateFor(group_id=7)], MandateFor(group_id=7)),
        (IN_GROUP, [KIND, COORDINATOR], KIND),
        (IN_GROUP, [COORDINATOR, MandateFor(role_id=4)], None),
        (IN_GROUP._replace(kind=RoleKind.COORDINATOR), [KIND, COORDINATOR], COORDINATOR),
        (IN_GROUP._replace(kind=RoleKind.COORDINATOR), [OF_ROLE, COORDINATOR], OF_ROLE),
        (IN_GROUP._replace(kind=RoleKind.COORDINATOR), [KIND], None),
        (PILLAR, [OF_PILLARS], OF_PILLARS),
        (PILLAR, [KIND, COORDINATOR], None),
        (Role(3, "Avdelingsleder", unit_id=1), [KIND, COORDINATOR], None),
    ],
)
def test_the_mandate_of_a_role(
    role: Role, given: list[MandateFor], counts: MandateFor | None
) -> None:
    found = mandate_of_role(role, counting(*given))
    assert (found and found.to) == counts


@pytest.mark.parametrize(
    ("role", "needs"),
    [
        (Role(1, "Koordinator", RoleKind.COORDINATOR), True),
        (PILLAR, True),
        (Role(1, "Ledergruppe", RoleKind.MANAGEMENT_GROUP), True),
        (IN_GROUP, False),
        (Role(1, "Avdelingsleder", unit_id=1), False),
        (Role(1, "Instruktør", RoleKind.INSTRUCTOR), False),
    ],
)
def test_who_needs_a_mandate_of_their_own(role: Role, needs: bool) -> None:
    assert needs_mandate(role) is needs


def test_who_has_a_role_on_a_day() -> None:
    held = [
        RoleAssignment(1, 3, "", 1, "Kari", valid_to=days(-1)),
        RoleAssignment(2, 3, "", 2, "Ola", valid_from=DAY),
        RoleAssignment(3, 3, "", 4, "Pål"),
        RoleAssignment(4, 3, "", 5, "Åse", deputy=True),
        RoleAssignment(5, 9, "", 6, "Bo"),
    ]
    assert [each.person for each in held_on(held, 3, DAY)] == ["Ola", "Pål"]
    assert [each.person for each in held_on(held, 3, days(-1))] == ["Kari", "Pål"]
    assert [each.person for each in held_on(held, 3, DAY, deputy=True)] == ["Åse"]
    assert [each.part for each in held[2:4]] == [RolePart.HOLDER, RolePart.DEPUTY]


def test_a_deputy_alone_does_not_fill_a_role() -> None:
    assert Role(1, "Leder", deputies=("Åse",)).vacant
    assert not Role(1, "Leder", holders=("Kari",)).vacant


def test_a_role_belongs_to_its_group_or_else_its_unit() -> None:
    assert Role(1, "Leder", group="Montering", unit="Produksjon").place == "Montering"
    assert Role(1, "Leder", unit="Produksjon").place == "Produksjon"


def test_whom_a_mandate_is_given_to_can_be_shown() -> None:
    assert str(a_mandate(1, COORDINATOR).name) == "Coordinator"
    assert str(a_mandate(1, KIND).name) == "Improvement group"
    assert a_mandate(1, MandateFor(group_id=7))._replace(group="Montering").name == "Montering"
    assert a_mandate(1, OF_ROLE)._replace(role="Pilareier").name == "Pilareier"


def test_versions_may_not_hold_on_the_same_day() -> None:
    refuse_overlap([])
    refuse_overlap([(DAY, None), (YEAR_AGO, days(-1))])
    for first_ends in (DAY, None):
        with pytest.raises(RuleBroken, match="same day"):
            refuse_overlap([(DAY, None), (YEAR_AGO, first_ends)])


def test_lines_that_say_something() -> None:
    assert lines(" Presis \n\n\tForberedt\n ") == ["Presis", "Forberedt"]


def test_every_kind_part_and_state_has_a_name() -> None:
    assert set(ROLE_KIND_NAMES) == set(RoleKind)
    assert set(ROLE_PART_NAMES) == set(RolePart)
    assert set(VALIDITY_NAMES) == set(Validity)
