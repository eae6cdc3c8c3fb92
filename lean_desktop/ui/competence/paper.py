"""What can be printed of the tab: the matrix as it is seen, coverage, plans, baselines, diplomas."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.domain.competence.coverage import coverage
from lean_desktop.domain.competence.papers import gaps_papers, matrix_paper
from lean_desktop.domain.competence.shown import gap_counts
from lean_desktop.i18n import Language
from lean_desktop.queries import competence_papers as queries
from lean_desktop.queries.training import training_plan
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.editor import Paper, Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.sheets import sheet_for

if TYPE_CHECKING:
    from lean_desktop.handouts.sheet import Sheet

Draw = Callable[["Sheet", Language], bytes]
Chosen = Callable[[], Sequence[int]]
"""The people of the chosen cells."""


def papers_of(around: Surroundings, source: MatrixSource, chosen: Chosen) -> Sequence[Paper]:
    """Every handout of the tab."""
    live, t = around.live, around.t

    def paper(name: str, text: str, read: Callable[[], Draw | None]) -> Paper:
        return Paper(name, text, lambda: text, partial(_prepared, live, read))

    return (
        paper("matrix", t("Competence matrix"), lambda: _matrix(source)),
        paper("coverage", t("Coverage of skills"), lambda: _coverage(live)),
        paper("gaps", t("Gaps to target, by person"), lambda: _gaps(source, chosen())),
        paper("training_plan", t("Training plan"), lambda: _training(live)),
        paper("baseline", t("Baseline assessment"), lambda: _baseline(live, chosen())),
        paper("diploma", t("Diploma"), lambda: _diplomas(live)),
    )


def diploma_paper(around: Surroundings, person_id: int, step_id: int) -> Paper:
    """The one diploma somebody got for one step."""
    text = around.t("Diploma")
    read = partial(_diplomas, around.live, person_id, step_id)
    return Paper("diploma", text, lambda: text, partial(_prepared, around.live, read))


def _prepared(
    live: LiveDocument, read: Callable[[], Draw | None], paper: str, language: Language
) -> Callable[[], bytes] | None:
    draw = read()
    if draw is None:
        return None
    sheet = sheet_for(live, paper)
    return lambda: draw(sheet, language)


def _matrix(source: MatrixSource) -> Draw | None:
    source.load_once()
    matrix = source.matrix
    if matrix is None:
        return None
    covered, gaps = source.covered or coverage(matrix), source.gaps or gap_counts(matrix)
    people, skills = source.rows(), source.columns()
    plan = source.live.read(training_plan)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.matrix import matrix_pdf

        told = matrix_paper(matrix, covered, gaps, people, skills, t, training=plan)
        return matrix_pdf(told, sheet, t)

    return draw


def _coverage(live: LiveDocument) -> Draw:
    told = live.read(queries.printed_coverage, day=live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.coverage import coverage_pdf

        return coverage_pdf(told, sheet, t)

    return draw


def _gaps(source: MatrixSource, people: Sequence[int]) -> Draw | None:
    """Of those who are chosen, or of all who are seen."""
    source.load_once()
    matrix = source.matrix
    if matrix is None:
        return None
    keys = set(people) or {each.id for each in source.rows()}

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.gaps import gaps_pdf

        return gaps_pdf(gaps_papers(matrix, t, keys), sheet, t)

    return draw


def _training(live: LiveDocument) -> Draw:
    told = live.read(queries.printed_training, today=live.today)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.training_plan import training_plan_pdf

        return training_plan_pdf(told, sheet, t)

    return draw


def _baseline(live: LiveDocument, people: Sequence[int]) -> Draw | None:
    """For those who are chosen."""
    if not people:
        return None
    told = live.read(queries.printed_baseline, day=live.today, keys=set(people))

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.baseline import baseline_pdf

        return baseline_pdf(told, sheet, t)

    return draw


def _diplomas(live: LiveDocument, person_id: int | None = None, step_id: int | None = None) -> Draw:
    told = live.read(queries.printed_diplomas, day=live.today, person_id=person_id, step_id=step_id)

    def draw(sheet: "Sheet", t: Language) -> bytes:
        from lean_desktop.handouts.diploma import diploma_pdf

        return diploma_pdf(told, sheet, t)

    return draw
