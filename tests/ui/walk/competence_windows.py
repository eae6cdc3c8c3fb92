"""The pages and dialogs of learning in the Competence tab, and how one comes there."""

from PySide6.QtWidgets import QWidget

from lean_desktop.ui.competence.editor import CompetenceEditor
from tests.ui.walk.stage import Open, Stage


def _page(view: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.sample("competence").show_view(view)
        return on.window

    return open_it


def _course(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.show_view("courses")
    editor.views.courses.change()
    return on.dialog()


def _session(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.show_view("courses")
    editor.views.courses.sessions.change()
    return on.dialog()


def _ladder(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.show_view("ladders")
    editor.views.ladders.change()
    return on.dialog()


def _baseline(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.ask_baseline()
    return on.dialog()


COMPETENCE: dict[str, Open] = {
    "courses": _page("courses"),
    "ladders": _page("ladders"),
    "training timetable": _page("timetable"),
    "course": _course,
    "session of a course": _session,
    "ladder": _ladder,
    "baseline assessment": _baseline,
}
