"""Owners and modes of what web and worker share, given anew at each start: also of a folder from before.

Everything stays root's, so that no process of ours can change owners, modes or the folders themselves; the group gets
what it needs. Folders have the setgid bit: what is made in them later, by root too (`rotate-keys`), is the group's.

Of what lies in a folder that the group may write into nothing is believed: it is opened without following links, and
what has a second name is left alone, or who took a web process over could have root open a file of his choice.
"""

import os
import stat
from pathlib import Path

_READ, _WRITE = 0o640, 0o660


def may_pass(folder: Path, gid: int) -> None:
    """The group may go through the data folder to what it knows by name, and not look around in it."""
    os.chown(folder, -1, gid)
    folder.chmod(0o710)


def may_read(folder: Path, gid: int) -> None:
    """The group reads all that lies there, and changes nothing."""
    _give(folder, gid, _READ, 0o2750)


def may_write(folder: Path, gid: int) -> None:
    """The group makes, reads, changes and removes what lies there."""
    _give(folder, gid, _WRITE, 0o2770)


def _give(top: Path, gid: int, file_mode: int, folder_mode: int) -> None:
    top.mkdir(mode=0o700, parents=True, exist_ok=True)
    for _, _, files, handle in os.fwalk(top, follow_symlinks=False):
        _set(handle, gid, folder_mode)
        for name in files:
            try:
                file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=handle)
            except OSError:
                continue  # a link, or a process of an earlier start was just done with it
            try:
                found = os.fstat(file)
                if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                    _set(file, gid, file_mode)
            finally:
                os.close(file)


def _set(handle: int, gid: int, mode: int) -> None:
    """As little as is needed: a spool may hold thousands of files that are right already."""
    found = os.fstat(handle)
    if found.st_gid != gid:
        os.fchown(handle, -1, gid)
    if stat.S_IMODE(found.st_mode) != mode:
        os.fchmod(handle, mode)
