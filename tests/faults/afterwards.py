"""What the database and the store hold when the trouble is over, against what phones were told."""

import json
import re
import time
from collections import Counter
from pathlib import Path

import asyncpg

from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.servers import Servers
from media import keys
from media.minio_store import MinioStore
from tests.faults.fleet import Fleet
from tests.integration.deploy.running import command

_REFERENCE = re.compile(r'"reference": ?"([0-9a-f]{12})"')


async def nothing_is_lost(folder: Path, fleet: Fleet) -> str:
    """Compare everything acknowledged with what is there; returns what was counted.

    Act receipts against the ledger, byte receipts against every object as it is read from the
    store itself, no entry twice, no photograph that nobody took; and `verify` over all of it.
    """
    servers = Servers(DataFolder(folder))
    counted = await receipts_stand(servers.owner_dsn(), servers, fleet)
    verified = command("verify", "--data-dir", folder)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    wrong = [f"{each}\n{logged_under(folder, each)}" for each in fleet.witness.wrong[:20]]
    assert not wrong, "\n".join(wrong)
    return counted


async def receipts_stand(dsn: str, servers: Servers, fleet: Fleet) -> str:
    """The receipts' part of nothing_is_lost(), on the database that `dsn` reaches."""
    connection = await asyncpg.connect(dsn)
    try:
        acts = await acts_stand(connection, fleet)
        bytes_there = await bytes_stand(connection, servers, fleet)
    finally:
        await connection.close()
    return f"{acts} acts and {bytes_there} photographs acknowledged, 0 lost, 0 twice, 0 changed"


def logged_under(folder: Path, answer: str) -> str:
    """What the servers logged under the reference that an answer gave, with the trace of a fault; "" where it gave
    none. A fault that comes once in a thousand runs is found in this or not at all."""
    named = _REFERENCE.search(answer)
    if named is None:
        return ""
    logs = sorted(DataFolder(folder).logs.iterdir())
    lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
    return "\n".join(_told(line) for line in lines if named[1] in line) or "nothing was logged"


def _told(line: str) -> str:
    try:
        event = json.loads(line)
    except ValueError:
        return line
    return f"{event.pop('event', '')} {event.pop('exception', '')}\n{event}"


async def acts_stand(connection: asyncpg.Connection, fleet: Fleet) -> int:
    """Every act that was acknowledged stands as its receipt says, once, and no other does."""
    devices = [phone.phone.device_id for phone in fleet.phones]
    rows = await connection.fetch(
        "SELECT act_id::text, record_id::text, number, encode(entry_hash, 'hex') AS entry_hash"
        " FROM ledger_entries WHERE device_id = ANY($1::uuid[]) AND seq IS NOT NULL",
        devices,
    )
    there = {row["act_id"]: row for row in rows}
    assert [act for act, times in Counter(row["act_id"] for row in rows).items() if times > 1] == []
    receipts = fleet.receipts()
    for act_id, receipt in receipts.items():
        entry = there.get(act_id)
        assert entry is not None, f"act {act_id} was acknowledged and is lost"
        for name in ("record_id", "number", "entry_hash"):
            assert receipt[name] == entry[name]
    written = {act["id"] for phone in fleet.phones for act in phone.phone.outbox.log}
    assert written == set(there) == set(receipts)
    return len(receipts)


async def bytes_stand(connection: asyncpg.Connection, servers: Servers, fleet: Fleet) -> int:
    """Every receipted photograph is in the store as it was taken."""
    given = bootstrap.settings(servers)
    store = MinioStore(given.s3_endpoint, given.s3_access_key, given.s3_secret_key)
    ids = [photo.id for photo in fleet.taken]
    rows = await connection.fetch(
        "SELECT id::text, sha256, size, object_key, stored_at FROM photos WHERE id = ANY($1::uuid[])",
        ids,
    )
    there = {row["id"]: row for row in rows}
    receipts = {
        photo: receipt
        for phone in fleet.phones
        for photo, receipt in phone.phone.byte_receipts.items()
    }
    assert set(receipts) == set(ids) == set(there)
    try:
        for photo in fleet.taken:
            row = there[photo.id]
            assert row["stored_at"] is not None, f"the bytes of {photo.id} were receipted"
            found = await store.read_back(keys.parse(row["object_key"]))
            assert found == (photo.sha256, len(photo.data)), f"object of {photo.id}: {found}"
            assert receipts[photo.id]["sha256"] == row["sha256"] == photo.sha256
    finally:
        await store.close()
    return len(receipts)


class Stopwatch:
    """Says when something happened, for `-s`: what was measured is printed, never asserted."""

    def __init__(self, name: str, seed: int) -> None:
        self._name, self._began = name, time.monotonic()
        self.say(f"seed {seed}")

    def say(self, text: str) -> None:
        """One line."""
        print(f"  {self._name} {time.monotonic() - self._began:6.1f} s  {text}", flush=True)
