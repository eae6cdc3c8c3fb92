"""The log file."""

import faulthandler
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lean_desktop.ui.logging_setup import LARGEST, Log, set_up

SECRET = "Kari Østby"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    was_on = faulthandler.is_enabled()
    log = set_up(tmp_path / "logs")
    yield log
    log.close()
    if was_on:
        faulthandler.enable()


def written(tmp_path: Path) -> str:
    return (tmp_path / "logs" / "lean-desktop.log").read_text("utf-8")


def test_no_file_before_there_is_something_to_tell(log: Log, tmp_path: Path) -> None:
    assert not (tmp_path / "logs" / "lean-desktop.log").exists()
    logging.getLogger("lean_desktop.test").info("backup made")
    assert "INFO lean_desktop.test: backup made" in written(tmp_path)


@pytest.mark.expects_log
def test_an_exception_leaves_its_place_and_no_message(log: Log, tmp_path: Path) -> None:
    names: dict[str, str] = {}
    try:
        names[SECRET]
    except KeyError:
        logging.getLogger("lean_desktop.test").exception("unexpected")
    text = written(tmp_path)
    assert SECRET not in text
    assert "KeyError" in text
    assert "test_logging_setup.py" in text


@pytest.mark.expects_log
def test_what_others_log_leaves_only_its_place(log: Log, tmp_path: Path) -> None:
    logging.getLogger("sqlalchemy.engine").warning("INSERT %s", SECRET)
    assert SECRET not in written(tmp_path)
    assert "test_logging_setup.py" in written(tmp_path)


def test_the_file_does_not_grow_without_end(log: Log, tmp_path: Path) -> None:
    logger = logging.getLogger("lean_desktop.test")
    for _ in range(30):
        logger.info("x" * (LARGEST // 10))
    sizes = [each.stat().st_size for each in (tmp_path / "logs").glob("lean-desktop.log*")]
    assert len(sizes) == 3
    assert max(sizes) <= LARGEST


def test_a_folder_that_cannot_be_made_costs_only_the_log(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in its place")
    log = set_up(tmp_path / "logs")
    logging.getLogger("lean_desktop.test").info("nowhere")
    log.close()
    assert (tmp_path / "logs").read_text() == "a file in its place"


def test_a_death_of_the_interpreter_is_told(tmp_path: Path) -> None:
    die = (
        "import sys, pathlib, faulthandler; from lean_desktop.ui.logging_setup import set_up\n"
        "log = set_up(pathlib.Path(sys.argv[1])); faulthandler._sigabrt()"
    )
    subprocess.run([sys.executable, "-c", die, str(tmp_path)], check=False, capture_output=True)
    assert "Fatal Python error" in (tmp_path / "crash.log").read_text("utf-8")


def test_setting_up_imports_no_handlers() -> None:
    look = (
        "import sys, tempfile, pathlib; from lean_desktop.ui.logging_setup import set_up\n"
        "set_up(pathlib.Path(tempfile.mkdtemp())); print('logging.handlers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
