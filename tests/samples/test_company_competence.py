"""The sample's competence has what the screens are to show."""

from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.competence.coverage import coverage, expiring, only_one_can, ranked
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.skills import ready_skills
from lean_desktop.queries.training import training_plan
from lean_desktop.samples.company_competence import ONLY_ONE
from lean_desktop.samples.making import make_sample

NOW = datetime(2026, 10, 6, 8)


@pytest.mark.parametrize("code", ["nb", "en"])
def test_the_sample_has_gaps_one_who_is_alone_and_a_certificate_that_expired(
    tmp_path: Path, code: str
) -> None:
    path = tmp_path / "sample.leandesk"
    make_sample(path, NOW, code)
    document = Document.open(path)
    matrix = document.read(matrix_facts, day=NOW.date())
    plan = document.read(training_plan)
    document.close()
    covered = coverage(matrix)
    names = {each.key: each.name for group in ready_skills(code) for each in group.skills}
    alone = [matrix.skill[skill].name for skill, _ in only_one_can(covered)]
    assert names[ONLY_ONE] in alone
    assert ranked(matrix, covered)
    assert any(cell.expired for row in matrix.cells.values() for cell in row.values())
    assert expiring(matrix)
    assert {each.state(NOW.date()).value for each in plan} >= {"late", "planned"}
