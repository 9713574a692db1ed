"""The worker and, if root is given up, its decoders' keeper: two processes joined by a socket."""

import socket
import sys
import time
from pathlib import Path

from backend.core.settings import Settings
from deploy import surroundings
from deploy.dropping import plan
from deploy.dropping.plan import Dropping
from deploy.supervisor import Child, Interrupted, Supervisor, stop_signals
from media.images import THRIFT

_LOOK_SECONDS = 0.25


class Decoders(Child):
    """The keeper of decoding children, and the pair of sockets, which outlives both processes."""

    def __init__(self, dropping: Dropping, log: Path | None) -> None:
        self.ours, self.theirs = socket.socketpair()
        code = [sys.executable, "-P", "-m", "media.decoders", str(self.ours.fileno())]
        root = str(surroundings.ROOT)
        super().__init__(
            "decoder",
            dropping.words("decoder", code),
            {"PYTHONPATH": root, "PATH": "/usr/bin:/bin"} | THRIFT,
            log,
            pass_fds=(self.ours.fileno(),),
        )

    def close(self) -> None:
        """Close both ends; only after both processes ended."""
        self.ours.close()
        self.theirs.close()


def children(env: dict[str, str], logs: Path | None, dropping: Dropping | None) -> list[Child]:
    """Return the worker, not yet started, and before it its decoders' keeper if there is one."""
    if dropping is not None:
        return [*parted(env, logs, dropping)]
    log = logs / "worker.log" if logs else None
    return [Child("worker", surroundings.command("worker"), env, log)]


def parted(env: dict[str, str], logs: Path | None, dropping: Dropping) -> tuple[Decoders, Child]:
    """Return the keeper of decoders and the worker connected to it, as users of their own."""
    command = surroundings.command("worker")
    decoders = Decoders(dropping, logs / "decoder.log" if logs else None)
    handle = decoders.theirs.fileno()
    env = dropping.env("worker", env | {"HIENTRUONG_DECODER": str(handle)})
    log = logs / "worker.log" if logs else None
    worker = Child("worker", dropping.words("worker", command), env, log, pass_fds=(handle,))
    return decoders, worker


def work_parted(settings: Settings) -> int | None:
    """As root, run one worker and its decoders as users of their own; return its exit code.

    Runs until the worker ends or a stop signal comes. None if root cannot be given up: the caller
    then works itself.
    """
    dropping = plan.of_deployment(settings, lambda text: print(text, flush=True))
    if dropping is None:
        return None
    env = surroundings.for_child(surroundings.with_files_read())
    decoders, worker = parted(env, None, dropping)
    supervisor = Supervisor(lambda text: print(text, file=sys.stderr, flush=True))
    try:
        with stop_signals():
            supervisor.start(decoders)
            worker.start()
            while worker.alive():
                time.sleep(_LOOK_SECONDS)
                supervisor.check()
            return worker.process.returncode if worker.process else 1
    except Interrupted:
        return 0
    finally:
        worker.stop()
        supervisor.stop()
        decoders.close()
