"""Makes the stored file of the current schema: `python tests/document/released/make.py`.

Run it once for each release, on the released program, and never again for that version: the
tests migrate these files, so they must be as that release wrote them. (Until the first release
the first schema is edited in place, and this file made anew with it.)
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from lean_desktop.document.document import Document  # noqa: E402
from lean_desktop.document.migrations import CURRENT  # noqa: E402
from lean_desktop.edits import workspace  # noqa: E402
from tests.document.rows import fill_a_little  # noqa: E402


def main() -> None:
    """Write `<version>.leandesk` beside this script."""
    path = Path(__file__).parent / f"{CURRENT}.leandesk"
    path.unlink(missing_ok=True)
    document = Document.create(path)
    document.aside(workspace.start, "c0ffee00-0000-4000-8000-000000000000", "Lagret", "AS")
    document.aside(fill_a_little)
    document.close()
    print(path)


if __name__ == "__main__":
    main()
