"""`lean-desktop import actions`: from a list, a workbook, a board of Trello, or our own export."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from lean_desktop.commands.console import Console
from lean_desktop.document.backup import Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.domain.actions_import import (
    COLUMN_NAMES,
    ActionList,
    ActionPlan,
    action_list,
    plan_actions,
    refused_rows,
)
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.people_import import OUTCOME_NAMES, Outcome
from lean_desktop.edits import actions_import as edits
from lean_desktop.exchange.action_files import read_actions
from lean_desktop.exchange.plain_files import delimited
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import M_
from lean_desktop.queries.exported_actions import here
from lean_desktop.settings import Settings, backup_folder, settings_path

Opened = Callable[[argparse.Namespace, Backups], Document]


def import_actions(options: argparse.Namespace, console: Console, opened: Opened) -> int:
    """Take in the actions of a list, one undo step in all; tell every row with a remark."""
    sheet = read_actions(options.source)
    source = action_list(sheet.rows)
    _refuse_place(options.refused)
    own = source.unknown().keys() if options.own_fields else ()
    backups = Backups(backup_folder(Settings(settings_path())))
    with closing(opened(options, backups)) as document:
        known, today = document.read(here, today=console.today), console.today
        plan = plan_actions(source, known, today, console.t, own_fields=own)
        if (plan.new or plan.changes) and not options.dry_run:
            backups.make(document, Reason.IMPORT)
            reason = console.t("Imported from “{name}”", name=options.source.name)
            document.edit(M_("Import actions"), edits.import_actions, plan, today, reason)
    if options.refused and not options.dry_run:
        write_whole(options.refused, delimited(refused_rows(source, plan)))
    for remark in sheet.remarks:
        console.say(console.t(remark))
    _tell_columns(source, plan, console)
    _tell_rows(plan, console)
    return _tell_counts(plan, console, dry_run=options.dry_run)


def _refuse_place(path: Path | None) -> None:
    if path and (path.exists() or path.suffix.lower() != ".csv"):
        raise RuleBroken(M_("The refused rows need a new name that ends in .csv."))


def _tell_columns(source: ActionList, plan: ActionPlan, console: Console) -> None:
    t = console.t
    names = {at: t(COLUMN_NAMES[column]) for column, at in source.columns.items()}
    made = {field.name: t("an own field") for field in plan.fields}
    console.table(
        [t("Column"), t("Taken as")],
        [
            [heading, names.get(at) or made.get(heading) or "–"]
            for at, heading in enumerate(source.headings)
        ],
    )


def _tell_rows(plan: ActionPlan, console: Console) -> None:
    t = console.t
    told = [
        [str(row.row), row.title, t(OUTCOME_NAMES[row.outcome]), " ".join(map(t, row.remarks))]
        for row in plan.rows
        if row.remarks
    ]
    if told:
        console.say("")
        console.table([t("Row"), t("Name"), t("What becomes of it"), t("Why")], told)


def _tell_counts(plan: ActionPlan, console: Console, *, dry_run: bool) -> int:
    t, counts = console.t, plan.counts
    console.say("")
    console.say(
        t(
            "{new} new, {changed} changed, {n} unchanged, {refused} not imported.",
            new=counts[Outcome.CREATED],
            changed=counts[Outcome.UPDATED],
            n=counts[Outcome.UNCHANGED],
            refused=counts[Outcome.REFUSED],
        )
    )
    if dry_run:
        console.say(t("Nothing was written: this was a dry run."))
    return 0 if len(plan.rows) > counts[Outcome.REFUSED] else 1
