"""The list of editors: each is found, and is imported only when it is shown."""

import subprocess
import sys

import pytest

from lean_desktop.ui.editor import Editor
from lean_desktop.ui.editors import EDITORS, EditorEntry


@pytest.mark.parametrize("entry", EDITORS, ids=lambda entry: entry.key)
def test_each_editor_is_found(entry: EditorEntry) -> None:
    assert issubclass(entry.load(), Editor)


def test_the_list_imports_none_of_them() -> None:
    look = (
        "import sys; from lean_desktop.ui.editors import EDITORS;"
        "print([each.module for each in EDITORS if each.module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
