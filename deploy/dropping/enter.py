"""`enter.py SPEC COMMAND…`: becomes another user, keeps nothing of root, and runs the command.

Runs as root, before anything of ours is imported, so it uses only the standard library. It is one
program and not a chain of setpriv, unshare and mount, because the order matters and each step must
have succeeded before the next. The steps: a view of the file system (closed.py), an empty network,
capabilities out of the bounding set, groups, user, `no_new_privs`, and last the signal at the
parent's end, which every change of user resets.

SPEC is JSON: `uid`, `gid`, `groups`, `covers`, `network` (false: none), `parent` (its process id),
`umask`.
"""

import ctypes
import json
import os
import signal
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_CLONE_NEWNS, _CLONE_NEWNET = 0x00020000, 0x40000000
_MS_BIND, _MS_REC, _MS_SLAVE = 0x1000, 0x4000, 0x80000
_MS_NOSUID, _MS_NODEV = 0x2, 0x4
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_CAPBSET_READ, _PR_CAPBSET_DROP = 1, 38, 23, 24
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
_LAST_CAPABILITY = Path("/proc/sys/kernel/cap_last_cap")


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def _mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    done = _libc().mount(
        source.encode(), target.encode(), kind.encode() if kind else None, flags, options.encode()
    )
    _checked(done, f"mount {target}")


def own_view(covers: Mapping[str, Sequence[str]]) -> None:
    """Hide everything in the closed folders but what is needed.

    Later mounts of the machine still arrive.

    Raises OSError.
    """
    _checked(_libc().unshare(_CLONE_NEWNS), "unshare")
    _mount("none", "/", None, _MS_REC | _MS_SLAVE)
    for top, needed in covers.items():
        handles = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in needed}
        _mount("hientruong", top, "tmpfs", _MS_NOSUID | _MS_NODEV, "mode=0755,size=1m")
        for path, handle in handles.items():
            _place_for(path, stat.S_ISDIR(os.fstat(handle).st_mode))
            _mount(f"/proc/self/fd/{handle}", path, None, _MS_BIND | _MS_REC)
            os.close(handle)


def _place_for(path: str, is_folder: bool) -> None:
    folder = Path(path) if is_folder else Path(path).parent
    os.umask(0o022)
    folder.mkdir(parents=True, exist_ok=True)
    if not is_folder:
        Path(path).touch()


def no_network() -> None:
    """Enter a network namespace of our own, with nothing in it, not even a loopback that is up.

    Raises OSError.
    """
    _checked(_libc().unshare(_CLONE_NEWNET), "unshare")


def give_up_root(uid: int, gid: int, groups: Sequence[int]) -> None:
    """Become the user for good: real, effective and saved ids, and no capability.

    None now, none by exec, none by inheritance.
    """
    libc = _libc()
    for number in range(int(_LAST_CAPABILITY.read_text()) + 1):
        if libc.prctl(_PR_CAPBSET_READ, number, 0, 0, 0) == 1:
            _checked(libc.prctl(_PR_CAPBSET_DROP, number, 0, 0, 0), "bounding set")
    libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    os.setgroups(groups)
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def main() -> None:
    """Do as SPEC says; any failure ends the process before the command begins."""
    spec, command = json.loads(sys.argv[1]), sys.argv[2:]
    here = Path.cwd()
    if spec["covers"]:
        own_view(spec["covers"])
    if not spec["network"]:
        no_network()
    give_up_root(spec["uid"], spec["gid"], spec["groups"])
    _checked(_libc().prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0), "pdeathsig")
    if os.getppid() != spec["parent"]:
        sys.exit(1)  # the parent ended before the signal was set
    os.umask(spec["umask"])
    try:
        os.chdir(here)
    except OSError:
        os.chdir("/")
    os.execv(command[0], command)  # noqa: S606 - the command takes over this process


if __name__ == "__main__":
    main()
