"""The views and dialogs of the Actions tab, and how one comes there."""

from PySide6.QtWidgets import QWidget

from lean_desktop.ui.actions.editor import ActionsEditor
from tests.ui.walk.stage import Open, Stage


def _view(name: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.sample("actions").show_view(name)
        return on.window

    return open_it


def _nothing(name: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.empty("actions").show_view(name)
        return on.window

    return open_it


def _card(on: Stage) -> QWidget:
    editor: ActionsEditor = on.sample("actions")
    editor.show_view("board")
    editor.show_found(editor.finds()[0])
    return on.window


def _columns(on: Stage) -> QWidget:
    editor: ActionsEditor = on.sample("actions")
    editor.edit_columns()
    return on.dialog()


def _fields(on: Stage) -> QWidget:
    editor: ActionsEditor = on.sample("actions")
    editor.edit_fields()
    return on.dialog()


def _word(on: Stage) -> QWidget:
    editor: ActionsEditor = on.sample("actions")
    editor.call_actions()
    return on.dialog()


def _import(on: Stage) -> QWidget:
    source = on.folder / "Verkstedet.csv"
    source.write_text("Gjøremål;Frist\nMontering;snarest\n", encoding="utf-8")
    editor: ActionsEditor = on.sample("actions")
    editor.import_file(source)
    return on.dialog()


ACTIONS: dict[str, Open] = {
    "board": _view("board"),
    "list of actions": _view("list"),
    "calendar of due dates": _view("calendar"),
    "to ask about": _view("ask"),
    "no action": _nothing("board"),
    "no action in the list": _nothing("list"),
    "no action due": _nothing("calendar"),
    "nothing to ask about": _nothing("ask"),
    "card": _card,
    "columns of the board": _columns,
    "own fields": _fields,
    "what actions are called": _word,
    "import of actions": _import,
}
