"""What can be done with the chosen people, units and groups; each is one step."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.organisation import Person
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.reporting import report_to
from lean_desktop.i18n import M_, Message
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.toolbar import GOALS, GROUPS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.organisation.writing import Named, Writing


class Gestures:
    """`chosen()` gives the chosen rows of the list that is shown; dialogs open over `parent`."""

    def __init__(
        self, around: Surroundings, chosen: Callable[[], list[Any]], parent: QWidget
    ) -> None:
        self._around = around
        self._live, self._t = around.live, around.t
        self._chosen = chosen
        self._parent = parent
        self._writing = Writing(around.live, around.t)

    def remove(self, which: str, *, whole: bool = False) -> None:
        """Delete the chosen rows; `whole` takes what lies below them too."""
        rows = self._chosen()
        if not rows or self._live.read_only:
            return
        label, keys = _removal(which, rows), [row.id for row in rows]
        if which == PEOPLE:
            self._live.edit(label, edits.remove_people, keys, whole=whole)
        elif which == UNITS:
            self._live.edit(label, edits.remove_units, keys, whole=whole)
        elif which == GOALS:
            from lean_desktop.edits.goals import remove_goals

            self._live.edit(label, remove_goals, keys, whole=whole)
        elif which == ROLES:
            from lean_desktop.edits.roles import remove_roles

            self._live.edit(label, remove_roles, keys)
        else:
            self._live.edit(label, edits.remove_groups, keys, whole=whole)

    def put_into_group(self) -> None:
        """Ask for a group, and put the chosen people into it."""
        self._ask(self._t("Put into a group"), self._t("Group"), self._writing.groups, self._put)

    def set_unit(self) -> None:
        """Ask for a unit, and give it to the chosen people."""
        set_it = partial(self._set, M_("unit"), "unit_id")
        self._ask(self._t("Set unit"), self._t("Unit"), self._writing.units, set_it)

    def set_manager(self) -> None:
        """Ask for a manager, and give it to the chosen people."""
        self._ask(
            self._t("Set manager"), self._t("Manager"), self._writing.people, self._set_manager
        )

    def anonymise(self) -> None:
        """Take away who the chosen person is, everywhere."""
        from lean_desktop.ui.organisation.anonymise_dialog import AnonymiseDialog

        people = self._chosen()
        if people:
            AnonymiseDialog(self._around, people[0], self._parent).open()

    def export_calendar(self) -> None:
        """Write the chosen person's meetings for a calendar program."""
        from lean_desktop.ui.person_calendar_dialog import PersonCalendarDialog

        people = self._chosen()
        if people:
            PersonCalendarDialog(self._around, people[0].id, self._parent).open()

    def _ask(
        self,
        title: str,
        label: str,
        choices: Callable[[], Named],
        do: Callable[[int | None], None],
    ) -> None:
        from lean_desktop.ui.organisation.ask_dialog import AskDialog

        if self._chosen():
            AskDialog(title, label, choices, do, self._around, self._parent).open()

    def _put(self, group_id: int | None) -> None:
        people: list[Person] = self._chosen()
        if group_id is None or not people:
            return
        group = dict(self._writing.groups())[group_id]
        label = (
            M_("Put {name} into {group}", name=people[0].name, group=group)
            if len(people) == 1
            else M_("Put {n} people into {group}", n=len(people), group=group)
        )
        keys = [person.id for person in people]
        self._live.edit(label, edits.add_members, group_id, keys, valid_from=self._live.today)

    def _set(self, what: Message, field: str, key: int | None) -> None:
        people: list[Person] = self._chosen()
        if people:
            keys = [person.id for person in people]
            self._live.edit(_setting(what, people), edits.change_people, keys, **{field: key})

    def _set_manager(self, key: int | None) -> None:
        people: list[Person] = self._chosen()
        if people:
            keys = [person.id for person in people]
            label = _setting(M_("manager"), people)
            self._live.edit(label, report_to, keys, key, self._live.today)


def _setting(what: Message, people: Sequence[Person]) -> Message:
    if len(people) == 1:
        return M_("Change {what} of “{name}”", what=what, name=people[0].name)
    return M_("Set {what} of {n} people", what=what, n=len(people))


def _removal(which: str, rows: Sequence[Any]) -> Message:
    if len(rows) == 1:
        return M_("Delete “{name}”", name=rows[0].name)
    n = len(rows)
    return {
        PEOPLE: M_("Delete {n} people", n=n),
        UNITS: M_("Delete {n} units", n=n),
        GROUPS: M_("Delete {n} groups", n=n),
        ROLES: M_("Delete {n} roles", n=n),
        GOALS: M_("Delete {n} goals", n=n),
    }[which]
