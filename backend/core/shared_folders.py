"""Files that web and worker share although they run as different users.

The folder's setgid bit says whether they do. `up`, run as root, gives spool and keys to a group and
sets their setgid bit (deploy/dropping/owning.py). What is made in such a folder belongs to the
group. In any other folder, what is made belongs to its maker alone.
"""

import stat
from pathlib import Path


def is_shared(folder: Path) -> bool:
    """Tell whether a folder is shared with a group."""
    return bool(folder.stat().st_mode & stat.S_ISGID)


def file_mode(folder: Path) -> int:
    """Return the mode for a file that is made in this folder."""
    return 0o660 if is_shared(folder) else 0o600


def make(folder: Path) -> None:
    """Make a folder, shared with a group if its parent is. An existing folder is left alone.

    Missing parents are made too; the folder then belongs to its maker alone.
    """
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return
    shared = is_shared(folder.parent)  # the bit itself is inherited
    folder.mkdir(mode=0o770 if shared else 0o700, exist_ok=True)
