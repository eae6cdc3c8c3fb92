"""The program as a process: what it loads before its first window, and the pictures it takes."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.app import no_display, write_sample

PAINTED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from lean_desktop import app
from lean_desktop.ui.main_window import MainWindow

def tell():
    print(*sorted(sys.modules), flush=True)
    os._exit(0)

def painted(window, event):
    if window.editor is not None or not sys.argv[1:]:
        QTimer.singleShot(0, tell)

MainWindow.paintEvent = painted
app.run(Path(sys.argv[1]) if sys.argv[1:] else None)
"""
BARE = """
import sys
import sqlalchemy
from PySide6.QtWidgets import QWidget
print(*sys.modules)
"""
HEAVY = {
    "argparse",
    "dateutil",
    "email",
    "pypdfium2",
    "python_calamine",
    "reportlab",
    "subprocess",
    "xlsxwriter",
    "zipfile",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Verkstedindustri AS.leandesk"
    write_sample(path, datetime(2026, 10, 6, 8, 42), "nb")
    return path


def run(code: str, *arguments: str) -> set[str]:
    """The modules that code tells it has loaded, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """What Qt's bindings and SQLAlchemy load by themselves."""
    return run(BARE)


def test_nothing_heavy_is_loaded_before_the_sample_is_on_the_screen(
    sample: Path, bare: set[str]
) -> None:
    there = run(PAINTED, str(sample))
    assert "sqlalchemy" in there
    assert there & HEAVY <= bare


def test_the_welcome_page_loads_no_editor(bare: set[str]) -> None:
    there = run(PAINTED)
    assert there & HEAVY <= bare
    assert not [
        name
        for name in there
        if name.endswith((".organisation.editor", ".meetings.editor", ".actions.editor"))
    ]


def test_pictures_of_the_welcome_page_and_each_editor(sample: Path, tmp_path: Path) -> None:
    take = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "from lean_desktop.app import pictures;"
        "pictures(Path(sys.argv[1]), Path(sys.argv[2]), 'nb', lambda: datetime(2026, 10, 6, 9))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    subprocess.run(
        [sys.executable, "-c", take, str(sample), str(tmp_path)], env=environment, check=True
    )
    assert sorted(each.name for each in tmp_path.glob("*.png")) == [
        f"{name}-{look}.png"
        for name in ("actions", "cascade", "competence", "meetings", "organisation", "welcome")
        for look in ("dark", "light")
    ]
    for picture in tmp_path.glob("*.png"):
        head = picture.read_bytes()[:24]
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1440, 900)
        assert picture.stat().st_size > 20_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_whether_there_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert no_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert not no_display()
