"""A worker steps back for web processes, and for nobody's shell."""

import ast
import os
import subprocess
import sys
from pathlib import Path

_SAYS = (
    "import os; from backend.operations.jobs import priority; priority.step_back();"
    "print(os.getpriority(os.PRIO_PROCESS, 0));"
    "print(repr(open('/proc/self/autogroup').read() if os.path.exists('/proc/self/autogroup') else ''))"
)
_AUTOGROUP = Path("/proc/self/autogroup")
_NICE = str(max(os.getpriority(os.PRIO_PROCESS, 0), 10))


def _session_s_niceness(autogroup: str) -> str:
    """The last word of "/autogroup-25 nice 10": "none" where the kernel groups by none, and for a
    process that no session was ever made for (a container's first), whose file is empty."""
    return (autogroup.split() or ["none"])[-1]


def _worker(*, own_session: bool) -> tuple[str, str]:
    """The niceness of a worker, and of its session."""
    done = subprocess.run(
        [sys.executable, "-c", _SAYS],
        start_new_session=own_session,
        capture_output=True,
        text=True,
        check=True,
    )
    niceness, autogroup = done.stdout.splitlines()
    return niceness, _session_s_niceness(ast.literal_eval(autogroup))


def test_a_worker_makes_itself_and_its_own_session_nice() -> None:
    assert _worker(own_session=True) == (_NICE, "10" if _AUTOGROUP.exists() else "none")


def test_a_worker_started_by_hand_leaves_the_shell_s_session_alone() -> None:
    ours = _AUTOGROUP.read_text() if _AUTOGROUP.exists() else ""
    assert _worker(own_session=False) == (_NICE, _session_s_niceness(ours))
