"""A worker steps back: web processes, database and store come first, also where Linux hides niceness.

With autogroups (sched(7), on by default), niceness counts only among processes of one session. Each
of our parts has a session of its own, so a nice worker would still take half of a busy processor;
the session's own niceness is what makes it step back, its decoding children with it.
"""

import contextlib
import os
from pathlib import Path

NICENESS = 10
"""About a tenth of the weight of a process that is not nice. Not more: the sealer, too, runs here."""
_AUTOGROUP = Path("/proc/self/autogroup")


def step_back() -> None:
    """Make this process nice, and its session where it leads one: never the shell that it was
    started from."""
    present = os.getpriority(os.PRIO_PROCESS, 0)
    os.setpriority(os.PRIO_PROCESS, 0, max(present, NICENESS))
    if os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):  # a kernel without autogroups, or without leave
            _AUTOGROUP.write_text(str(NICENESS))
