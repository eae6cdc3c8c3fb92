"""What taking a matrix in would do."""

from datetime import date

from lean_desktop.domain.competence.levels import Kind, Scale
from lean_desktop.domain.competence.matrix import Cell, Matrix, MatrixPerson
from lean_desktop.domain.competence.requirements import Bindings, Of
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.matrix_import import EACH, Here, MatrixPlan, find_matrix, plan_matrix
from lean_desktop.domain.matrix_import import targets_for as targets
from lean_desktop.domain.organisation import Person, Unit
from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import language

T = language("en")
TODAY = date(2026, 10, 6)
UNITS = [Unit(1, "Factory"), Unit(2, "Assembly", 1), Unit(3, "Stores", 1)]
PEOPLE = [
    Person(1, "1001", "Kari", "Solberg", unit_id=2),
    Person(2, "1002", "Ola", "Berg", unit_id=3),
]
TABLE = """\
Nr;Name;5S;Truck;New thing
;Target;3;yes;2
1001;Solberg, Kari;3;yes;U
1002;Berg, Ola;2;;i
1003;Vu, Linh;x;no;
"""


def here(day: date = TODAY) -> Here:
    skills = [Skill(7, 1, "Tools", "5S"), Skill(8, 1, "Tools", "Truck", scale=Scale.YES_NO)]
    known = {
        1: {7: Cell(3, day.toordinal(), Kind.SUPERVISOR)},
        2: {7: Cell(1, day.toordinal(), Kind.TEST)},
    }
    rows = [MatrixPerson(each.id, each.name) for each in PEOPLE]
    return Here(PEOPLE, UNITS, Matrix(TODAY, rows, skills, known, Bindings([], {})))


def plan(text: str = TABLE, around: Here | None = None, **told: object) -> MatrixPlan:
    around = around or here()
    found = find_matrix([line.split(";") for line in text.splitlines()], around.names, T)
    return plan_matrix(found, around, TODAY, T, **told)  # type: ignore[arg-type]


def test_only_what_is_otherwise_is_assessed() -> None:
    made = plan()
    assert [(row.row, row.outcome, row.key) for row in made.rows] == [
        ("3", Outcome.UPDATED, 1),
        ("4", Outcome.UPDATED, 2),
        ("5", Outcome.REFUSED, None),
    ]
    assert [dict(row.levels) for row in made.rows[:2]] == [
        {8: (3, None), -1: (3, None)},
        {7: (2, None), -1: (1, None)},
    ]
    assert [(new.name, new.scale) for new in made.skills] == [("New thing", Scale.ILUO)]
    assert made.targets == {7: 3, 8: 3, -1: 2}


def test_strangers_are_added_when_that_is_asked_for() -> None:
    made = plan(add_people=True)
    (new,) = [row for row in made.rows if row.outcome is Outcome.CREATED]
    assert (new.name, new.key, dict(new.levels)) == ("Linh Vu", -1, {8: (0, None)})
    assert [T(each) for each in new.remarks] == ["C5: “x” is no level; it is left out."]
    assert made.people is not None
    assert [row.name for row in made.people.rows] == ["Linh Vu"]


def test_what_was_assessed_after_the_list_stays() -> None:
    made = plan(day=date(2026, 9, 1))
    assert [dict(row.levels) for row in made.rows[1:2]] == [{-1: (1, None)}]
    assert T(made.rows[1].remarks[-1]) == "What was assessed later stays (1)."


def test_targets_are_for_the_unit_all_belong_to() -> None:
    assert targets(plan(), here()) == (Of.UNIT, 1)
    assert targets(plan(add_people=True), here()) == EACH
    assert targets(plan("Name;5S\nKari Solberg;1\n"), here()) is None
