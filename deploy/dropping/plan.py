"""Plans how processes give up root: what each start prepares, and the words before commands.

If that is impossible (no way to make users, or no mount namespace and a checkout in a closed home),
everything runs as root as before, with a message. So an installation that was begun as root still
starts, and `doctor` names what it lacks.
"""

import compileall
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backend.core.settings import Settings
from deploy import surroundings
from deploy.data_folder import DataFolder
from deploy.dropping import owning, users
from deploy.dropping.closed import covers
from deploy.dropping.users import Role, User
from deploy.failures import Failure

_ENTER = Path(__file__).with_name("enter.py")
_UMASK = 0o007
_PROBE_SECONDS = 60
_PROBE = """
import os, sys
import encodings, ssl, zlib
sys.path.insert(0, sys.argv[1])
import msgspec, deploy.failures, media.fence
for path in sys.argv[2:]:
    if not os.access(path, os.R_OK):
        sys.exit(f"{path} cannot be read")
"""
_CODE = ("schemas", "media", "backend", "mobile_api", "admin_ui", "deploy")


@dataclass(frozen=True)
class Dropping:
    """How our processes begin: their users, their views of the file system, their networks."""

    people: Mapping[Role, User]
    views: Mapping[Role, Mapping[str, list[str]]]
    has_own_network: bool
    """Whether this machine lets root make an empty network, for the decoder."""
    _kept: list[int] = field(default_factory=list)

    def words(self, role: Role, command: list[str]) -> list[str]:
        """Return a command that begins as that user.

        Start it from the main thread (see embedded/account.py).
        """
        user = self.people[role]
        spec = {
            "uid": user.uid,
            "gid": user.gid,
            "groups": list(user.groups),
            "covers": self.views[role],
            "network": role != "decoder" or not self.has_own_network,
            "parent": os.getpid(),
            "umask": _UMASK,
        }
        return [sys.executable, "-I", "-S", str(_ENTER), json.dumps(spec), *command]

    def env(self, role: Role, variables: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of a process, without root's home and name."""
        name = self.people[role].name
        return {**variables, "HOME": "/nonexistent", "USER": name, "LOGNAME": name}

    def hand_over(self, path: Path, role: Role) -> int:
        """Copy a file of root's into memory, readable by that user only.

        Returns its descriptor, for `pass_fds`. So a TLS key needs no second copy on a disk.
        """
        handle = os.memfd_create(path.name)
        os.write(handle, path.read_bytes())
        os.fchmod(handle, 0o400)
        os.fchown(handle, self.people[role].uid, -1)
        self._kept.append(handle)
        return handle


def of_installation(
    folder: DataFolder, named: Iterable[Path], say: Callable[[str], None]
) -> Dropping | None:
    """Prepare an embedded installation; None if we are not root, or root cannot be given up."""

    def own(gid: int) -> None:
        owning.may_pass(folder.path, gid)
        owning.may_read(folder.keys, gid)
        if folder.is_demonstration and folder.pki.is_dir():
            owning.may_read(folder.pki, gid)
        owning.may_write(folder.spool, gid)

    return prepared(own, [folder.path], list(named), say)


def of_deployment(settings: Settings, say: Callable[[str], None]) -> Dropping | None:
    """Prepare a node of a deployment with separate parts; None as above."""
    writes = {settings.spool_dir, settings.metrics_folder}

    def own(gid: int) -> None:
        for place in writes:
            owning.may_write(place, gid)
        owning.may_read(settings.keys_dir, gid)
        if settings.demo_pki_dir and settings.demo_pki_dir.is_dir():
            owning.may_read(settings.demo_pki_dir, gid)

    more = [settings.demo_pki_dir] if settings.demo_pki_dir else []
    return prepared(own, [*writes, settings.keys_dir, *more], named_by(settings), say)


def named_by(settings: Settings) -> list[Path]:
    """Return the files and folders named by an operator that web and worker read."""
    named = (settings.trust_roots, settings.crls, settings.app_dir)
    module = Path(settings.pkcs11_module) if settings.pkcs11_module else None
    return [path for path in (*named, module) if path is not None]


def prepared(
    own: Callable[[int], None], ours: list[Path], named: list[Path], say: Callable[[str], None]
) -> Dropping | None:
    """Make the users, let `own` give them their folders, and check that each finds what it needs.

    None as above.
    """
    if os.geteuid() != 0:
        return None
    try:
        people: dict[Role, User] = {role: users.user_of(role) for role in users.NAMES}
        own(people["web"].gid)
        _compile()
        made = _made(people, ours, named)
        _probe(made, named)
    except (Failure, OSError, subprocess.SubprocessError) as error:
        told = error.en if isinstance(error, Failure) else str(error)
        say(
            "các tiến trình vẫn chạy bằng root, chưa tách được người dùng"
            f" / processes run as root as before, they could not be parted: {told}"
        )
        return None
    return made


def _made(people: dict[Role, User], ours: list[Path], named: list[Path]) -> Dropping:
    code = [Path(sys.base_prefix), Path(sys.prefix), surroundings.ROOT]
    views: dict[Role, Mapping[str, list[str]]] = {
        "web": covers([*code, *ours, *named], people["web"]),
        "worker": covers([*code, *ours, *named], people["worker"]),
        "decoder": covers(code, people["decoder"]),
    }
    return Dropping(people, views, may_make_networks())


def may_make_networks() -> bool:
    """Tell whether root may make an empty network, which a container's root often may not.

    A child tries it.
    """
    tried = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _TRY_NETWORK, str(_ENTER.parent)],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


_TRY_NETWORK = "import sys; sys.path.insert(0, sys.argv[1]); import enter; enter.no_network()"


def _probe(made: Dropping, named: list[Path]) -> None:
    """Raise Failure if a process would not find its Python, its code, or the named files."""
    for role in users.NAMES:
        paths = [] if role == "decoder" else [str(path) for path in named]
        command = [sys.executable, "-P", "-c", _PROBE, str(surroundings.ROOT), *paths]
        tried = subprocess.run(
            made.words(role, command),
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
        if tried.returncode != 0:
            told = (tried.stderr.strip().splitlines() or ["?"])[-1]
            raise Failure(f"{users.NAMES[role]}: {told}", f"{users.NAMES[role]}: {told}")


def _compile() -> None:
    """Compile our code as root, as the other users cannot store the result.

    Does nothing if it is up to date.
    """
    for name in _CODE:
        compileall.compile_dir(surroundings.ROOT / name, quiet=2)
    for file in ("asgi.py", "cli.py"):
        compileall.compile_file(surroundings.ROOT / file, quiet=2)
