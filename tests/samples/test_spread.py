"""Spreading exceptions."""

from lean_desktop.samples.spread import Aim, Slot, astray, drawn, exceptions

SLOTS = {(back, person) for back in range(1, 13) for person in range(1, 7)}


def test_as_many_as_asked_for_and_always_the_same() -> None:
    found = exceptions("late", SLOTS, 75)
    assert len(found) == len(SLOTS) // 4
    assert found <= SLOTS
    assert found == exceptions("late", SLOTS, 75)
    assert found != exceptions("unprepared", SLOTS, 75)


def test_one_slot_less_changes_little() -> None:
    found = exceptions("late", SLOTS, 75)
    (gone, *_) = sorted(SLOTS - found)
    assert exceptions("late", SLOTS - {gone}, 75) == found


def test_in_calm_meetings_all_is_well() -> None:
    found = exceptions("late", SLOTS, 75, calm=9)
    assert len({back for back, _ in found}) == 3
    nothing: set[Slot] = set()
    assert exceptions("late", SLOTS, 75, calm=12) == nothing


def test_the_recent_meetings_have_an_aim_of_their_own() -> None:
    found = astray("late", SLOTS, Aim(now=100, before=50))
    assert {back for back, _ in found} <= {9, 10, 11, 12}
    assert len(found) == 12


def test_drawing_looks_at_every_word() -> None:
    assert len({drawn("a", n, m) for n in range(20) for m in range(20)}) == 400
