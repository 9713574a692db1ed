"""Starts decoding children for workers that may not: `python -m media.decoders FD`, run as a separate user.

A worker without privileges cannot start a child as another user. So this process, the keeper, is
started beside the worker, as a user that owns nothing and without a network. FD is one end of a
socket whose other end the worker holds. For each child that it wants, the worker sends a byte with
one end of a new socket pair. The child is a fork of this process, whose libraries are already
loaded, and serves that socket as media/image_child.py does. When the worker hangs up, the keeper
kills the child. When the child ends, the keeper tells the worker how.
"""

import contextlib
import ctypes
import json
import os
import select
import signal
import socket
import sys
from dataclasses import dataclass

from media import image_child
from media.images import READY

MOST_CHILDREN = 16
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


@dataclass
class _Child:
    """A child, and our copy of its socket.

    While we hold it, the worker sees no end of file, so the reason can be sent first.
    """

    pid: int
    ended: int
    """pidfd: readable when the child has ended."""
    asked: socket.socket


class Keeper:
    """All children.

    It has one thread, and none of its libraries has been given bytes from a stranger.
    """

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: list[_Child] = []

    def run(self) -> None:
        """Keep the children until the other side of the control socket hangs up."""
        while self._once():
            pass

    def _once(self) -> bool:
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        for child in self._children:
            poll.register(child.ended, select.POLLIN)
            poll.register(child.asked, 0)  # hang-ups are always reported
        ready = dict(poll.poll())
        for child in list(self._children):
            if child.asked.fileno() in ready:
                os.kill(child.pid, signal.SIGKILL)
                self._bury(child)
            elif child.ended in ready:
                self._bury(child)
        return self._control.fileno() not in ready or self._take()

    def _take(self) -> bool:
        word, files, _, _ = socket.recv_fds(self._control, 1, 1)
        for file in files:
            asked = socket.socket(fileno=file)
            if len(self._children) < MOST_CHILDREN:
                self._begin(asked)
            else:
                asked.close()
        return bool(word)

    def _begin(self, asked: socket.socket) -> None:
        pid = os.fork()
        if pid == 0:
            self._be_a_child(asked)
        self._children.append(_Child(pid, os.pidfd_open(pid), asked))

    def _be_a_child(self, asked: socket.socket) -> None:
        """Never returns."""
        try:
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            self._control.close()
            for other in self._children:
                other.asked.close()
                os.close(other.ended)
            asked.sendall(READY)
            image_child.serve(asked)
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)

    def _bury(self, child: _Child) -> None:
        self._children.remove(child)
        _, status = os.waitpid(child.pid, 0)
        told = json.dumps({"ended": os.waitstatus_to_exitcode(status)}).encode() + b"\n"
        with contextlib.suppress(OSError):  # a worker that does not read blocks no other
            child.asked.setblocking(False)
            child.asked.send(told)
        child.asked.close()
        os.close(child.ended)


def main() -> None:
    """Load the decoders, then keep children. No child may read another's memory."""
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    image_child.prepare()
    with socket.socket(fileno=int(sys.argv[1])) as control:
        Keeper(control).run()


if __name__ == "__main__":
    main()
