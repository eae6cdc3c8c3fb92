"""What typed texts mean: names, kinds, roles, days and percentages, and how they are shown."""

from datetime import date
from typing import Any

import pytest

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import organisation
from lean_desktop.i18n import Language, language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.writing import Writing, shown_day, shown_percent
from tests.plants import STEP, Plant


@pytest.fixture
def writing(filled: LiveDocument, t: Language) -> Writing:
    return Writing(filled, t)


def test_names_in_any_case_and_in_part(writing: Writing, plant: Plant) -> None:
    assert writing.person_key("KARI SOLBERG") == plant.kari
    assert writing.person_key(" ola ") == plant.ola
    assert writing.unit_key("støp") == plant.foundry
    assert writing.group_key("monter") == plant.group


def test_an_empty_text_is_nobody(writing: Writing) -> None:
    assert writing.person_key(" ") is None
    assert writing.unit_key("") is None
    assert writing.group_key("") is None
    assert writing.day(" ") is None
    assert writing.percent("") is None


def test_an_empty_text_is_no_unit_where_there_are_none(live: LiveDocument, t: Language) -> None:
    assert Writing(live, t).unit_key("") is None


def test_people_of_the_same_name_are_told_apart(
    writing: Writing, filled: LiveDocument, plant: Plant
) -> None:
    same: dict[str, Any] = {"first_name": "Kari", "last_name": "Solberg"}
    numbered = filled.edit(STEP, organisation.add_person, **same, number="0042")
    titled = filled.edit(STEP, organisation.add_person, **same, title="Støper")
    bare = filled.edit(STEP, organisation.add_person, **same)
    assert dict(writing.people()) == {
        plant.boss: "Åse Ødegård",
        plant.ola: "Ola Aas",
        plant.kari: "Kari Solberg (Støperi)",
        numbered: "Kari Solberg (0042)",
        titled: "Kari Solberg (Støper)",
        bare: f"Kari Solberg ({bare})",
    }
    assert writing.person_key("Kari Solberg (0042)") == numbered
    with pytest.raises(RuleBroken):
        writing.person_key("Kari Solberg")


@pytest.mark.parametrize("code", ["en", "nb"])
def test_kinds_and_roles_are_known_in_the_language_of_the_window(
    filled: LiveDocument, code: str
) -> None:
    t = language(code)
    writing = Writing(filled, t)
    assert writing.kind(t("Pilot team")) == GroupKind.PILOT
    assert writing.role(t("Note-taker")) == GroupRole.NOTE_TAKER
    for read in (writing.kind, writing.role):
        for typed in ("", "king"):
            with pytest.raises(RuleBroken):
                read(typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("100", 100), ("37,5", 37.5), ("37.5 %", 37.5), (" 0% ", 0)]
)
def test_percentages(writing: Writing, typed: str, value: float) -> None:
    assert writing.percent(typed) == value


def test_a_day_without_its_year_is_one_near_today(writing: Writing) -> None:
    assert writing.day("1.11.") == date(2026, 11, 1)


def test_how_days_and_percentages_are_shown() -> None:
    nb, en = language("nb"), language("en")
    assert shown_day(nb, date(2026, 10, 6)) == "06.10.2026"
    assert shown_day(en, None) == ""
    assert [shown_percent(nb, each) for each in (None, 0, 100, 37.5)] == ["", "0", "100", "37,5"]
