"""A few of the kills of `python -m tests.document.kill`; all of them with --full."""

import json
import subprocess
import sys
from pathlib import Path

from tests.scale import share

ROOT = Path(__file__).parents[2]


def test_nothing_is_lost_when_the_process_is_killed() -> None:
    count = share(2000, percent=1)
    command = [sys.executable, "-m", "tests.document.kill", "--count", str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["kills"]["kills"] == count
    assert told["kills"]["acknowledged"] > count
    assert told["control"]["lost"] + told["control"]["damaged"] == 1
