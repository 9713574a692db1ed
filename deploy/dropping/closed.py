"""Finds folders above a process's files that are closed to its user, and what to mount over them.

A checkout and its Python often lie in root's home (mode 0700), and tests in folders that are closed
too. A process that gave up root cannot walk through them. It therefore gets a view of the file
system of its own (a mount namespace). In it an empty folder is mounted over each closed one, and
contains only what the process needs, under the usual names. The rest of that home is invisible to
the process.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from deploy.dropping.users import User


def is_open(folder: os.stat_result, user: User) -> bool:
    """Tell whether a user may walk through a folder."""
    if folder.st_uid == user.uid:
        return bool(folder.st_mode & stat.S_IXUSR)
    if folder.st_gid in (user.gid, *user.groups):
        return bool(folder.st_mode & stat.S_IXGRP)
    return bool(folder.st_mode & stat.S_IXOTH)


def first_closed(path: Path, user: User) -> Path | None:
    """Return the topmost folder above `path` through which a user may not walk, or None."""
    for folder in reversed(path.parents):
        if not is_open(folder.stat(), user):
            return folder
    return None


def covers(needed: Iterable[Path], user: User) -> dict[str, list[str]]:
    """Map each closed folder to the resolved paths needed below it; empty if all is reachable."""
    found: dict[str, list[str]] = {}
    for path in sorted({each.resolve() for each in needed if each.exists()}):
        top = first_closed(path, user)
        if top is None:
            continue
        beside = found.setdefault(str(top), [])
        if not any(path.is_relative_to(other) for other in beside):
            beside.append(str(path))
    return found
