"""`./hientruong test`: runs the tests, with a browser if there is one, the long ones if asked."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from deploy import surroundings

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER_PACKAGES = ("chromium", "fonts-noto-core", "poppler-utils")
_PROGRAMS = ("haproxy", "pgbouncer", "qpdf")
"""Programs whose package has the same name; their tests say what is missing if they cannot be
installed."""
_SERVER_PATH = "/usr/sbin:/usr/bin:/usr/local/bin"
_MARKERS = "-m"
_ALL = "--all"
_SAYING = frozenset({"-q", "-qq", "-v", "-vv", "-x", "-ra", "-rs"})
_WHOLE_SUITE = ("--durations=", "--durations-min=", "--sample-seed=")
_MOST_PROCESSES = 4
"""Each process has a PostgreSQL and an object store of its own: about 1 GB of memory."""


def test(arguments: list[str]) -> int:
    """Become pytest in the checkout.

    Reports on stderr which tests are left out, and how to include them.

    Without a browser its tests are left out. Tests marked `long` run only with `--all` or the
    caller's own `-m`. Debian's Chromium, HAProxy, PgBouncer and qpdf are installed if they are missing
    and we are root; otherwise nothing is installed.
    """
    _install_missing()
    browser = has_browser()
    if not browser:
        _say(
            "không có Chromium nên bỏ qua phép thử trình duyệt; hãy cài:"
            " sudo apt install chromium fonts-noto-core",
            "no Chromium, so the browser tests are left out; install it with:"
            " sudo apt install chromium fonts-noto-core",
        )
    words = words_for_pytest(arguments, browser=browser, cores=os.cpu_count() or 1)
    if leaves_out_long(arguments):
        _say(
            "bỏ qua các phép thử dài (long): thêm --all để chạy cả, -m long để chỉ chạy chúng /"
            " the long tests are left out: --all runs them too, -m long runs them alone"
        )
    os.chdir(surroundings.ROOT)
    command = [sys.executable, "-m", "pytest", *words]
    os.execve(sys.executable, command, environment())  # noqa: S606 - pytest takes over


def environment() -> dict[str, str]:
    """Return the environment of pytest and all its children, in which Python keeps compiled files.

    Container images set PYTHONDONTWRITEBYTECODE to stay small. A run starts hundreds of Python
    processes. Each would compile our whole code again, and each of pytest's processes would rewrite
    the assertions of five hundred files.
    """
    ours = surroundings.for_child({})
    ours.pop("PYTHONDONTWRITEBYTECODE", None)
    return ours


def words_for_pytest(arguments: Sequence[str], *, browser: bool, cores: int) -> list[str]:
    """Return pytest's arguments, with our and the caller's conditions on markers in one `-m`.

    pytest obeys only the last `-m`, so a second one would silently cancel the caller's. The whole
    suite runs in one and a half times as many processes as there are cores, as each waits half its
    time for its database and its store. A part of it, and tests that kill processes or fill disks,
    run in one.
    """
    rest, conditions = _markers_apart([word for word in arguments if word != _ALL])
    if leaves_out_long(arguments):
        conditions.append("not long")
        if cores > 1 and all(_only_says(word) for word in rest):
            # An idle process takes over what another has not begun: the slowest tests are next to
            # each other.
            rest += ["-n", str(min(cores * 3 // 2, _MOST_PROCESSES)), "--dist", "worksteal"]
    if not browser:
        conditions.append("not browser")
    if not conditions:
        return rest
    return [*rest, _MARKERS, " and ".join(f"({condition})" for condition in conditions)]


def _only_says(word: str) -> bool:
    return word in _SAYING or word.startswith(_WHOLE_SUITE)


def leaves_out_long(arguments: Sequence[str]) -> bool:
    """Tell whether tests marked `long` are left out: neither `--all` nor markers were given."""
    return _ALL not in arguments and not _markers_apart(arguments)[1]


def _markers_apart(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the arguments without `-m`, and the last condition given (pytest's own rule)."""
    rest: list[str] = []
    conditions: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == _MARKERS:
            conditions = [next(words, "")]
        elif word.startswith(_MARKERS):
            conditions = [word.removeprefix(_MARKERS).removeprefix("=")]
        else:
            rest.append(word)
    return rest, conditions


def _say(*lines: str) -> None:
    for line in lines:
        print(f"hientruong: {line}", file=sys.stderr, flush=True)


def has_browser() -> bool:
    """Tell whether a Chromium is on the PATH."""
    return any(shutil.which(name) for name in _BROWSERS)


def missing_packages() -> list[str]:
    """Return Debian's packages of programs that the tests need and this machine lacks."""
    missing = [] if has_browser() else [*_BROWSER_PACKAGES]
    return missing + [name for name in _PROGRAMS if shutil.which(name, path=_SERVER_PATH) is None]


def _install_missing() -> None:
    missing, apt = missing_packages(), shutil.which("apt-get")
    if not missing or apt is None or os.geteuid() != 0:
        return
    named = ", ".join(missing)
    print(f"hientruong: cài {named} / installing {named} …", file=sys.stderr, flush=True)
    env = surroundings.for_child() | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        [apt, "update", "-qq"],
        [apt, "install", "-y", "-qq", "--no-install-recommends", *missing],
    ):
        # apt's output goes to stderr, so that pytest's summary is the last line of stdout.
        if subprocess.run(words, env=env, stdout=sys.stderr, check=False).returncode != 0:
            break
