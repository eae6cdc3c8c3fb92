"""From nothing to a painted window with the sample's data on it, as whole processes.

The floor is a bare PySide6 window that also connects through SQLAlchemy and reads one row of the
same file. Both end when their window has been painted.
"""

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from lean_desktop.document.lock import lock_path
from tests.benchmarks.ratio import Ratio, compare

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
import sqlalchemy
app = QApplication([])
engine = sqlalchemy.create_engine("sqlite:///" + sys.argv[1])
with engine.connect() as connection:
    name = connection.execute(sqlalchemy.text("SELECT name FROM workspace")).scalar_one()
class Painted(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
window = QMainWindow()
window.setCentralWidget(Painted(name))
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import os, sys
from pathlib import Path
from lean_desktop.__main__ import desktop_program
app = desktop_program()
from lean_desktop.ui.main_window import MainWindow
from PySide6.QtCore import QTimer
def painted(window, event):
    if window.live is not None and window.editor is not None:
        QTimer.singleShot(0, lambda: os._exit(0))
MainWindow.paintEvent = painted
app.run(Path(sys.argv[1]))
"""


def run() -> Ratio:
    """Start to painted window, ours against the bare one."""
    from lean_desktop.app import write_sample

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.leandesk"
        write_sample(file, datetime(2026, 10, 6, 8, 42), "nb")
        home = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), folder)
        around = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
        around.pop("PYTHONDONTWRITEBYTECODE", None)  # An installed program has its bytecode.
        around["PYTHONPYCACHEPREFIX"] = folder

        def process(code: str) -> None:
            lock_path(file).unlink(missing_ok=True)  # The last one was cut short, and left it.
            command = [sys.executable, "-c", code, str(file)]
            with subprocess.Popen(command, env=around, stderr=subprocess.DEVNULL) as started:
                code_of_end = started.wait()  # With a timeout it would look only every 50 ms.
            if code_of_end:
                raise subprocess.CalledProcessError(code_of_end, command)

        return compare("start to painted window", 1.3, lambda: process(OURS), lambda: process(BARE))
