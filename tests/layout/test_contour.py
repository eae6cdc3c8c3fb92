"""Outlines are joined as one sees them, and those joined stay as they were."""

from lean_desktop.layout.contour import Step, covered, distance, flat

LOW = Step(0, 10, 5, Step(0, 30, 2), dx=1, dy=10)
HIGH = Step(0, 20, 8)


def test_an_outline_goes_on_with_another_that_is_moved() -> None:
    assert flat(LOW) == [(0, 10, 5), (10, 40, 3)]


def test_what_reaches_lower_goes_on_below() -> None:
    before = flat(LOW), flat(HIGH)
    assert flat(covered(LOW, HIGH, 100)) == [(0, 20, 8), (20, 40, 103)]
    assert (flat(LOW), flat(HIGH)) == before


def test_a_step_that_ends_where_the_other_does_is_left_out() -> None:
    assert flat(covered(LOW, Step(0, 10, 1), 0)) == [(0, 10, 1), (10, 40, 3)]


def test_the_distance_is_that_of_the_narrowest_place() -> None:
    assert distance(LOW, HIGH, 0) == 5  # At the foot of HIGH, where LOW is at 3.
    assert distance(LOW, HIGH, 100) == 105
    assert distance(Step(0, 10, 0), HIGH, 0) == 8
