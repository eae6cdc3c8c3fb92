"""`lean-desktop showcase`."""

from pathlib import Path

import pytest

from lean_desktop import app
from lean_desktop.commands.sheets import SHEETS
from lean_desktop.ui.desktop import Clock
from tests.commands.conftest import Run


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Instead of taking pictures, whether there was a sample to take them of."""
    there: list[bool] = []

    def pictures(document: Path, folder: Path, code: str, clock: Clock) -> None:
        there.append(document.is_file() and code == "en")
        (folder / "welcome.png").write_bytes(b"a picture")

    monkeypatch.setattr(app, "pictures", pictures)
    return there


def test_every_handout_and_the_pictures_are_written_and_named(
    run: Run, seen: list[bool], tmp_path: Path
) -> None:
    out = tmp_path / "new" / "folder"
    run("showcase", out)
    said = run("showcase", out)  # a second time takes the place of the first
    assert (said.code, said.err) == (0, "")
    names = [f"{kind}.pdf" for kind in SHEETS] + ["welcome.png"]
    assert sorted(said.out.splitlines()) == sorted(str(out / name) for name in names)
    assert sorted(each.name for each in out.iterdir()) == sorted(names)
    assert seen == [True, True]


def test_a_folder_that_cannot_be_made(run: Run, seen: list[bool], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = run("showcase", tmp_path / "file" / "below")
    assert (said.code, said.out, seen) == (1, "", [])
    assert said.err.count("\n") == 1
