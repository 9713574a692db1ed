"""A backup counts once it was brought back: in a folder of its own, started there, verified, and thrown away.

Only then may phones forget what it holds. With the keys of the running system: that the operator's identity opens the
encrypted ones is for him to try (`restore`), it is on no machine of ours.
"""

import asyncio
import shutil
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
"""Of the running system's disk, on which the proof is made: below a twentieth it takes no more photographs."""


def prove(taker: Taker, manifest: Manifest) -> Proof:
    """Bring it back and verify it; then what it holds counts as backed up. Raises Failure with exit code 2."""
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
    taker.say(f"đã chứng minh / proven: {said}")
    return proof


def clear(folder: DataFolder) -> None:
    """Throw away what a killed proof left. Its servers end with it, and may write a last file while we are at it."""
    deadline = time.monotonic() + _LEFTOVER_SECONDS
    while left := list(work_of(folder).glob("proof-*")):
        for each in left:
            shutil.rmtree(each, ignore_errors=True)
        if time.monotonic() > deadline:
            return
        time.sleep(0.2)


def bringing_for(taker: Taker, folder: Path) -> Bringing:
    """How a proof brings back: beside the running system, and nothing but what the backup itself names."""
    bringing = Bringing(taker.place, DataFolder(folder), taker.say)
    bringing.say_declared = lambda _text: None  # of a copy that is thrown away
    bringing.spare, bringing.later = _SPARE, False
    return bringing


def require(staged: list[str], brought: set[str]) -> None:
    """Raise Failure where bytes that wait for their act did not come back: their phone may have forgotten them.

    By their hash, wherever they lie: they may have been placed between the database's copy and the store's.
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
    """`verify` of what was brought back, as a process of its own; returns what it counted. Raises Failure."""
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
