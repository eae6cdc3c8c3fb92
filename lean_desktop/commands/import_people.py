"""`lean-desktop import`: people, actions or levels from a list, or an organisation that was exported."""

import argparse
from contextlib import closing
from pathlib import Path

from lean_desktop.commands.arguments import Arguments
from lean_desktop.commands.console import Console
from lean_desktop.commands.import_actions import import_actions
from lean_desktop.commands.import_matrix import import_levels
from lean_desktop.document import trouble
from lean_desktop.document.backup import Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.domain.people_import import (
    FIELD_NAMES,
    OUTCOME_NAMES,
    Columns,
    ImportPlan,
    Outcome,
    PeopleList,
    guess_columns,
    people_list,
    plan_import,
)
from lean_desktop.domain.plain_tables import plan_tables
from lean_desktop.edits import people_import as edits
from lean_desktop.edits.plain_tables import take_in
from lean_desktop.exchange.plain_files import Tables, organisation_tables
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import organisation
from lean_desktop.queries.plain_tables import stored
from lean_desktop.queries.workspace import workspace
from lean_desktop.settings import Settings, backup_folder, settings_path


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `import` takes."""
    parser.own.add_argument(
        "what", choices=("people", "organisation", "actions", "matrix"), help=t("what to take")
    )
    parser.file("SOURCE", t("a CSV or Excel file with headings, or a board of Trello (.json)"))
    add = parser.own.add_argument
    add("--into", type=Path, metavar="FILE", required=True, help=t("the workspace to write to"))
    add("--refused", type=Path, metavar="CSV", help=t("write the rows that were refused there"))
    add("--own-fields", action="store_true", help=t("make fields of columns we do not know"))
    add("--add-people", action="store_true", help=t("add those a matrix names who are not there"))
    add("--dry-run", action="store_true", help=t("only say what would be done"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Take in what can be taken, one undo step in all; tell every row that cannot.

    A backup is made first. 1 when no row could be used.
    """
    if options.what == "actions":
        return import_actions(options, console, _opened)
    if options.what == "matrix":
        return import_levels(options, console, _opened)
    if options.what == "organisation" and (files := organisation_tables(options.source)):
        return _import_organisation(files, options, console)
    source = people_list(read_table(options.source).rows)
    columns = guess_columns(source)
    backups = Backups(backup_folder(Settings(settings_path())))  # by the true clock, always
    with closing(_opened(options, backups)) as document:
        people = document.read(organisation.people, today=console.today)
        units = document.read(organisation.units)
        plan = plan_import(source, columns, people, units, console.t)
        changes = plan.counts.created + plan.counts.updated
        if changes and not options.dry_run:
            backups.make(document, Reason.IMPORT)
            document.edit(M_("Import people"), edits.import_people, plan, console.today)
    _tell_columns(source, columns, console)
    _tell_rows(plan, console)
    _tell_counts(plan, console, dry_run=options.dry_run)
    return 0 if changes or plan.counts.unchanged else 1


def _import_organisation(files: Tables, options: argparse.Namespace, console: Console) -> int:
    """Take in what `export organisation` wrote; nothing at all where something is wrong."""
    t = console.t
    backups = Backups(backup_folder(Settings(settings_path())))
    with closing(_opened(options, backups)) as document:
        plan = plan_tables(files, document.read(stored), document.read(workspace).uuid)
        new, changed, unchanged = plan.counts
        for fault in plan.faults:
            console.complain(t(fault.sentence))
        if (new or changed) and not plan.faults and not options.dry_run:
            backups.make(document, Reason.IMPORT)
            document.edit(M_("Import the organisation"), take_in, plan)
    console.say(
        t("{new} new, {changed} changed, {n} unchanged.", new=new, changed=changed, n=unchanged)
    )
    if options.dry_run:
        console.say(t("Nothing was written: this was a dry run."))
    return 1 if plan.faults or not new + changed + unchanged else 0


def _opened(options: argparse.Namespace, backups: Backups) -> Document:
    """The workspace, to be written unless only asked what would be done. Raises KnownError."""
    if options.dry_run:
        return Document.open(options.into, writable=False)
    document = Document.open(
        options.into, before_migration=lambda older: backups.make(older, Reason.MIGRATION)
    )
    if not document.read_only:
        return document
    document.close()
    if document.holder:
        raise trouble.held(options.into, document.holder.user, document.holder.machine)
    raise trouble.read_only(options.into)


def _tell_columns(source: PeopleList, columns: Columns, console: Console) -> None:
    t, names = console.t, {column: field for field, column in columns.items()}
    console.table(
        [t("Column"), t("Taken as")],
        [
            [heading, t(FIELD_NAMES[names[column]]) if column in names else "–"]
            for column, heading in enumerate(source.headings)
        ],
    )


def _tell_rows(plan: ImportPlan, console: Console) -> None:
    """Every row that was not taken in, or not whole."""
    t = console.t
    told = [
        [str(row.row), row.name, t(OUTCOME_NAMES[row.outcome]), " ".join(map(t, row.reasons))]
        for row in plan.rows
        if row.reasons or row.outcome is Outcome.REFUSED
    ]
    _tell_told(told, console)


def _tell_told(told: list[list[str]], console: Console) -> None:
    t = console.t
    if told:
        console.say("")
        console.table([t("Row"), t("Name"), t("What becomes of it"), t("Why")], told)


def _tell_counts(plan: ImportPlan, console: Console, *, dry_run: bool) -> None:
    t, counts = console.t, plan.counts
    console.say("")
    console.say(
        t(
            "{created} new, {updated} changed, {unchanged} unchanged, {refused} not imported.",
            created=counts.created,
            updated=counts.updated,
            unchanged=counts.unchanged,
            refused=counts.refused,
        )
    )
    if counts.new_units:
        console.say(t.plural("{n} unit is new.", "{n} units are new.", counts.new_units))
    if dry_run:
        console.say(t("Nothing was written: this was a dry run."))
