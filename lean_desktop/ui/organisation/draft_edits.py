"""What a gesture on the chart means while a draft is shown: a proposal, and nothing live."""

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.reorganisation import What
from lean_desktop.edits import reorganisation as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import reorganisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.chart_edits import ChartEdits
from lean_desktop.ui.qt import override

ONLY_MOVES = M_("A draft only moves boxes. Go back to the live organisation for anything else.")


class DraftEdits(ChartEdits):
    """Proposes where boxes are to hang. A person dropped on a group is proposed as its leader."""

    def __init__(self, live: LiveDocument, draft_id: int) -> None:
        super().__init__(live)
        self._draft_id = draft_id

    @override
    def why_not(self, box: Box, onto: Box) -> Message | None:
        return ONLY_MOVES if box.kind is BoxKind.ROLE else super().why_not(box, onto)

    @override
    def hang(self, box: Box, onto: Box) -> None:
        name = box.name if box.kind is BoxKind.PERSON else box.over
        above = onto.name if onto.kind is BoxKind.PERSON else onto.over
        if box.kind is BoxKind.PERSON and onto.kind is BoxKind.GROUP:
            label = M_("Draft: let {name} lead “{group}”", name=name, group=above)
        else:
            label = M_("Draft: move “{name}” below “{above}”", name=name, above=above)
        self._live.edit(
            label,
            edits.propose_all,
            self._draft_id,
            self._proposed(box, onto),
            today=self._live.today,
        )

    @override
    def rename(self, box: Box, name: str) -> None:
        raise RuleBroken(ONLY_MOVES)

    def _proposed(self, box: Box, onto: Box) -> list[edits.Proposed]:
        if box.kind is BoxKind.UNIT:
            return [(What.UNIT_PARENT, box.id, onto.id)]
        if box.kind is BoxKind.GROUP:
            return [(What.GROUP_PARENT, box.id, onto.id)]
        if onto.kind is BoxKind.GROUP:
            return [(What.GROUP_LEADER, onto.id, box.id)]
        unit = onto.id if onto.kind is BoxKind.UNIT else self._unit_of(onto.id)
        return [(What.UNIT, box.id, unit), (What.MANAGER, box.id, onto.person_id)]

    @override
    def _unit_of(self, person_id: int) -> int | None:
        """The unit as the draft has it."""
        today = self._live.today
        arranged = self._live.read(queries.rearranged, self._draft_id, today=today)
        return next((each.unit_id for each in arranged.people if each.id == person_id), None)
