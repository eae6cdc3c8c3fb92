"""A picture for others: on which screen, as large as that screen asks for, and not asleep."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.projecting import CHOSEN, Projecting, ScreenChoice, screen_for
from lean_desktop.ui.wakefulness import Awake

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|propagate)")

DIGITS = 0.75
"""How high Inter's round digits are, as a part of the type's size: caps 0.727, and a little over."""

PIXEL = 100 / 720
"""Percent of the lower picture; type comes in whole pixels, and is never below what it should be."""

LAPTOP = {"name": "Laptop", "x": 0, "y": 0, "width": 1920, "height": 1080}
PROJECTOR = {"name": "Projector", "x": 1920, "y": 0, "width": 1024, "height": 768}
REST = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCALES = "Laptop=1.5;Projector=1"


class Told:
    """A way of staying awake that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self) -> None:
        self.asked.append("ask")

    def let_go(self) -> None:
        self.asked.append("let go")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def wall(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_awake_while_it_is_shown(owner: QWidget, wall: QWidget) -> None:
    way = Told()
    projecting = Projecting(wall, owner, Awake(way))
    assert way.asked == []
    projecting.show_on(owner.screen())
    assert wall.isFullScreen()
    assert wall.geometry() == owner.screen().geometry()
    assert way.asked == ["ask"]
    wall.close()
    assert way.asked == ["ask", "let go"]


def test_asleep_again_when_it_goes_with_its_owner(owner: QWidget) -> None:
    way = Told()
    wall = QWidget(owner)
    Projecting(wall, owner, Awake(way)).show_on(owner.screen())
    wall.deleteLater()
    QApplication.sendPostedEvents(wall, QEvent.Type.DeferredDelete)
    assert way.asked == ["ask", "let go"]


def test_an_unplugged_screen_takes_the_picture_and_nothing_else(
    qtbot: QtBot, owner: QWidget, wall: QWidget
) -> None:
    projecting = Projecting(wall, owner, Awake(Told()))
    projecting.show_on(owner.screen())
    owner.showMinimized()
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    with qtbot.waitSignal(projecting.unplugged):
        app.screenRemoved.emit(owner.screen())
    assert not wall.isVisible()
    assert owner.isVisible()
    assert not owner.isMinimized()


def test_with_one_screen_there_is_nothing_to_choose(
    owner: QWidget, t: Language, settings: Settings, qtbot: QtBot
) -> None:
    choice = ScreenChoice(t, settings, owner)
    qtbot.addWidget(choice)
    assert choice.isHidden()
    assert choice.chosen is owner.screen()


def test_a_chosen_screen_that_is_gone_is_not_waited_for(owner: QWidget, settings: Settings) -> None:
    settings.set(CHOSEN, "HDMI-7")
    assert screen_for(owner, settings) is owner.screen()


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A laptop at 150 % and a projector at 100 %, one picture broad, the other 4:3."""
    folder = tmp_path_factory.mktemp("screens")
    screens = [{**LAPTOP, **REST}, {**PROJECTOR, **REST}]
    plan = {"synchronousWindowSystemEvents": False, "screens": screens}
    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.meetings.two_screens", str(folder)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'plan.json'}",
            "QT_SCREEN_SCALE_FACTORS": SCALES,
        },
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def test_it_is_shown_on_the_other_screen_unless_one_was_chosen(seen: dict[str, Any]) -> None:
    assert [each["screen"] for each in seen["walls"]] == ["Projector", "Laptop"]
    assert [each["size"] for each in seen["walls"]] == [[1024, 768], [1280, 720]]
    assert [each["pixels"] for each in seen["walls"]] == [[1024, 768], [1920, 1080]]
    assert seen["shown"]
    assert seen["choices"] == ["1: Laptop · 1920 × 1080", "2: Projector · 1024 × 768"]


def test_type_is_as_large_as_each_picture_asks_for(seen: dict[str, Any]) -> None:
    projector, laptop = seen["walls"]
    assert projector["sizes"] == pytest.approx(laptop["sizes"], abs=PIXEL)
    for each in (projector, laptop):
        assert each["sizes"]["timer"] == pytest.approx(23.7, abs=PIXEL)
        assert each["digits"] == pytest.approx(23.7 * DIGITS, abs=0.3)
