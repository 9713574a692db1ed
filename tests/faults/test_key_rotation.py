"""The server's keys are replaced under load, and the processes started anew one after another, some never."""

import asyncio
from pathlib import Path

import asyncpg
import pytest

from deploy.data_folder import DataFolder
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import fleet
from tests.faults.system import WEB, WORKER, System
from tests.integration.deploy.running import command

pytestmark = pytest.mark.long

PHOTOGRAPHS = 60


async def signers(folder: Path) -> set[str]:
    """The keys under which entries and byte receipts stand."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        rows = await connection.fetch(
            "SELECT DISTINCT key_id FROM ledger_entries WHERE device_id IS NOT NULL"
            " UNION SELECT DISTINCT receipt_key_id FROM photos WHERE receipt_key_id IS NOT NULL"
        )
    finally:
        await connection.close()
    return {row["key_id"] for row in rows}


async def test_keys_are_replaced_while_phones_work_and_every_receipt_is_believed(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    async with System(tmp_path / "thay khóa") as system, fleet(system, seed, 6) as phones:
        async with phones.at_work(at_least=PHOTOGRAPHS):
            await phones.hold_more(6)
            rotated = await asyncio.to_thread(
                command, "rotate-keys", "--yes", "--data-dir", system.folder
            )
            assert rotated.returncode == 0, rotated.stderr
            watch.say("replaced; every process signs with the old key still")
            # A phone hears of the new key from processes that do not have it themselves.
            for each in phones.phones:
                page = await each.phone.call("GET", "/sync")
                assert sum(key["use"] == "receipt" for key in page["server_keys"]) == 2
                await each.phone.sync()
            await system.kill(WEB)
            await system.kill(WORKER)
            watch.say(
                "one web process and the worker are started anew, the other web process is not"
            )
            while len(await signers(system.folder)) < 2:
                await phones.hold_more(4)
        watch.say(await nothing_is_lost(system.folder, phones))
