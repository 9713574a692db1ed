"""Measures what a decoding child needs for one file, as counted by the kernel."""

import os
import resource
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from backend.fieldwork.texts.previews import REASON_CODES
from media.images import Inspected, Inspector
from tests.support import pictures

CPU_SECONDS = 5.0
MEMORY_BYTES = 1_200_000_000
"""The promised limit for one file."""
_LATE_SECONDS = 3.0
"""Added for a child that its timer did not end: the kernel's own limit is two whole seconds later,
rounded up."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time and the peak of resident memory in bytes. A child's start is not
    counted."""

    cpu: float
    rss: int


async def watched(inspector: Inspector, path: Path) -> tuple[Inspected, Cost]:
    """Inspect a file and return its cost, even if the child did not live to answer."""
    if _pid(inspector) is None:
        # A start takes 0.3 s, on a busy machine more than one. It would otherwise be counted as the
        # file's.
        with NamedTemporaryFile() as small:
            small.write(pictures.jpeg())
            small.flush()
            await inspector.inspect(Path(small.name))
    before = _pid(inspector)
    assert before is not None
    used = _cpu(before)
    _forget_peak(before)
    # Processes that ended before without being waited for (a browser of another test) are counted
    # now, and not as this file's child.
    subprocess.run(["true"], check=True)  # noqa: ASYNC221 - some milliseconds; any "true" will do
    dead = _of_the_dead()
    found = await inspector.inspect(path)
    after = _pid(inspector)
    if after is not None and after == before:
        return found, Cost(_cpu(after) - used, _peak(after))
    ended = _of_the_dead()
    cpu = ended[0] - dead[0] - used + (_cpu(after) if after else 0.0)
    grown = ended[1] if ended[1] > dead[1] else 0  # the kernel keeps one peak for all dead children
    return found, Cost(max(cpu, 0.0), max(grown, _peak(after) if after else 0))


def assert_survived(found: Inspected, cost: Cost) -> None:
    """Check that the limits held, and that the outcome is a known one."""
    assert cost.cpu <= CPU_SECONDS + _LATE_SECONDS
    assert cost.rss <= MEMORY_BYTES
    if found.outcome == "ready":
        assert found.reason is None
        assert found.thumb
        assert found.view
    else:
        assert found.reason in REASON_CODES
        assert not found.thumb
        assert not found.view


def _pid(inspector: Inspector) -> int | None:
    child = inspector._child
    return None if child is None else child.pid


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    [peak] = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(peak) * 1024


def _forget_peak(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")  # proc(5)


def _of_the_dead() -> tuple[float, int]:
    """Processor time of this process's ended children, and the largest memory of one of them."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024
