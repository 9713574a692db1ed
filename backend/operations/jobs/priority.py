"""Low priority of a worker: web processes, database and store come first, even with autogroups.

With Linux's autogroups (sched(7), on by default), niceness counts only among processes of one
session. Each of our parts has its own session, so a nice worker would still take half of a busy
processor. Only the niceness of its session lowers its priority, and that of its decoding children.
"""

import contextlib
import os
from pathlib import Path

NICENESS = 10
"""Gives about a tenth of the weight of a normal process.

It is not higher, because the sealer runs here too.
"""
_AUTOGROUP = Path("/proc/self/autogroup")


def step_back() -> None:
    """Make this process nice, and its session if it leads one.

    This never affects the shell from which it was started.
    """
    present = os.getpriority(os.PRIO_PROCESS, 0)
    os.setpriority(os.PRIO_PROCESS, 0, max(present, NICENESS))
    if os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):  # a kernel without autogroups, or no permission
            _AUTOGROUP.write_text(str(NICENESS))
