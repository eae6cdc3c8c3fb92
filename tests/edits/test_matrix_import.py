"""Taking a matrix in is one step, and what went out comes back the same."""

from datetime import date
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.matrix_import import (
    EACH,
    MatrixPlan,
    find_matrix,
    plan_matrix,
    targets_for,
)
from lean_desktop.domain.people_import import Outcome
from lean_desktop.edits.matrix_import import import_matrix
from lean_desktop.exchange.matrix_workbook import write_matrix
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import M_, language
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.competence_papers import exported_matrix
from lean_desktop.queries.matrix_here import matrix_here
from tests.dumps import dump
from tests.plants import Plant

Planted = tuple[Document, Plant]

TODAY = date(2026, 10, 6)
STEP = M_("Import the matrix")
TABLE = """\
;;;Tools;;Cards
Nr;Name;Unit;5S;SMED;Truck
;Target;;3;2;
77;Vu, Linh;Paint shop;4;1;31.12.2027
78;Dahl, Åse;Paint shop;;3;31.12.2020
"""


def planned(document: Document, rows: list[list[str]], **told: object) -> MatrixPlan:
    here, t = document.read(matrix_here, today=TODAY), language("en")
    found = find_matrix(rows, here.names, t)
    return plan_matrix(found, here, TODAY, t, **told)  # type: ignore[arg-type]


def test_people_skills_levels_and_targets_are_one_step(plant: Planted) -> None:
    document, _ = plant
    before = dump(document)
    plan = planned(document, [line.split(";") for line in TABLE.splitlines()], add_people=True)
    document.edit(STEP, import_matrix, plan, day=TODAY, other="Other", scope=EACH)
    matrix = document.read(matrix_facts, day=TODAY)
    who = {each.name: each for each in matrix.people}
    what = {each.name: each for each in matrix.skills}
    linh, aase = who["Linh Vu"].id, who["Åse Dahl"].id
    assert who["Linh Vu"].unit == "Paint shop"
    assert [what[name].category for name in ("5S", "SMED", "Truck")] == ["Tools", "Tools", "Cards"]
    assert matrix.level(linh, what["5S"].id) == 4
    truck = matrix.cell(linh, what["Truck"].id)
    assert truck is not None
    assert (truck.level, truck.last_day) == (3, date(2027, 12, 31))
    gone = matrix.cell(aase, what["Truck"].id)
    assert gone is not None
    assert gone.expired
    assert matrix.target(aase, what["5S"].id) == 3
    assert matrix.target(aase, what["SMED"].id) == 2
    document.undo()
    assert dump(document) == before


def test_targets_may_be_for_a_unit_or_nobody(plant: Planted) -> None:
    document, _ = plant
    rows = [["Name", "5S"], ["Target", "3"], ["Ola Aas", "2"]]
    plan = planned(document, rows)
    document.edit(STEP, import_matrix, plan, day=TODAY, other="Other")
    assert document.read(matrix_facts, day=TODAY).bindings.requirements == []
    again = planned(document, rows)
    assert (again.assessed, again.count(Outcome.UNCHANGED)) == (0, 1)
    whose = targets_for(again, document.read(matrix_here, today=TODAY))
    document.edit(STEP, import_matrix, again, day=TODAY, other="Other", scope=whose)
    (made,) = document.read(matrix_facts, day=TODAY).bindings.requirements
    assert made.of in (Of.UNIT, Of.PERSON)
    assert made.level == 3


@pytest.mark.parametrize("code", ["nb", "en"])
@pytest.mark.parametrize("name", ["matrix.xlsx", "matrix.csv"])
def test_what_went_out_comes_back_the_same(
    plant: Planted, tmp_path: Path, code: str, name: str
) -> None:
    document, _ = plant
    first = planned(document, [line.split(";") for line in TABLE.splitlines()], add_people=True)
    document.edit(STEP, import_matrix, first, day=TODAY, other="Other", scope=EACH)
    t = language(code)
    write_matrix(tmp_path / name, document.read(exported_matrix, t, today=TODAY))
    rows = read_table(tmp_path / name).rows
    same = planned(document, rows)
    assert (same.assessed, same.skills, same.count(Outcome.REFUSED)) == (0, (), 0)
    matrix = document.read(matrix_facts, day=TODAY)
    document.undo()
    document.edit(
        STEP, import_matrix, planned(document, rows, add_people=True), day=TODAY, other="Other"
    )
    back = document.read(matrix_facts, day=TODAY)
    assert _levels(back) == _levels(matrix)


def _levels(matrix: Matrix) -> dict[tuple[str, str, str], int]:

    return {
        (who.name, what.category, what.name): cell.level
        for who in matrix.people
        for what in matrix.skills
        if (cell := matrix.cell(who.id, what.id))
    }
