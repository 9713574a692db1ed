"""Parts apart, as docs/running.md has them: `serve` and `worker` as processes of their own, on a test's database."""

import asyncio
import signal
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from backend.core.settings import Settings
from deploy import surroundings
from tests.integration.deploy.running import descendants, free_port, kill

_READY_SECONDS = 120.0


def variables(settings: Settings) -> dict[str, str]:
    """The environment of a part with these settings; workers get the keeper's too."""
    named = {
        "DATABASE_URL": settings.database_url,
        "S3_ENDPOINT": settings.s3_endpoint,
        "S3_ACCESS_KEY": settings.s3_access_key,
        "S3_SECRET_KEY": settings.s3_secret_key,
        "S3_KEEPER_ACCESS_KEY": settings.s3_keeper_access_key or "",
        "S3_KEEPER_SECRET_KEY": settings.s3_keeper_secret_key or "",
        "SPOOL_DIR": str(settings.spool_dir),
        "KEYS_DIR": str(settings.keys_dir),
        "NODE": settings.node,
    }
    return {f"HIENTRUONG_{name}": value for name, value in named.items()}


@dataclass
class Part:
    """A started `serve` or `worker`."""

    process: subprocess.Popen[bytes]
    log: Path
    url: str = ""

    @property
    def pids(self) -> set[int]:
        """Its process and all below it."""
        return {self.process.pid, *descendants(self.process.pid)}

    def kill(self) -> None:
        """kill -9 of all of it, as when a machine goes dark."""
        kill(self.pids)
        self.process.wait(30)

    def stop(self) -> None:
        """SIGTERM, and wait."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)

    async def wait_ready(self) -> None:
        """Return when /health/ready says yes. Raises AssertionError with what it said and logged."""
        said, deadline = "", asyncio.get_running_loop().time() + _READY_SECONDS
        async with httpx.AsyncClient(base_url=self.url, timeout=10) as client:
            while asyncio.get_running_loop().time() < deadline and self.process.poll() is None:
                try:
                    answer = await client.get("/health/ready")
                except httpx.TransportError as error:
                    said = repr(error)
                else:
                    if answer.status_code == 200:
                        return
                    said = answer.text
                await asyncio.sleep(0.2)
        raise AssertionError(f"{said}\n{self.log.read_text()[-4000:]}")


def run(environment: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands to its end."""
    return subprocess.run(
        surroundings.command(*words),
        env=surroundings.for_child(environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def start(environment: Mapping[str, str], log: Path, *words: str) -> Part:
    """Start one of our commands, in a session of its own."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            surroundings.command(*words),
            env=surroundings.for_child(environment),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    return Part(process, log)


def start_serve(
    environment: Mapping[str, str], log: Path, *options: str, processes: int = 1, port: int = 0
) -> Part:
    """Start `serve` on a free port, or on this one again."""
    port = port or free_port()
    words = ["serve", "--port", str(port), "--processes", str(processes), *options]
    part = start(environment, log, *words)
    part.url = f"http://127.0.0.1:{port}"
    return part


@asynccontextmanager
async def ended(*parts: Part) -> AsyncIterator[None]:
    """Have them ended at the end of the block."""
    try:
        yield
    finally:
        for part in parts:
            await asyncio.to_thread(part.stop)
