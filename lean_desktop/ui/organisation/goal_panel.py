"""The panel of one goal."""

from typing import cast

from lean_desktop.domain.goals import Goal, way_to
from lean_desktop.edits import goals as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import goals as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.goals_model import write_goal
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.organisation.writing import Named, shown_day
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.field import TextField


class GoalPanel(Panel):
    """What the goal is, how one sees that it is reached, by when, and who works for it."""

    kind = "goal"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.t("Goal"), around)

    @override
    def write(self, what: Message, field: str, value: object) -> None:
        if field == "parent_id":
            label = M_("Move “{name}”", name=self.row.name)
            self.live.edit(label, edits.move_goal, self.row.id, cast("int | None", value))
        else:
            write_goal(self.live, self.row, what, field, value)

    @override
    def fill(self) -> None:
        t = self.t
        self.head()
        for name, title, what in (
            ("name", t("Goal"), M_("name")),
            ("measure", t("How we see it"), M_("measure")),
        ):
            self.add(self._text(name, title, what))
        self.add(self.day("due", t("By"), M_("due day")))
        self.add(self.pick("group", t("Group"), M_("group"), self.writing.groups))
        self.add(self.pick("parent", t("Part of"), M_("place"), self._others))

    @override
    def values(self) -> dict[str, str]:
        row: Goal = self.row
        return {
            "name": row.name,
            "measure": row.measure,
            "due": shown_day(self.t, row.due),
            "group": row.group,
            "parent": row.parent,
        }

    @override
    def show_more(self, *, other: bool) -> None:
        way = way_to(self.row, self.live.read(queries.goals))[:-1]
        self.show_head(self.row.name, " – ".join(goal.name for goal in way))

    def _text(self, name: str, title: str, what: Message) -> TextField:
        field = TextField(title, self.t, lambda typed: self.write(what, name, typed), lines=3)
        self.named[name] = field
        return field

    def _others(self) -> Named:
        return [(goal.id, goal.name) for goal in self.live.read(queries.goals)]
