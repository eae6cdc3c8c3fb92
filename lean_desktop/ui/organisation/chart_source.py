"""What the chart is made from, read and laid out; on any thread, since thousands take a while."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QSize

from lean_desktop.domain.chart import BoxKind, Chart, box_key, improvement_chart, line_chart
from lean_desktop.domain.organisation import ReportingLine
from lean_desktop.domain.reorganisation import (
    FROM_TO,
    Arrangement,
    Proposal,
    Reorganisation,
    Subject,
)
from lean_desktop.domain.roles import Mandate
from lean_desktop.i18n import Language
from lean_desktop.layout.boxes import ON_SCREEN
from lean_desktop.layout.tree import Layouter, TidyLayout
from lean_desktop.queries import Connection, reporting
from lean_desktop.queries import reorganisation as drafts
from lean_desktop.queries import roles as role_queries
from lean_desktop.queries.chart import leaves
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.chart_bar import (
    ALL_LEVELS,
    IMPROVEMENT,
    LINE,
    LIVE,
    MOST_LEVELS,
)
from lean_desktop.ui.organisation.chart_boxes import HEIGHT, WIDTH
from lean_desktop.ui.organisation.chart_picture import Layer, Picture
from lean_desktop.ui.organisation.chart_view import fitting_zoom

TABLES = (*drafts.ARRANGED, "reorganisation", "reporting_line", "mandate", "chart_branch")
"""A change in any of these may show in the chart."""

LEAST_LEVELS, READ_FROM = 2, 0.52
"""At first so many levels are shown, and more as long as that leaves this zoom."""

GROUPS_IN_A_ROW = 12
"""People below their leader hang in a column; groups stand side by side, as long as they are few."""

Folded = frozenset[int]


class Charted(NamedTuple):
    """Both charts, of the live organisation or of one draft, and what is known of the drafts."""

    draft: int
    drafts: Sequence[Reorganisation]
    line: Chart
    improvement: Chart
    moved: Folded
    leaves: dict[int, str]

    @property
    def charts(self) -> tuple[Chart, Chart]:
        """The line, and the improvement organisation."""
        return self.line, self.improvement


class Layouters(NamedTuple):
    """They remember the last layout of each chart, to make only what is new the next time."""

    line: Layouter
    improvement: Layouter

    @classmethod
    def new(cls) -> "Layouters":
        """Such as remember nothing yet."""
        size, groups = (WIDTH, HEIGHT), ON_SCREEN._replace(column_over=GROUPS_IN_A_ROW)
        return cls(Layouter(size, ON_SCREEN), Layouter(size, groups))


def charted(live: LiveDocument, draft: int, t: Language) -> Charted:
    """Read both charts; a draft that is gone gives the live organisation."""
    today = live.today
    read = live.read(_read, draft, today)  # The charts are made when nobody has to wait for us.
    now = read.now
    return Charted(
        read.draft,
        read.drafts,
        line_chart(now.people, now.units, today, t, lines=read.lines, roles=now.roles),
        improvement_chart(
            now.groups,
            now.memberships,
            today,
            t,
            people=now.people,
            roles=now.roles,
            assignments=now.assignments,
            mandates=read.mandates,
        ),
        _moved(read.proposals),
        read.leaves,
    )


class _Read(NamedTuple):
    draft: int
    drafts: Sequence[Reorganisation]
    now: Arrangement
    proposals: Sequence[Proposal]
    lines: Sequence[ReportingLine]
    mandates: Sequence[Mandate]
    leaves: dict[int, str]


def _read(connection: Connection, draft: int, today: date) -> _Read:
    """All of it from one state of the file."""
    known = drafts.reorganisations(connection)
    draft = draft if draft in [each.id for each in known] else LIVE
    now = (
        drafts.rearranged(connection, draft, today=today)
        if draft
        else drafts.arrangement(connection, today=today)
    )
    return _Read(
        draft,
        known,
        now,
        drafts.proposals(connection, draft) if draft else (),
        reporting.lines(connection),
        role_queries.mandates(connection),
        leaves(connection),
    )


def _moved(proposals: Sequence[Proposal]) -> Folded:
    """The boxes a draft would change."""
    kinds = {
        Subject.PERSON: BoxKind.PERSON,
        Subject.UNIT: BoxKind.UNIT,
        Subject.GROUP: BoxKind.GROUP,
    }
    return frozenset(
        box_key(kinds[subject], each.subject_id)
        for each in proposals
        if (subject := FROM_TO[each.what][0]) in kinds
    )


# Folding


def folded_below(found: Charted, levels: int) -> Folded:
    """What is folded so that only so many levels are shown; nothing for ALL_LEVELS."""
    folded: set[int] = set()
    for chart in found.charts:
        here = list(chart.roots) if levels else []
        for _ in range(levels - 1):
            here = [each for key in here for each in chart.below.get(key, ())]
        folded.update(key for key in here if chart.below.get(key))
    return frozenset(folded)


def unfolded_to(found: Charted, folded: Folded, key: int) -> Folded:
    """The same, but with nothing folded above a box."""
    for chart in found.charts:
        if key in chart.boxes:
            above = {
                each: over
                for hung in (chart.below, chart.aside)
                for over, below in hung.items()
                for each in below
            }
            way = []
            while key in above:
                key = above[key]
                way.append(key)
            return folded - frozenset(way)
    return folded


def levels_read(found: Charted, layers: str, room: QSize, layouters: Layouters, t: Language) -> int:
    """As many levels as can be read when all of them are seen at once."""
    for levels in range(LEAST_LEVELS, MOST_LEVELS + 1):
        folded = folded_below(found, levels)
        zoom = fitting_zoom(picture(found, folded, layers, layouters, t).size, room)
        if zoom < READ_FROM:
            return max(LEAST_LEVELS, levels - 1)
        if not folded:
            return ALL_LEVELS
    return MOST_LEVELS


# The picture


def picture(
    found: Charted, folded: Folded, layers: str, layouters: Layouters, t: Language
) -> Picture:
    """The layers that are asked for, laid out."""
    shown = []
    if layers != IMPROVEMENT:
        shown.append(
            Layer(
                *(t("Line organisation"), "text2", "window", "control"),
                found.line,
                _laid_out(found, found.line, folded, layouters.line),
            )
        )
    if layers != LINE and found.improvement.boxes:
        shown.append(
            Layer(
                *(t("Improvement organisation"), "improve", "improve_wash", "improve_fill"),
                found.improvement,
                _laid_out(found, found.improvement, folded, layouters.improvement),
                improving=True,
            )
        )
    return Picture(shown, found.moved)


def _laid_out(found: Charted, chart: Chart, folded: Folded, layouter: Layouter) -> TidyLayout:
    return layouter.lay_out(
        chart.roots, chart.below, folded=folded, aside=chart.aside, leaves=found.leaves
    )
