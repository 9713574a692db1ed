"""A benchmark of whole cases runs where only the packages of a running system are installed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.long
def test_cases_are_made_without_pytest() -> None:
    without = "import sys; sys.modules['pytest'] = None; import bench.cases"
    done = subprocess.run(
        [sys.executable, "-c", without], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
