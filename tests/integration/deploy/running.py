"""A whole system started by the command line, as a person starts it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy import surroundings

READY = "Ctrl-C"
START_SECONDS = 120


@dataclass
class Running:
    """A started `up`: its process and everything that it said until it was ready."""

    process: subprocess.Popen[str]
    port: int
    folder: Path
    said: str

    @property
    def tree(self) -> set[int]:
        """Process ids of the whole tree, ours first."""
        return {self.process.pid, *descendants(self.process.pid)}

    def find(self, word: bytes) -> int:
        """The process whose command line holds `word`, 0 where there is none. Its first one: a
        server's own children come later."""
        for pid in sorted(self.tree - {self.process.pid}):
            if word in told_of(pid, "cmdline"):
                return pid
        return 0

    def is_ready(self) -> bool:
        """Ask /health/ready."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=10):
                return True
        except OSError:
            return False

    def interrupt(self) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def command(
    *words: object, wishes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end. `wishes` are what an operator sets in his environment."""
    return subprocess.run(
        [sys.executable, str(surroundings.ROOT / "cli.py"), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
        env=surroundings.for_child(wishes or {}),
    )


@contextmanager
def up(
    folder: Path,
    *options: str,
    port: int | None = None,
    wishes: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """`up` on `folder`, ready; ended at the end of the block if it still runs. `wishes` are what an
    operator sets in his environment."""
    port = port or free_port()
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "up", "--data-dir", str(folder)]
    if not {"--demo", "--no-demo"} & set(options):
        words += ["--demo", "small"]
    process = subprocess.Popen(
        [*words, "--port", str(port), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=surroundings.for_child(wishes or {}),
    )
    try:
        yield Running(process, port, folder, _read_until_ready(process))
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(60)
        if process.stdout:
            process.stdout.close()


def told_of(pid: int, name: str) -> bytes:
    """What the kernel tells of a process; nothing where it ended while we looked, as PostgreSQL's backends do."""
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""


def descendants(pid: int) -> set[int]:
    """All processes below `pid`."""
    found = set()
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:  # it ended while we looked
        return found
    for thread in threads:
        for child in map(int, told_of(pid, f"task/{thread.name}/children").split()):
            found |= {child, *descendants(child)}
    return found


def alive(pids: set[int]) -> set[int]:
    """Those that still run; a zombie does not."""
    running = set()
    for pid in pids:
        words = told_of(pid, "stat").rpartition(b")")[2].split()
        if words and words[0] != b"Z":
            running.add(pid)
    return running


def gone_within(pids: set[int], seconds: float) -> bool:
    """Wait until none of them runs."""
    deadline = time.monotonic() + seconds
    while alive(pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def kill(pids: set[int]) -> None:
    """`kill -9` all of them."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _read_until_ready(process: subprocess.Popen[str]) -> str:
    said = ""
    if process.stdout is None:
        raise RuntimeError("no output to read")
    for line in process.stdout:
        said += line
        if READY in line:
            return said
    raise AssertionError(f"up ended with {process.wait()}:\n{said}")
