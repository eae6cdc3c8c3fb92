"""What can be done in the Organisation tab, by menu, keys and palette."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.ui.editor import Command
from lean_desktop.ui.organisation.toolbar import CHART, GOALS, GROUPS, NEEDS, PEOPLE, ROLES, UNITS

if TYPE_CHECKING:
    from lean_desktop.ui.organisation.editor import OrganisationEditor

FOR_ROWS = (
    *("add_to_group", "set_unit", "set_manager", "person_calendar", "anonymise"),
    *("copy_rows", "remove_rows"),
)
"""Commands of the context menu."""


FOR_BOXES = ("box_below", "box_beside", "box_above", "rename_box")
"""Commands of the context menu on the chart, before those of any row."""


def commands_of(editor: "OrganisationEditor") -> Sequence[Command]:
    """Everything the editor can be asked for."""
    return tuple(
        _unless_read_only(editor, each)
        for each in (*_insert(editor), *_edit(editor), *_view(editor))
    )


def _unless_read_only(editor: "OrganisationEditor", command: Command) -> Command:
    """What changes the document is not for another day than today."""
    if not command.edits:
        return command
    allowed = command.allowed
    return command._replace(
        allowed=lambda: not editor.live.read_only and (allowed is None or allowed())
    )


def _insert(editor: "OrganisationEditor") -> Sequence[Command]:
    t, edit = editor.t, partial(Command, menu="insert", edits=True)
    return (
        edit("new_row", t("New …"), editor.new, keys="New", icon="plus"),
        edit("new_person", t("New person …"), partial(editor.new, PEOPLE), icon="userplus"),
        edit("new_unit", t("New unit …"), partial(editor.new, UNITS), icon="org"),
        edit("new_group", t("New group …"), partial(editor.new, GROUPS), icon="users"),
        edit("new_role", t("New role …"), partial(editor.new, ROLES), icon="flag"),
        *_boxes(editor),
        edit(
            "add_to_group",
            t("Put into a group …"),
            editor.gestures.put_into_group,
            keys="Ctrl+G",
            icon="users",
            allowed=editor.has_people,
        ),
    )


def _boxes(editor: "OrganisationEditor") -> Sequence[Command]:
    t, on_chart = editor.t, editor.on_chart
    edit = partial(Command, menu="insert", edits=True, allowed=on_chart)
    return (
        edit("box_below", t("New below …"), partial(editor.new, way="below")),
        edit("box_beside", t("New beside …"), partial(editor.new, way="beside")),
        edit("box_above", t("New above …"), partial(editor.new, way="above")),
        Command("rename_box", t("Rename"), editor.rename_box, "edit", allowed=on_chart, edits=True),
    )


def _edit(editor: "OrganisationEditor") -> Sequence[Command]:
    t, do, edit = editor.t, editor.gestures, partial(Command, menu="edit", edits=True)
    people, members = editor.has_people, editor.has_members
    return (
        edit("set_unit", t("Set unit …"), do.set_unit, allowed=people),
        edit("set_manager", t("Set manager …"), do.set_manager, allowed=people),
        edit("end_membership", t("End membership today"), editor.end, allowed=members),
        edit("take_out", t("Take out of the group"), editor.take_out, allowed=members),
        Command("copy_rows", t("Copy rows"), editor.copy, "edit", allowed=editor.has_chosen),
        edit(
            "remove_rows",
            t("Delete what is chosen"),
            editor.remove,
            icon="trash",
            allowed=editor.has_chosen,
        ),
        Command("find", t("Find in the list"), editor.begin_search, "edit", "Find", "search"),
        edit(
            "import_organisation", t("Import an organisation …"), editor.import_organisation
        )._replace(menu="file"),
        Command(
            "export_organisation",
            t("Export the organisation …"),
            editor.export_organisation,
            "file",
        ),
        Command("save_chart", t("Save the chart as a picture …"), editor.save_chart, "file"),
        Command(
            "person_calendar",
            t("Export a person’s meetings to a calendar …"),
            do.export_calendar,
            "file",
            allowed=people,
        ),
        Command("anonymise", t("Anonymise …"), do.anonymise, "tools", allowed=people, edits=True),
    )


def _leaves(editor: "OrganisationEditor") -> Sequence[Command]:
    t, lay = editor.t, editor.lay_leaves
    view = partial(Command, menu="view", edits=True, allowed=editor.on_chart)
    return (
        view("leaves_column", t("Those below in a column"), partial(lay, "column")),
        view("leaves_row", t("Those below in a row"), partial(lay, "row")),
        view("leaves_usual", t("Those below as usual"), partial(lay, "")),
    )


def _zoom(editor: "OrganisationEditor") -> Sequence[Command]:
    t, zoom = editor.t, editor.zoom
    view = partial(Command, menu="view", allowed=editor.shows_chart)
    return (
        view("zoom_in", t("Zoom in"), partial(zoom, "in"), keys="Ctrl++"),
        view("zoom_out", t("Zoom out"), partial(zoom, "out"), keys="Ctrl+-"),
        view("zoom_all", t("Show all of it"), partial(zoom, "all"), keys="Ctrl+0"),
        view(
            "zoom_chosen",
            t("Show what is chosen, and all below it"),
            partial(zoom, "chosen"),
            keys="Ctrl+Shift+0",
        ),
    )


def _view(editor: "OrganisationEditor") -> Sequence[Command]:
    t, view = editor.t, partial(Command, menu="view")
    edit_view = partial(Command, menu="tools", edits=True)
    return (
        *_zoom(editor),
        view("chart", t("Organisation chart"), partial(editor.show_list, CHART)),
        view("list_people", t("People"), partial(editor.show_list, PEOPLE)),
        view("list_units", t("Units"), partial(editor.show_list, UNITS)),
        view("list_groups", t("Groups"), partial(editor.show_list, GROUPS)),
        view("list_roles", t("Roles"), partial(editor.show_list, ROLES)),
        view("needs", t("Needs attention"), partial(editor.show_list, NEEDS)),
        view("goals", t("Vision and goals"), partial(editor.show_list, GOALS)),
        edit_view("new_draft", t("New draft …"), editor.begin_draft, icon="layers"),
        *_leaves(editor),
        view("show_day", t("Show another day …"), editor.ask_day, icon="history"),
        view("vision_wall", t("Show the vision on the screen"), editor.show_wall, keys="F5"),
        view("sort", t("Sort by this column"), editor.sort, keys="Ctrl+Shift+O"),
    )
