"""`lean-desktop import matrix`: levels from a competence matrix as people keep it."""

import argparse
from collections.abc import Callable
from contextlib import closing

from lean_desktop.commands.console import Console
from lean_desktop.document.backup import Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.domain.matrix_import import (
    MatrixList,
    MatrixPlan,
    find_matrix,
    plan_matrix,
    targets_for,
)
from lean_desktop.domain.people_import import OUTCOME_NAMES, Outcome
from lean_desktop.edits.matrix_import import import_matrix
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import M_
from lean_desktop.queries.matrix_here import matrix_here
from lean_desktop.settings import Settings, backup_folder, settings_path

Opened = Callable[[argparse.Namespace, Backups], Document]


def import_levels(options: argparse.Namespace, console: Console, opened: Opened) -> int:
    """Take in the levels of a matrix, one undo step in all; tell every odd cell."""
    rows, t = read_table(options.source).rows, console.t
    backups = Backups(backup_folder(Settings(settings_path())))
    with closing(opened(options, backups)) as document:
        here = document.read(matrix_here, today=console.today)
        found = find_matrix(rows, here.names, t)
        plan = plan_matrix(found, here, console.today, t, add_people=options.add_people)
        if plan.changes and not options.dry_run:
            backups.make(document, Reason.IMPORT)
            document.edit(
                M_("Import the matrix"),
                import_matrix,
                plan,
                day=plan.day,
                other=t("Other"),
                scope=targets_for(plan, here),
            )
    _tell_found(found, plan, console)
    _tell_rows(plan, console)
    return _tell_counts(plan, console, dry_run=options.dry_run)


def _tell_found(found: MatrixList, plan: MatrixPlan, console: Console) -> None:
    t = console.t
    console.say(found.told(t))
    new = {each.name for each in plan.skills}
    console.table(
        [t("Column"), t("Skill"), t("Category"), t("Outcome")],
        [
            [
                *(found.skill_place(each), each.name, each.category),
                t("New") if each.name in new else t("Known"),
            ]
            for each in found.skills
        ],
    )


def _tell_rows(plan: MatrixPlan, console: Console) -> None:
    t = console.t
    told = [
        [row.row, row.name, t(OUTCOME_NAMES[row.outcome]), " ".join(map(t, row.remarks))]
        for row in plan.rows
        if row.remarks
    ]
    if told:
        console.say("")
        console.table([t("Row"), t("Name"), t("What becomes of it"), t("Why")], told)
    for remark in plan.remarks:
        console.say(t(remark))


def _tell_counts(plan: MatrixPlan, console: Console, *, dry_run: bool) -> int:
    t = console.t
    console.say("")
    console.say(
        t(
            "{new} new, {changed} changed, {n} unchanged, {refused} not imported.",
            new=plan.count(Outcome.CREATED),
            changed=plan.count(Outcome.UPDATED),
            n=plan.count(Outcome.UNCHANGED),
            refused=plan.count(Outcome.REFUSED),
        )
    )
    console.say(t.plural("{n} level is assessed.", "{n} levels are assessed.", plan.assessed))
    if dry_run:
        console.say(t("Nothing was written: this was a dry run."))
    return 0 if len(plan.rows) > plan.count(Outcome.REFUSED) else 1
