"""Plans carried out in a real file, through the one door."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import import (
    ImportCounts,
    ImportPlan,
    guess_columns,
    people_list,
    plan_import,
)
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.people_import import import_people
from lean_desktop.exchange.delimited import read_delimited
from lean_desktop.i18n import M_, language
from lean_desktop.queries import organisation
from lean_desktop.queries.reporting import lines
from tests.dumps import dump

TODAY = date(2026, 10, 6)
LABEL = M_("Import people")
FIRST = """\
Nr;Navn;Stilling;Avdeling;Leder;E-post;Mobil;Startdato;Sluttdato;Prosent
1;Pål Hagen;Operatør;Støperi;Dahl, Åse;pal@x.example;929 84 664;19.02.2007;;37,5
2;Åse Dahl;Leder;Støperi;3;;;2020-01-01;31.12.2027;100
3;Ola Ås;Sjef;;;;;;;
"""


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.leandesk")
    yield made
    made.close()


def plan(document: Document, text: str) -> ImportPlan:
    source = people_list(read_delimited(text.encode(), "a.csv").rows)
    people = document.read(organisation.people, today=TODAY)
    units = document.read(organisation.units)
    return plan_import(source, guess_columns(source), people, units, language("nb"))


def take_in(document: Document, text: str) -> ImportCounts:
    return document.edit(LABEL, import_people, plan(document, text), TODAY).result


def people(document: Document) -> dict[str, Person]:
    return {each.number: each for each in document.read(organisation.people, today=TODAY)}


def test_everything_of_a_row_is_written(document: Document) -> None:
    assert take_in(document, FIRST) == ImportCounts(3, 0, 0, 0, 0, 0, 1)
    found = people(document)
    assert found["1"] == Person(
        id=found["1"].id,
        number="1",
        first_name="Pål",
        last_name="Hagen",
        title="Operatør",
        unit_id=found["2"].unit_id,
        unit="Støperi",
        manager_id=found["2"].id,
        manager="Åse Dahl",
        email="pal@x.example",
        phone="929 84 664",
        percent=37.5,
        active_from=date(2007, 2, 19),
    )
    assert (found["2"].manager, found["2"].active_to) == ("Ola Ås", date(2027, 12, 31))
    assert found["3"].unit_id is None


def test_the_same_list_again_changes_nothing_and_is_no_step(document: Document) -> None:
    take_in(document, FIRST)
    edited = document.edit(M_("Again"), import_people, plan(document, FIRST), TODAY)
    assert edited.result.unchanged == 3
    assert not edited.changes
    assert document.undo_label == LABEL


def test_another_list_updates_and_adds(document: Document) -> None:
    take_in(document, FIRST)
    before = people(document)
    counts = take_in(
        document,
        "Nr;Navn;Stilling;Avdeling;Leder;Prosent\n"
        "4;Ny Ansatt;;Lager;Ola Ås;\n3;Ola Ås;;Lager;4;\n2;Åse Dahl;Direktør;;Ny Ansatt;80\n",
    )
    after = people(document)
    assert counts[:2] == (1, 2)
    assert after["2"].title == "Direktør"
    assert (after["2"].percent, after["2"].manager_id) == (80, after["4"].id)
    assert after["2"].active_from == before["2"].active_from
    assert after["3"].unit_id == after["4"].unit_id
    assert after["1"] == before["1"]


def test_a_new_manager_has_a_first_day_and_the_one_before_a_last(document: Document) -> None:
    take_in(document, FIRST)
    before = dump(document)
    take_in(document, "Nr;Navn;Leder\n1;Pål Hagen;Ola Ås\n3;Ola Ås;Ny Sjef\n4;Ny Sjef;\n")
    found = people(document)
    assert (found["1"].manager, found["1"].manager_since) == ("Ola Ås", TODAY)
    assert (found["3"].manager, found["3"].manager_since) == ("Ny Sjef", None)
    assert [each[2:] for each in document.read(lines)] == [
        ("Pål Hagen", found["2"].id, "Åse Dahl", False, None, TODAY - timedelta(days=1))
    ]
    document.undo()
    assert dump(document) == before


def test_new_keys_follow_those_in_the_file(document: Document) -> None:
    for name in ("A", "B"):
        document.edit(LABEL, edits.add_person, last_name=name)
    unit = document.edit(LABEL, edits.add_unit, "Kvalitet").result
    take_in(document, FIRST)
    found = people(document)
    assert sorted(found[number].id for number in "123") == [3, 4, 5]
    assert found["1"].unit_id == unit + 1


def test_one_step_takes_it_all_back(document: Document) -> None:
    take_in(document, FIRST)
    imported = people(document)
    document.undo()
    assert not people(document)
    assert not document.read(organisation.units)
    document.redo()
    assert people(document) == imported


def test_a_plan_made_before_another_change_is_refused(document: Document) -> None:
    take_in(document, FIRST)
    planned = plan(document, FIRST.replace("Sjef", "Direktør"))
    document.edit(M_("Remove"), edits.remove_people, [people(document)["3"].id])
    with pytest.raises(RuleBroken):
        document.edit(LABEL, import_people, planned, TODAY)
    assert len(people(document)) == 2


def test_a_unit_renamed_meanwhile_is_noticed(document: Document) -> None:
    take_in(document, FIRST)
    planned = plan(document, FIRST)
    unit = document.read(organisation.units)[0].id
    document.edit(M_("Rename"), edits.change_units, [unit], name="Smelteri")
    with pytest.raises(RuleBroken):
        document.edit(LABEL, import_people, planned, TODAY)


def test_hostile_texts_are_kept_as_texts(document: Document) -> None:
    name = "=cmd|'/C calc'!A0'); DROP TABLE person;--"
    take_in(document, f"Nr\tEtternavn\tStilling\n1\t{name}\t<b>{{0}}</b>\n")
    found = people(document)["1"]
    assert (found.last_name, found.title) == (name, "<b>{0}</b>")


def test_the_longest_texts_fit(document: Document) -> None:
    text = "x" * 200
    take_in(
        document,
        f"Nr;Etternavn;Stilling;Avdeling;Mobil\n{'1' * 50};{text};{text};{text};{'1' * 50}",
    )
    assert len(people(document)["1" * 50].unit) == 200
