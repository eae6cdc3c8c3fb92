"""The contracts of pyproject.toml cover what there is, and bite."""

import importlib.metadata
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import checks

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]
}


def test_every_feature_of_the_window_is_under_contract() -> None:
    folders = {path.parent.name for path in (ROOT / "lean_desktop" / "ui").glob("*/editor.py")}
    assert set(CONTRACTS["features"]["modules"]) == {f"lean_desktop.ui.{name}" for name in folders}


def modules_of(requirement: str) -> set[str]:
    wanted = canonicalize_name(Requirement(requirement).name)
    return {
        module
        for module, distributions in importlib.metadata.packages_distributions().items()
        if wanted in map(canonicalize_name, distributions) and module.isidentifier()
    }


@pytest.mark.parametrize("requirement", PYPROJECT["project"]["dependencies"])
def test_no_library_is_forgotten(requirement: str) -> None:
    allowed_in_domain = {"dateutil"}
    assert modules_of(requirement) & {*CONTRACTS["domain"]["forbidden_modules"], *allowed_in_domain}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("scratch")
    no_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lean_desktop", copy / "lean_desktop", ignore=no_caches)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def violations(folder: Path, contract: str) -> str:
    command = [sys.executable, *checks.STEPS["architecture"], "--contract", contract]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "Contracts: " in result.stdout, result.stdout + result.stderr
    return result.stdout if result.returncode else ""


PLANTED = [
    ("layers", "domain/meetings.py", "import lean_desktop.document.document"),
    ("layers", "unheard_of.py", ""),
    ("qt", "handouts/__init__.py", "from PySide6 import QtGui"),
    ("sqlalchemy", "ui/main_window.py", "from sqlalchemy import select"),
    ("tables", "ui/main_window.py", "from lean_desktop.document.schema import metadata"),
    ("domain", "domain/meetings.py", "import platformdirs"),
    ("migrations", "document/migrations/__init__.py", "import lean_desktop.document.schema"),
    ("features", "ui/organisation/editor.py", "import lean_desktop.ui.meetings.editor"),
]


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_violation_is_found(scratch: Path, contract: str, file: str, line: str) -> None:
    path = scratch / "lean_desktop" / file
    module = "lean_desktop." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n\ndef planted() -> None:\n    {line or 'pass'}\n", "utf-8")
    try:
        assert module in violations(scratch, contract)
    finally:
        path.unlink() if before is None else path.write_text(before, "utf-8")


@pytest.mark.parametrize("contract", sorted(CONTRACTS))
def test_every_contract_is_tried(contract: str) -> None:
    assert contract in {tried for tried, _, _ in PLANTED}
