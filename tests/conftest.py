"""What every test stands on: no display, no network, folders of its own, and silence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import guards
from tests.scale import full

# Qt reads these once, so they are set before anything imports it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

PATIENT = [HealthCheck.too_slow]  # real files on a busy machine are slow, and right
settings.register_profile(
    "fixed",
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=PATIENT,
)
settings.register_profile(
    "full",
    max_examples=2000,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=PATIENT,
)

guards.watch()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="all rounds of every random test")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--full"):
        os.environ["LEAN_DESKTOP_FULL"] = "1"  # subprocesses follow
    settings.load_profile("full" if full() else "fixed")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test: settings, backups and logs of the user stay untouched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    return home


@pytest.fixture(autouse=True)
def silent_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Warnings and errors in the log fail the test, unless it is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    assert not guards.unexpected([*caplog.get_records("setup"), *caplog.get_records("call")])


@pytest.fixture(autouse=True)
def guard_live_files() -> Iterator[list[str]]:
    """Nothing forbidden happened, even where somebody caught the error; see `tests.guards`."""
    guards.seen.clear()
    yield guards.seen
    assert not guards.seen
