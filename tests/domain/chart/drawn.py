"""A chart as text, to compare."""

from lean_desktop.domain.chart import Chart


def told(chart: Chart) -> list[str]:
    """The chart as lines, set in by what each hangs below."""
    lines: list[str] = []

    def tell(key: int, depth: int) -> None:
        box = chart.boxes[key]
        lines.append("  " * depth + " / ".join(filter(None, (box.over, box.name))))
        for below in chart.below.get(key, ()):
            tell(below, depth + 1)

    for root in chart.roots:
        tell(root, 0)
    return lines
