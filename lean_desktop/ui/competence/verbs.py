"""What follows from a gap: a row of the training plan, an action on the board, an exemption."""

from collections.abc import Sequence
from datetime import timedelta

from lean_desktop.domain.competence.matrix import Gap
from lean_desktop.domain.competence.requirements import Of, Requirement
from lean_desktop.domain.competence.training import USUAL_DAYS, suggested
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import competence as edits
from lean_desktop.edits import training as training_edits
from lean_desktop.i18n import M_
from lean_desktop.queries.training import courses
from lean_desktop.ui.competence.source import MatrixSource, Spot
from lean_desktop.ui.editor import Surroundings


class Verbs:
    """Makes the edits, each one undo step."""

    def __init__(self, around: Surroundings, source: MatrixSource) -> None:
        self._live, self._t, self._source = around.live, around.t, source

    def plan(self, person_id: int, skill_id: int) -> None:
        """A row of the training plan to the level required, with who or what can teach it."""
        self.plan_all([self._gap(person_id, skill_id)])

    def plan_all(self, gaps: Sequence[Gap]) -> None:
        """A row for each of these gaps."""
        matrix = self._source.matrix
        if matrix is None or not gaps:
            return
        known = self._live.read(courses)
        rows = [suggested(gap, matrix, self._source.covered, known) for gap in gaps]
        if len(gaps) == 1:
            person, skill = self._names(gaps[0].person_id, gaps[0].skill_id)
            label = M_("Plan training of {name} in {skill}", name=person, skill=skill)
        else:
            label = M_("Plan training in {n} rows", n=len(gaps))
        self._live.edit(label, training_edits.plan_suggested, rows)

    def act(self, person_id: int, skill_id: int) -> None:
        """An action on the board: somebody sees to it that the person learns it."""
        person, skill = self._names(person_id, skill_id)
        self.act_on(self._t("Train {name} in {skill}", name=person, skill=skill))

    def act_on(self, title: str) -> None:
        """An action on the board with that title, due when a row of the plan would be."""
        due = self._live.today + timedelta(days=USUAL_DAYS)
        label = M_("Add “{name}”", name=title)
        today = self._live.today
        self._live.edit(label, action_edits.add_action, title, created=today, due=due)

    def practised(self, spots: Sequence[Spot]) -> None:
        """They used the skills today."""
        self._live.edit(M_("Practised today"), edits.practised, spots, self._live.today)

    def exempt(self, spot: Spot) -> None:
        """Nothing is required here any more, or again."""
        matrix, today = self._source.matrix, self._live.today
        if matrix is None:
            return
        person, skill = self._names(*spot)
        if matrix.is_exempt(*spot):
            label = M_("Require {skill} of {name} again", skill=skill, name=person)
            self._live.edit(label, edits.end_exemption, [spot], today)
        else:
            label = M_("Exempt {name} from {skill}", skill=skill, name=person)
            self._live.edit(label, edits.exempt, [spot], today)

    # Inside

    def _gap(self, person_id: int, skill_id: int) -> Gap:
        """The gap there is, or one step up where nothing more is required."""
        matrix = self._source.matrix
        level = matrix.level(person_id, skill_id) if matrix else 0
        found = matrix.requirement(person_id, skill_id) if matrix else None
        if found is None or found.level <= level:
            found = Requirement(0, skill_id, Of.PERSON, person_id, min(4, max(3, level + 1)))
        return Gap(person_id, skill_id, level, found)

    def _names(self, person_id: int, skill_id: int) -> tuple[str, str]:
        matrix = self._source.matrix
        if matrix is None:
            return "", ""
        return matrix.person[person_id].name, matrix.skill[skill_id].name
