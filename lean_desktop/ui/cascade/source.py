"""What the Cascade tab shows: one plan, its outline, and what is drawn of it while it is dragged."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.cascade.outline import Line, outline
from lean_desktop.domain.cascade.plan import Phase, Plan
from lean_desktop.domain.cascade.shifting import Wishes, rescheduled, wishes_after
from lean_desktop.domain.company_calendar import CompanyCalendar
from lean_desktop.queries import cascade as queries
from lean_desktop.queries.series import company_calendar
from lean_desktop.ui.live_document import LiveDocument

BEFORE, BEHIND = timedelta(days=91), timedelta(days=182)
"""Room on the line before the first bar and after the last."""


class CascadeSource(QObject):
    """Reads a plan. Emits `changed()` when another outline is to be shown."""

    changed = Signal()

    def __init__(self, live: LiveDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.plan_id = 0
        self.plan: Plan | None = None
        self.lines: list[Line] = []
        self.names: list[queries.PlanName] = []
        self.closed = CompanyCalendar()
        self._read = False
        live.changed.connect(self._on_changed)

    def load_once(self) -> None:
        """Read everything, unless that has been done."""
        if not self._read:
            self.load()

    def load(self) -> None:
        """Read the plans there are, and the chosen one, else the first."""
        self._read = True
        self.names = self.live.read(queries.plan_names)
        keys = [each.id for each in self.names]
        if self.plan_id not in keys:
            self.plan_id = keys[0] if keys else 0
        self.plan = self.live.read(queries.plan, self.plan_id) if self.plan_id else None
        self.closed = self.live.read(company_calendar)
        self._outline()

    def show_plan(self, plan_id: int) -> None:
        """Show another plan."""
        self.plan_id = plan_id
        self.load()

    def phase(self, key: int) -> Phase | None:
        """A phase by its key."""
        phases = self.plan.phases if self.plan else ()
        return next((each for each in phases if each.id == key), None)

    def span(self) -> tuple[date, date]:
        """The first and the last day there is to see, with some room around."""
        today = self.live.today
        days = [today, *(self._days() if self.plan else ())]
        return min(days) - BEFORE, max(days) + BEHIND

    def wishes_after(self, line: Line, days: int) -> Wishes:
        """What is wished when all of a line is moved by so many days."""
        keys = {each.id for each in line.phases}
        return wishes_after(self.plan, keys, days) if self.plan else {}

    def preview(self, change: Callable[[Plan], dict[int, Phase]] | None) -> None:
        """Draw the plan as it would be, or as it is again; nothing is written."""
        if self.plan is None:
            return
        if change is None:
            self._outline()
            return
        after = change(self.plan)
        phases = tuple(after[each.id] for each in self.plan.phases)
        self.lines = outline(self.plan._replace(phases=phases))
        self.changed.emit()

    def with_wishes(self, wishes: Wishes) -> None:
        """Draw the plan as these wishes would make it."""
        self.preview(lambda plan: rescheduled(plan, wishes))

    # Inside

    def _days(self) -> list[date]:
        plan = self.plan
        if plan is None:
            return []
        ends = [day for each in plan.phases for day in (each.start, each.finish)]
        return [plan.begins, *ends, *(each.day for each in plan.milestones)]

    def _outline(self) -> None:
        self.lines = outline(self.plan) if self.plan else []
        self.changed.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._read and changes.touches((*queries.READ, "closed_period")):
            self.load()
