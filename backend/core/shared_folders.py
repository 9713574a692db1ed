"""Files that web and worker share although they are users of their own: the folder says whether its group has a part.

`up` as root gives spool and keys to a group and sets their setgid bit (deploy/dropping/owning.py); what is made in such
a folder is the group's. Everywhere else what we make is its maker's alone.
"""

import stat
from pathlib import Path


def is_shared(folder: Path) -> bool:
    """Say whether a folder is made for a group."""
    return bool(folder.stat().st_mode & stat.S_ISGID)


def file_mode(folder: Path) -> int:
    """The mode of a file that is made in it."""
    return 0o660 if is_shared(folder) else 0o600


def make(folder: Path) -> None:
    """Make a folder as the one above it is, with all above it that is missing; one that is there stays as it is."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return
    shared = is_shared(folder.parent)  # the bit itself is inherited
    folder.mkdir(mode=0o770 if shared else 0o700, exist_ok=True)
