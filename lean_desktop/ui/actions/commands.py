"""What can be done in the Actions tab, by menu, keys and palette."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.ui.editor import Command

if TYPE_CHECKING:
    from lean_desktop.ui.actions.editor import ActionsEditor

IN_MENU = (
    *("remove_actions", "board_columns", "board_wall"),
    *("import_actions", "export_actions"),
)
"""Commands behind the three dots, and behind a right click on a card."""


def commands_of(editor: "ActionsEditor") -> Sequence[Command]:
    """Everything the editor can be asked for."""
    return (*_insert(editor), *_edit(editor), *_view(editor), *_tools(editor))


def _insert(editor: "ActionsEditor") -> Sequence[Command]:
    new = editor.t("New action")
    return (Command("new_action", new, editor.begin, "insert", "New", "plus", edits=True),)


def _edit(editor: "ActionsEditor") -> Sequence[Command]:
    t = editor.t
    edit = partial(Command, menu="edit", edits=True, allowed=lambda: bool(editor.chosen()))
    return (edit("remove_actions", t("Delete the actions"), editor.remove_chosen),)


def _command(
    menu: str,
    name: str,
    text: str,
    run: Callable[[], object],
    keys: str = "",
    icon: str = "",
    *,
    edits: bool = False,
) -> Command:
    return Command(name, text, run, menu, keys, icon, edits=edits)


def _view(editor: "ActionsEditor") -> Sequence[Command]:
    t = editor.t
    show = partial(_command, "view")
    return (
        show("show_board", t("Show the board"), lambda: editor.show_view("board")),
        show("show_list", t("Show the list"), lambda: editor.show_view("list")),
        show("show_due", t("Show the calendar of due dates"), lambda: editor.show_view("calendar")),
        show("show_to_ask", t("Show what to ask about today"), lambda: editor.show_view("ask")),
        show("board_wall", t("Show the board on the screen"), editor.show_wall, "F5", "present"),
        show("walk_board", t("Walk the board"), editor.walk, icon="walk", edits=True),
    )


def _tools(editor: "ActionsEditor") -> Sequence[Command]:
    t = editor.t
    tool = partial(_command, "tools", edits=True)
    return (
        tool("board_columns", t("Columns of the board …"), editor.edit_columns),
        tool("import_actions", t("Import actions …"), editor.import_actions),
        Command("export_actions", t("Export actions …"), editor.export_actions, "tools"),
        tool("own_fields", t("Own fields for actions …"), editor.edit_fields),
        tool("own_word", t("What actions are called …"), editor.call_actions),
    )
