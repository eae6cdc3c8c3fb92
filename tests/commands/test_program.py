"""Reading command lines, exit codes, and real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lean_desktop import __version__
from lean_desktop.__main__ import COMMANDS as WORDS
from lean_desktop.commands.program import COMMANDS
from lean_desktop.settings import Settings, settings_path
from tests.commands.conftest import Run

PROGRAM = [sys.executable, "-m", "lean_desktop"]


def test_the_start_knows_every_command() -> None:
    assert set(WORDS) == set(COMMANDS)


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(f"\n  {word} " in said.out for word in COMMANDS)


@pytest.mark.parametrize("word", COMMANDS)
def test_every_command_has_help(run: Run, word: str) -> None:
    said = run(word, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: lean-desktop {word} ")


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"Lean Desktop {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["one.leandesk", "two.leandesk"],
        ["new"],
        ["new", "x", "--people", "0"],
        ["new", "x", "--people", "many"],
        ["new", "x", "--sample", "--people", "5"],
        ["new", "x", "--years", "5"],
        ["new", "x", "--peop", "5"],
        ["new", "x", "--today", "31.02.2020"],
        ["new", "x", "--language", "se"],
        ["show", "things", "x"],
        ["show", "people"],
        ["check"],
        ["showcase"],
    ],
)
def test_wrong_use_is_one_sentence_and_2(run: Run, arguments: list[str], tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        said = run(*arguments)
    finally:
        os.chdir(before)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert said.err.endswith("--help.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["show people", "check"])
def test_what_cannot_be_opened_is_1_and_says_what_to_do(
    run: Run, word: str, tmp_path: Path
) -> None:
    other = tmp_path / "list.csv"
    other.write_text("a;b")
    said = run(*word.split(), other)
    assert said == (
        1,
        "",
        "“list.csv” is not a Lean Desktop workspace. The file is untouched. Choose a file ending in .leandesk.\n",
    )


def test_language_by_option_by_settings_and_by_system(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoken(*more: str) -> str:
        said = run("new", "x", "--today", "31.02.2020", *more).err
        return next(word for word in said.split() if word.startswith("Feb"))

    assert spoken() == "February"
    monkeypatch.setenv("LC_ALL", "nn_NO.UTF-8")
    assert spoken() == "Februar"
    assert spoken("--language", "en") == "February"
    Settings(settings_path()).set("language", "en")
    assert spoken() == "February"
    assert spoken("--language=nb") == "Februar"


def test_as_a_process_it_needs_no_qt_and_writes_utf8(sample: Path) -> None:
    watched = (
        "import sys; from lean_desktop.__main__ import main;"
        f"code = main(['show', 'people', {str(sample)!r}]);"
        "assert 'PySide6' not in sys.modules; sys.exit(code)"
    )
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, check=False, env=plain
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Łukasz Kowalczyk" in done.stdout.decode("utf-8")


def test_as_a_process_it_ends_with_the_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "check", str(tmp_path / "none.leandesk")],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.leandesk" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        [*PROGRAM, "show", "items", str(sample)], stdout=writing, stderr=subprocess.PIPE
    ) as process:
        os.close(writing)
        os.close(reading)
        _, complaints = process.communicate()
    assert (process.returncode, complaints) == (0, b"")


def test_the_start_imports_nothing_for_the_window() -> None:
    listed = (
        "import sys; before = set(sys.modules); import lean_desktop.__main__;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, check=True, text=True
    )
    ours = {name for name in done.stdout.split() if name.startswith("lean_desktop")}
    assert ours == {"lean_desktop", "lean_desktop.__main__"}
    assert "argparse" not in done.stdout.split()
