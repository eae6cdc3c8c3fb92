"""Assessments, training, exemptions and courses on the sheet given to the person alone."""

from contextlib import closing
from datetime import date
from pathlib import Path

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.privacy import PersonRecord
from lean_desktop.edits import competence, courses, skills, training
from lean_desktop.handouts.organisation import person_sheet
from lean_desktop.queries.privacy import person_record
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.margins import astray
from tests.handouts.readers import text_of
from tests.plants import STEP, TODAY, Plant, new_plant

DAY = date(2026, 3, 1)


def filled(document: Document, keys: Plant) -> PersonRecord:
    category = document.edit(STEP, skills.add_category, "Verktøy").result
    tig = document.edit(STEP, skills.add_skill, category, "Sveis TIG").result
    spot = [(keys.kari, tig)]
    document.edit(
        STEP, competence.assess_many, {spot[0]: 2}, day=DAY, kind=Kind.TEST, by_id=keys.boss
    )
    document.edit(STEP, competence.clear, spot, day=TODAY)
    document.edit(STEP, competence.exempt, spot, DAY)
    document.edit(STEP, competence.practised, spot, TODAY)
    document.edit(STEP, training.plan_training, keys.kari, tig, 3, trainer_id=keys.boss)
    course = document.edit(STEP, courses.add_course, "Sveising trinn 1").result
    session = document.edit(STEP, courses.plan_session, course, TODAY).result
    document.edit(STEP, courses.call, session, [keys.kari])
    record = document.read(person_record, keys.kari, today=TODAY)
    assert record is not None
    return record


def test_everything_said_of_the_person_is_there(tmp_path: Path) -> None:
    document, keys = new_plant(tmp_path)
    with closing(document):
        pdf = person_sheet(filled(document, keys), SHEET, NB)
    text = text_of(pdf)
    for each in (
        "01.03.2026 Sveis TIG 2",
        "Åse Ødegård",
        "06.10.2026 Sveis TIG tømt",
        "Sveis TIG 3 Åse Ødegård",
        "Unntatt Sveis TIG 01.03.2026",
        "Brukt Sveis TIG 06.10.2026",
        "06.10.2026 Sveising trinn 1 –",
    ):
        assert each in text
    assert not astray(pdf, SHEET)


def test_without_any_there_is_no_heading() -> None:
    bare = PersonRecord(Person(1, "", "Bo", ""), (), (), (), (), ())
    text = text_of(person_sheet(bare, SHEET, EN))
    assert "Assessments" not in text
    assert "Courses" not in text
