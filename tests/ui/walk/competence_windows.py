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


def _matrix(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.show_view("matrix")
    editor.page.go_to_first()
    return on.window


def _no_skills(on: Stage) -> QWidget:
    on.empty("competence").show_view("matrix")
    return on.window


def _nothing(view: str) -> Open:
    def open_it(on: Stage) -> QWidget:
        on.empty("competence").show_view(view)
        return on.window

    return open_it


def _leaving(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.ask_leaving()
    return on.dialog()


def _skill(on: Stage) -> QWidget:
    _matrix(on)
    editor: CompetenceEditor = on.sample("competence")
    editor.edit_skill()
    return on.dialog()


def _new_skill(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.begin()
    return on.dialog()


def _row(on: Stage) -> QWidget:
    editor: CompetenceEditor = on.sample("competence")
    editor.show_view("training")
    editor.views.training.begin()
    return on.dialog()


def _import(on: Stage) -> QWidget:
    source = on.folder / "Verkstedet.csv"
    source.write_text("Navn;5S;Montering\nKari Nordmann;3 ;x\nOla Nordmann;;2\n", encoding="utf-8")
    editor: CompetenceEditor = on.sample("competence")
    editor.import_file(source)
    return on.dialog()


COMPETENCE: dict[str, Open] = {
    "matrix": _matrix,
    "no skills": _no_skills,
    "answers": _page("answers"),
    "training plan": _page("training"),
    "no training": _nothing("training"),
    "no courses": _nothing("courses"),
    "no ladders": _nothing("ladders"),
    "if somebody leaves": _leaving,
    "skill": _skill,
    "new skill": _new_skill,
    "row of the training plan": _row,
    "import of a matrix": _import,
    "courses": _page("courses"),
    "ladders": _page("ladders"),
    "training timetable": _page("timetable"),
    "course": _course,
    "session of a course": _session,
    "ladder": _ladder,
    "baseline assessment": _baseline,
}
