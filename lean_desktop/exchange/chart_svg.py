"""The chart as a drawing (SVG) for a slide: sharp at any size, its texts still texts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lean_desktop.domain.chart import Box, BoxKind, Chart
from lean_desktop.domain.chart.facts import IMPROVEMENT, LINE, ChartFacts
from lean_desktop.exchange.sheet import CONTROLS
from lean_desktop.i18n import Language
from lean_desktop.layout.boxes import ON_SCREEN
from lean_desktop.layout.tree import Layout, lay_out

WIDTH, HEIGHT = 180, 56
"""The size the boxes were laid out in."""

GROUPS_IN_A_ROW = 12

_TITLE, _BETWEEN, _MARGIN = 44, 48, 24
_FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_GREY, _INK, _SOFT = "#5F6B76", "#1B2733", "#4A5763"
_VIOLET, _TINT = "#6B4BA3", "#EFE8F8"
_WIDE = 0.56
"""About how wide a letter is, of its size; nothing here can measure one."""


class Drawn(NamedTuple):
    """One layer: its title, the chart and where everything lies."""

    title: str
    chart: Chart
    layout: Layout
    improving: bool = False


def drawn(facts: ChartFacts, layer: str, t: Language) -> list[Drawn]:
    """The layers that are asked for, laid out whole."""
    layers = []
    if layer != IMPROVEMENT:
        layers.append((t("Line organisation"), facts.line(t), 0, False))
    if layer != LINE:
        chart = facts.improvement(t)
        layers.append((t("Improvement organisation"), chart, GROUPS_IN_A_ROW, True))
    return [
        Drawn(
            title,
            chart,
            lay_out(
                chart.roots,
                chart.below,
                (WIDTH, HEIGHT),
                spacing=ON_SCREEN._replace(column_over=column_over),
                aside=chart.aside,
                leaves=facts.leaves,
            ),
            improving,
        )
        for title, chart, column_over, improving in layers
        if chart.boxes
    ]


def chart_svg(layers: Sequence[Drawn], t: Language) -> str:
    """The layers under each other, on a white ground."""
    width = max((layer.layout.width for layer in layers), default=0.0) + 2 * _MARGIN
    parts: list[str] = []
    top = float(_MARGIN)
    for layer in layers:
        parts += _layer(layer, (width - layer.layout.width) / 2, top, t)
        top += _TITLE + layer.layout.height + _BETWEEN
    size = f'width="{width:g}" height="{top:g}" viewBox="0 0 {width:g} {top:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={quoteattr(_FONT)}>'
    return "\n".join(
        [head, '<rect width="100%" height="100%" fill="#FFFFFF"/>', *parts, "</svg>", ""]
    )


def _layer(layer: Drawn, left: float, top: float, t: Language) -> Iterator[str]:
    color = _VIOLET if layer.improving else _GREY
    yield _text(_MARGIN, top + 16, layer.title, 15, 600, color, 10_000)
    yield f'<g transform="translate({left:g} {top + _TITLE:g})">'
    yield f'<g fill="none" stroke="{color}" stroke-width="1.5">'
    for line in layer.layout.lines:
        points = " ".join(f"{x:g},{y:g}" for x, y in line.points)
        yield f'<polyline points="{points}"/>'
    yield from _dotted(layer)
    yield "</g>"
    for key, place in layer.layout.places.items():
        yield from _box(layer.chart.boxes[key], place.x, place.y, layer.improving, t)
    yield "</g>"


def _dotted(layer: Drawn) -> Iterator[str]:
    for one, other in layer.chart.dotted:
        start, end = layer.layout.places.get(one), layer.layout.places.get(other)
        if start and end:
            yield (
                f'<line x1="{start.x + WIDTH / 2:g}" y1="{start.y + HEIGHT / 2:g}"'
                f' x2="{end.x + WIDTH / 2:g}" y2="{end.y + HEIGHT / 2:g}" stroke-dasharray="6 4"/>'
            )


def _box(box: Box, x: float, y: float, improving: bool, t: Language) -> Iterator[str]:
    radius, fill = (14, _TINT) if improving else (4, "#FFFFFF")
    stroke = _VIOLET if improving else _GREY
    dash = ' stroke-dasharray="5 3"' if box.vacant else ""
    yield (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="{radius}"'
        f' fill="{"#FFFFFF" if box.vacant else fill}" stroke="{stroke}"{dash}/>'
    )
    over = box.over
    if box.kind is BoxKind.PERSON and box.role:
        over = " · ".join(filter(None, (box.over, box.role)))
    first = 15 if box.deputy else 22
    if over:
        yield _text(x + 12, y + first, over, 12, 400, _VIOLET if improving else _SOFT)
    name = t("Vacant") if box.vacant else box.name
    yield _text(x + 12, y + (first + 18 if over else 33), name, 13, 600, _INK)
    if box.deputy:
        yield _text(x + 12, y + first + 34, t("Dep.: {name}", name=box.deputy), 11, 400, _SOFT)


def _text(
    x: float, y: float, text: str, size: int, weight: int, color: str, room: float = WIDTH - 20
) -> str:
    clean = CONTROLS.sub("", " ".join(text.split()))
    most = int(room / (size * _WIDE))
    shown = clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"
    tip = f"<title>{escape(clean)}</title>" if shown != clean else ""
    style = f'font-size="{size}" font-weight="{weight}" fill="{color}"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{tip}{escape(shown)}</text>'
