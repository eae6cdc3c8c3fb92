"""Which version of an agreement is on paper, and who signs it."""

from datetime import date

from lean_desktop.domain.agreement import Signer, counting_or_next, signers
from lean_desktop.domain.organisation import GroupRole, Membership
from lean_desktop.domain.roles import Agreement, Signature

DAY = date(2026, 10, 6)
FIRST = Agreement(1, 7, "Montering", 1, "Presis", "", date(2026, 1, 1), date(2026, 5, 31))
SECOND = Agreement(2, 7, "Montering", 2, "Forberedt", "", date(2026, 6, 1))
KARI = Membership(1, 7, "Montering", 3, "Kari", GroupRole.LEADER)
OLA = Membership(2, 7, "Montering", 4, "Ola", valid_to=date(2026, 10, 5))


def test_the_version_that_counts_or_else_the_first_to_come() -> None:
    versions = [SECOND, FIRST]
    assert counting_or_next(versions, DAY) == SECOND
    assert counting_or_next(versions, date(2026, 5, 31)) == FIRST
    assert counting_or_next(versions, date(2025, 1, 1)) == FIRST
    assert counting_or_next([], DAY) is None


def test_an_expired_one_counts_until_there_is_another() -> None:
    assert counting_or_next([FIRST], DAY) == FIRST


def test_members_sign_and_who_left_has_signed() -> None:
    signed = [Signature(1, 1, 4, "Ola", FIRST.valid_from)]
    assert signers([KARI, OLA], signed, DAY) == (
        Signer("Kari", GroupRole.LEADER),
        Signer("Ola", None, FIRST.valid_from),
    )
    assert signers([KARI, OLA], [], DAY) == (Signer("Kari", GroupRole.LEADER),)


def test_one_with_two_parts_signs_once_with_the_first() -> None:
    twice = KARI._replace(id=3, role=GroupRole.MEMBER)
    assert signers([KARI, twice], [], DAY) == (Signer("Kari", GroupRole.LEADER),)
    bo = KARI._replace(id=4, person_id=9, person="Bo", role=GroupRole.MEMBER)
    assert [each.person for each in signers([KARI, bo, twice], [], DAY)] == ["Kari", "Bo"]
