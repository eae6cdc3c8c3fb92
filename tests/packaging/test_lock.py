"""The lock file installs exactly what pyproject.toml allows, from wherever one likes."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import environment

LOCK = environment.LOCK.read_text(encoding="utf-8")
PIN = re.compile(r"^(\S+)==(\S+)[^\\]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.M)


def wanted() -> list[Requirement]:
    text = (environment.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    return [
        Requirement(line)
        for line in [*project["dependencies"], *project["optional-dependencies"]["test"]]
    ]


def test_every_line_belongs_to_a_pin_with_hashes() -> None:
    assert PIN.sub("", LOCK).strip() == ""


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert "//" not in LOCK


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_what_the_project_wants_is_pinned(requirement: Requirement) -> None:
    pins = {name: version for name, version, _ in PIN.findall(LOCK)}
    assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])


def test_qt_comes_for_every_platform() -> None:
    (hashes,) = (found for name, _, found in PIN.findall(LOCK) if name == "pyside6-essentials")
    assert hashes.count("sha256") >= 4  # Linux on x86-64 and ARM, macOS, Windows
