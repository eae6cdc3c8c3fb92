"""The organisation as a chart: boxes, and which hangs below which. The same for screen and paper.

Two layers (mission, B2 and G1): the line, of units and the people in them, and the improvement
organisation, of groups and the coordinator.
"""

from lean_desktop.domain.chart.boxes import Box, BoxKind, Chart, box_key
from lean_desktop.domain.chart.improvement import improvement_chart
from lean_desktop.domain.chart.line import line_chart

__all__ = ["Box", "BoxKind", "Chart", "box_key", "improvement_chart", "line_chart"]
