"""The user of the embedded servers, and how they reach their folders.

PostgreSQL refuses to run as root, and a network server should not. Started by root, both servers
therefore run as the system user `hientruong-store`; started by any other user they run as that
user.

The system user cannot walk through root's closed home (mode 0700), where a checkout often lies. So
root opens each folder itself and the child inherits the descriptor: `/proc/self/fd/N/...` leads
into the folder without checking its parents' permissions (proc(5): the kernel follows such links
not by name). Data stays where the operator put it, and the folder itself can stay 0700.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from deploy.failures import Failure

SYSTEM_USER = "hientruong-store"
# Program files of a checkout in a closed home are copied here once; the folder is root's and
# readable by all.
SHARED_PROGRAMS = Path("/var/lib/hientruong/programs")
_FIRST_DESCRIPTOR = 200  # far above what a child opens by itself before it looks at its folders


@dataclass(frozen=True)
class Account:
    """The user of the servers. `dropped` is true if we are root and they are not."""

    uid: int
    gid: int
    dropped: bool
    _handles: dict[Path, int] = field(default_factory=dict)

    @classmethod
    def current(cls) -> "Account":
        """Return the account for this process; root creates the system user on its first start."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), dropped=False)
        entry = _system_user()
        return cls(entry.pw_uid, entry.pw_gid, dropped=True)

    def launcher(self, signal_name: str) -> list[str]:
        """Return the words before a command that make it end with us and drop root's rights.

        This is setpriv (util-linux, Essential in Debian) and not Python: the user cannot reach a
        Python below root's home. The signal belongs to the *thread* that forks, so servers are
        started from the main thread.
        """
        words = ["setpriv", "--pdeathsig", signal_name]
        if self.dropped:
            words += ["--reuid", str(self.uid), "--regid", str(self.gid), "--clear-groups"]
            words += ["--inh-caps=-all", "--no-new-privs"]
        return [*words, "--"]

    def own(self, path: Path) -> None:
        """Give `path` to the account."""
        if self.dropped:
            os.chown(path, self.uid, self.gid)

    def make_folder(self, path: Path) -> None:
        """Create a folder that only the account may enter."""
        path.mkdir(mode=0o700, exist_ok=True)
        self.own(path)

    def seen(self, folder: Path) -> Path:
        """Return the name under which a child of this account reaches `folder`."""
        if not self.dropped:
            return folder
        if folder in self._handles and not os.path.samestat(
            os.fstat(self._handles[folder]), folder.stat()
        ):
            os.close(self._handles.pop(folder))  # it was moved away and replaced
        if folder not in self._handles:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            self._handles[folder] = fcntl.fcntl(handle, fcntl.F_DUPFD_CLOEXEC, _FIRST_DESCRIPTOR)
            os.close(handle)
        return Path(f"/proc/self/fd/{self._handles[folder]}")

    def handles(self) -> list[int]:
        """Return the descriptors that children must inherit (`pass_fds`)."""
        return list(self._handles.values())

    def close(self) -> None:
        """Close the inherited folders."""
        while self._handles:
            os.close(self._handles.popitem()[1])

    def reaches(self, program: Path) -> bool:
        """Tell whether the account may run `program` and pass through all its parent folders."""
        if not self.dropped:
            return os.access(program, os.X_OK)
        try:
            found = subprocess.run(
                [*self.launcher("KILL"), "test", "-x", program], cwd="/", check=False
            )
        except OSError:
            return False
        return found.returncode == 0

    def programs(self, site: Path, parts: list[str], probe: str, name: str) -> Path:
        """Return where the account reaches the folders `parts` of `site`: there, or in a copy.

        `probe` is a program below it; `name` names the copy, version included. All parts are copied
        in the same layout, because programs find their libraries relative to themselves.
        """
        if self.reaches(site / probe):
            return site
        copy = SHARED_PROGRAMS / name
        if not copy.is_dir():
            _copy_whole(site, parts, copy)
        if not self.reaches(copy / probe):
            raise Failure(
                f"người dùng {SYSTEM_USER} không chạy được {copy / probe}",
                f"the user {SYSTEM_USER} cannot run {copy / probe}",
            )
        return copy


def _copy_whole(site: Path, parts: list[str], copy: Path) -> None:
    for folder in (SHARED_PROGRAMS.parent, SHARED_PROGRAMS):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    beside = copy.with_name(f".{copy.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    for part in parts:
        shutil.copytree(site / part, beside / part, symlinks=True)
    for path in (beside, *beside.rglob("*")):  # readable by all, whatever root's umask is
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
    try:
        beside.rename(copy)
    except OSError:  # another start was first
        shutil.rmtree(beside, ignore_errors=True)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    command = [
        "useradd",
        "--system",
        "--user-group",
        "--no-create-home",
        "--home-dir",
        "/nonexistent",
    ]
    command += ["--shell", "/usr/sbin/nologin", SYSTEM_USER]
    made = None
    if shutil.which("useradd"):
        made = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return pwd.getpwnam(SYSTEM_USER)  # ours, or made by another start at the same moment
    except KeyError:
        raise Failure(
            f"không tạo được người dùng hệ thống {SYSTEM_USER}; hãy chạy bằng người dùng thường",
            f"could not create the system user {SYSTEM_USER}; run as an ordinary user instead"
            + (f" ({made.stderr.strip()})" if made else " (no useradd)"),
        ) from None
