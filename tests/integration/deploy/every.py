"""`backup --every` beside a running demonstration, and what it says."""

import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy import surroundings
from tests.integration.deploy.backed_up import System

PROVEN = "đã chứng minh / proven"
_FAILED = ("FAILED", "is not proven")
_MOST_SECONDS = 300.0
"""Of one wait: a backup or a proof takes half a minute, a point comes each minute."""


class Every:
    """A started `backup --every`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Read on beside the test, so that a wait for a line that never comes ends."""
        self.process = process
        self.said = ""
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def wait_for(self, found: str) -> None:
        """Return once a further line has `found`; fail, with everything said, where anything fails before, where it
        ends, or where nothing of the kind comes."""
        deadline = time.monotonic() + _MOST_SECONDS
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"not said: {found}\n{self.said}") from None
            assert line is not None, f"it ended before it said: {found}\n{self.said}"
            self.said += line
            if found in line:
                return
            assert not any(word in line for word in _FAILED), self.said

    def stop(self) -> None:
        """Ctrl-C: it takes a last point and ends well."""
        self.process.send_signal(signal.SIGINT)
        self.wait_for("điểm cuối / last point")
        assert self.process.wait(60) == 0, self.said

    def end(self) -> None:
        """Nothing of it is left, however the test went."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._reader.join(60)
        if self.process.stdout:
            self.process.stdout.close()


@contextmanager
def every(system: System, to: Path, time_between: str = "1h") -> Iterator[Every]:
    """`backup --every`, from its first proof on."""
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "backup", "--every", time_between]
    words += ["--data-dir", str(system.folder), "--to", str(to), "--recipient", system.recipient]
    started = Every(
        subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=surroundings.for_child({}),
        )
    )
    try:
        started.wait_for(PROVEN)
        yield started
    finally:
        started.end()
