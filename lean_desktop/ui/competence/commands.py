"""What can be done in the Competence tab, by menu, keys and palette."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from lean_desktop.ui.editor import Command

if TYPE_CHECKING:
    from lean_desktop.ui.competence.editor import CompetenceEditor

IN_MENU = (
    *("edit_skill", "remove_skill", "transpose", "numbers", "other_day"),
    *("leaving", "baseline", "import_matrix", "export_matrix", "ready_skills"),
)
"""Commands behind the three dots."""


def commands_of(editor: "CompetenceEditor") -> Sequence[Command]:
    """Everything the editor can be asked for."""
    t = editor.t
    edit = partial(Command, menu="edit", edits=True, allowed=editor.may_edit_skill)
    view = partial(Command, menu="view")
    return (
        Command(
            *("find", t("Find a person or skill"), editor.begin_search),
            *("edit", "Find", "search"),
        ),
        Command("new_skill", t("New skill"), editor.begin, "insert", "New", "plus", edits=True),
        Command(
            "ready_skills", t("Take the skills that ship"), editor.add_ready, "tools", edits=True
        ),
        edit("edit_skill", t("Change the skill …"), editor.edit_skill),
        edit("remove_skill", t("Take the skill out of the matrix"), editor.end_skill),
        view("show_matrix", t("Show the matrix"), lambda: editor.show_view("matrix")),
        view(
            "show_answers", t("Show what the matrix answers"), lambda: editor.show_view("answers")
        ),
        view("show_training", t("Show the training plan"), lambda: editor.show_view("training")),
        view(
            "show_timetable",
            t("Show the training timetable"),
            lambda: editor.show_view("timetable"),
        ),
        view("show_courses", t("Show the courses"), lambda: editor.show_view("courses")),
        view("show_ladders", t("Show the ladders"), lambda: editor.show_view("ladders")),
        view("transpose", t("Swap rows and columns"), editor.transpose),
        view("numbers", t("Numbers in place of balls"), editor.show_numbers),
        view("other_day", t("The matrix of another day …"), editor.show_day),
        Command("import_matrix", t("Import a matrix …"), editor.import_matrix, "tools", edits=True),
        Command("export_matrix", t("Export the matrix …"), editor.export_matrix, "tools"),
        Command(
            *("baseline", t("Baseline assessment …"), editor.ask_baseline, "tools"),
            edits=True,
            allowed=editor.may_ask_baseline,
        ),
        Command("leaving", t("If somebody leaves …"), editor.ask_leaving, "tools"),
    )
