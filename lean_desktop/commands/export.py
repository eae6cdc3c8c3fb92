"""`lean-desktop export`: the organisation to Excel or CSV, the chart, or meetings to a calendar."""

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.naming import group_meant, person_meant
from lean_desktop.document.document import SUFFIX, Document
from lean_desktop.domain.chart.facts import BOTH, LAYERS
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.plain_tables import written
from lean_desktop.exchange.calendar import calendar_text
from lean_desktop.exchange.chart_svg import chart_svg, drawn
from lean_desktop.exchange.plain_files import write_organisation
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import calendar_events
from lean_desktop.queries.org_chart import chart_facts
from lean_desktop.queries.plain_tables import stored
from lean_desktop.queries.workspace import workspace

WHAT = "organisation", "chart", "calendar"


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `export` takes."""
    parser.own.add_argument(
        "what", choices=WHAT, metavar="WHAT", help=t("organisation, chart or calendar")
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
            "a name in .xlsx, a folder for CSV files, a name in .svg for the chart, in .ics for a calendar"
        ),
    )
    whose = parser.own.add_mutually_exclusive_group()
    whose.add_argument("--of", metavar="GROUP", help=t("the group whose meetings (calendar)"))
    whose.add_argument("--person", metavar="NAME", help=t("the person whose meetings (calendar)"))
    add("--daily", action="store_true", help=t("the daily meetings too (calendar of a person)"))
    add("--layer", choices=LAYERS, default=BOTH, help=t("which part of the chart (both)"))
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
        if options.what == "organisation":
            uuid = document.read(workspace).uuid
            write_organisation(path, written(document.read(stored), uuid, t))
        elif options.what == "calendar":
            write_whole(path, _calendar(document, options, console))
        else:
            facts = document.read(chart_facts, today=console.today)
            write_whole(path, chart_svg(drawn(facts, options.layer, t), t).encode())
    console.say(t("Wrote “{name}”.", name=str(path)))
    return 0


def _calendar(document: Document, options: argparse.Namespace, console: Console) -> bytes:
    """The meetings of a person or a group. Raises RuleBroken when neither is named."""
    t, now = console.t, console.now
    if options.person:
        found = person_meant(document, options.person, now)
        daily = options.daily
        events = document.read(calendar_events.events_of_person, found.id, daily=daily)
    elif options.of:
        group = group_meant(document, options.of, now)
        events = document.read(calendar_events.events_of_group, group.id)
    else:
        raise RuleBroken(M_("Say whose meetings: --of a group, or --person."))
    uuid = document.read(workspace).uuid
    return calendar_text(events, uuid, t, datetime.now(UTC))


def _refuse_place(options: argparse.Namespace) -> None:
    """Never over a workspace, and a drawing under no name but that of one."""
    path: Path = options.output
    if path.resolve() == options.file.resolve() or path.suffix.lower() == SUFFIX:
        raise RuleBroken(M_("“{name}” is a workspace. Choose another name.", name=path.name))
    if options.what == "calendar" and path.suffix.lower() != ".ics":
        raise RuleBroken(M_("A calendar needs a name that ends in .ics."))
    if options.what == "chart" and path.suffix.lower() != ".svg":
        raise RuleBroken(M_("A drawing needs a name that ends in .svg."))
