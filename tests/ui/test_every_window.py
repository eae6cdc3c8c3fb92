"""Every window in both languages and both looks: names, order of Tab, contrast, room, words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text as sql

from lean_desktop.app import write_sample
from lean_desktop.document.document import Document
from lean_desktop.resources import help_pages, licence_files, template_file
from lean_desktop.samples.making import make_empty
from lean_desktop.settings import Settings
from lean_desktop.ui import desktop as running
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.theme import Theme
from tests.ui.walk import clipping, inks, names, tab_order, words
from tests.ui.walk.left_behind import LeftBehind, clear_away
from tests.ui.walk.painted import painted
from tests.ui.walk.said import Said
from tests.ui.walk.stage import EMPTY, NOW, SAMPLE, SMALLEST, USUAL, Stage
from tests.ui.walk.windows import WINDOWS

NAMES = """Lean Desktop TPM PDF CSV Excel MIT Norsk English bokmål leandesk
Verkstedindustri Forbedring
Ctrl Alt Shift Enter Delete Page Up Down Pil venstre høyre opp ned
UTF-8 UTF-16 Windows-1252 snarest Rull til
jan feb mars apr mai juni juli aug sep okt nov des
Inter Lucide DejaVu Sans
Kari Nordmann Ola Montering
Verkstedet"""
"""Said alike in every language: names, and keys."""

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # tips offscreen


@pytest.fixture(scope="module")
def said() -> Iterator[Said]:
    """What was said in Norwegian."""
    said = Said()
    said.know([NAMES])
    said.know(file.stem for file in licence_files())
    said.know(file.read_text("utf-8") for file in [template_file("nb"), *help_pages("nb")])
    with pytest.MonkeyPatch.context() as patch:
        said.listen(patch)
        yield said


@pytest.fixture(scope="module", params=["nb", "en"])
def code(request: pytest.FixtureRequest) -> str:
    code: str = request.param
    return code


@pytest.fixture(scope="module", params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> str:
    look: str = request.param
    return look


@pytest.fixture(scope="module")
def stage(
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    one_theme: Theme,
    code: str,
    look: str,
    said: Said,
) -> Iterator[Stage]:
    """The program with its files, in one language and one look."""
    clear_away()
    folder = tmp_path_factory.mktemp("Verkstedet")
    write_sample(folder / SAMPLE, NOW, code)
    make_empty(folder / EMPTY, "Forbedring")
    said.know(_data(folder / SAMPLE) if code == "nb" else ())
    settings = Settings(folder / "settings" / "settings.json")
    settings.set("language", code)
    settings.set("backup_folder", str(folder / "backups"))
    one_theme.choose(look)
    before = LeftBehind()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "Theme", lambda *_: one_theme)
        desktop = Desktop(qapp, settings, lambda: NOW, lambda *_: None)
    desktop.start(None)
    yield Stage(desktop, folder)
    one_theme.choose("light")
    desktop.window.close()
    desktop.window.deleteLater()
    if desktop._translator:
        qapp.removeTranslator(desktop._translator)
    desktop.deleteLater()
    assert not before.faults()


@pytest.mark.parametrize("name", WINDOWS)
def test_window(name: str, stage: Stage, said: Said, qtbot: QtBot) -> None:
    stage.qtbot = qtbot
    before = LeftBehind()
    window = WINDOWS[name](stage)
    stage.settle()
    faults = [
        fault for size in _sizes(stage, window) for fault in _at_size(size, stage, window, said)
    ]
    faults += [*names.faults(window), *tab_order.faults(window)]
    if window is not stage.window:
        window.close()
        stage.window.activateWindow()  # As a window manager does.
        stage.settle()
        faults += before.faults()
    assert not faults, "\n".join(dict.fromkeys(faults))


def _sizes(stage: Stage, window: QWidget) -> list[QSize]:
    """As small as it can be made, and as large as it usually is."""
    if window is stage.window:
        return [QSize(*SMALLEST), QSize(*USUAL)]
    return [window.minimumSizeHint().expandedTo(window.minimumSize()), window.size()]


def _at_size(size: QSize, stage: Stage, window: QWidget, said: Said) -> Iterator[str]:
    """What is wrong with what it paints at that size."""
    window.resize(size)
    stage.settle()
    lines = painted(window)
    yield from clipping.faults(lines, said)
    yield from inks.faults(window, lines)
    if stage.desktop.t.code == "nb":
        yield from words.faults(window, lines, said)


def _data(path: Path) -> list[str]:
    """Every text in a workspace."""
    document = Document.open(path, writable=False)

    def texts(connection: Any) -> list[str]:
        tables = connection.execute(sql("SELECT name FROM sqlite_master WHERE type='table'"))
        rows = [
            row
            for (table,) in tables
            for row in connection.execute(sql(f'SELECT * FROM "{table}"'))
        ]
        return [value for row in rows for value in row if isinstance(value, str)]

    try:
        return document.read(texts)
    finally:
        document.close()
