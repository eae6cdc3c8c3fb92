"""The tree of goals: its order, the way from the whole to a group, and what moves up."""

from lean_desktop.domain.goals import Goal, goals_of_group, order_without, tree, way_to

WHOLE = Goal(1, 1, "Levere til rett tid")
PART = Goal(2, 1, "Halv omstillingstid", 1, group_id=7)
FIRST = Goal(3, 0, "Færre stopp", 1)
BELOW = Goal(4, 0, "Ingen leter etter verktøy", 2, group_id=8)
TOP = Goal(5, 0, "Ingen skader", group_id=7)
GOALS = [WHOLE, PART, FIRST, BELOW, TOP]


def test_each_goal_is_followed_by_its_parts_in_their_order() -> None:
    assert [(placed.goal, placed.depth) for placed in tree(GOALS)] == [
        (TOP, 0),
        (WHOLE, 0),
        (FIRST, 1),
        (PART, 1),
        (BELOW, 2),
    ]


def test_of_some_goals_those_whose_goal_above_is_missing_stand_at_the_top() -> None:
    assert [(placed.goal, placed.depth) for placed in tree([BELOW, PART])] == [
        (PART, 0),
        (BELOW, 1),
    ]


def test_a_tree_may_be_deep() -> None:
    deep = [Goal(n, 0, "", n - 1 or None) for n in range(1, 3000)]
    assert tree(deep)[-1].depth == 2998


def test_the_way_to_a_goal_begins_at_the_top() -> None:
    assert way_to(BELOW, GOALS) == (WHOLE, PART, BELOW)
    assert way_to(TOP, GOALS) == (TOP,)


def test_what_a_group_works_for_with_why() -> None:
    assert goals_of_group(7, GOALS) == [(TOP,), (WHOLE, PART)]
    assert goals_of_group(8, GOALS) == [(WHOLE, PART, BELOW)]
    assert goals_of_group(9, GOALS) == []


def test_the_parts_of_what_goes_take_its_place() -> None:
    assert order_without({2}, GOALS) == {None: [5, 1], 1: [3, 4]}
    assert order_without({1, 2}, GOALS) == {None: [5, 3, 4]}
    assert order_without({1, 2, 4}, GOALS) == {None: [5, 3]}


def test_a_circle_made_by_other_hands_ends_and_loses_nothing() -> None:
    circle = [Goal(1, 0, "a", 2), Goal(2, 0, "b", 1)]
    assert way_to(circle[0], circle) == (circle[1], circle[0])
    placed = [(each.goal.name, each.depth) for each in tree([*circle, TOP])]
    assert placed == [("Ingen skader", 0), ("a", 0), ("b", 1)]
