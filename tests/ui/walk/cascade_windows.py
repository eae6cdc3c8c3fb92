"""The timeline and the dialogs of the Cascade tab, and how one comes there."""

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.cascade.outline import Level
from lean_desktop.ui.cascade.dialogs import TieDialog
from lean_desktop.ui.cascade.editor import CascadeEditor
from tests.ui.walk.stage import Open, Stage


def _timeline(on: Stage) -> QWidget:
    editor: CascadeEditor = on.sample("cascade")
    editor.page.go_to(Level.PHASE, 2)
    return on.window


def _no_plan(on: Stage) -> QWidget:
    on.empty("cascade")
    return on.window


def _wave(on: Stage) -> QWidget:
    editor: CascadeEditor = on.sample("cascade")
    editor.begin()
    return on.dialog()


def _team(on: Stage) -> QWidget:
    editor: CascadeEditor = on.sample("cascade")
    editor.add_team()
    return on.dialog()


def _tie(on: Stage) -> QWidget:
    editor: CascadeEditor = on.sample("cascade")
    plan = editor.source.plan
    assert plan is not None
    return on.opened(TieDialog(editor.around, plan, plan.phases[1], editor))


CASCADE: dict[str, Open] = {
    "timeline": _timeline,
    "no cascade plan": _no_plan,
    "new wave": _wave,
    "a team joins": _team,
    "what a phase waits for": _tie,
}
