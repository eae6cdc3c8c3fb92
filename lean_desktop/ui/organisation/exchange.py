"""The organisation out to files and back, and the chart as a picture."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import run_long

if TYPE_CHECKING:
    from lean_desktop.domain.plain_tables import TablesPlan
    from lean_desktop.ui.organisation.import_dialog import ImportDialog
    from lean_desktop.ui.organisation.plan_dialog import PlanDialog


def export_organisation(around: Surroundings, parent: QWidget, path: Path | None = None) -> None:
    """Write the organisation to a workbook, or to a folder of CSV files, asking where."""
    t, live = around.t, around.live
    path = path or Asking(t, around.settings, parent).organisation_to_write(t("Organisation"))
    if path is not None:
        target = path
        run_long(t("Writing the organisation"), lambda _report: _write(live, t, target), live, t)


def _write(live: LiveDocument, t: Language, path: Path) -> None:
    from lean_desktop.domain.plain_tables import written
    from lean_desktop.exchange.plain_files import write_organisation
    from lean_desktop.queries.plain_tables import stored
    from lean_desktop.queries.workspace import workspace

    write_organisation(path, written(live.read(stored), live.read(workspace).uuid, t))


def import_organisation(
    around: Surroundings, parent: QWidget, path: Path | None = None
) -> "PlanDialog | ImportDialog | None":
    """Read what was exported, asking for it, and show what it would change.

    A list of people will do as well: it goes the way lists of people go.
    """
    from lean_desktop.ui.organisation.import_dialog import import_from_file
    from lean_desktop.ui.organisation.plan_dialog import PlanDialog

    t, live = around.t, around.live
    source = path or Asking(t, around.settings, parent).organisation_to_read()
    if source is None:
        return None
    try:
        plan = run_long(
            t("Reading the organisation"), lambda _report: _planned(live, source), live, t
        )
    except Cancelled:
        return None
    if plan is None:
        return import_from_file(around, source, parent)
    dialog = PlanDialog(around, source.name, plan, parent)
    dialog.open()
    return dialog


def _planned(live: LiveDocument, source: Path) -> "TablesPlan | None":
    """What the tables would change; None where there are none."""
    from lean_desktop.domain.plain_tables import plan_tables
    from lean_desktop.exchange.plain_files import organisation_tables
    from lean_desktop.queries.plain_tables import stored
    from lean_desktop.queries.workspace import workspace

    tables = organisation_tables(source)
    return plan_tables(tables, live.read(stored), live.read(workspace).uuid) if tables else None


def save_picture(
    around: Surroundings,
    layer: str,
    paint: Callable[[], bytes],
    parent: QWidget,
    path: Path | None = None,
) -> None:
    """Save the chart as SVG, or as PNG what `paint` gives; asking where."""
    from lean_desktop.exchange.chart_svg import chart_svg, drawn
    from lean_desktop.exchange.whole_file import write_whole
    from lean_desktop.queries.org_chart import chart_facts

    t, live = around.t, around.live
    path = path or Asking(t, around.settings, parent).picture_to_write(t("Organisation chart"))
    if path is None:
        return
    target = path
    if target.suffix.lower() == ".png":
        data = paint()
        run_long(t("Writing the picture"), lambda _report: write_whole(target, data), live, t)
        return

    def write() -> None:
        facts = live.read(chart_facts, today=live.today)
        write_whole(target, chart_svg(drawn(facts, layer, t), t).encode())

    run_long(t("Writing the picture"), lambda _report: write(), live, t)
