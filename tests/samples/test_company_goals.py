"""Where the sample company is going: a tree of goals that reaches its groups."""

from datetime import date, timedelta

from lean_desktop.domain.goals import Goal, goals_of_group, tree
from lean_desktop.samples.company import Company, company
from lean_desktop.samples.company_goals import Row, company_goals
from lean_desktop.samples.shipped import words

TUESDAY = date(2026, 10, 6)


def made(code: str = "nb", day: date = TUESDAY) -> tuple[Company, dict[str, list[Row]]]:
    firm = company(day, words(code))
    return firm, company_goals(firm, day, words(code))


def test_the_values_of_the_coordinators_course() -> None:
    _, rows = made()
    assert [row["name"] for row in rows["core_value"]] == [
        *("Delaktighet", "Entusiasme", "Involvering"),
        "Å gjøre hverandre gode",
    ]
    assert all(row["meaning"] for row in rows["core_value"])
    assert len(rows["vision"]) == 1


def test_the_goals_reach_every_group_and_say_how_one_sees_it() -> None:
    firm, rows = made()
    goals = [Goal(**row) for row in rows["goal"]]
    assert len(tree(goals)) == len(goals) == 10
    assert all(goal.measure and goal.due and goal.due > TUESDAY for goal in goals)
    for name, key in firm.groups.items():
        assert goals_of_group(key, goals), name
    (way,) = goals_of_group(firm.groups["Pilotteam Maskinering"], goals)
    assert [goal.name for goal in way] == [
        "Levere til avtalt tid, hver gang",
        "Halv omstillingstid i maskineringen",
    ]


def test_every_text_has_an_english_one() -> None:
    (_, norwegian), (_, english) = made("nb"), made("en")
    for table, column in [
        ("vision", "text"),
        *(("core_value", name) for name in ("name", "meaning")),
        *(("goal", name) for name in ("name", "measure")),
    ]:
        pairs = zip(norwegian[table], english[table], strict=True)
        assert not [ours for ours, theirs in pairs if ours[column] == theirs[column]]


def test_the_days_follow_the_day_it_is_made_for() -> None:
    (_, now), (_, later) = made(), made(day=TUESDAY + timedelta(days=7))
    for one, other in zip(now["goal"], later["goal"], strict=True):
        assert other == {**one, "due": one["due"] + timedelta(days=7)}
