"""Slots in which this machine's processes keep their metrics, so that one scrape covers them all.

prometheus_client's multiprocess mode keeps the values of each process in its own mapped files
(https://prometheus.github.io/client_python/multiprocess/). It names these by process id. Files of
ended processes then accumulate, and two containers that use the same process id write to the same
file. Here each process holds a slot instead, such as "web-1" or "worker-1", by a lock that the
kernel releases when the process ends. A restarted process takes the free slot and continues
counting in its files, so that no counter decreases and no files accumulate. If no slot is held at
all, the files are from an earlier run, and the next process deletes them.

Metrics are optional: if they cannot be stored, a process runs without them.
"""

import contextlib
import fcntl
import itertools
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from backend.core import shared_folders

WEB: Final = "web"
WORKER: Final = "worker"
_WAIT_SECONDS = 5.0
_ROOM_BYTES: Final = {"histogram": 8 * 1024**2, "counter": 512 * 1024, "gauge_livesum": 64 * 1024}
"""Size of each file, allocated on disk before it is mapped: writing to a hole of a mapped file on a
full disk kills the process (SIGBUS). 8 MiB hold the times of some 2,600 combinations of method,
route and status; there are about 1,000."""

_lock: int | None = None
_name: str | None = None


def claim(folder: Path, kind: str) -> str | None:
    """Take the first free slot of this kind until this process ends.

    Return None if that fails, for lack of disk space or permission.
    """
    global _lock, _name
    try:
        shared_folders.make(folder)
        with _alone(folder):
            held = _living(folder)
            if not held:
                _forget_all(folder)
            numbered = (f"{kind}-{number}" for number in itertools.count(1))
            name = next(name for name in numbered if name not in held)
            flags, mode = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, shared_folders.file_mode(folder)
            lock = os.open(folder / f"{name}.lock", flags, mode)
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(lock, 0)
            os.pwrite(lock, str(os.getpid()).encode(), 0)
            _make_room(folder, name)
    except OSError:
        return None
    _lock, _name = lock, name
    return name


def count_as(folder: Path, name: str) -> None:
    """Make every metric that is created from now on count in this slot's files.

    PROMETHEUS_MULTIPROC_DIR must name the folder already.
    """
    from prometheus_client import values

    for kind in _ROOM_BYTES:
        path = folder / f"{kind}_{name}.db"
        if not _is_whole(path):  # a power cut may corrupt it, and mapping it would fail the start
            path.unlink(missing_ok=True)
            _take_room(path, _ROOM_BYTES[kind])
    values.ValueClass = values.MultiProcessValue(lambda: name)  # type: ignore[no-untyped-call]


def own_name() -> str:
    """Return the slot of this process; "" if it has none and counts only for itself."""
    return _name or ""


def living(folder: Path) -> dict[str, int]:
    """Return the slots that are held, with process ids. Remove gauges of processes that ended."""
    with _alone(folder):
        held = _living(folder)
        for path in folder.glob("gauge_live*_*.db"):
            if path.stem.rpartition("_")[2] not in held:
                path.unlink(missing_ok=True)
    return held


def resident_bytes(pid: int) -> int:
    """Return the resident memory of a process (proc_pid_statm(5)); 0 if it may not be read."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _is_whole(path: Path) -> bool:
    """Tell whether prometheus_client can read a file.

    Its first four bytes state how many bytes are used (mmap_dict.py).
    """
    from prometheus_client.mmap_dict import MmapedDict

    try:
        with path.open("rb") as file:
            used = int.from_bytes(file.read(4), sys.byteorder, signed=True)
        list(MmapedDict.read_all_values_from_file(str(path)))  # type: ignore[no-untyped-call]
    except Exception:
        return False
    return 0 <= used <= path.stat().st_size


def _living(folder: Path) -> dict[str, int]:
    held: dict[str, int] = {}
    for path in folder.glob("*-*.lock"):
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                held[path.stem] = int(file.read() or b"0")
    return held


def _forget_all(folder: Path) -> None:
    for path in (*folder.glob("*.db"), *folder.glob("*-*.lock")):
        path.unlink(missing_ok=True)


def _make_room(folder: Path, name: str) -> None:
    for kind, size in _ROOM_BYTES.items():
        path = folder / f"{kind}_{name}.db"
        if not path.exists():
            _take_room(path, size)


def _take_room(path: Path, size: int) -> None:
    """Make a file of zeros with allocated blocks. If it raises OSError, it leaves no file."""
    mode = shared_folders.file_mode(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, mode)
    try:
        os.posix_fallocate(descriptor, 0, size)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lock the folder for one process at a time.

    Raises TimeoutError (an OSError) after five seconds.
    """
    deadline = time.monotonic() + _WAIT_SECONDS
    with (folder / "folder.lock").open("ab") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{folder} is held") from None
                time.sleep(0.01)
            else:
                break
        yield
