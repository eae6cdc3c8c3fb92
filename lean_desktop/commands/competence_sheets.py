"""The handouts of competence: the matrix, coverage, training plans, baselines and diplomas."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from lean_desktop.commands.naming import group_meant, person_meant
from lean_desktop.document.document import Document
from lean_desktop.domain.competence.papers import gaps_papers
from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.competence.shown import RowsBy, Shown
from lean_desktop.i18n import Language
from lean_desktop.queries import competence_papers as queries
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.scopes import held_by

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]


def matrix(document: Document, asked: str | None, now: datetime) -> Draw:
    """The matrix of a group, or of all by unit."""
    people, scope = _people(document, asked, now)
    shown = Shown(people=people, by=RowsBy.UNIT)
    facts = document.read(queries.printed_matrix, day=now.date())

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.matrix import matrix_pdf

        return matrix_pdf(facts.paper(shown, t, scope), sheet, t)

    return draw


def coverage(document: Document, _asked: str | None, now: datetime) -> Draw:
    """How well skills are covered."""
    told = document.read(queries.printed_coverage, day=now.date())

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.coverage import coverage_pdf

        return coverage_pdf(told, sheet, t)

    return draw


def gaps(document: Document, asked: str | None, now: datetime) -> Draw:
    """What one person is below target in, or everyone, a page each."""
    keys = {person_meant(document, asked, now).id} if asked else None
    facts = document.read(matrix_facts, day=now.date())

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.gaps import gaps_pdf

        return gaps_pdf(gaps_papers(facts, t, keys), sheet, t)

    return draw


def training_plan(document: Document, asked: str | None, now: datetime) -> Draw:
    """The plan of one person, or of everyone, a page each."""
    person = person_meant(document, asked, now) if asked else None
    told = document.read(
        queries.printed_training,
        today=now.date(),
        person_id=person.id if person else None,
        scope=person.name if person else "",
    )

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.training_plan import training_plan_pdf

        return training_plan_pdf(told, sheet, t)

    return draw


def baseline(document: Document, asked: str | None, now: datetime) -> Draw:
    """A sheet to fill in for one person, or for everyone who is in a group."""
    day = now.date()
    if asked:
        keys = {person_meant(document, asked, now).id}
    else:
        matrix = document.read(matrix_facts, day=day)
        keys = {each.id for each in matrix.people if each.group_ids}
    told = document.read(queries.printed_baseline, day=day, keys=keys)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.baseline import baseline_pdf

        return baseline_pdf(told, sheet, t)

    return draw


def diploma(document: Document, asked: str | None, now: datetime) -> Draw:
    """The diplomas of one person, or of everyone."""
    person_id = person_meant(document, asked, now).id if asked else None
    told = document.read(queries.printed_diplomas, day=now.date(), person_id=person_id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.diploma import diploma_pdf

        return diploma_pdf(told, sheet, t)

    return draw


def _people(
    document: Document, asked: str | None, now: datetime
) -> tuple[frozenset[int] | None, str]:
    if asked is None:
        return None, ""
    group = group_meant(document, asked, now)
    return document.read(held_by, (Of.GROUP, group.id), day=now.date()), group.name
