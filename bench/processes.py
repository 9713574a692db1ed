"""The cost of processes: processor time and memory, read from /proc."""

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> tuple[int, float] | None:
    """Return the parent's id, and the seconds of processor time including those of children that ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return int(fields[1]), sum(int(field) for field in fields[11:15]) / _TICKS


def tree(root: int) -> list[int]:
    """Return a process and all its descendants."""
    parents = {
        int(entry.name): found[0]
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and (found := _stat(int(entry.name)))
    }
    inside = [root]
    for pid in inside:
        inside += [child for child, parent in parents.items() if parent == pid]
    return inside


def cpu_seconds(root: int) -> float:
    """Return the processor time of a process tree."""
    return sum(found[1] for pid in tree(root) if (found := _stat(pid)))


def peak_rss_mb(pid: int) -> float:
    """Return the most memory that a process had, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
