"""Keeps processes running until a signal, then ends them in order.

Each part is a child in a session of its own that dies with us (PDEATHSIG), so neither Ctrl-C nor
`kill -9` of this process leaves one behind. A part that ends by itself is started again. During the
start, a part that keeps ending is reported as a failure. Once all have run, it is started again
without limit: a database whose disk is full recovers when there is room, and takes nothing else
down meanwhile.
"""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Protocol

from deploy.embedded.process import end, last_lines, open_log
from deploy.failures import Failure

_MOST_RESTARTS = 5
_WINDOW_SECONDS = 60.0
_PAUSE_SECONDS = 3.0
"""Pause between starts of a part that ended `_MOST_RESTARTS` times within `_WINDOW_SECONDS`."""
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(KeyboardInterrupt):
    """A stop signal came.

    It is a KeyboardInterrupt, so that no `except Exception` swallows it. An event loop lets only
    this and SystemExit out of its callbacks; any other exception it logs, and continues for ever.
    """


class Part(Protocol):
    """Something that can be kept running."""

    name: str

    def start(self) -> None:
        """Start it and return without waiting until it is ready. Raises Failure or OSError."""

    def alive(self) -> bool:
        """Tell whether it runs."""

    def stop(self) -> None:
        """End it; does nothing if it does not run."""


@dataclass
class Child:
    """A process of our own, web or worker. SIGTERM asks it to finish its present work."""

    name: str
    command: list[str]
    env: dict[str, str]
    log: Path | None = None  # with None it writes to our own output
    pass_fds: tuple[int, ...] = ()
    grace_seconds: float = 15.0
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Start the process.

        It gets KILL when we die: nobody would be left to wait for its last requests.
        """
        output = open_log(self.log) if self.log else None
        try:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", *self.command],
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=self.pass_fds,
                start_new_session=True,
                umask=0o077,
            )
        finally:
            if output is not None:
                os.close(output)

    def alive(self) -> bool:
        """Tell whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send SIGTERM without waiting."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """End the process: ask it, and kill it after `grace_seconds`."""
        if self.process is not None:
            end(self.process, [(signal.SIGTERM, self.grace_seconds), (signal.SIGKILL, 5)])


def _last_words(part: Part) -> str:
    log = getattr(part, "log", None)
    return f"; see {log}: {last_lines(log, 1)}" if log else ""


class Supervisor:
    """Starts parts in order, watches them, stops them in the reverse order."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """`say` is called with a line for each part that ended by itself."""
        self._say_it = say
        self._parts: list[Part] = []
        self._restarts: dict[str, list[float]] = {}
        self._all_have_run = False

    def adopt(self, part: Part) -> None:
        """Watch a part that runs already."""
        self._parts.append(part)

    def start(self, part: Part) -> None:
        """Start a part and watch it."""
        self._parts.append(part)
        part.start()

    def check(self) -> None:
        """Restart parts that ended. Before `watch`, raises Failure when a part keeps ending."""
        for part in self._parts:
            if not part.alive() and self._is_due(part):
                self._start_again(part)

    def _is_due(self, part: Part) -> bool:
        """Tell whether to restart it now: immediately, or after a pause if it keeps ending."""
        now = time.monotonic()
        recent = self._restarts.setdefault(part.name, [])
        recent[:] = [moment for moment in recent if now - moment < _WINDOW_SECONDS]
        if len(recent) >= _MOST_RESTARTS:
            if not self._all_have_run:
                raise Failure(
                    f"bộ phận {part.name} dừng liên tục",
                    f"the part {part.name} keeps ending{_last_words(part)}",
                )
            if now - recent[-1] < _PAUSE_SECONDS:
                return False
        recent.append(now)
        return True

    def _start_again(self, part: Part) -> None:
        """Start a part again. If it ends while starting, the other parts go on.

        The next check counts that as one more restart.
        """
        self._say(
            f"{part.name} đã dừng, khởi động lại / {part.name} ended, starting it again"
            f"{_last_words(part)}"
        )
        try:
            part.start()
        except (Failure, OSError) as failure:  # OSError: its own files may be on the full disk
            self._say(f"{part.name}: {failure}")
            part.stop()

    def _say(self, text: str) -> None:
        """Print a line. If that fails (a log on a full disk), the work goes on."""
        with suppress(OSError):
            self._say_it(text)

    def watch(self, every_seconds: float = 0.25) -> None:
        """Check until a stop signal raises Interrupted.

        All parts have run, so none is given up from now on.
        """
        self._all_have_run = True
        while True:
            time.sleep(every_seconds)
            self.check()

    def stop(self) -> None:
        """Stop all, last started first; children are asked together, to finish concurrently."""
        for part in reversed(self._parts):
            if isinstance(part, Child):
                part.ask_to_stop()
        for part in reversed(self._parts):
            part.stop()
        self._parts.clear()


@contextmanager
def stop_signals() -> Iterator[None]:
    """Turn SIGINT, SIGTERM and SIGHUP into Interrupted inside the block, once.

    After the first signal all others are ignored, so that a second Ctrl-C does not cut the orderly
    stop short. Every step of the stop has a time limit. If an event loop runs, Interrupted is
    raised between two of its callbacks, because the database driver does not survive an exception
    in the middle of an answer. The loop then cancels its tasks, which clean up.
    """
    has_ended = False

    def end_now() -> None:
        nonlocal has_ended
        if has_ended:
            return
        has_ended = True
        for number in _STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Interrupted

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            end_now()
        else:
            loop.call_soon_threadsafe(end_now)

    before = {number: signal.signal(number, interrupt) for number in _STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
