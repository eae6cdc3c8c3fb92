"""What the sample company has behind it: nothing that disagrees, whatever the day."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr

from lean_desktop.samples.company import Company, company
from lean_desktop.samples.company_history import company_history
from lean_desktop.samples.company_meetings import company_meetings
from lean_desktop.samples.shipped import shipped, words
from lean_desktop.samples.workdays import is_open

TUESDAY = date(2026, 10, 6)
DAYS = [
    *(TUESDAY + timedelta(days=n) for n in (0, 1, 2, 3, 6)),
    date(2026, 7, 15),  # within the summer closing
    date(2027, 1, 4),  # the first after Christmas
    date(2027, 4, 6),  # after Easter
    date(2028, 5, 30),
]
MONTERING = "Forbedringsgruppe Montering"


@cache
def made(day: date = TUESDAY, code: str = "nb") -> tuple[Company, dict[str, list[dict]]]:  # type: ignore[type-arg]
    firm = company(day, words(code))
    planned = company_meetings(firm, day, words(code))
    return firm, {**firm.rows, **company_history(firm, planned, day, words(code))}


def by_id(rows: list[dict]) -> dict[int, dict]:  # type: ignore[type-arg]
    return {row["id"]: row for row in rows}


on_any_day = pytest.mark.parametrize("day", DAYS, ids=str)


@on_any_day
def test_meetings_before_the_day_are_closed_but_for_those_that_were_not_held(day: date) -> None:
    firm, rows = made(day)
    past = [each for each in rows["meeting"] if each["planned_end"].date() < day]
    others = [each for each in past if each["state"] != "closed"]
    names = {key: name for name, key in firm.groups.items()}
    assert {(names[each["group_id"]], each["state"]) for each in others} == {
        ("Forbedringsgruppe Lager & logistikk", "cancelled"),
        ("Forbedringsgruppe Vedlikehold", "draft"),
    }
    assert all((each["state"] == "cancelled") == bool(each["reason"]) for each in rows["meeting"])
    ahead = [each["state"] for each in rows["meeting"] if each["planned_end"].date() >= day]
    assert set(ahead) == {"called", "draft"}


@on_any_day
def test_closed_meetings_have_their_times_and_outcomes_and_no_others_have(day: date) -> None:
    _, rows = made(day)
    meetings = by_id(rows["meeting"])
    for each in meetings.values():
        closed = each["state"] == "closed"
        assert (each["actual_start"] is not None) == (each["actual_end"] is not None) == closed
        assert not closed or each["actual_start"] < each["actual_end"]
    for item in rows["agenda_item"]:
        meeting = meetings[item["meeting_id"]]
        recorded = meeting["state"] == "closed" and meeting["kind"] != "daily"
        assert bool(item["outcome"]) == recorded
        assert item["actual_minutes"] is None or item["outcome"] == "treated"


def _is_of_the_screens(meeting: dict, firm: Company, day: date) -> bool:  # type: ignore[type-arg]
    on = meeting["planned_start"].date()
    return bool(on == day and meeting["group_id"] == firm.groups[MONTERING])


@on_any_day
def test_only_members_of_the_day_are_recorded_and_all_of_them(day: date) -> None:
    firm, rows = made(day)
    came = defaultdict(set)
    for row in rows["attendance"]:
        came[row["meeting_id"]].add(row["person_id"])
        assert (row["arrival"] == "late") == (row["late_minutes"] is not None)
    for meeting in rows["meeting"]:
        on = meeting["planned_start"].date()
        members = {
            each["person_id"]
            for each in firm.rows["membership"]
            if each["group_id"] == meeting["group_id"]
            and each["valid_from"] <= on <= (each["valid_to"] or on)
        }
        said_no = {firm.people["Pål Strand"]} if _is_of_the_screens(meeting, firm, day) else set()
        assert came[meeting["id"]] == (members if meeting["state"] == "closed" else said_no)


@on_any_day
def test_only_who_was_there_had_a_say_or_was_seen_to_be_prepared(day: date) -> None:
    _, rows = made(day)
    there = {
        (row["meeting_id"], row["person_id"])
        for row in rows["attendance"]
        if row["arrival"] in ("on_time", "late")
    }
    assert {(row["meeting_id"], row["person_id"]) for row in rows["contribution"]} == there
    assert {(row["meeting_id"], row["person_id"]) for row in rows["prepared"]} <= there
    tasks, items = by_id(rows["preparation"]), by_id(rows["agenda_item"])
    for row in rows["prepared"]:
        task = tasks[row["preparation_id"]]
        assert task["person_id"] in (None, row["person_id"])
        assert items[task["agenda_item_id"]]["meeting_id"] == row["meeting_id"]


@on_any_day
def test_moves_of_a_date_follow_each_other(day: date) -> None:
    _, rows = made(day)
    moves = defaultdict(list)
    for row in rows["due_change"]:
        moves[row["action_id"]].append(row)
    for action in rows["action"]:
        own = moves[action["id"]]
        dates = [action["first_due"], *(each["new_due"] for each in own)]
        assert [each["old_due"] for each in own] == dates[:-1]
        assert dates[-1] == action["due"]
        changed = [action["created"], *(each["changed"] for each in own), day]
        assert all(one <= other for one, other in pairwise(changed)), action["title"]
        assert all(one < other for one, other in pairwise(dates))
        assert all(each["reason"] for each in own)


@on_any_day
def test_an_action_is_made_before_it_is_due_or_done_and_its_state_is_no_older(day: date) -> None:
    _, rows = made(day)
    meetings = by_id(rows["meeting"])
    for each in rows["action"]:
        assert (each["status"] == "done") == (each["done"] is not None)
        assert each["created"] <= (each["done"] or day) <= day
        assert each["first_due"] is None or each["created"] < each["first_due"]
        assert each["created"] <= each["status_since"] <= day
        if each["meeting_id"]:
            assert meetings[each["meeting_id"]]["planned_start"].date() == each["created"]
            assert meetings[each["meeting_id"]]["group_id"] == each["group_id"]


@on_any_day
def test_what_was_answered_is_what_happened(day: date) -> None:
    _, rows = made(day)
    actions, meetings = by_id(rows["action"]), by_id(rows["meeting"])
    moved = {(row["action_id"], row["meeting_id"]): row for row in rows["due_change"]}
    for row in rows["follow_up"]:
        action, meeting = actions[row["action_id"]], meetings[row["meeting_id"]]
        assert row["day"] == meeting["planned_start"].date() > action["created"]
        assert action["done"] is None or row["day"] <= action["done"]
        move = moved.get((row["action_id"], row["meeting_id"]))
        assert (row["answer"] == "new_date") == (move is not None)
        assert move is None or (row["due"], row["note"]) == (move["old_due"], move["reason"])
        assert row["answer"] != "done" or action["done"] == row["day"]
        assert row["asked"] or row["answer"] == ""


@on_any_day
def test_counters_know_the_last_number_given(day: date) -> None:
    _, rows = made(day)
    last = {
        "calendar": max(each["calendar_number"] for each in rows["meeting"]),
        "action": max(each["number"] for each in rows["action"]),
        "idea": max(each["number"] for each in rows["idea"]),
    }
    meetings = by_id(rows["meeting"])
    for each in rows["meeting"]:
        name = f"meeting:{each['group_id'] or 0}"
        last[name] = max(last.get(name, 0), each["number"])
    for each in rows["decision"]:
        group = meetings[each["meeting_id"]]["group_id"]
        name = f"decision:{group}:{each['year']}"
        assert each["number"] == last.get(name, 0) + 1
        last[name] = each["number"]
    assert {each["name"]: each["value"] for each in rows["counter"]} == last
    for table in ("action", "idea"):
        numbers = [each["number"] for each in rows[table]]
        assert numbers == sorted(set(numbers))


@on_any_day
def test_meetings_fall_where_their_series_says_on_days_the_plant_is_open(day: date) -> None:
    _, rows = made(day)
    series = by_id(rows["meeting_series"])
    for key, each in series.items():
        rule = rrulestr(each["rule"], dtstart=each["first_start"])
        until = datetime.combine(each["planned_to"] + timedelta(days=1), datetime.min.time())
        own = [meeting for meeting in rows["meeting"] if meeting["series_id"] == key]
        given = set(rule.between(each["first_start"], until, inc=True))
        slots = {meeting["slot"] for meeting in own}
        assert slots <= given
        # What happens on the day itself is there to be seen, even in the summer closing.
        elsewhere = {at for at in given if at.date() != day}
        assert {at for at in slots if at.date() != day} == {
            at for at in elsewhere if is_open(at.date())
        }
        assert all(meeting["slot"] == meeting["planned_start"] for meeting in own)


@on_any_day
def test_every_area_is_marked_in_every_daily_meeting_that_was_held(day: date) -> None:
    firm, rows = made(day)
    areas = by_id(rows["daily_area"])
    marked = defaultdict(set)
    for row in rows["daily_mark"]:
        marked[row["meeting_id"]].add(areas[row["area_id"]]["name"])
        assert row["red"] == bool(row["deviation"])
    for meeting in rows["meeting"]:
        usual = {"Sikkerhet", "Kvalitet", "Leveranse"}
        if meeting["unit_id"] == firm.units["Støperi"]:
            usual |= {"Bemanning"}
        held = meeting["kind"] == "daily" and meeting["state"] == "closed"
        assert marked[meeting["id"]] == (usual if held else set())
    assert 10 < sum(row["red"] for row in rows["daily_mark"]) < 20


def test_a_decision_is_about_the_item_it_was_made_in() -> None:
    _, rows = made()
    items = by_id(rows["agenda_item"])
    (told,) = [each for each in rows["decision"] if each["text"].startswith("Skrustasjon 4 filmes")]
    assert items[told["agenda_item_id"]]["title"] == "Omstillingstid på skrustasjon 4"
    assert items[told["agenda_item_id"]]["meeting_id"] == told["meeting_id"]
    written = shipped("minutes")["decisions"].values()
    assert len(rows["decision"]) == sum(len(texts) for each in written for texts in each.values())


def test_what_is_red_and_raised_is_told_whole() -> None:
    _, rows = made()
    assert sum(row["red"] for row in rows["daily_mark"]) == 15
    waiting = [row for row in rows["escalation"] if row["answered"] is None]
    (answered,) = [row for row in rows["escalation"] if row["answered"] is not None]
    actions = by_id(rows["action"])
    assert [actions[row["action_id"]]["number"] for row in waiting] == [122]
    assert answered["raised"] < answered["answered"] == date(2026, 8, 27)
    assert answered["answer"]


@on_any_day
def test_the_open_actions_of_the_agenda_sheet(day: date) -> None:
    firm, rows = made(day)
    names = {key: name for name, key in firm.people.items()}
    slips = [row["action_id"] for row in rows["due_change"]]
    shown = [
        (
            each["number"],
            names[each["owner_id"]],
            (each["first_due"] - day).days,
            (each["due"] - day).days,
            slips.count(each["id"]),
        )
        for each in rows["action"]
        if each["group_id"] == firm.groups[MONTERING] and each["status"] != "done"
    ]
    assert shown == [
        (128, "Łukasz Kowalczyk", -21, -3, 2),
        (131, "Vegard Hagen", -8, -1, 1),
        (136, "Linh Nguyễn", 0, 0, 0),
        (138, "Hanne Årnes", 2, 2, 0),
    ]


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


@on_any_day
def test_the_pulse_of_the_screens_on_any_day(day: date) -> None:
    """On time 86, prepared 71, agenda kept 63, followed up 82, done on time 68, contributing 88."""
    firm, rows = made(day)
    group = firm.groups[MONTERING]
    held = [each for each in rows["meeting"] if each["group_id"] == group]
    last = by_id([each for each in held if each["state"] == "closed"][-8:])
    expected = [
        row["arrival"]
        for row in rows["attendance"]
        if row["meeting_id"] in last and row["arrival"] != "excused"
    ]
    assert abs(percent(expected.count("on_time"), len(expected)) - 86) <= 1
    how = [row["how"] for row in rows["prepared"] if row["meeting_id"] in last]
    assert abs(percent(how.count("yes"), len(how)) - 71) <= 1
    kept = [
        each["actual_end"] <= each["planned_end"] + timedelta(minutes=5) for each in last.values()
    ]
    assert kept.count(True) == 5
    due = [
        row["asked"]
        for row in rows["follow_up"]
        if row["meeting_id"] in last and row["due"] <= row["day"]
    ]
    assert abs(percent(due.count(True), len(due)) - 82) <= 3
    days = [each["planned_start"].date() for each in last.values()]
    promised = [
        each["done"] is not None and each["done"] <= each["first_due"]
        for each in rows["action"]
        if each["group_id"] == group and days[0] <= each["first_due"] <= days[-1]
    ]
    assert abs(percent(promised.count(True), len(promised)) - 68) <= 3
    said = [row["had_a_say"] for row in rows["contribution"] if row["meeting_id"] in last]
    assert abs(percent(said.count(True), len(said)) - 88) <= 2


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("closed_period", "name"),
        ("meeting", "reason"),
        ("action", "title"),
        ("due_change", "reason"),
        ("follow_up", "note"),
        ("idea", "text"),
        ("idea", "reason"),
        ("escalation", "text"),
        ("escalation", "answer"),
        ("decision", "text"),
        ("meeting_note", "text"),
        ("daily_area", "name"),
        ("daily_mark", "deviation"),
    ],
)
def test_every_text_has_an_english_one(table: str, column: str) -> None:
    (_, norwegian), (_, english) = made(), made(code="en")
    pairs = list(zip(norwegian[table], english[table], strict=True))
    assert any(ours[column] for ours, _ in pairs)
    same = [ours[column] for ours, theirs in pairs if ours[column] == theirs[column] != ""]
    assert same == []


def test_the_rows_of_one_table_have_the_same_columns() -> None:
    _, rows = made()
    for table, new in rows.items():
        assert len({tuple(sorted(row)) for row in new}) == 1, table
