"""Which folders on the way to what a process needs are closed to its user, and what to lay over them.

A checkout and its Python often lie in root's home (mode 0700), and tests in folders that are closed too. A process that
gave root up cannot walk through them. So it gets a view of its own of the file system (a mount namespace), in which an
empty folder lies over each closed one, with nothing in it but what the process needs, at the names that it knows. The
rest of that home is then out of its sight altogether.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from deploy.dropping.users import User


def is_open(folder: os.stat_result, user: User) -> bool:
    """Say whether a user may walk through a folder."""
    if folder.st_uid == user.uid:
        return bool(folder.st_mode & stat.S_IXUSR)
    if folder.st_gid in (user.gid, *user.groups):
        return bool(folder.st_mode & stat.S_IXGRP)
    return bool(folder.st_mode & stat.S_IXOTH)


def first_closed(path: Path, user: User) -> Path | None:
    """The topmost folder above `path` through which a user may not walk; None where he reaches it."""
    for folder in reversed(path.parents):
        if not is_open(folder.stat(), user):
            return folder
    return None


def covers(needed: Iterable[Path], user: User) -> dict[str, list[str]]:
    """Closed folder → what is needed below it, as it is really named; nothing where all is reached."""
    found: dict[str, list[str]] = {}
    for path in sorted({each.resolve() for each in needed if each.exists()}):
        top = first_closed(path, user)
        if top is None:
            continue
        beside = found.setdefault(str(top), [])
        if not any(path.is_relative_to(other) for other in beside):
            beside.append(str(path))
    return found
