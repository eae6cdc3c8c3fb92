"""A module that was put off is there for whoever asks, whole, and costs nothing before."""

import subprocess
import sys

import pytest

BEGIN = "import sys\nfrom lean_desktop.late_imports import put_off\n"


def said(code: str) -> str:
    """What a process of its own prints, as this one has read too much already."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.strip()


def test_importing_it_reads_nothing() -> None:
    assert said("put_off('wave'); import wave; print(len(vars(wave)) < 12)") == "True"


def test_asking_for_something_reads_it() -> None:
    code = "put_off('wave'); import wave; print(wave.open.__name__, '__getattr__' in vars(wave))"
    assert said(code) == "open False"
    assert said("put_off('wave'); from wave import Error; print(Error.__name__)") == "Error"


def test_what_is_at_hand_is_given_without_reading() -> None:
    code = "put_off('asyncio', iscoroutine=len); import asyncio; print(asyncio.iscoroutine is len"
    assert said(f"{code}, 'asyncio.events' in sys.modules)") == "True False"


def test_parts_of_a_package_are_found() -> None:
    asked = "import asyncio.locks; print(asyncio.locks.Lock.__name__, asyncio.run.__name__)"
    assert said(f"put_off('asyncio'); {asked}") == "Lock run"


def test_a_part_of_a_package_can_be_put_off() -> None:
    code = "put_off('importlib.metadata'); from importlib import metadata; import importlib as i"
    asked = "print(i.metadata is metadata, metadata.version('sqlalchemy')[0])"
    assert said(f"{code}\n{asked}") == "True 2"


def test_what_is_not_in_it_is_an_error_as_ever() -> None:
    code = "import wave\ntry: wave.no_such_thing\nexcept AttributeError as e: print(e)"
    assert said(f"put_off('wave'); {code}") == "module 'wave' has no attribute 'no_such_thing'"


@pytest.mark.parametrize("name", ["sys", "no_such_module"])
def test_what_is_there_already_or_nowhere_stays_so(name: str) -> None:
    assert said(f"before = sys.modules.get('{name}'); put_off('{name}')") == ""
    assert said(f"put_off('{name}'); print(sys.modules.get('{name}') is sys)") == str(name == "sys")


def test_threads_that_ask_at_once_all_get_it() -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
put_off('decimal'); import decimal
with ThreadPoolExecutor(8) as pool:
    got = list(pool.map(lambda _: decimal.Decimal, range(8)))
print(len(set(got)), got[0].__name__)
"""
    assert said(code) == "1 Decimal"
