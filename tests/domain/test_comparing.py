"""A draft compared with what is: each proposal in a sentence, and what would come of it."""

import pytest

from lean_desktop.domain.comparing import Outcome, comparison, named
from lean_desktop.domain.organisation import Unit
from lean_desktop.domain.reorganisation import Subject, What
from tests.domain.test_reorganisation import (
    ANNA,
    BO,
    CEM,
    COORDINATOR,
    DAY,
    DI,
    FOUNDRY,
    LIVE,
    MOULD,
    STEERING,
    WORKS,
    proposal,
)

YARD = 3
PLACED = LIVE._replace(
    units=[*LIVE.units, Unit(YARD, "Yard")],
    roles=[LIVE.roles[0], LIVE.roles[0]._replace(id=2, name="Instructor", group="Mould")],
)


@pytest.mark.parametrize(
    ("what", "subject_id", "to_id", "sentence"),
    [
        (What.MANAGER, CEM, ANNA, "Cem Eide answers to Anna Berg instead of Bo Dahl."),
        (What.MANAGER, DI, ANNA, "Di Foss answers to Anna Berg, until now to nobody."),
        (What.MANAGER, CEM, None, "Cem Eide answers to nobody, until now to Bo Dahl."),
        (What.UNIT, CEM, WORKS, "Cem Eide moves from Foundry to Works."),
        (What.UNIT, DI, WORKS, "Di Foss comes to Works, until now in no unit."),
        (What.UNIT, CEM, None, "Cem Eide is in no unit, until now in Foundry."),
        (What.UNIT_PARENT, FOUNDRY, YARD, "Foundry moves from Works to Yard."),
        (What.UNIT_PARENT, WORKS, YARD, "Works moves from the top to below Yard."),
        (What.UNIT_PARENT, FOUNDRY, None, "Foundry moves from Works to the top."),
        (What.UNIT_LEADER, FOUNDRY, CEM, "Cem Eide leads Foundry instead of Bo Dahl."),
        (What.UNIT_LEADER, WORKS, ANNA, "Anna Berg leads Works, until now without a leader."),
        (What.GROUP_PARENT, MOULD, None, "Mould moves from Steering to the top."),
        (What.GROUP_LEADER, MOULD, None, "Mould is without a leader, until now Bo Dahl."),
        (
            *(What.ROLE_HOLDER, COORDINATOR, DI),
            "Di Foss has the role Coordinator instead of Anna Berg, Bo Dahl.",
        ),
        (
            *(What.ROLE_HOLDER, COORDINATOR, None),
            "The role Coordinator is vacant, until now Anna Berg, Bo Dahl.",
        ),
        (
            *(What.ROLE_HOLDER, 2, DI),
            "Di Foss has the role Instructor (Mould), until now vacant.",
        ),
    ],
)
def test_a_change_says_from_where_to_where(
    what: What, subject_id: int, to_id: int | None, sentence: str
) -> None:
    (change,) = comparison([proposal(what, subject_id, to_id)], PLACED, DAY)
    assert str(change.sentence) == sentence
    assert change.outcome is Outcome.CHANGES


@pytest.mark.parametrize(
    ("what", "subject_id", "to_id", "sentence"),
    [
        (What.MANAGER, CEM, BO, "Cem Eide already answers to Bo Dahl."),
        (What.MANAGER, DI, None, "Di Foss already answers to nobody."),
        (What.UNIT, CEM, FOUNDRY, "Cem Eide is already in Foundry."),
        (What.UNIT, DI, None, "Di Foss is already in no unit."),
        (What.UNIT_PARENT, FOUNDRY, WORKS, "Foundry is already below Works."),
        (What.GROUP_PARENT, STEERING, None, "Steering is already at the top."),
        (What.GROUP_LEADER, MOULD, BO, "Bo Dahl already leads Mould."),
        (What.UNIT_LEADER, WORKS, None, "Works is already without a leader."),
        (What.ROLE_HOLDER, 2, None, "The role Instructor (Mould) is already vacant."),
    ],
)
def test_what_is_so_already_is_told_as_that(
    what: What, subject_id: int, to_id: int | None, sentence: str
) -> None:
    (change,) = comparison([proposal(what, subject_id, to_id)], PLACED, DAY)
    assert str(change.sentence) == sentence
    assert change.outcome is Outcome.ALREADY


def test_what_would_lie_below_itself_is_told_as_impossible() -> None:
    circle = [proposal(What.MANAGER, ANNA, CEM, 5), proposal(What.MANAGER, DI, CEM, 6)]
    found = comparison(circle, LIVE, DAY)
    assert [each.outcome for each in found] == [Outcome.IMPOSSIBLE, Outcome.CHANGES]
    assert (
        str(found[0].sentence)
        == "Anna Berg cannot come below Cem Eide: that would put it below itself."
    )


def test_a_change_leads_to_its_subject_and_tells_moves_from_roles() -> None:
    draft = [proposal(What.GROUP_LEADER, MOULD, CEM, 8), proposal(What.UNIT, CEM, WORKS, 9)]
    moved, led = comparison(draft, LIVE, DAY)
    assert (moved.proposal_id, moved.subject, moved.subject_id) == (9, Subject.PERSON, CEM)
    assert (led.proposal_id, led.subject, led.subject_id) == (8, Subject.GROUP, MOULD)
    assert (moved.moves, led.moves) == (True, False)
    assert [moved.name, led.name] == [named(each, LIVE) for each in reversed(draft)]
