"""Goals as a numbered outline, and values in their order, as lists that follow the document."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.goals import CoreValue, Goal, tree
from lean_desktop.edits import goals as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.queries import goals as queries
from lean_desktop.queries.touched import Touched
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.columns import Columns
from lean_desktop.ui.organisation.writing import Writing
from lean_desktop.ui.row_model import Column, RowModel


class GoalLine(NamedTuple):
    """A goal with its number in the outline, `1.2`, and its place from the top."""

    goal: Goal
    number: str
    place: int

    @property
    def id(self) -> int:
        """The key of the goal."""
        return self.goal.id


def numbered(goals: list[Goal]) -> list[GoalLine]:
    """The goals as one reads their tree, numbered as an outline."""
    found: list[GoalLine] = []
    counts: list[int] = []
    for place, (goal, depth) in enumerate(tree(goals)):
        counts = [*counts[:depth], (counts[depth] if depth < len(counts) else 0) + 1]
        found.append(GoalLine(goal, ".".join(map(str, counts)), place))
    return found


def goals_model(live: LiveDocument, writing: Writing, parent: QObject) -> RowModel[GoalLine]:
    """Goals in the order of their tree, written in place."""
    return RowModel(
        live,
        _goal_columns(live, writing),
        lambda connection, _ids: numbered(queries.goals(connection)),
        _all_touched,
        lambda line: line.place,
        parent,
    )


def values_model(live: LiveDocument, writing: Writing, parent: QObject) -> RowModel[CoreValue]:
    """The values in their order, written in place."""

    def write(row: CoreValue, what: Message, field: str, value: object) -> None:
        label = M_("Change {what} of “{name}”", what=what, name=row.name)
        live.edit(label, edits.change_values, [row.id], **{field: value})

    column, t = Columns(writing, write), writing.t
    return RowModel(
        live,
        [
            column.text("name", t("Value"), M_("name")),
            column.text("meaning", t("What it means to us"), M_("meaning")),
        ],
        queries.values,
        queries.values_touched,
        lambda row: (row.position, row.id),
        parent,
    )


def write_goal(live: LiveDocument, goal: Goal, what: Message, field: str, value: object) -> None:
    """Set a field of one goal, as one step. Raises RuleBroken."""
    label = M_("Change {what} of “{name}”", what=what, name=goal.name)
    live.edit(label, edits.change_goals, [goal.id], **{field: value})


def _goal_columns(live: LiveDocument, writing: Writing) -> list[Column]:
    t = writing.t

    def write(row: GoalLine, what: Message, field: str, value: object) -> None:
        write_goal(live, row.goal, what, field, value)

    column = Columns(writing, write)
    fields = (
        column.text("name", t("Goal"), M_("name")),
        column.text("measure", t("How we see it"), M_("measure")),
        column.day("due", t("By"), M_("due day")),
        column.pick("group", t("Group"), M_("group"), writing.groups, writing.group_key),
    )
    number = Column("number", t("No."), lambda row: row.number)
    return [number, *(_of_goal(each) for each in fields)]


def _of_goal(column: Column) -> Column:
    """The column of a goal, for a line that holds one."""
    text = column.text
    return column._replace(text=lambda row: text(row.goal), sort=None)


def _all_touched(_connection: Connection, changes: ChangeSet) -> Touched:
    """Numbers follow from all goals together."""
    return None if changes.touches(("goal", "group")) else frozenset()
