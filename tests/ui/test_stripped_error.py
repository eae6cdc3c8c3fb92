"""Error reports hold places and versions, and nothing anybody typed."""

import sqlite3

import pytest

from lean_desktop import __version__
from lean_desktop.ui.stripped_error import report, short_name, stripped_traceback

SECRET = "Kari Østby"


def fail() -> None:
    names: dict[str, str] = {}
    try:
        names[SECRET]
    except KeyError as error:
        raise RuntimeError(SECRET) from error


def caught() -> RuntimeError:
    with pytest.raises(RuntimeError) as found:
        fail()
    return found.value


def test_holds_versions_and_places_but_no_message() -> None:
    error = caught()
    text = report(type(error), error, error.__traceback__)
    assert SECRET not in text
    assert __version__ in text
    assert sqlite3.sqlite_version in text
    assert "test_stripped_error.py" in text
    assert "in fail" in text


def test_the_cause_comes_first() -> None:
    error = caught()
    lines = stripped_traceback(type(error), error, error.__traceback__)
    assert [line for line in lines if not line.startswith("  ")] == [
        "KeyError",
        "led to",
        "RuntimeError",
    ]


def test_a_context_hidden_by_from_none_stays_hidden() -> None:
    error = KeyError(SECRET)
    error.__context__ = ValueError(SECRET)
    error.__suppress_context__ = True
    assert stripped_traceback(KeyError, error, None) == ["KeyError"]


def test_codes_of_the_system_and_of_sqlite_are_kept() -> None:
    assert stripped_traceback(OSError, OSError(28, SECRET, SECRET), None) == ["OSError (ENOSPC)"]
    with pytest.raises(sqlite3.Error) as found:
        sqlite3.connect(":memory:").execute("SELEC")
    (line,) = stripped_traceback(type(found.value), found.value, None)
    assert line == "sqlite3.OperationalError (SQLITE_ERROR)"


def test_file_names_say_nothing_of_the_machine() -> None:
    assert short_name("/home/kari/.venv/lib/site-packages/sqlalchemy/x.py") == "sqlalchemy/x.py"
    assert short_name(report.__code__.co_filename) == "lean_desktop/ui/stripped_error.py"
    assert short_name("/home/kari/script.py") == "script.py"


def test_a_chain_that_comes_back_to_itself_ends() -> None:
    first, second = ValueError("Kari"), KeyError("Ola")
    first.__context__, second.__context__ = second, first
    assert stripped_traceback(ValueError, first, None) == ["KeyError", "led to", "ValueError"]
