"""A worker steps back for web processes, and for nobody's shell."""

import subprocess
import sys
from pathlib import Path

import pytest

_SAYS = (
    "import os; from backend.jobs import priority; priority.step_back();"
    "print(os.getpriority(os.PRIO_PROCESS, 0));"
    "print(open('/proc/self/autogroup').read())"
)
_HAS_AUTOGROUPS = Path("/proc/self/autogroup").exists()


def _worker(*, own_session: bool) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SAYS],
        start_new_session=own_session,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.skipif(not _HAS_AUTOGROUPS, reason="this kernel has no autogroups")
def test_a_worker_makes_its_own_session_nice() -> None:
    assert _worker(own_session=True)[0] == "10"
    assert _worker(own_session=True)[-1] == "10"


@pytest.mark.skipif(not _HAS_AUTOGROUPS, reason="this kernel has no autogroups")
def test_a_worker_started_by_hand_leaves_the_shell_s_session_alone() -> None:
    own = Path("/proc/self/autogroup").read_text().split()[-1]
    assert _worker(own_session=False)[0] == "10"
    assert _worker(own_session=False)[-1] == own
