"""The sample's roles, mandates and agreements: those of the screens, and nothing that disagrees."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.roles import FILLED_BY
from lean_desktop.queries.roles import ready
from lean_desktop.samples.company import Company, company
from lean_desktop.samples.company_roles import Row, company_roles
from lean_desktop.samples.shipped import words

TUESDAY = date(2026, 10, 6)
Made = tuple[Company, dict[str, list[Row]]]


def made(code: str = "nb", day: date = TUESDAY) -> Made:
    firm = company(day, words(code))
    return firm, company_roles(firm, day, words(code), ready(code))


def there(row: Row, day: date = TUESDAY) -> bool:
    return (row["valid_from"] or day) <= day <= (row["valid_to"] or day)


def holders(rows: dict[str, list[Row]]) -> dict[int, int]:
    """By role, who has it; of a shared one, the last."""
    return {
        each["role_id"]: each["person_id"]
        for each in rows["role_assignment"]
        if there(each) and not each["deputy"]
    }


def test_36_roles() -> None:
    _, rows = made()
    assert len(rows["role"]) == 36


def test_the_group_leader_of_the_screens() -> None:
    firm, rows = made()
    (role,) = [
        each
        for each in rows["role"]
        if each["group_id"] == firm.groups["Pilotteam Maskinering"]
        and each["kind"] == "group_leader"
    ]
    assert role["name"] == "Gruppeleder"
    assert role["purpose"].startswith("Teamet viser at omstillingstid og stopp kan halveres")
    assert "Etterspør gjøremål i hvert møte" in role["accountabilities"].splitlines()
    mandate = [each for each in rows["mandate"] if each["group_kind"] == "pilot"][-1]
    assert (mandate["version"], mandate["valid_from"], mandate["review"]) == (
        *(2, date(2026, 3, 1)),
        date(2026, 11, 15),
    )


def test_nobody_is_given_what_members_of_a_group_hold() -> None:
    _, rows = made()
    filled = {
        each["id"]
        for each in rows["role"]
        if each["group_id"] is not None and each["kind"] in FILLED_BY
    }
    assert filled.isdisjoint(each["role_id"] for each in rows["role_assignment"])


def test_leaders_of_units_are_those_of_the_line() -> None:
    firm, rows = made()
    leads = {each["id"]: each["leader_id"] for each in firm.rows["unit"]}
    held = holders(rows)
    for role in rows["role"]:
        if role["kind"] == "" and role["name"] != "Assistent":
            assert held.get(role["id"]) == leads[role["unit_id"]]


@pytest.mark.parametrize("table", ["mandate", "agreement"])
def test_versions_follow_each_other_without_meeting(table: str) -> None:
    _, rows = made()
    whom = ("group_kind", "group_id", "role_id", "is_coordinator")
    last: dict[tuple[object, ...], Row] = {}
    for row in rows[table]:
        before = last.get(key := tuple(row.get(name) for name in whom))
        assert row["version"] == (before["version"] + 1 if before else 1)
        assert before is None or before["valid_to"] + timedelta(days=1) == row["valid_from"]
        last[key] = row


def test_only_members_have_signed_and_not_everybody_has() -> None:
    firm, rows = made()
    groups = {each["id"]: each["group_id"] for each in rows["agreement"]}
    since = {each["id"]: each["valid_from"] for each in rows["agreement"]}
    for each in rows["signature"]:
        of = [
            member
            for member in firm.rows["membership"]
            if (member["group_id"], member["person_id"])
            == (groups[each["agreement_id"]], each["person_id"])
        ]
        assert any(there(member, each["signed"]) for member in of)
        assert since[each["agreement_id"]] <= each["signed"] <= TUESDAY
    signed = {each["person_id"] for each in rows["signature"] if each["agreement_id"] == 2}
    assert firm.people["Jonas Lie"] not in signed


def test_every_text_has_an_english_one() -> None:
    (_, norwegian), (_, english) = made("nb"), made("en")
    for table, column in [
        *(("role", name) for name in ("name", "purpose", "domain", "accountabilities")),
        *(("mandate", name) for name in ("giver", "text")),
        *(("agreement", name) for name in ("shared_values", "ground_rules", "sub_goals")),
    ]:
        pairs = zip(norwegian[table], english[table], strict=True)
        ours_and_theirs = [
            (ours, theirs)
            for one, other in pairs
            for ours, theirs in zip(
                one[column].splitlines(), other[column].splitlines(), strict=True
            )
        ]
        assert not [ours for ours, theirs in ours_and_theirs if ours == theirs], (table, column)


def test_the_sample_is_the_same_on_another_day_but_for_the_days() -> None:
    (_, now), (_, later) = made(), made(day=TUESDAY + timedelta(days=7))
    days = {"valid_from", "valid_to", "review", "signed"}
    for table, rows in now.items():
        for one, other in zip(rows, later[table], strict=True):
            assert {k: v for k, v in one.items() if k not in days} == {
                k: v for k, v in other.items() if k not in days
            }
            for name in days & one.keys():
                moved = one[name] and one[name] + timedelta(days=7)
                assert other[name] == moved
