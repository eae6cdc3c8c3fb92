"""Random walks of edits, undo and redo end where they should, to the last bit."""

import tempfile
import uuid
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from tests.document.rows import fill_a_little
from tests.document.walks import Walker

MOVES = st.sampled_from(["edit"] * 4 + ["plain"] * 3 + ["aside"] + ["undo"] * 3 + ["redo"] * 2)


@given(moves=st.lists(MOVES, min_size=1, max_size=25), seed=st.integers(0, 2**32))
def test_every_state_is_found_again(moves: list[str], seed: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Document.create(Path(folder) / "walk.leandesk")) as document,
    ):
        document._raw.execute("PRAGMA synchronous = OFF")  # The kill harness looks at the disk.
        document.aside(workspace.start, str(uuid.UUID(int=seed)), "Tur", "")
        document.aside(fill_a_little)
        walker = Walker(document, seed)
        for move in moves:
            walker.step(move)
        walker.back_and_forth()
