"""All that the two charts of a day are made of, so that they can be made in any language."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from lean_desktop.domain.attention import Attention
from lean_desktop.domain.chart.boxes import Chart
from lean_desktop.domain.chart.improvement import improvement_chart
from lean_desktop.domain.chart.line import line_chart
from lean_desktop.domain.organisation import ReportingLine
from lean_desktop.domain.reorganisation import Arrangement
from lean_desktop.domain.roles import Mandate
from lean_desktop.i18n import Language

LINE, IMPROVEMENT, BOTH = LAYERS = "line", "improvement", "both"
"""What may be shown of the chart."""


class ChartFacts(NamedTuple):
    """The organisation of a day, its lines and mandates of all times, and what it lacks.

    `leaves` says, by the key of a box, how what hangs below it was asked to be laid out.
    """

    day: date
    now: Arrangement
    lines: Sequence[ReportingLine] = ()
    mandates: Sequence[Mandate] = ()
    attention: Sequence[Attention] = ()
    leaves: Mapping[int, str] = MappingProxyType({})

    def line(self, t: Language) -> Chart:
        """The line organisation."""
        now = self.now
        return line_chart(now.people, now.units, self.day, t, lines=self.lines, roles=now.roles)

    def improvement(self, t: Language) -> Chart:
        """The improvement organisation, where boxes say how their mandates stand."""
        return improvement_chart(
            self.now.groups,
            self.now.memberships,
            self.day,
            t,
            people=self.now.people,
            roles=self.now.roles,
            assignments=self.now.assignments,
            mandates=self.mandates,
        )
