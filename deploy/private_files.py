"""Files that only their owner may read, written completely or not at all."""

import os
from pathlib import Path
from typing import BinaryIO

from backend.core.key_ring import sync_folder


def write_private(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Replace `path` by `content`, so that a crash leaves either the old file or the new one.

    The file is created with `mode` from the start: with a later chmod, others could open it for a
    moment.
    """
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def open_private(path: Path) -> BinaryIO:
    """Open a new file for writing that its owner alone may read; one that stood there, or a link, is gone.

    Raises OSError, also if somebody puts another one there in that moment.
    """
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb")


def make_private_folder(path: Path) -> None:
    """Create `path` (and parents) with mode 0700; leave an existing one as it is."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
