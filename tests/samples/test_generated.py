"""Workspaces of any size."""

from collections import Counter
from datetime import date

import pytest

from lean_desktop.samples.generated import Size, groups, organisation
from lean_desktop.samples.generated_meetings import Rows, meetings
from lean_desktop.samples.shipped import words

DAY = date(2026, 10, 6)


def made(people: int, years: int = 1, seed: int = 1, code: str = "nb") -> Rows:
    size = Size(people, years, seed)
    firm = organisation(size, DAY, words(code))
    rows: Rows = {"unit": firm.units, "person": firm.people, **groups(size, firm, DAY, words(code))}
    for portion in meetings(size, rows, DAY, words(code)):
        for table, new in portion.items():
            rows.setdefault(table, []).extend(new)
    return rows


@pytest.mark.parametrize("people", [1, 2, 7, 19, 20, 21, 100])
def test_any_size_has_as_many_people_as_asked_for_each_in_a_unit(people: int) -> None:
    rows = made(people)
    units = {unit["id"]: unit for unit in rows["unit"]}
    assert len(rows["person"]) == people
    assert all(person["unit_id"] in units for person in rows["person"])
    assert all(unit["leader_id"] is None or unit["leader_id"] <= people for unit in rows["unit"])


def test_managers_and_units_form_trees_with_one_top() -> None:
    rows = made(500)
    for table, above in (("unit", "parent_id"), ("person", "manager_id")):
        parents = {row["id"]: row[above] for row in rows[table]}
        assert [key for key, parent in parents.items() if parent is None] == [1]
        for key in parents:
            seen = [key]
            while parents[seen[-1]] is not None:
                seen.append(parents[seen[-1]])
                assert len(seen) < 10


def test_the_proportions_of_a_coordinators_file() -> None:
    rows = made(100, years=5)
    kinds = Counter(meeting["kind"] for meeting in rows["meeting"])
    assert len(rows["group"]) == 15
    assert kinds == {"improvement": 14 * 150, "steering": 150, "daily": 1150}
    assert 19_000 <= len(rows["agenda_item"]) <= 21_000
    sizes = Counter(member["group_id"] for member in rows["membership"])
    assert all(5 <= size <= 7 for size in sizes.values())


def test_a_person_is_at_most_once_in_a_group() -> None:
    rows = made(3)
    pairs = [(member["group_id"], member["person_id"]) for member in rows["membership"]]
    assert len(pairs) == len(set(pairs))


def test_numbers_run_in_order_of_time_and_every_group_has_a_meeting_ahead() -> None:
    rows = made(60)
    for group in rows["group"]:
        held = [each for each in rows["meeting"] if each["group_id"] == group["id"]]
        starts = [each["planned_start"] for each in held]
        assert starts == sorted(set(starts))
        assert [each["number"] for each in held] == list(range(1, 31))
        assert starts[-1].date() > DAY


def test_counters_know_the_last_number_given() -> None:
    rows = made(200)
    counters = {each["name"]: each["value"] for each in rows["counter"]}
    assert len(counters) == len(rows["counter"])
    groups = {each["id"]: each["group_id"] for each in rows["meeting"]}
    last: Counter[str] = Counter()
    for meeting in rows["meeting"]:
        name = f"meeting:{meeting['group_id'] or 0}"
        last[name] = max(last[name], meeting["number"])
    for each in rows["decision"]:
        last[f"decision:{groups[each['meeting_id']]}:{each['year']}"] += 1
    last["calendar"] = max(each["calendar_number"] for each in rows["meeting"])
    last["action"], last["idea"] = len(rows["action"]), len(rows["idea"])
    assert counters == last


def test_a_coordinators_file_has_the_minutes_of_what_was_held() -> None:
    rows = made(100, years=5)
    states = Counter(each["state"] for each in rows["meeting"])
    assert set(states) == {"closed", "called"}
    held = {each["id"]: each for each in rows["meeting"] if each["state"] == "closed"}
    assert all(each["planned_start"].date() < DAY for each in held.values())
    with_minutes = [each for each in held.values() if each["kind"] != "daily"]
    assert len(rows["attendance"]) / len(with_minutes) == pytest.approx(6.4, abs=0.3)
    assert 4_500 <= len(rows["action"]) <= 6_000
    assert 900 <= len(rows["idea"]) <= 1_200
    daily = len(held) - len(with_minutes)
    assert len(rows["daily_mark"]) == 3 * daily
    assert len(rows["decision"]) == len(with_minutes)


def test_everyone_recorded_is_a_member_and_only_of_meetings_that_were_held() -> None:
    rows = made(60)
    members = {(each["group_id"], each["person_id"]) for each in rows["membership"]}
    closed = {each["id"]: each["group_id"] for each in rows["meeting"] if each["actual_end"]}
    for table in ("attendance", "contribution"):
        assert rows[table]
        for each in rows[table]:
            assert (closed[each["meeting_id"]], each["person_id"]) in members
    assert {each["meeting_id"] for each in rows["follow_up"]} <= closed.keys()


def test_dates_of_actions_are_moved_from_the_first_to_the_one_of_now() -> None:
    rows = made(60)
    moves = {each["action_id"]: each for each in rows["due_change"]}
    assert len(moves) == len(rows["due_change"])
    for each in rows["action"]:
        move = moves.get(each["id"])
        dates = (move["old_due"], move["new_due"]) if move else (each["first_due"],) * 2
        assert dates == (each["first_due"], each["due"])
        assert each["created"] < each["first_due"] <= each["due"]
        assert (each["status"] == "done") == (each["done"] is not None)
    forgotten = [each for each in rows["action"] if not each["done"] and each["due"] < DAY]
    assert 0 < len(forgotten) < len(rows["action"]) / 20


def test_the_same_seed_gives_the_same_and_another_gives_another() -> None:
    assert made(40) == made(40)
    assert made(40) != made(40, seed=2)
    assert made(40) != made(40, code="en")
