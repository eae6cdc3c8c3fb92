"""What a row of a list of actions says."""

from datetime import date

import pytest

from lean_desktop.domain.actions import ACTION_STATUS_NAMES, ActionStatus
from lean_desktop.domain.actions_import import (
    ActionColumn,
    Here,
    PlannedAction,
    action_list,
    plan_actions,
)
from lean_desktop.domain.actions_import.words import status_of
from lean_desktop.domain.cards import Pdca
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import LANGUAGES, language

TODAY = date(2026, 10, 6)
T = language("en")
PEOPLE = [
    Person(1, "1000", "Kari", "Dahl", email="kari@v.example"),
    Person(2, "1001", "Kari", "Næss"),
    Person(3, "1002", "Karl-Johan", "Nilsen"),
]
HEADINGS = [
    "Tavle",
    "Gjøremål",
    "Ansvarlig",
    "Opprettet",
    "Frist",
    "Status",
    "Ferdig dato",
    "Merknad",
]


def planned(**cells: str) -> PlannedAction:
    row = [cells.get(heading.split()[0], "") for heading in HEADINGS]
    here = Here(PEOPLE, {"Montering": 7}, [])
    (found,) = plan_actions(action_list([HEADINGS, row]), here, TODAY, T).rows
    return found


def told(row: PlannedAction) -> str:
    return " ".join(map(T, row.remarks))


def test_the_headings_may_stand_below_a_title() -> None:
    source = action_list([["Gjøremål fra vinteren", ""], ["", ""], ["Oppgave", "Hvem"], ["A", ""]])
    assert source.header == 2
    assert source.columns == {ActionColumn.TITLE: 0, ActionColumn.OWNER: 1}


def test_a_list_that_names_no_action_is_refused() -> None:
    with pytest.raises(RuleBroken):
        plan_actions(action_list([["Fornavn", "Etternavn"]]), Here([], {}, []), TODAY, T)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("pågår ", ActionStatus.DOING),
        ("I ARBEID", ActionStatus.DOING),
        ("in  progress", ActionStatus.DOING),
        ("Utført.", ActionStatus.DONE),
        ("OK", ActionStatus.DONE),
        ("Ikke startet", ActionStatus.NEW),
        ("Venter", ActionStatus.BLOCKED),
        ("Utgår", ActionStatus.CANCELLED),
        ("to do", ActionStatus.PLANNED),
        ("kanskje", None),
    ],
)
def test_states_are_understood_in_many_spellings(text: str, status: ActionStatus | None) -> None:
    assert status_of(text) is status


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("status", ActionStatus)
def test_our_own_names_of_states_are_understood(code: str, status: ActionStatus) -> None:
    assert status_of(language(code)(ACTION_STATUS_NAMES[status])) is status


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("12.03.2026", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("46093", date(2026, 3, 12)),
        ("12.3.", date(2026, 3, 12)),
        ("uke 11", date(2026, 3, 13)),
        ("fredag", date(2026, 2, 6)),
    ],
)
def test_days_are_read_from_when_the_row_was_made(text: str, due: date) -> None:
    row = planned(Gjøremål="Rydde", Opprettet="02.02.2026", Frist=text)
    assert row.action
    assert row.action.due == due


@pytest.mark.parametrize("text", ["snarest", "ASAP", "31.02.2026", "når Kari kommer"])
def test_what_is_no_day_stands_in_a_comment(text: str) -> None:
    row = planned(Gjøremål="Rydde", Frist=text, Merknad="Ring Kari\nfør fredag")
    assert row.action
    assert (row.outcome, row.action.due) == (Outcome.CREATED, None)
    assert row.action.comment == f"Ring Kari\nfør fredag\nDue: {text}"
    assert row.remarks


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("kari dahl", 1),
        ("Dahl, Kari", 1),
        ("KARI@V.EXAMPLE", 1),
        ("1002", 3),
        ("Karl-Johan", 3),
        ("næss", 2),
    ],
)
def test_an_owner_is_found_by_name_part_of_it_number_or_mail(text: str, owner: int) -> None:
    row = planned(Gjøremål="Rydde", Ansvarlig=text)
    assert row.action
    assert (row.action.owner_id, row.remarks) == (owner, ())


@pytest.mark.parametrize("text", ["alle", "?", "Kari"])
def test_nobody_or_several_leave_the_action_without_owner(text: str) -> None:
    row = planned(Gjøremål="Rydde", Ansvarlig=text)
    assert row.action
    assert (row.action.owner_id, row.action.comment) == (None, f"Owner: {text}")
    assert told(row).startswith(f"C Ansvarlig: “{text}” ")


def test_a_state_that_is_none_is_refused_with_its_column() -> None:
    row = planned(Gjøremål="Rydde", Status="kanskje")
    assert (row.row, row.outcome, row.action) == (2, Outcome.REFUSED, None)
    assert told(row).startswith("F Status: “kanskje” is no state.")


def test_a_row_without_title_is_refused() -> None:
    assert planned(Status="Ferdig").outcome is Outcome.REFUSED


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    row = planned(Gjøremål="=1+1", Merknad="=1+1")
    assert row.action
    assert (row.action.title, row.action.comment) == ("=1+1", "=1+1")


def test_a_day_of_completion_belongs_to_what_is_done() -> None:
    done = planned(Gjøremål="Rydde", Status="ferdig", Ferdig="01.10.2026").action
    undated = planned(Gjøremål="Rydde", Status="ferdig")
    doing = planned(Gjøremål="Rydde", Status="pågår", Ferdig="01.10.2026")
    assert done
    assert undated.action
    assert doing.action
    assert (done.done, undated.action.done) == (date(2026, 10, 1), TODAY)
    assert (doing.action.done, doing.action.comment) == (None, "Day it was done: 01.10.2026")
    assert undated.remarks
    assert doing.remarks


def test_groups_steps_pillars_and_tags() -> None:
    rows = [
        ["Action", "Group", "PDCA", "Pillar", "Tags"],
        ["A", "montering", "Check", "5S", "x; X,y"],
    ]
    (row,) = plan_actions(action_list(rows), Here([], {"Montering": 7}, []), TODAY, T).rows
    assert row.action
    found = row.action
    assert (found.group_id, found.pdca, found.pillar, len(found.tags)) == (7, Pdca.CHECK, "5S", 2)


def test_an_unknown_group_is_told_and_kept() -> None:
    row = planned(Gjøremål="Rydde", Tavle="Støperi")
    assert row.action
    assert (row.action.group_id, row.action.comment) == (None, "Group: Støperi")
    assert told(row) == "A Tavle: there is no group “Støperi”."
