"""What a gesture on the chart means for the document; each is one step."""

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.people_import.cells import split_name
from lean_desktop.edits import organisation as edits
from lean_desktop.edits import reporting
from lean_desktop.edits import roles as role_edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument

_HANGS = {
    BoxKind.UNIT: (BoxKind.UNIT,),
    BoxKind.PERSON: (BoxKind.UNIT, BoxKind.PERSON, BoxKind.GROUP),
    BoxKind.GROUP: (BoxKind.GROUP,),
    BoxKind.ROLE: (BoxKind.UNIT, BoxKind.GROUP),
}
_ONLY = {
    BoxKind.UNIT: M_("A unit can only lie below another unit."),
    BoxKind.PERSON: M_("A person belongs below a unit or a manager, or into a group."),
    BoxKind.GROUP: M_("A group can only lie below another group."),
    BoxKind.ROLE: M_("A role belongs to a unit or to a group."),
}
"""What a box can hang below, and the sentence for where it cannot."""


class ChartEdits:
    """Hangs boxes below others and renames them."""

    def __init__(self, live: LiveDocument) -> None:
        self._live = live

    def why_not(self, box: Box, onto: Box) -> Message | None:
        """Why such a box cannot hang below such another; None when it can."""
        return None if onto.kind in _HANGS[box.kind] else _ONLY[box.kind]

    def hang(self, box: Box, onto: Box) -> None:
        """Hang a box below another. A person dropped on a group becomes a member of it."""
        if box.kind is BoxKind.PERSON:
            self._hang_person(box, onto)
            return
        if box.kind is BoxKind.ROLE:
            self._hang_role(box, onto)
            return
        label = M_("Move “{name}” below “{above}”", name=box.over, above=onto.over)
        change = edits.change_units if box.kind is BoxKind.UNIT else edits.change_groups
        self._live.edit(label, change, [box.id], parent_id=onto.id)

    def named(self, box: Box) -> str:
        """What is renamed in place: a unit's, a group's or a person's own name."""
        if box.kind is BoxKind.PERSON:
            return box.name
        if box.kind in (BoxKind.UNIT, BoxKind.ROLE):
            return box.over
        (group,) = self._live.read(queries.groups, [box.id], today=self._live.today)
        return group.name

    def rename(self, box: Box, name: str) -> None:
        """Give it another name. Raises RuleBroken."""
        if not name.strip():
            raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
        label = M_("Rename “{name}”", name=self.named(box))
        if box.kind is BoxKind.UNIT:
            self._live.edit(label, edits.change_units, [box.id], name=name)
        elif box.kind is BoxKind.ROLE:
            self._live.edit(label, role_edits.change_roles, [box.id], name=name)
        elif box.kind is BoxKind.GROUP:
            self._live.edit(label, edits.change_groups, [box.id], name=name)
        else:
            first, last = split_name(name)
            self._live.edit(label, edits.change_people, [box.id], first_name=first, last_name=last)

    def _hang_person(self, box: Box, onto: Box) -> None:
        live = self._live
        if onto.kind is BoxKind.GROUP:
            label = M_("Put {name} into {group}", name=box.name, group=onto.over)
            live.edit(label, edits.add_members, onto.id, [box.id], valid_from=live.today)
            return
        above = onto.name if onto.kind is BoxKind.PERSON else onto.over
        label = M_("Move “{name}” below “{above}”", name=box.name, above=above)
        unit = onto.id if onto.kind is BoxKind.UNIT else self._unit_of(onto.id)
        live.edit(label, reporting.place, [box.id], unit, onto.person_id, live.today)

    def _hang_role(self, box: Box, onto: Box) -> None:
        label = M_("Move “{name}” below “{above}”", name=box.over, above=onto.over)
        unit = onto.id if onto.kind is BoxKind.UNIT else None
        group = onto.id if onto.kind is BoxKind.GROUP else None
        change = role_edits.change_roles
        self._live.edit(label, change, [box.id], unit_id=unit, group_id=group)

    def _unit_of(self, person_id: int) -> int | None:
        (person,) = self._live.read(queries.people, [person_id], today=self._live.today)
        return person.unit_id
