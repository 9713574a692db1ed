"""Sets owners and modes of the folders that web and worker share, at each start, of old ones too.

Everything stays root's, so that none of our processes can change owners, modes or the folders
themselves; the group gets what it needs. Folders have the setgid bit: what is made in them later,
even by root (`rotate-keys`), belongs to the group.

Files in a folder that the group can write to are not trusted. They are opened without following
links, and files with a second name (hard link) are left alone. Otherwise somebody who took over a
web process could make root open any file.
"""

import os
import stat
from pathlib import Path

_READ, _WRITE = 0o640, 0o660


def may_pass(folder: Path, gid: int) -> None:
    """Let the group pass through the data folder to names that it knows, without listing it."""
    os.chown(folder, -1, gid)
    folder.chmod(0o710)


def may_read(folder: Path, gid: int) -> None:
    """Let the group read everything there, and change nothing."""
    _give(folder, gid, _READ, 0o2750)


def may_write(folder: Path, gid: int) -> None:
    """Let the group make, read, change and remove what is there."""
    _give(folder, gid, _WRITE, 0o2770)


def _give(top: Path, gid: int, file_mode: int, folder_mode: int) -> None:
    top.mkdir(mode=0o700, parents=True, exist_ok=True)
    for _, _, files, handle in os.fwalk(top, follow_symlinks=False):
        _set(handle, gid, folder_mode)
        for name in files:
            try:
                file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=handle)
            except OSError:
                continue  # a link, or a file that a process of an earlier start just removed
            try:
                found = os.fstat(file)
                if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                    _set(file, gid, file_mode)
            finally:
                os.close(file)


def _set(handle: int, gid: int, mode: int) -> None:
    """Change only what differs: a spool may hold thousands of files that are right already."""
    found = os.fstat(handle)
    if found.st_gid != gid:
        os.fchown(handle, -1, gid)
    if stat.S_IMODE(found.st_mode) != mode:
        os.fchmod(handle, mode)
