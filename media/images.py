"""Looking at a picture without trusting it: drives the child of media/image_child.py.

A file that kills, fills or stalls its decoder costs one child, and gets a reason instead of a
preview. It stays evidence.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

import msgspec

from media import metadata
from media.sniff import HEAD_BYTES, sniff

WALL_SECONDS = 120.0
"""How long a child may take for one file; its processor time, which is the true limit, it limits by
itself. Many times that, because on a busy machine web processes come first: a picture must not be
called too slow for that."""
JOBS_PER_CHILD = 200
"""Then it is replaced, so that what a decoder leaks does not add up."""


_THRIFT = {
    "MALLOC_ARENA_MAX": "1",  # threads and arenas take address space, of which the child has little
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PILLOW_BLOCKS_MAX": "4",  # 64 MB kept from picture to picture: a tenth less processor time
}
_MAX_ANSWER = 256 * 1024
_LAST_BREATH_SECONDS = 2.0
_OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGXCPU)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the child says of a file; all but the previews' bytes.

    `reason` is a code: for `not_an_image` `empty` or `unknown_format`; for `undecodable`
    `truncated`, `damaged`, `too_many_pixels`, `out_of_memory`, `too_slow` or `decoder_crashed`.
    Width and height are of the upright picture. `metadata` has the keys of media.metadata.read.
    `phash` is media.picture_hash's, and None for what could not be decoded or shows nothing.
    """

    outcome: Literal["ready", "undecodable", "not_an_image"]
    reason: str | None = None
    detected_type: str | None = None
    width: int | None = None
    height: int | None = None
    metadata: dict[str, Any] = msgspec.field(default_factory=metadata.nothing)
    phash: int | None = None


class Inspected(Answer, frozen=True, kw_only=True):
    """What was found out about a file. `thumb` and `view` are JPEG files' bytes without any
    metadata, and empty unless the outcome is `ready`."""

    thumb: bytes = b""
    view: bytes = b""


class Inspector:
    """One child, kept for many files. Not for two tasks at once: it takes its turn by a lock."""

    def __init__(self, *, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._child: asyncio.subprocess.Process | None = None
        self._jobs = 0
        self._turn = asyncio.Lock()

    async def inspect(self, path: Path) -> Inspected:
        """Find out what the file at this absolute path is and make its previews.

        Never raises for what is in the file.
        """
        async with self._turn:
            with tempfile.TemporaryDirectory(prefix="hientruong-preview-") as folder:
                made = {name: Path(folder, name) for name in ("thumb", "view")}
                job = {"path": os.fspath(path)} | {n: str(p) for n, p in made.items()}
                answer = await self._ask(job)
                said = msgspec.structs.asdict(answer)
                if answer.outcome == "ready":
                    for name, file in made.items():
                        said[name] = await asyncio.to_thread(file.read_bytes)
                return Inspected(**said)

    async def _ask(self, job: dict[str, str]) -> Answer:
        child = await self._running()
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the child has no pipes")
        self._jobs += 1
        try:
            child.stdin.write(json.dumps(job).encode() + b"\n")
            async with asyncio.timeout(self._wall_seconds):
                line = await child.stdout.readline()
        except TimeoutError:
            await self._kill()
            return await self._given_up(job, "too_slow")
        except (OSError, ValueError):  # it is gone, or its answer is longer than any
            line = b""
        except BaseException:
            await self._kill()  # cancelled: its answer would be taken for the next job's
            raise
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except msgspec.DecodeError:  # also what a child says that a file has taken over
            ended_by = await self._kill(after=_LAST_BREATH_SECONDS)
            reason = "too_slow" if ended_by in _OUT_OF_TIME else "decoder_crashed"
            return await self._given_up(job, reason)
        if answer.reason == "out_of_memory":
            await self._kill()  # its memory is in pieces now
        return answer

    async def _given_up(self, job: dict[str, str], reason: str) -> Answer:
        def head() -> bytes:
            with Path(job["path"]).open("rb") as file:
                return file.read(HEAD_BYTES)

        kind = sniff(await asyncio.to_thread(head))
        return Answer(outcome="undecodable", reason=reason, detected_type=kind)

    async def _running(self) -> asyncio.subprocess.Process:
        if self._child is not None and (
            self._child.returncode is not None or self._jobs >= JOBS_PER_CHILD
        ):
            await self._kill()
        if self._child is None:
            root = str(Path(__file__).parent.parent)
            self._child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "media.image_child",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                cwd=root,
                limit=_MAX_ANSWER,
                env={"PYTHONPATH": root, "PATH": "/usr/bin:/bin"} | _THRIFT,
            )
            self._jobs = 0
        return self._child

    async def _kill(self, after: float = 0) -> int | None:
        """End the child, if there is one, and say what it ended by.

        `after` seconds, where its pipe is closed: it is ending by itself then, and what it ends by
        says why; a signal of ours could come before its own.
        """
        child, self._child = self._child, None
        if child is None:
            return None
        if after:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(after):
                    await child.wait()
        if child.returncode is None:
            child.kill()
        status = await child.wait()
        if child.stdin is not None:
            child.stdin.close()
        return status

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            await self._kill()
