"""Proves a backup: restores it into a temporary folder, starts it, verifies it, and removes it.

Only then may phones delete what it holds. The proof uses the running system's keys. Whether the
operator's identity opens the encrypted ones is for the operator to try (`restore`): that identity
is on none of our machines.
"""

import asyncio
import shutil
import socket
import subprocess
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import asyncpg

from backend.core import clock
from deploy import surroundings
from deploy.backup import queries
from deploy.backup.bringing import Bringing
from deploy.backup.manifest import Manifest, Proof, fetch_checked, sign
from deploy.backup.taking import Taker, work_of
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.servers import Servers

NOT_PROVEN = 2
_LEFTOVER_SECONDS = 10.0
_SPARE = 0.1
"""Kept free on the running system's disk, where the proof runs. Below 5 % the system takes no more
photographs."""


def prove(taker: Taker, manifest: Manifest) -> Proof:
    """Restore and verify a backup; what it holds then counts as backed up.

    Raises Failure with exit code 2.
    """
    began = time.monotonic()
    through = datetime.fromisoformat(manifest.through)
    clear(taker.folder)
    place = Path(tempfile.mkdtemp(prefix="proof-", dir=work_of(taker.folder)))
    taker.say("chứng minh / proving: khôi phục vào thư mục tạm / restoring into a temporary folder")
    try:
        if manifest.keys_file is not None:
            fetch_checked(taker.place, manifest.file(".age"), place / "keys.age")
        live = asyncio.run(taker.ask(lambda connection: queries.received(connection, through)))
        bringing = bringing_for(taker, place / "data")
        bringing.secrets_from(taker.folder.path)
        counted, staged = bringing.bring(
            taker.manifests, manifest, None, lambda servers: _received(servers, through)
        )
        if tuple(counted) != tuple(live):
            raise Failure(
                "bản sao lưu thiếu ảnh đã lưu",
                f"photographs stored before {manifest.through} are not in it:"
                f" {counted['number']} of {live['number']} receipts",
            )
        require(staged, bringing.brought)
        said = _verified(place / "data")
    except Failure as failure:
        raise Failure(
            f"bản sao lưu {manifest.id} chưa được chứng minh ({failure.vi})",
            f"the backup {manifest.id} is not proven: {failure.en}",
            NOT_PROVEN,
        ) from None
    finally:
        shutil.rmtree(place, ignore_errors=True)
    proof = Proof(
        backup=manifest.id,
        proven_at=clock.rfc3339(clock.now()),
        through=manifest.through,
        entries=manifest.ledger.entries,
        objects=manifest.objects.count,
        seconds=round(time.monotonic() - began),
    )
    (taker.parts / "proof").write_bytes(sign(proof))
    taker.place.put(f"proofs/{manifest.id}.json", taker.parts / "proof")
    taker.manifests.proofs[manifest.id] = proof
    asyncio.run(taker.ask(lambda connection: queries.set_backed_up_through(connection, through)))
    noted = queries.Proven(
        backup=manifest.id,
        through=through,
        proven_at=datetime.fromisoformat(proof.proven_at),
        place=taker.place.words,
        machine=socket.gethostname(),
        size=manifest.objects.bytes + sum(file.size for file in manifest.files),
        originals=proof.objects,
        entries=proof.entries,
    )
    asyncio.run(taker.ask(lambda connection: queries.note_proof(connection, noted)))
    taker.say(f"đã chứng minh / proven: {said}")
    return proof


def clear(folder: DataFolder) -> None:
    """Remove what a killed proof left.

    Its servers are ending too, and may still write a last file meanwhile.
    """
    deadline = time.monotonic() + _LEFTOVER_SECONDS
    while left := list(work_of(folder).glob("proof-*")):
        for each in left:
            shutil.rmtree(each, ignore_errors=True)
        if time.monotonic() > deadline:
            return
        time.sleep(0.2)


def bringing_for(taker: Taker, folder: Path) -> Bringing:
    """Return the restore of a proof, which takes only what the backup itself names."""
    bringing = Bringing(taker.place, DataFolder(folder), taker.say)
    bringing.say_declared = lambda _text: None  # not of interest for a copy that is removed again
    bringing.spare, bringing.later = _SPARE, False
    return bringing


def require(staged: list[str], brought: set[str]) -> None:
    """Raise Failure if uploaded bytes without an act are missing: phones may have deleted them.

    They are looked up by hash, wherever they are stored: they may have been moved between the
    copies of database and store.
    """
    lost = [sha256 for sha256 in staged if sha256 not in brought]
    if lost:
        raise Failure(
            "bản sao lưu thiếu ảnh đã nhận mà chưa có hồ sơ",
            f"bytes that got a receipt and wait for their act are not in it: {len(lost)}, such as {lost[0]}",
        )


def _received(servers: Servers, before: datetime) -> tuple[Any, list[str]]:
    async def ask() -> tuple[Any, list[str]]:
        connection = await asyncpg.connect(servers.app_dsn())
        try:
            return (
                await queries.received(connection, before),
                await queries.without_act(connection, before),
            )
        finally:
            await connection.close()

    return asyncio.run(ask())


def _verified(folder: Path) -> str:
    """Run `verify` on the restored folder in a process of its own; returns what it counted.

    Raises Failure.
    """
    command = surroundings.command("verify", "--data-dir", str(folder))
    done = subprocess.run(
        ["setpriv", "--pdeathsig", "TERM", "--", *command],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings.for_child({}),
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode:
        told = " | ".join([*lines[-6:], *done.stderr.strip().splitlines()[-1:]])
        raise Failure("verify không đạt", f"verify ended with {done.returncode}: {told}"[:1500])
    return lines[-2] if len(lines) > 1 else ""
