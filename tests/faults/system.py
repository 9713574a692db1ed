"""A whole system as `./hientruong up` runs it, at one address, whatever is killed behind it."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from tests.integration.deploy.running import Running, free_port, kill, told_of, up

WEB, WORKER, DATABASE, STORE = b"\0serve\0", b"\0worker\0", b"bin/postgres\0", b"\0server\0"
_BACK_SECONDS = 60.0


class System:
    """Started on entry, ended on exit. Its own processes alone look after what dies."""

    def __init__(
        self, folder: Path, wishes: Mapping[str, str] | None = None, options: tuple[str, ...] = ()
    ) -> None:
        self.folder, self.port = folder, free_port()
        self._wishes, self._options = wishes, options
        self.url = f"http://127.0.0.1:{self.port}"
        self.running: Running | None = None
        self._context: AbstractContextManager[Running] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Run `up`, and return when it is ready. In a thread: the phones go on meanwhile."""
        self._context = up(self.folder, *self._options, port=self.port, wishes=self._wishes)
        self.running = await asyncio.to_thread(self._context.__enter__)

    async def stop(self) -> None:
        """Ctrl-C, where it still runs."""
        context, self._context = self._context, None
        if context is not None:
            await asyncio.to_thread(context.__exit__, None, None, None)

    async def kill_everything(self) -> None:
        """kill -9 of the whole tree."""
        assert self.running is not None
        kill(self.running.tree)
        await self.stop()

    async def find(self, word: bytes, place: int = 0) -> int:
        """The process whose command line holds `word`, when there is one; the oldest comes first."""
        async with asyncio.timeout(_BACK_SECONDS):
            while True:
                found = self._all(word)
                if len(found) > place:
                    return found[place]
                await asyncio.sleep(0.05)

    async def kill(self, word: bytes, place: int = 0) -> int:
        """kill -9 of one process, once it is there. Returns which it was."""
        pid = await self.find(word, place)
        kill({pid})
        return pid

    def _all(self, word: bytes) -> list[int]:
        assert self.running is not None
        others = self.running.tree - {self.running.process.pid}
        found = [pid for pid in others if word in told_of(pid, "cmdline")]
        return sorted(found)

    async def is_ready(self) -> bool:
        """Ask /health/ready."""
        try:
            async with httpx.AsyncClient(base_url=self.url, timeout=10) as client:
                return (await client.get("/health/ready")).status_code == 200
        except httpx.TransportError:
            return False
