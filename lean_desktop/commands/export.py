"""`lean-desktop export`: the organisation and actions to Excel or CSV, the chart, meetings as .ics."""

import argparse
from contextlib import closing
from pathlib import Path

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.exported_calendar import add_calendar_arguments, calendar
from lean_desktop.document.document import SUFFIX, Document
from lean_desktop.domain.chart.facts import BOTH, LAYERS
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.plain_tables import written
from lean_desktop.exchange.action_files import write_actions
from lean_desktop.exchange.chart_svg import chart_svg, drawn
from lean_desktop.exchange.matrix_workbook import write_matrix
from lean_desktop.exchange.plain_files import write_organisation
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.competence_papers import exported_matrix
from lean_desktop.queries.exported_actions import exported
from lean_desktop.queries.org_chart import chart_facts
from lean_desktop.queries.plain_tables import stored
from lean_desktop.queries.workspace import workspace


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `export` takes."""
    parser.own.add_argument(
        "what",
        choices=("organisation", "chart", "calendar", "actions", "matrix"),
        metavar="WHAT",
        help=t("organisation, chart, calendar, actions or matrix"),
    )
    parser.file("FILE", t("the workspace; it is only read"))
    add = parser.own.add_argument
    add(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help=t(
            "a name in .xlsx or a folder for CSV files; for the chart a name in .svg,"
            " for a calendar one in .ics, for actions one in .xlsx or .csv"
        ),
    )
    add("--layer", choices=LAYERS, default=BOTH, help=t("which part of the chart (both)"))
    add_calendar_arguments(parser, t)
    add("--force", action="store_true", help=t("write over what is there"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Write it, and say where."""
    t, path = console.t, options.output
    _refuse_place(options)
    if path.exists() and not options.force and (path.is_file() or any(path.iterdir())):
        raise RuleBroken(
            M_("“{name}” is there already. Say --force to replace it.", name=path.name)
        )
    with closing(Document.open(options.file, writable=False)) as document:
        _write(document, options, console)
    console.say(t("Wrote “{name}”.", name=str(path)))
    return 0


def _write(document: Document, options: argparse.Namespace, console: Console) -> None:
    t, path = console.t, options.output
    match options.what:
        case "organisation":
            uuid = document.read(workspace).uuid
            write_organisation(path, written(document.read(stored), uuid, t))
        case "chart":
            facts = document.read(chart_facts, today=console.today)
            write_whole(path, chart_svg(drawn(facts, options.layer, t), t).encode())
        case "actions":
            rows = document.read(exported, t, today=console.today)
            write_actions(path, t("Actions"), rows)
        case "matrix":
            write_matrix(path, document.read(exported_matrix, t, today=console.today))
        case "calendar":
            write_whole(path, calendar(document, options, console))


def _refuse_place(options: argparse.Namespace) -> None:
    """Never over a workspace, and a drawing or a calendar under no name but that of one."""
    path: Path = options.output
    if path.resolve() == options.file.resolve() or path.suffix.lower() == SUFFIX:
        raise RuleBroken(M_("“{name}” is a workspace. Choose another name.", name=path.name))
    if options.what == "chart" and path.suffix.lower() != ".svg":
        raise RuleBroken(M_("A drawing needs a name that ends in .svg."))
    if options.what == "matrix" and path.suffix.lower() not in (".xlsx", ".csv"):
        raise RuleBroken(M_("A matrix needs a name that ends in .xlsx or .csv."))
    if options.what == "actions" and path.suffix.lower() not in (".xlsx", ".csv"):
        raise RuleBroken(M_("Actions need a name that ends in .xlsx or .csv."))
    if options.what == "calendar" and path.suffix.lower() != ".ics":
        raise RuleBroken(M_("A calendar needs a name that ends in .ics."))
