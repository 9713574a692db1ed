"""A folder in memory for the many files that tests create and delete.

Each test has its own database, a copy of three hundred small files. On a disk, that made half of
the suite's time, and the share varied with whatever else the disk was doing.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder that nobody else can guess is made in it
LEAST_FREE_BYTES = 6 * 1024**3
"""A suite in two processes takes less than a quarter of it."""
_PREFIX = "hientruong-tests-"


@contextmanager
def in_memory(otherwise: Path) -> Iterator[Path]:
    """A new folder on a tmpfs, deleted at the end of the block; `otherwise` if there is not enough
    room for one."""
    if not has_room(MEMORY):
        yield otherwise
        return
    _remove_left_behind()
    place = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=MEMORY))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def has_room(memory: Path) -> bool:
    """Tell whether there is a tmpfs with enough room: containers often get 64 MB."""
    try:
        return shutil.disk_usage(memory).free >= LEAST_FREE_BYTES and os.access(memory, os.W_OK)
    except OSError:
        return False


def _remove_left_behind() -> None:
    """Delete the folders of test runs that were killed: their processes no longer exist."""
    for folder in MEMORY.glob(f"{_PREFIX}*-*"):
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)
