"""What the kernel says about our running processes: their users, rights and isolation.

For `doctor`.
"""

import pwd
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deploy.failures import Failure

_PROC = Path("/proc")
_KINDS = (
    (b"\0serve\0--fd\0", "web"),
    (b"\0media.decoders\0", "decoder"),
    (b"\0media.image_child\0", "decoder"),
    (b"/cli.py\0worker\0", "worker"),
)


@dataclass(frozen=True)
class Seen:
    """One process (proc_pid_status(5))."""

    kind: str
    pid: int
    uid: int
    capabilities: int
    """CapPrm: the capabilities that it has or could take."""
    has_no_new_privs: bool
    is_filtered: bool
    has_own_network: bool

    @property
    def user(self) -> str:
        """The user's name, or the number if there is no name."""
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)


def of_system(pid: int) -> list[Seen]:
    """Return our processes below the starting one: its children, and the decoders below these."""
    found: list[Seen] = []
    parents = {pid}
    for _ in range(2):
        below = [seen for parent in parents for seen in _children(parent)]
        found += below
        parents = {seen.pid for seen in below}
    return found


def in_words(kind: str, seen: list[Seen]) -> str:
    """Describe processes of one kind in both languages.

    Raises Failure if one is root or has a capability.
    """
    one = seen[0]
    weak = [each for each in seen if each.uid == 0 or each.capabilities]
    if weak:
        raise Failure(
            f"{kind} (tiến trình {weak[0].pid}) chạy bằng {weak[0].user}, còn đặc quyền: xem docs/running.md",
            f"{kind} (process {weak[0].pid}) runs as {weak[0].user}, with capabilities: see docs/running.md",
        )
    nnp = all(each.has_no_new_privs for each in seen)
    vi = [
        f"người dùng {one.user}",
        "không có đặc quyền",
        _yes(nnp, "no_new_privs", "không có no_new_privs"),
    ]
    en = [f"user {one.user}", "no capabilities", _yes(nnp, "no_new_privs", "without no_new_privs")]
    if kind == "decoder":
        is_cut = all(each.has_own_network for each in seen)
        vi.append(_yes(is_cut, "không có mạng", "mạng của máy"))
        en.append(_yes(is_cut, "no network", "this machine's network"))
        filtered = [each.is_filtered for each in seen if each.is_filtered]
        vi.append(_yes(bool(filtered), "có bộ lọc seccomp", "bộ lọc seccomp: khi có ảnh đầu tiên"))
        en.append(_yes(bool(filtered), "seccomp filter", "seccomp filter: from the first picture"))
    return f"{', '.join(vi)} / {', '.join(en)}"


def _yes(whether: bool, yes: str, no: str) -> str:
    return yes if whether else no


def _children(parent: int) -> Iterator[Seen]:
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                seen = _look(folder, parent)
            except (OSError, ValueError):
                continue  # it ended meanwhile
            if seen is not None:
                yield seen


def _look(folder: Path, parent: int) -> Seen | None:
    said = dict(line.partition(":\t")[::2] for line in (folder / "status").read_text().splitlines())
    if int(said["PPid"]) != parent:
        return None
    command = b"\0" + (folder / "cmdline").read_bytes()
    kind = next((kind for mark, kind in _KINDS if mark in command), None)
    if kind is None:
        return None
    return Seen(
        kind=kind,
        pid=int(folder.name),
        uid=int(said["Uid"].split()[1]),
        capabilities=int(said["CapPrm"], 16),
        has_no_new_privs=said["NoNewPrivs"].strip() == "1",
        is_filtered=said.get("Seccomp", "0").strip() == "2",
        has_own_network=_network(folder) != _network(_PROC / "self"),
    )


def _network(folder: Path) -> str:
    return str((folder / "ns" / "net").readlink())
