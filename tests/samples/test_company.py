"""The sample company."""

from datetime import date, datetime, timedelta

import pytest

from lean_desktop.samples.company import Company, company
from lean_desktop.samples.company_held import Row
from lean_desktop.samples.company_meetings import company_meetings
from lean_desktop.samples.shipped import shipped, words

TUESDAY = date(2026, 10, 6)


def made(code: str = "nb", day: date = TUESDAY) -> tuple[Company, dict[str, list[Row]]]:
    firm = company(day, words(code))
    return firm, {**firm.rows, **company_meetings(firm, day, words(code))}


def test_the_size_the_welcome_page_promises() -> None:
    firm, rows = made()
    assert firm.name == "Verkstedindustri AS"
    assert (len(rows["person"]), len(rows["group"])) == (52, 7)


def test_everybody_has_a_unit_a_manager_and_an_address_of_their_own() -> None:
    _, rows = made()
    people = rows["person"]
    assert [person["last_name"] for person in people if person["manager_id"] is None] == ["Bakken"]
    assert all(person["unit_id"] for person in people)
    assert len({person["email"] for person in people}) == len(people)
    assert all(person["email"].isascii() for person in people)


def test_a_unit_without_a_leader_answers_to_the_one_above() -> None:
    firm, rows = made()
    planner = rows["person"][firm.people["Camilla Foss"] - 1]
    assert planner["manager_id"] == firm.people["Ragnhild Moen"]


def test_an_assistant_two_dotted_lines_and_a_manager_before_the_one_of_now() -> None:
    firm, rows = made()
    names = {key: name for name, key in firm.people.items()}
    (assistant,) = [each for each in rows["person"] if each["assistant"]]
    assert names[assistant["id"]] == "Frøydis Hansen"
    assert names[assistant["manager_id"]] == "Terje Bakken"
    dotted = [each for each in rows["reporting_line"] if each["dotted"]]
    assert {names[each["person_id"]] for each in dotted} == {"Kari Solberg", "Ingrid Haugen"}
    (before,) = [each for each in rows["reporting_line"] if not each["dotted"]]
    now = rows["person"][before["person_id"] - 1]
    assert (names[before["manager_id"]], names[now["manager_id"]]) == (
        "Oddvar Dahl",
        "Ragnhild Moen",
    )
    assert now["manager_since"] == before["valid_to"] + timedelta(days=1)


def test_the_agenda_of_the_screens() -> None:
    firm, rows = made()
    (meeting,) = [
        each
        for each in rows["meeting"]
        if each["group_id"] == firm.groups["Forbedringsgruppe Montering"] and each["number"] == 14
    ]
    items = [each for each in rows["agenda_item"] if each["meeting_id"] == meeting["id"]]
    assert meeting["planned_start"] == datetime(2026, 10, 6, 13, 0)
    assert meeting["planned_end"] == datetime(2026, 10, 6, 13, 45)
    assert [item["minutes"] for item in items] == [3, 8, 12, 8, 10, 5, 4]
    assert items[1]["title"] == "Etterspørre gjøremål fra møte 13"
    tasks = [each for each in rows["preparation"] if each["agenda_item_id"] == items[3]["id"]]
    assert [(each["task"], each["person_id"]) for each in tasks] == [
        ("Måledata fra uke 40", firm.people["Vegard Hagen"])
    ]
    assert [
        each["person_id"] for each in rows["meeting_guest"] if each["meeting_id"] == meeting["id"]
    ] == [firm.people["Kari Solberg"]]


def test_seven_are_called_to_it_and_one_was_a_member_before() -> None:
    firm, rows = made()
    group = firm.groups["Forbedringsgruppe Montering"]
    members = [each for each in rows["membership"] if each["group_id"] == group]
    today = [each for each in members if each["valid_to"] is None]
    assert (len(members), len(today)) == (8, 7)


@pytest.mark.parametrize("day", [TUESDAY + timedelta(days=n) for n in (0, 1, 2, 3, 6)])
def test_meetings_are_numbered_in_order_on_working_days_within_the_life_of_the_group(
    day: date,
) -> None:
    _, rows = made(day=day)
    since = {each["id"]: each["active_from"] for each in rows["group"]}
    counters = {each["name"]: each["value"] for each in rows["counter"]}
    for group in {each["group_id"] for each in rows["meeting"]}:
        held = [each for each in rows["meeting"] if each["group_id"] == group]
        assert [each["number"] for each in held] == list(range(1, len(held) + 1))
        assert counters[f"meeting:{group or 0}"] == len(held)
        assert sorted(held, key=lambda each: each["planned_start"]) == held
        assert group is None or since[group] <= held[0]["planned_start"].date()
    assert {each["planned_start"].weekday() for each in rows["meeting"]} <= {0, 1, 2, 3, 4}


def test_whoever_presents_or_chairs_is_known() -> None:
    _, rows = made()
    assert all(meeting["chair_id"] for meeting in rows["meeting"])
    named = {
        item[2]
        for frame in shipped("meetings")["frames"].values()
        for item in frame["items"]
        if item[2]
    }
    firm, _ = made()
    assert named - {"@chair", "@topic"} <= firm.people.keys()
    topics = {by for series in shipped("meetings")["series"] for _, by in series["topics"]}
    assert topics <= firm.people.keys()


def test_every_text_has_an_english_one() -> None:
    _, norwegian = made("nb")
    _, english = made("en")
    for table, column in [
        ("unit", "name"),
        ("person", "title"),
        ("group", "name"),
        ("group", "purpose"),
        ("group", "pillar"),
        ("group", "shifts"),
        ("meeting", "place"),
        ("meeting", "purpose"),
        ("agenda_item", "title"),
        ("agenda_item", "purpose"),
        ("agenda_item", "section"),
        ("preparation", "task"),
    ]:
        pairs = zip(norwegian[table], english[table], strict=True)
        same = {ours[column] for ours, theirs in pairs if ours[column] == theirs[column]}
        assert same - {""} == set(), (table, column)


def test_no_brace_is_left_in_a_text() -> None:
    for code in ("nb", "en"):
        _, rows = made(code)
        for table in ("meeting", "agenda_item"):
            assert not [row for row in rows[table] if "{" in repr(list(row.values()))]
