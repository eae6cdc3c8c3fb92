"""A mandate as it is handed over."""

from datetime import date

from lean_desktop.domain.mandate import Receiver, described_alike, given_mandates
from lean_desktop.domain.roles import MandateFor, Validity
from tests.handouts.places import DAY, EARLIER, LEADING, MANDATE, ORGANISED, ROLES


def test_a_mandate_with_all_it_holds_for() -> None:
    (given,) = given_mandates(ORGANISED, DAY)
    assert (given.mandate, given.standing) == (MANDATE, Validity.VALID)
    assert [led.group.name for led in given.groups] == ["Montering", "Støperi"]
    assert given.groups[0].leaders == ("Øystein Ødegård",)
    assert given.groups[0].deputies == ("Łukasz Kowalczyk",)
    assert given.roles == ((LEADING, ROLES[1]),)
    assert given.others == (EARLIER,)
    assert given.giver_leaders == ("Ragnhild Moen",)


def test_who_leads_each_group_receives_it_also_where_nobody_does() -> None:
    (given,) = given_mandates(ORGANISED, DAY)
    assert given.receivers == [Receiver("Øystein Ødegård", "Montering"), Receiver("", "Støperi")]


def test_a_mandate_of_a_role_is_received_by_its_holders() -> None:
    own = MANDATE._replace(id=9, group_kind=None, role_id=1, role="Gruppeleder")
    found = ORGANISED._replace(mandates=[own])
    (given,) = given_mandates(found, DAY)
    assert given.mandate.to == MandateFor(role_id=1)
    assert (given.roles, given.groups) == (((LEADING,),), ())
    assert given.receivers == [Receiver("Øystein Ødegård", "Montering")]


def test_the_version_of_the_day_counts_and_else_the_first_to_come() -> None:
    (before,) = given_mandates(ORGANISED, date(2025, 6, 1))
    assert (before.mandate, before.others) == (EARLIER, (MANDATE,))
    (ahead,) = given_mandates(ORGANISED, date(2024, 6, 1))
    assert (ahead.mandate, ahead.standing) == (EARLIER, Validity.MISSING)


def test_roles_that_say_something_else_stand_apart() -> None:
    other = LEADING._replace(id=5, purpose="Lede på en annen måte")
    assert described_alike([LEADING, other, ROLES[1]]) == ((LEADING, ROLES[1]), (other,))
