"""Processes of one machine count together: slots that are free again are taken again, an earlier run is forgotten."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from backend.operations.health import processes
from deploy import surroundings

_COUNTS = """
import sys
from pathlib import Path
from backend.operations.health import processes
folder = Path(sys.argv[1])
name = processes.claim(folder, processes.WEB)
assert name is not None
processes.count_as(folder, name)
from prometheus_client import CollectorRegistry, Counter, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
Counter("seen", "h", registry=CollectorRegistry()).inc()
whole = CollectorRegistry()
MultiProcessCollector(whole, path=str(folder))
print(name, generate_latest(whole).decode().split()[-1], flush=True)
sys.stdin.read()
"""


@contextmanager
def counting(folder: Path) -> Iterator[str]:
    """A process that counts 1; yields its slot and what all counted. Killed at the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-c", _COUNTS, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=surroundings.ROOT,
        env=surroundings.for_child() | {"PROMETHEUS_MULTIPROC_DIR": str(folder)},
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def test_who_is_started_again_counts_on_and_who_starts_alone_begins_from_nothing(
    tmp_path: Path,
) -> None:
    with counting(tmp_path) as first:
        assert first == "web-1 1.0"
        with counting(tmp_path) as second:
            assert second == "web-2 2.0"
        with counting(tmp_path) as again:
            assert again == "web-2 3.0"
        assert list(processes.living(tmp_path)) == ["web-1"]
    with counting(tmp_path) as next_day:
        assert next_day == "web-1 1.0"


def test_nonsense_that_a_power_cut_left_stops_no_start(tmp_path: Path) -> None:
    with counting(tmp_path):
        (tmp_path / "counter_web-2.db").write_bytes(b"\xff" * 4096)
        with counting(tmp_path) as second:
            assert second == "web-2 2.0"


def test_on_a_full_disk_a_process_starts_without_counting_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _start: int, _size: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "posix_fallocate", full)
    assert processes.claim(tmp_path, processes.WEB) is None
    assert processes.own_name() == ""
    assert not list(tmp_path.glob("*.db"))
