"""`./hientruong test`: all tests, with a browser where there may be one."""

import os
import shutil
import subprocess
import sys

from deploy import surroundings

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PACKAGES = ("chromium", "fonts-noto-core")


def test(arguments: list[str]) -> int:
    """Become pytest in the checkout. Without a browser its tests are left out, and that is said.

    Debian's Chromium is installed where it is missing and we are root; nothing is installed behind
    anybody's back otherwise.
    """
    words = [sys.executable, "-m", "pytest", *arguments]
    if not has_browser() and not _install_browser():
        print(
            "hientruong: không có Chromium nên bỏ qua phép thử trình duyệt; hãy cài:"
            " sudo apt install chromium fonts-noto-core\n"
            "hientruong: no Chromium, so the browser tests are left out; install it with:"
            " sudo apt install chromium fonts-noto-core",
            file=sys.stderr,
            flush=True,
        )
        words += ["-m", "not browser"]
    os.chdir(surroundings.ROOT)
    os.execve(sys.executable, words, surroundings.for_child({}))  # noqa: S606 - pytest takes over


def has_browser() -> bool:
    """Say whether a Chromium is on the PATH."""
    return any(shutil.which(name) for name in _BROWSERS)


def _install_browser() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    print("hientruong: cài Chromium / installing Chromium …", file=sys.stderr, flush=True)
    env = surroundings.for_child() | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        [apt, "update", "-qq"],
        [apt, "install", "-y", "-qq", "--no-install-recommends", *_PACKAGES],
    ):
        # Its chatter goes to stderr: pytest's own summary is to be the last line of stdout.
        if subprocess.run(words, env=env, stdout=sys.stderr, check=False).returncode != 0:
            break
    return has_browser()
