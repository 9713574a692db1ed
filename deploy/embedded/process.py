"""Starts a server as a child process, and ends it."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from deploy.embedded.account import Account
from deploy.failures import Failure

_LOG_LIMIT = 20_000_000  # bytes; at a start a longer log becomes `.1`


def launch(
    account: Account, command: Sequence[str | Path], log: Path, env: dict[str, str], dies_by: str
) -> subprocess.Popen[bytes]:
    """Start `command` as `account`, in a session of its own, ended by signal `dies_by` when we end.

    A session of its own keeps a terminal's Ctrl-C away from it: we stop the parts ourselves, in
    order.
    """
    handle = open_log(log)
    try:
        return subprocess.Popen(
            [*account.launcher(dies_by), *command],
            stdin=subprocess.DEVNULL,
            stdout=handle,
            stderr=handle,
            env=env,
            cwd="/",
            start_new_session=True,
            umask=0o077,
            pass_fds=account.handles(),
        )
    except FileNotFoundError:
        raise Failure(
            "thiếu lệnh setpriv (gói util-linux)", "setpriv is missing (package util-linux)"
        ) from None
    finally:
        os.close(handle)


def open_log(log: Path) -> int:
    """Open a log for appending, for its owner only; a long one of an earlier start becomes `.1`."""
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_name(f"{log.name}.1"))
    return os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC, 0o600)


def end(process: subprocess.Popen[bytes], steps: Sequence[tuple[signal.Signals, float]]) -> None:
    """Send each signal in turn and wait its seconds, until the process is gone."""
    for number, seconds in steps:
        if process.poll() is not None:
            return
        process.send_signal(number)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


def last_lines(log: Path, count: int = 5) -> str:
    """Return the end of a log on one line, for a message."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 4000))
            return " | ".join(file.read().decode(errors="replace").strip().splitlines()[-count:])
    except OSError:
        return ""


def disk_is_full(folder: Path, log: Path) -> bool:
    """Tell whether a server most likely ended because its disk was full."""
    try:
        state = os.statvfs(folder)
    except OSError:  # the folder is gone, so its disk was not full
        return False
    return state.f_bavail * state.f_frsize < 32_000_000 or "No space left" in last_lines(log, 30)


def wait_until(deadline: float, pause: float = 0.02) -> bool:
    """Sleep a moment; False once `deadline` (time.monotonic) has passed."""
    time.sleep(pause)
    return time.monotonic() < deadline
