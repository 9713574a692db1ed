"""Decodes pictures without trusting them, in the child of media/image_child.py.

A file that kills, fills or stalls its decoder costs one child, and gets a reason instead of a
preview. It stays evidence.

The child is either our own or started by a keeper that runs as another user (media/decoders.py). In
the second case we hold only its socket. Either way the child gets open files and no path.
"""

import asyncio
import contextlib
import fcntl
import os
import signal
import socket
import sys
from io import FileIO
from pathlib import Path
from typing import Any, Literal

import msgspec

from media import metadata
from media.image_child import FILE_BYTES
from media.sniff import HEAD_BYTES, sniff

WALL_SECONDS = 120.0
"""How long a child may take for one file. The real limit is its processor time, which the child
sets itself. This one is many times longer: on a busy machine web processes come first, and that
must not make a picture count as too slow."""
JOBS_PER_CHILD = 200
"""Then the child is replaced, so that memory leaked by a decoder does not add up."""


THRIFT = {
    "MALLOC_ARENA_MAX": "1",  # threads and arenas take address space, of which the child has little
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PILLOW_BLOCKS_MAX": "4",  # 64 MB kept from picture to picture: a tenth less processor time
}
_MAX_ANSWER = 256 * 1024
_LAST_BREATH_SECONDS = 2.0
_OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGXCPU)
_CHILDREN_FOR_ONE = 2
"""How many may end before they take a file: something else ends them, and says nothing of the file."""
READY = b"ready\n"
"""The first line that a keeper's child sends."""
_READY_SECONDS = 30.0
"""How long to wait for a keeper that was just restarted."""


class KeeperAway(ConnectionError):
    """The decoders' keeper has ended or is ending, or decoders end before they have taken a file.

    This says nothing about the file, which is tried again.
    """


class _Ended(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A keeper's last line about a child: its exit code."""

    ended: int


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The child's answer about a file: everything but the previews' bytes.

    `reason` is a code: for `not_an_image` `empty` or `unknown_format`; for `undecodable`
    `truncated`, `damaged`, `too_many_pixels`, `out_of_memory`, `too_slow` or `decoder_crashed`.
    Width and height are those of the upright picture. `metadata` has the keys of
    media.metadata.read. `phash` is that of media.picture_hash; None if the file could not be
    decoded or the picture shows nothing.
    """

    outcome: Literal["ready", "undecodable", "not_an_image"]
    reason: str | None = None
    detected_type: str | None = None
    width: int | None = None
    height: int | None = None
    metadata: dict[str, Any] = msgspec.field(default_factory=metadata.nothing)
    phash: int | None = None


class Inspected(Answer, frozen=True, kw_only=True):
    """What was found out about a file.

    `thumb` and `view` are bytes of JPEG files without any metadata. They are empty unless the
    outcome is `ready`.
    """

    thumb: bytes = b""
    view: bytes = b""


class Inspector:
    """One child, used for many files.

    It handles one file at a time; a lock makes other tasks wait.
    """

    def __init__(self, *, wall_seconds: float = WALL_SECONDS, keeper: int | None = None) -> None:
        """If `keeper` (a socket's descriptor) is given, its children are used, otherwise our own."""
        self._wall_seconds = wall_seconds
        self._keeper = keeper
        self._child: asyncio.subprocess.Process | None = None
        self._socket: socket.socket | None = None
        self._jobs = 0
        self._turn = asyncio.Lock()

    async def inspect(self, path: Path) -> Inspected:
        """Find out what the file at this absolute path is, and make its previews.

        Never raises because of what is in the file. Raises KeeperAway if no decoder is to be had at
        the moment.
        """
        async with self._turn:
            for _ in range(_CHILDREN_FOR_ONE):
                found = await self._tried(path)
                if found is not None:
                    return found
            raise KeeperAway("decoders end before they take a file")

    async def _tried(self, path: Path) -> Inspected | None:
        """Ask one child; None if it ended without having taken the file. The next one gets new files to write."""
        with contextlib.ExitStack() as opened:
            original = await asyncio.to_thread(opened.enter_context, path.open("rb"))
            made = {
                name: opened.enter_context(_written_by_child(name)) for name in ("thumb", "view")
            }
            files = [original.fileno(), *(file.fileno() for file in made.values())]
            answer = await self._asked(path, files)
            if answer is None:
                return None
            said = msgspec.structs.asdict(answer)
            if answer.outcome == "ready":
                for name, file in made.items():
                    said[name] = await asyncio.to_thread(_all_of, file.fileno())
            return Inspected(**said)

    async def _asked(self, path: Path, files: list[int]) -> Answer | None:
        """Return what a child answers, or what became of it; None if it ended without having taken the file.

        It may have been dying while the file was handed over. Then nothing is known of the file.
        """
        asked = await self._running()
        self._jobs += 1
        try:
            socket.send_fds(asked, [b"."], files)
            async with asyncio.timeout(self._wall_seconds):
                line = await _line(asked)
        except TimeoutError:
            await self._kill()
            return await self._given_up(path, "too_slow")
        except OSError:  # the child is gone
            line = b""
        except ValueError:  # its answer is longer than any can be
            line = b"?"
        except BaseException:
            await self._kill()  # cancelled: its answer would be taken for the next job's answer
            raise
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except msgspec.DecodeError:  # also the answer of a child that a file has taken over
            ended_by = await self._ended_by(asked, line)
            if _is_end(line) and not is_taken(files[1]):
                return None
            reason = "too_slow" if ended_by in _OUT_OF_TIME else "decoder_crashed"
            return await self._given_up(path, reason)
        if answer.reason == "out_of_memory":
            await self._kill()  # its memory is fragmented now
        return answer

    async def _given_up(self, path: Path, reason: str) -> Answer:
        def head() -> bytes:
            with path.open("rb") as file:
                return file.read(HEAD_BYTES)

        kind = sniff(await asyncio.to_thread(head))
        return Answer(outcome="undecodable", reason=reason, detected_type=kind)

    async def _ended_by(self, asked: socket.socket, line: bytes) -> int | None:
        """Return how a child ended that did not answer.

        Raises KeeperAway if it was its keeper that ended.
        """
        if self._keeper is None:
            return await self._kill(after=_LAST_BREATH_SECONDS)
        try:
            async with asyncio.timeout(_LAST_BREATH_SECONDS):
                while True:
                    with contextlib.suppress(msgspec.DecodeError):
                        return msgspec.json.decode(line, type=_Ended).ended
                    line = await _line(asked)
                    if not line:
                        break
        except (TimeoutError, ValueError):
            return None  # it is alive, but sends what no child sends
        except OSError:
            pass
        finally:
            await self._kill()
        raise KeeperAway("the decoders' keeper ended")

    async def _running(self) -> socket.socket:
        ended = self._child is not None and self._child.returncode is not None
        if self._socket is not None and (
            ended or self._jobs >= JOBS_PER_CHILD or _has_spoken(self._socket)
        ):
            await self._kill()
        if self._socket is None:
            ours, theirs = socket.socketpair()
            ours.setblocking(False)
            self._socket, self._jobs = ours, 0
            with theirs:
                if self._keeper is None:
                    self._child = await _own_child(theirs)
                else:
                    await self._lent_child(self._keeper, theirs)
        return self._socket

    async def _lent_child(self, keeper: int, theirs: socket.socket) -> None:
        if self._socket is None:
            raise RuntimeError("there is no socket")
        try:
            with socket.socket(fileno=os.dup(keeper)) as control:
                socket.send_fds(control, [b"+"], [theirs.fileno()])
            theirs.close()
            async with asyncio.timeout(_READY_SECONDS):
                ready = await _line(self._socket)
        except BaseException as error:
            await self._kill()
            if isinstance(error, OSError):  # TimeoutError is one
                raise KeeperAway("the decoders' keeper does not answer") from error
            raise
        if ready != READY:
            await self._kill()
            raise KeeperAway("the decoders' keeper has no room")

    async def _kill(self, after: float = 0) -> int | None:
        """End the child, if there is one, and return its exit code.

        Only for our own: a keeper ends its own children. `after` is how many seconds to wait first,
        used if the child's pipe is closed. It is then ending by itself, and its own exit code gives
        the reason, which our signal could hide.
        """
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        child, self._child = self._child, None
        if child is None:
            return None
        if after:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(after):
                    await child.wait()
        if child.returncode is None:
            child.kill()
        return await child.wait()

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            await self._kill()


async def _own_child(theirs: socket.socket) -> asyncio.subprocess.Process:
    root = str(Path(__file__).parent.parent)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "media.image_child",
        stdin=theirs.fileno(),
        stdout=theirs.fileno(),
        stderr=asyncio.subprocess.DEVNULL,
        cwd=root,
        env={"PYTHONPATH": root, "PATH": "/usr/bin:/bin"} | THRIFT,
    )


async def _line(asked: socket.socket) -> bytes:
    """Return the next line, or what was sent of it before the other side hung up.

    Raises ValueError if it is too long.
    """
    loop, said = asyncio.get_running_loop(), bytearray()
    while not said.endswith(b"\n"):
        part = await loop.sock_recv(asked, 65536)
        if not part:
            break
        said += part
        if len(said) > _MAX_ANSWER:
            raise ValueError("a line without an end")
    first, _, _ = bytes(said).partition(b"\n")
    return first + b"\n" if said else b""


def _is_end(line: bytes) -> bool:
    """Tell whether a child said nothing of its own: nothing at all, or its keeper told how it ended."""
    with contextlib.suppress(msgspec.DecodeError):
        msgspec.json.decode(line, type=_Ended)
        return True
    return not line


def _written_by_child(name: str) -> FileIO:
    """Make a file in memory for a preview. It never shrinks: a child that a file has taken over takes no mark back."""
    made = os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    fcntl.fcntl(made, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK)
    return FileIO(made, "rb")


def is_taken(thumb: int) -> bool:
    """Tell whether a child has taken a file: it then marks the file for the thumbnail (media/image_child.py, take)."""
    return os.fstat(thumb).st_size > 0


def _has_spoken(asked: socket.socket) -> bool:
    """Tell whether a child sent something unasked, or hung up, since its last answer.

    It is then replaced before the next file.
    """
    try:
        asked.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def _all_of(descriptor: int) -> bytes:
    return os.pread(descriptor, FILE_BYTES, 0)
