"""`hientruong doctor` tells real faults and what to do, and mends what is safe to mend, each time the same."""

import json
import os
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
import pytest

from backend.core import stores
from backend.core.settings import Settings
from backend.operations.checkup import noting
from media.spool import Spool
from schemas.core.ids import new_id
from tests.integration.deploy import apart
from tests.support.databases import Database


@pytest.fixture
async def operator(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """The superuser of the cluster, in the test's database."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


@pytest.fixture
def own_keys(settings: Settings, tmp_path: Path) -> Settings:
    """Settings with a copy of the keys, whose modes the test may change."""
    keys = tmp_path / "keys"
    shutil.copytree(settings.keys_dir, keys)
    keys.chmod(0o700)
    for file in keys.rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
    return msgspec.structs.replace(settings, keys_dir=keys)


@pytest.fixture
async def well(
    own_keys: Settings, pool: None, operator: asyncpg.Connection
) -> AsyncIterator[Settings]:
    """An installation in which a web process and a worker have noted themselves, and a backup was proven."""
    await stores.start(own_keys)
    try:
        await noting.note_node("web", own_keys)
        await noting.note_whole()
    finally:
        await stores.stop()
    await operator.execute("UPDATE installation SET backed_up_through = now()")
    yield own_keys
    await operator.execute("UPDATE installation SET backed_up_through = NULL")


def doctor(settings: Settings, database: Database, *words: str) -> tuple[int, dict[str, Any]]:
    """Run it; return its exit code and what it says to programs."""
    environment = apart.variables(settings) | {"HIENTRUONG_OWNER_DATABASE_URL": database.owner_dsn}
    told = apart.run(environment, "doctor", "--json", *words)
    said: dict[str, Any] = json.loads(told.stdout)
    assert said["exit_code"] == told.returncode, told.stderr
    return told.returncode, said


def finding(said: dict[str, Any], key: str) -> dict[str, Any]:
    (found,) = [one for one in said["findings"] if one["key"] == key]
    return dict(found)


def fix(said: dict[str, Any], name: str) -> dict[str, Any] | None:
    return next((one for one in said["fixes"] if one["name"] == name), None)


def check(said: dict[str, Any], name: str) -> bool:
    (found,) = [one["ok"] for one in said["checks"] if one["name"] == name]
    return bool(found)


def test_an_installation_in_which_all_is_well_gives_0_and_a_line_for_each_part(
    well: Settings, database: Database
) -> None:
    environment = apart.variables(well) | {"HIENTRUONG_OWNER_DATABASE_URL": database.owner_dsn}
    told = apart.run(environment, "doctor")
    assert told.returncode == 0, told.stdout + told.stderr
    for line in ("ok  keys", "ok  worker", "ok  queue", "ok  sealing", "ok  backup"):
        assert line in told.stdout, line
    assert "Sổ được niêm phong kịp. / The ledger is sealed in time." in told.stdout


def test_a_key_that_is_open_to_others_is_named_and_closed_and_nothing_else_changes(
    well: Settings, database: Database
) -> None:
    key = well.keys_dir / "receipt.pem"
    content = key.read_bytes()
    key.chmod(0o644)
    code, said = doctor(well, database)
    assert code == 1
    assert not check(said, "keys")

    code, said = doctor(well, database, "--dry-run")
    assert code == 1
    named = fix(said, "key-modes")
    assert named is not None
    assert (named["would"], named["done"]) == ([str(key)], False)
    assert key.stat().st_mode & 0o777 == 0o644, "only named"

    code, said = doctor(well, database, "--fix")
    assert code == 0, said
    assert check(said, "keys")
    assert (key.stat().st_mode & 0o777, key.read_bytes()) == (0o600, content)
    _, said = doctor(well, database, "--fix")
    assert fix(said, "key-modes") is None, "a second time there is nothing to do"


@pytest.mark.long
def test_a_store_that_does_not_answer_is_told_with_its_runbook(
    well: Settings, database: Database
) -> None:
    stopped = msgspec.structs.replace(well, s3_endpoint="127.0.0.1:9")
    code, said = doctor(stopped, database)
    assert code == 1
    told = finding(said, "object_store")
    assert (told["level"], told["runbook"]) == ("act", "store-lost")
    assert "Kho ảnh và tệp không trả lời" in told["said"]["vi"]
    code, said = doctor(well, database)
    assert (code, finding(said, "object_store")["level"]) == (0, "good")


@pytest.mark.long
def test_a_database_that_does_not_answer_gives_2_because_nothing_else_is_known(
    well: Settings, database: Database
) -> None:
    gone = msgspec.structs.replace(well, database_url="postgresql://x:y@127.0.0.1:9/hientruong")
    code, said = doctor(gone, database)
    assert code == 2
    assert [one["key"] for one in said["findings"]] == ["database"]


@pytest.mark.long
async def test_a_migration_that_waits_is_told_and_is_not_applied_by_fix(
    well: Settings, database: Database, operator: asyncpg.Connection
) -> None:
    last = await operator.fetchrow(
        "DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING *"
    )
    try:
        code, said = doctor(well, database, "--fix")
        assert code == 1
        told = finding(said, "migrations")
        assert told["level"] == "act"
        assert "./hientruong migrate" in told["do"]["en"]
        assert (
            await operator.fetchval("SELECT count(*) FROM migrations WHERE id = $1", last[0]) == 0
        )
    finally:
        await operator.execute("INSERT INTO migrations VALUES ($1, $2, $3)", *last)
    code, said = doctor(well, database)
    assert (code, finding(said, "migrations")["level"]) == (0, "good")


@pytest.mark.long
async def test_held_jobs_go_again_with_yes_alone_and_only_of_kinds_that_are_safe(
    well: Settings, database: Database, operator: asyncpg.Connection
) -> None:
    for job in ("protect_photo", "send_notice"):
        await operator.execute(
            "INSERT INTO pgqueuer (priority, status, entrypoint, payload, dedupe_key)"
            " VALUES (0, 'failed', $1, 'x', $1)",
            job,
        )
    states = "SELECT entrypoint, status::text FROM pgqueuer ORDER BY entrypoint"
    code, said = doctor(well, database, "--fix")
    assert code == 1
    assert finding(said, "held:protect_photo")["fix"] == "held-jobs"
    named = fix(said, "held-jobs")
    assert named is not None
    assert (named["done"], named["why"]) == (False, "needs --yes")
    assert "send_notice" not in " ".join(named["would"]), "somebody might be told twice"
    assert {row[1] for row in await operator.fetch(states)} == {"failed"}

    code, said = doctor(well, database, "--fix", "--yes")
    assert [tuple(row) for row in await operator.fetch(states)] == [
        ("protect_photo", "queued"),
        ("send_notice", "failed"),
    ]
    assert code == 1, "the notice is still held"
    assert "jobs --release" in finding(said, "held:send_notice")["do"]["en"]


@pytest.mark.long
def test_files_of_the_spool_that_nobody_needs_are_removed_and_young_ones_are_not(
    well: Settings, database: Database
) -> None:
    spool = Spool(well.spool_dir)
    old, young = new_id(), new_id()
    for one in (old, young):
        spool.create(one)
    before = time.time() - 7200
    os.utime(spool.path(old), (before, before))
    _, said = doctor(well, database, "--dry-run")
    named = fix(said, "spool-leftovers")
    assert named is not None
    assert named["would"] == [str(spool.path(old))]
    assert spool.path(old).exists()
    code, _ = doctor(well, database, "--fix")
    assert code == 0
    assert not spool.path(old).exists()
    assert spool.path(young).exists()


@pytest.mark.long
async def test_what_the_role_lacks_is_set(
    well: Settings, database: Database, superuser: asyncpg.Connection
) -> None:
    await superuser.execute(
        f'ALTER ROLE hientruong_app IN DATABASE "{database.name}" SET idle_in_transaction_session_timeout = 0'
    )
    code, said = doctor(well, database)
    assert code == 1
    assert "idle_in_transaction_session_timeout" in finding(said, "database")["said"]["en"]
    code, said = doctor(well, database, "--fix")
    assert (code, finding(said, "database")["level"]) == (0, "good"), said


@pytest.mark.long
async def test_a_table_whose_statistics_are_stale_is_vacuumed(
    well: Settings, database: Database, operator: asyncpg.Connection
) -> None:
    fill = (
        "INSERT INTO demonstration_history SELECT g::text, now(), 1 FROM generate_series(1, 5000) g"
    )
    await operator.execute(fill)
    await operator.execute("DELETE FROM demonstration_history")
    await operator.execute("SELECT pg_stat_force_next_flush()")
    _, said = doctor(well, database, "--dry-run")
    named = fix(said, "statistics")
    assert named is not None
    assert "demonstration_history" in named["would"]
    doctor(well, database, "--fix")
    _, said = doctor(well, database, "--dry-run")
    named = fix(said, "statistics")
    assert named is None or "demonstration_history" not in named["would"]


@pytest.fixture
def left_run_file(tmp_path: Path) -> Path:
    """A data folder in which an `up` died before it could remove its note."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "run.json").write_text('{"url": "http://127.0.0.1:9", "pid": 1}')
    (folder / "VERSION").write_text("1\n")
    return folder


@pytest.mark.long
def test_the_note_of_a_dead_start_is_removed(
    well: Settings, database: Database, left_run_file: Path
) -> None:
    place = ("--data-dir", str(left_run_file))
    _, said = doctor(well, database, "--dry-run", *place)
    named = fix(said, "dead-start")
    assert named is not None
    assert named["would"] == [str(left_run_file / "run.json")]
    code, _ = doctor(well, database, "--fix", *place)
    assert code == 0
    assert not (left_run_file / "run.json").exists()
