"""The system users of our own processes, and the group that web and worker share.

Each has a user of its own. The worker holds the keeper's key of the store in its environment, which
other processes of the same user could read; the web processes, which answer strangers, must not.
The group `hientruong` is for what both may read (keys) and write (spool). The decoder is in no
group but its own.
"""

import grp
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from typing import Literal

from deploy.failures import Failure

GROUP = "hientruong"
Role = Literal["web", "worker", "decoder"]
NAMES: dict[Role, str] = {
    "web": "hientruong-web",
    "worker": "hientruong-worker",
    "decoder": "hientruong-decoder",
}


@dataclass(frozen=True)
class User:
    """The user that a process becomes."""

    name: str
    uid: int
    gid: int
    groups: tuple[int, ...]
    """More groups of web and worker, given by the machine's administrator (that of a token, for
    example)."""


def group_id() -> int:
    """Return the id of the shared group; make it if there is none. Raises Failure."""
    try:
        return grp.getgrnam(GROUP).gr_gid
    except KeyError:
        pass
    told = _run("groupadd", "--system", GROUP)
    try:
        return grp.getgrnam(GROUP).gr_gid
    except KeyError:
        raise _cannot(GROUP, told) from None


def user_of(role: Role) -> User:
    """Return the user of a process; make it if there is none. Raises Failure."""
    name, shared = NAMES[role], group_id()
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        entry = _make(name, role)
    if role == "decoder":
        return User(name, entry.pw_uid, entry.pw_gid, ())
    more = tuple(one for one in os.getgrouplist(name, entry.pw_gid) if one != shared)
    return User(name, entry.pw_uid, shared, more)


def _make(name: str, role: Role) -> pwd.struct_passwd:
    words = ["--system", "--no-create-home", "--home-dir", "/nonexistent"]
    words += ["--shell", "/usr/sbin/nologin"]
    words += ["--user-group"] if role == "decoder" else ["--gid", GROUP]
    told = _run("useradd", *words, name)
    try:
        return pwd.getpwnam(name)  # ours, or made by another start at the same moment
    except KeyError:
        raise _cannot(name, told) from None


def _run(program: str, *words: str) -> str:
    if not shutil.which(program):
        return f"no {program}"
    made = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    return made.stderr.strip()


def _cannot(name: str, told: str) -> Failure:
    return Failure(
        f"không tạo được {name} ({told})",
        f"the system user or group {name} could not be made ({told})",
    )
