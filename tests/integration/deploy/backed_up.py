"""A running demonstration with its first backup, shared by the tests of backups."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pyrage
import pytest

from deploy.data_folder import DataFolder
from deploy.demo.photographs import drawn
from deploy.servers import Servers
from tests.integration.deploy.running import Running, command, up


@dataclass
class System:
    """A running demonstration with a visit in it, its first backup, and the operator's identity."""

    running: Running
    backups: Path
    identity: Path
    recipient: str

    @property
    def folder(self) -> Path:
        return self.running.folder

    def backup(self, *more: object, to: object = None) -> subprocess.CompletedProcess[str]:
        """`backup`, as the operator types it."""
        where = ("--to", to or self.backups, "--data-dir", self.folder)
        return command("backup", *where, "--recipient", self.recipient, *more)

    def restore(self, source: Path, new: Path, *more: object) -> subprocess.CompletedProcess[str]:
        """`restore`, likewise."""
        words = ("--from", source, "--data-dir", new, "--identity", self.identity)
        return command("restore", *words, "--trust-this-backup", *more)


@pytest.fixture(scope="package")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """In a path with spaces and Vietnamese letters."""
    place = tmp_path_factory.mktemp("Sao lưu của tôi")
    identity = pyrage.x25519.Identity.generate()
    (place / "identity").write_text(f"# created: today\n{identity}\n")
    with up(place / "dữ liệu") as running:
        visit(running.folder, place / "ảnh", 3)
        kept = place / "bản sao"
        system = System(running, kept, place / "identity", str(identity.to_public()))
        first = system.backup()
        assert first.returncode == 0, first.stdout + first.stderr
        yield system


def visit(folder: Path, photographs: Path, count: int) -> None:
    """A phone and a desk play a visit with so many photographs."""
    photographs.mkdir(exist_ok=True)
    for number in range(count):
        (photographs / f"{number}.jpg").write_bytes(drawn(f"{number}.jpg", "sao lưu").data)
    played = command("demo-visit", "--photos", photographs, "--data-dir", folder)
    assert played.returncode == 0, played.stdout + played.stderr


async def asked(folder: Path, question: str) -> object:
    """Ask a running installation's database for one value."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


ENTRIES = "SELECT count(*) FROM ledger_entries"
LOCKED = "SELECT count(*) FROM photos WHERE legal_hold AND retained_until IS NOT NULL"
THROUGH = "SELECT backed_up_through FROM installation"
