"""`backup --every` beside a running demonstration, the way back to a moment, and a bucket in place of a folder."""

import asyncio
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
from minio import Minio

from deploy.data_folder import DataFolder
from deploy.servers import DATABASE, Servers
from tests.integration.deploy.backed_up import ENTRIES, THROUGH, System, asked, visit
from tests.integration.deploy.every import every
from tests.integration.deploy.running import command

pytestmark = [pytest.mark.slow, pytest.mark.long]


def test_between_two_backups_any_moment_can_be_brought_back(system: System, tmp_path: Path) -> None:
    before = asyncio.run(asked(system.folder, THROUGH))
    with every(system, tmp_path / "b") as following:
        assert asyncio.run(asked(system.folder, THROUGH)) != before
        visit(system.folder, tmp_path / "ảnh", 1)
        first, moment = asyncio.run(asked(system.folder, ENTRIES)), datetime.now(UTC)
        time.sleep(0.5)
        visit(system.folder, tmp_path / "ảnh", 1)
        second = asyncio.run(asked(system.folder, ENTRIES))
        following.stop()
    for at, expected in ((("--at", moment.isoformat()), first), ((), second)):
        new = tmp_path / f"mới {expected}"
        back = system.restore(tmp_path / "b", new, *at)
        assert back.returncode == 0, back.stdout + back.stderr
        # one more: the entry that says that it was restored
        assert re.search(rf"^{int(str(expected)) + 1} entries", back.stdout, re.MULTILINE)
    refused = system.restore(tmp_path / "b", tmp_path / "nie", "--at", "2026-01-01T00:00:00Z")
    assert refused.returncode == 1
    assert "do not hold that moment" in refused.stderr
    segment = max((tmp_path / "b").glob("wal/*/*.gz"))
    segment.unlink()
    holed = system.restore(tmp_path / "b", tmp_path / "nie")
    assert holed.returncode == 1
    assert segment.name in holed.stderr


async def without_slot(folder: Path) -> None:
    """End who follows the log, and drop his slot: so stands a database that was restored under a running `--every`."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).postgres.dsn(DATABASE))
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE active"
        )
        await connection.execute("SELECT pg_drop_replication_slot('hientruong_backup')")
    finally:
        await connection.close()


def test_a_slot_that_is_gone_is_made_anew_and_a_backup_without_a_gap_follows(
    system: System, tmp_path: Path
) -> None:
    with every(system, tmp_path / "b") as following:
        asyncio.run(without_slot(system.folder))
        visit(system.folder, tmp_path / "ảnh", 1)
        following.wait_for("the slot is gone: it is made anew")
        following.wait_for("incremental: ")
        visit(system.folder, tmp_path / "ảnh", 1)
        entries = asyncio.run(asked(system.folder, ENTRIES))
        following.stop()
    back = system.restore(tmp_path / "b", tmp_path / "mới")
    assert back.returncode == 0, back.stdout + back.stderr
    assert re.search(rf"^{int(str(entries)) + 1} entries", back.stdout, re.MULTILINE)


def test_a_bucket_of_another_store_holds_a_backup_as_well(system: System, tmp_path: Path) -> None:
    elsewhere = DataFolder(tmp_path / "kho khác")
    elsewhere.path.mkdir()
    servers = Servers(elsewhere)
    try:
        servers.store.launch()
        servers.store.wait_ready()
        admin = ("hientruong-admin", servers.secrets["s3_admin_secret"])
        client = Minio(servers.store.endpoint, *admin, secure=False, region="us-east-1")
        wishes = {
            "HIENTRUONG_BACKUP_S3_ENDPOINT": servers.store.endpoint,
            "HIENTRUONG_BACKUP_S3_ACCESS_KEY": admin[0],
            "HIENTRUONG_BACKUP_S3_SECRET_KEY": admin[1],
            "HIENTRUONG_BACKUP_S3_SECURE": "false",
        }
        to = "s3://backups/cuc/ha-noi"
        live = ("--data-dir", system.folder, "--to", to, "--recipient", system.recipient)
        back = ("--from", to, "--identity", system.identity, "--trust-this-backup", "--data-dir")
        absent = command("backup", *live, wishes=wishes)
        assert absent.returncode == 1
        assert "there is no bucket backups" in absent.stderr
        client.make_bucket("backups")
        for more in ((), ("--prove",)):
            taken = command("backup", *live, *more, wishes=wishes)
            assert taken.returncode == 0, taken.stdout + taken.stderr
        assert "incremental" in taken.stdout
        victim = max(
            str(item.object_name)
            for item in client.list_objects(
                "backups", prefix="cuc/ha-noi/database/", recursive=True
            )
            if str(item.object_name).endswith("base.tar.gz")
        )
        client.remove_object("backups", victim)
        refused = command("restore", *back, tmp_path / "nữa", wishes=wishes)
        assert refused.returncode == 1
        assert "base.tar.gz of the backup is missing" in refused.stderr
        wishes["HIENTRUONG_BACKUP_S3_SECRET_KEY"] = "wrong"
        stranger = command("backup", *live, wishes=wishes)
        assert stranger.returncode == 1
        assert len(stranger.stderr.splitlines()) == 1
    finally:
        servers.stop()
