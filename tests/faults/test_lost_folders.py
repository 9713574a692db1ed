"""The folder of the database, or of the store, is gone: nothing empty takes its place, and what to do is said."""

import asyncio
import shutil
from pathlib import Path

import httpx
import pytest

from tests.faults.fleet import FieldPhone, fleet
from tests.faults.system import System
from tests.integration.deploy.running import command, free_port, gone_within

pytestmark = pytest.mark.long

_SECONDS = 90.0


async def said(system: System, words: str) -> None:
    """Read on what the running `up` says until it says this."""
    assert system.running is not None
    assert system.running.process.stdout is not None
    heard = []
    async with asyncio.timeout(_SECONDS):
        while words not in "".join(heard[-1:]):
            line = await asyncio.to_thread(system.running.process.stdout.readline)
            assert line, "".join(heard)
            heard.append(line)


async def parts(system: System) -> dict[str, str]:
    """What readiness says of each part."""
    async with httpx.AsyncClient(base_url=system.url, timeout=30) as client:
        told: dict[str, str] = (await client.get("/health/ready")).json()["parts"]
        return told


def refused(names: str, *words: object) -> None:
    """A command ends with one sentence that names this page."""
    done = command(*words)
    assert done.returncode != 0, done.stdout
    assert f"docs/runbooks/{names}" in done.stderr, done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "run hientruong restored" not in done.stderr


def take_away(folder: Path) -> None:
    """All of it, though its server makes and removes files there at the same time."""
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


async def holds_in_the_spool(phone: FieldPhone, base: bytes) -> None:
    """A photograph is taken over whole, act and bytes, and no receipt for its bytes is given."""
    photo = phone.shoot(base)
    await phone.send()
    await phone._stubbornly(lambda: phone._carry(photo))
    assert photo.acknowledged == len(photo.data)
    assert await phone.phone.byte_receipt(photo.id, photo.data) is None


async def test_a_database_that_is_gone_is_told_and_no_empty_one_takes_its_place(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "hệ thống"
    async with System(folder) as system:
        kept = tmp_path / "đã chép"
        (folder / "postgres").rename(kept)
        await said(system, "docs/runbooks/database-lost.md")
        assert (await parts(system))["database"] == "does_not_answer"
        assert not (folder / "postgres").exists()
        kept.rename(folder / "postgres")  # somebody had only moved it: it goes on
        async with asyncio.timeout(_SECONDS):
            while not await system.is_ready():  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.2)
        shutil.rmtree(folder / "postgres", ignore_errors=True)  # its server takes some away itself
        await said(system, "docs/runbooks/database-lost.md")
        assert system.running is not None
        assert system.running.interrupt() == 0
    refused("database-lost.md", "up", "--data-dir", folder, "--port", free_port())
    refused("database-lost.md", "verify", "--data-dir", folder)
    refused("database-lost.md", "restored", "--data-dir", folder, "--reason", "sao lưu", "--yes")
    assert not (folder / "postgres" / "18" / "PG_VERSION").exists()


async def test_a_store_that_is_gone_stops_nothing_else_and_begins_anew_only_when_told_to(
    tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "hệ thống"
    async with System(folder) as system, fleet(system, seed, 1) as phones:
        [phone] = phones.phones
        await phone.take(phones.base)
        store = await system.find(b"\0server\0")
        take_away(folder / "seaweedfs")
        assert await asyncio.to_thread(gone_within, {store}, 30), "it acknowledges into nothing"
        await said(system, "docs/runbooks/store-lost.md")
        told = await parts(system)
        assert told["object_store"] == "does_not_answer"
        assert told["database"] == "ok"
        await holds_in_the_spool(phone, phones.base)
        assert not (folder / "seaweedfs").exists()
        assert system.running is not None
        assert system.running.interrupt() == 0
    up = ("up", "--data-dir", folder, "--port", free_port())
    refused("store-lost.md", *up)
    assert not (folder / "seaweedfs").exists()
    again = System(folder, options=("--begin-store",))
    async with again:
        assert await again.is_ready()
    there = command(*up, "--begin-store")
    assert there.returncode == 1
    assert "there is a store" in there.stderr
    done = command(
        "restored", "--data-dir", folder, "--reason", "mất kho, không có bản sao", "--yes"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    async with System(folder) as last:
        assert await last.is_ready()
    shutil.rmtree(folder / "seaweedfs")
    shutil.rmtree(folder / "postgres")
    refused("database-lost.md", *up, "--begin-store")
