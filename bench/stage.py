"""Servers of a benchmark, started as `up` starts them (fsync on), and officers written as rows."""

import argparse
import asyncio
import hashlib
import json
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from deploy import bootstrap, surroundings, web
from deploy.data_folder import DataFolder
from deploy.demo.seals import DeviceKey
from deploy.failures import Failure
from deploy.servers import Servers, environment
from schemas.core.ids import new_id

ROOT = Path(__file__).parent.parent
READY_SECONDS = 60


@dataclass(frozen=True)
class Hand:
    """A signed-in officer with a phone, and the inspection on which they work."""

    officer_id: UUID
    device_id: UUID
    inspection_id: UUID
    token: str
    key: DeviceKey


class Stage:
    """PostgreSQL and the object store of one data folder, and programs started beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = DataFolder(folder)
        self.folder.open_for_start(least_free=0)
        self.servers = Servers(self.folder)
        self.servers.start()
        asyncio.run(bootstrap.prepare(self.servers))
        self.programs: list[subprocess.Popen[bytes]] = []

    def start_ours(self) -> int:
        """Start one web process of the system and return its port."""
        port = free_port()
        words = surroundings.command("serve", "--port", str(port), "--processes", "1")
        variables = surroundings.for_child(environment(self.folder, self.servers))
        return self._start(words, port, variables)

    def start_peer(self, module: str, python: str = sys.executable) -> int:
        """Start one process of a peer program on the same database and return its port."""
        port = free_port()
        variables = surroundings.for_child({}) | {"BENCH_DSN": self.servers.app_dsn()}
        words = [python, "-m", module, str(port)]
        return self._start(words, port, variables)

    def start_framed(self, module: str) -> int:
        """Start one process of a program that is ours but for what it serves, and return its port."""
        port = free_port()
        variables = surroundings.for_child(environment(self.folder, self.servers))
        return self._start([sys.executable, "-m", module, str(port)], port, variables)

    def _start(self, words: list[str], port: int, variables: dict[str, str]) -> int:
        said = (self.folder.logs / "bench.log").open("ab")
        program = subprocess.Popen(words, env=variables, cwd=ROOT, stdout=said, stderr=said)
        self.programs.append(program)
        deadline = time.monotonic() + READY_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                if program.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"{words[-2:]} did not start: see {said.name}") from None
                time.sleep(0.1)
            else:
                return port

    def wait_ready(self, port: int) -> None:
        """Wait until a web process of ours is ready. Raises SystemExit with what is not.

        It ends by itself if it is not ready in time, e.g. because what was filled in is not sealed.
        """
        deadline = time.monotonic() + READY_SECONDS
        while True:
            try:
                web.ask_ready(f"http://127.0.0.1:{port}")
            except Failure as failure:
                if time.monotonic() > deadline:
                    raise SystemExit(failure.en) from None
                time.sleep(0.2)
            else:
                return

    def stop(self) -> None:
        """Stop everything."""
        for program in self.programs:
            program.terminate()
        for program in self.programs:
            program.wait(30)
        self.servers.stop()


@contextmanager
def stage(folder: Path | None) -> Iterator[Stage]:
    """Make a stage in `folder`, which is kept, or in a folder that is deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as temporary:
        made = Stage(folder or Path(temporary) / "data")
        try:
            yield made
        finally:
            made.stop()


def options(description: str | None) -> argparse.ArgumentParser:
    """Make a parser with the options that every benchmark here has."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("--data-dir", type=Path, help="keep the data there (default: thrown away)")
    return parser


def free_port() -> int:
    """Return a port on which nothing listens at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def make_unit(connection: Any, parent: UUID | None = None) -> UUID:
    """Make a unit: national without a parent, else a department below it."""
    unit = new_id()
    await connection.execute(
        "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2,"
        " valid_from) VALUES ($1, $2, 'Đo', 'Bench', $3, $4, $5, $6, $7, current_date)",
        unit,
        str(secrets.randbelow(10**8)).zfill(8),
        "department" if parent else "national",
        parent,
        2 if parent else 1,
        parent or unit,
        unit if parent else None,
    )
    return unit


async def make_hand(
    connection: Any, unit_1: UUID, unit_2: UUID | None = None, role: str = "inspector"
) -> Hand:
    """Make an officer with this role in the unit, with phone, session and announced inspection."""
    officer, device, session, inspection = (new_id() for _ in range(4))
    token, key = secrets.token_urlsafe(32), DeviceKey()
    unit = unit_2 or unit_1
    await connection.execute(
        "INSERT INTO officers (id, username, full_name, unit_id, unit_1, unit_2)"
        " VALUES ($1, $2, $2, $3, $4, $5)",
        officer,
        f"bench-{officer.hex}",
        unit,
        unit_1,
        unit_2,
    )
    await connection.execute("INSERT INTO officer_roles VALUES ($1, $2)", officer, role)
    await connection.execute(
        "INSERT INTO devices (id, enrolled_by, unit_id, unit_1, unit_2, name, public_key)"
        " VALUES ($1, $2, $3, $4, $5, 'bench', $6)",
        device,
        officer,
        unit,
        unit_1,
        unit_2,
        json.dumps(key.jwk),
    )
    await connection.execute(
        "INSERT INTO mobile_sessions (id, officer_id, device_id, expires_at)"
        " VALUES ($1, $2, $3, now() + interval '1 day')",
        session,
        officer,
        device,
    )
    await connection.execute(
        "INSERT INTO access_tokens VALUES ($1, $2, now() + interval '1 day')",
        hashlib.sha256(token.encode()).digest(),
        session,
    )
    await connection.execute(
        "INSERT INTO inspections (id, unit_id, unit_1, unit_2, state, decision_id, decision_number,"
        " subject_name, subject_address, leader_id, decision, issued_by, issued_at, updated_at)"
        " VALUES ($1, $2, $3, $4, 'announced', $5, $6, 'x', 'x', $7, '{}', $7, now(), now())",
        inspection,
        unit,
        unit_1,
        unit_2,
        new_id(),
        f"bench {inspection}",
        officer,
    )
    await connection.execute(
        "INSERT INTO inspection_team VALUES ($1, $2, true)", inspection, officer
    )
    return Hand(officer, device, inspection, token, key)


async def connect_as_owner(stage: Stage) -> Any:
    """Open a connection that may write every row."""
    return await asyncpg.connect(stage.servers.owner_dsn())
