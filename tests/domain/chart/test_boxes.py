"""Keys of boxes, and how they are hung up."""

from lean_desktop.domain.chart.boxes import Box, BoxKind, Hanging, box_key


def hanging(*boxes: tuple[int, int | None, bool]) -> Hanging:
    """People by key: what each hangs below or, when the last is true, stands beside."""
    made = Hanging()
    for key, above, beside in boxes:
        over = None if above is None else box_key(BoxKind.PERSON, above)
        made.add(Box(BoxKind.PERSON, key, "", f"P{key}"), over, key, beside=beside)
    return made


def keys(*ids: int) -> list[int]:
    return [box_key(BoxKind.PERSON, key) for key in ids]


def test_keys_are_the_same_whenever_and_never_meet() -> None:
    made = {box_key(kind, key) for kind in BoxKind for key in range(1, 50)}
    assert len(made) == len(BoxKind) * 49
    assert Box(BoxKind.ROLE, 7, "", "").key == box_key(BoxKind.ROLE, 7)


def test_who_stands_beside_a_box_does_not_hang_below_it() -> None:
    chart = hanging((1, None, False), (2, 1, True), (3, 1, False)).hung()
    (root,) = keys(1)
    assert (chart.roots, chart.below[root], chart.aside[root]) == ([root], keys(3), keys(2))


def test_who_has_somebody_below_hangs_below_too() -> None:
    chart = hanging((1, None, False), (2, 1, True), (3, 2, False)).hung()
    one, two, three = keys(1, 2, 3)
    assert not chart.aside
    assert (chart.below[one], chart.below[two]) == ([two], [three])


def test_a_place_that_is_gone_leaves_the_box_at_the_top() -> None:
    chart = hanging((1, 9, False), (2, 9, True)).hung()
    assert chart.roots == keys(1, 2)


def test_a_circle_is_opened_at_its_first_box() -> None:
    chart = hanging((1, 3, True), (2, 1, False), (3, 2, False)).hung()
    one, two, three = keys(1, 2, 3)
    assert chart.roots == [one]
    assert (chart.below[one], chart.below[two]) == ([two], [three])
