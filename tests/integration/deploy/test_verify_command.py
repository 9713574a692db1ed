"""`verify` says "tampered" of nothing but what it proved: everything else that goes wrong is one sentence and a 2."""

import asyncio
import subprocess
import threading
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from backend.core import stores
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.migrations import run as migrations
from backend.operations.migrations.files import known
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from deploy import bootstrap, surroundings
from deploy.servers import Servers
from tests.faults.proxy import proxy_to
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.uploads import Tus, all_stored

LATEST = known()[-1].id


@pytest.fixture
def variables(servers: Servers, database: Database, tmp_path: Path) -> dict[str, str]:
    """A deployment's environment on this test's database."""
    return _environment(servers, database.app_dsn, tmp_path)


def _environment(servers: Servers, app_dsn: str, place: Path) -> dict[str, str]:
    return {
        "HIENTRUONG_DATABASE_URL": app_dsn,
        "HIENTRUONG_S3_ENDPOINT": servers.store.endpoint,
        "HIENTRUONG_S3_ACCESS_KEY": "hientruong-app",
        "HIENTRUONG_S3_SECRET_KEY": servers.secrets["s3_secret"],
        "HIENTRUONG_SPOOL_DIR": str(place),
        "HIENTRUONG_KEYS_DIR": str(servers.folder.keys),
    }


@pytest.fixture
async def empty(servers: Servers, template: str) -> AsyncIterator[Database]:
    """A database of the owner's with nothing in it. (`template` is there for the roles.)"""
    name = f"test_empty_{uuid.uuid4().hex}"
    await bootstrap.make_database(servers, name)
    yield Database(name, servers.app_dsn(name), servers.owner_dsn(name), servers.postgres.dsn(name))
    connection = await asyncpg.connect(servers.postgres.dsn())
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


def verify(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command as an operator does."""
    return subprocess.run(
        surroundings.command("verify"),
        env=surroundings.for_child(variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def refused(variables: dict[str, str]) -> str:
    """What `verify` says where it proves nothing: one sentence, in both languages, and the 2."""
    done = verify(variables)
    assert done.returncode == 2, done.stdout + done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("hientruong: ")]
    assert len(told) == 1, done.stderr
    assert " / " in told[0]
    assert "Traceback" not in done.stderr
    assert "TAMPERED" not in done.stdout.upper()
    return told[0]


async def change(dsn: str, sql: str) -> None:
    """One statement, by who may do anything."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def test_an_installation_without_an_act_is_as_it_was_recorded(variables: dict[str, str]) -> None:
    done = verify(variables)
    assert done.returncode == 0, done.stdout + done.stderr


async def test_a_database_of_an_older_version_is_called_older(
    servers: Servers, empty: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = known()
    monkeypatch.setattr(migrations, "known", lambda: files[:-12])
    await migrations.migrate(empty.owner_dsn)
    told = refused(_environment(servers, empty.app_dsn, tmp_path))
    assert "older version" in told
    assert files[-12].id in told
    assert "hientruong migrate" in told


async def test_an_empty_database_is_called_empty(
    servers: Servers, empty: Database, tmp_path: Path
) -> None:
    assert "holds nothing" in refused(_environment(servers, empty.app_dsn, tmp_path))


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            "INSERT INTO migrations (id, sha256) VALUES ('9999_years_later', repeat('0', 64))",
            "9999_years_later",
        ),
        (f"UPDATE migrations SET sha256 = repeat('0', 64) WHERE id = '{LATEST}'", LATEST),
        ("DROP TABLE ledger_leaves CASCADE", "ledger_leaves"),
        ("REVOKE SELECT ON ledger_entries FROM hientruong_app", "ledger_entries"),
        ("ALTER TABLE photos RENAME COLUMN receipt_key_id TO other", "receipt_key_id"),
    ],
    ids=["newer", "another", "a table gone", "a right gone", "a column gone"],
)
async def test_another_schema_than_ours_is_said_and_is_no_tampering(
    variables: dict[str, str], database: Database, sql: str, words: str
) -> None:
    await change(database.superuser_dsn, sql)
    assert words in refused(variables)


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"HIENTRUONG_KEYS_DIR": "/nowhere/keys"}, "/nowhere/keys"),
        ({"HIENTRUONG_DATABASE_URL": "postgresql://a:b@127.0.0.1:1/hientruong"}, "database"),
        ({"HIENTRUONG_DATABASE_URL": "postgresql://a:b@127.0.0.1:x/hientruong"}, "database"),
        ({"HIENTRUONG_S3_BUCKET": "another"}, "another"),
        ({"HIENTRUONG_S3_ENDPOINT": "127.0.0.1:1"}, "object store"),
        ({"HIENTRUONG_S3_SECRET_KEY": "wrong"}, "object store"),
        ({"HIENTRUONG_S3_ENDPOINT": ""}, "object store"),
    ],
    ids=["keys", "database", "its address", "bucket", "store", "its secret", "its address "],
)
def test_a_part_that_is_not_there_is_named(
    variables: dict[str, str], change: dict[str, str], words: str
) -> None:
    assert words in refused(variables | change)


def test_a_key_that_is_none_is_named(variables: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "receipt.pem").write_text("no key")
    told = refused(variables | {"HIENTRUONG_KEYS_DIR": str(tmp_path)})
    assert str(tmp_path) in told


def test_a_missing_setting_is_not_tampering(variables: dict[str, str]) -> None:
    del variables["HIENTRUONG_S3_ENDPOINT"]
    done = verify(variables)
    assert done.returncode == 2
    assert "HIENTRUONG_S3_ENDPOINT" in done.stderr


async def test_a_row_that_nobody_can_read_hides_neither_itself_nor_the_others(
    pool: None, people: People, database: Database
) -> None:
    work = await factories.announced(people, photos=2)
    await change(
        database.superuser_dsn,
        "ALTER TABLE ledger_entries DISABLE TRIGGER USER;"
        f"UPDATE ledger_entries SET verdicts = '[]' WHERE record_id = '{work.id}' AND number = 2;"
        f"UPDATE ledger_entries SET receipt_signature = sha512('x')"
        f" WHERE record_id = '{work.id}' AND number = 1",
    )
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.TAMPERED
    told = {finding.what for finding in report.findings}
    assert "the receipt's signature is not valid" in told
    del pool


async def test_a_database_that_dies_on_the_way_leaves_what_was_found_and_proves_nothing_more(
    pool: None, people: People, database: Database
) -> None:
    await factories.announced(people)
    report = await verification.in_snapshot(None, lambda part, *_: _kill(database, part, "entries"))
    assert report.verdict is Verdict.INCOMPLETE, report.findings
    assert any("database" in finding.where for finding in report.findings)
    del pool


async def test_what_was_proven_before_the_database_died_stays_proven(
    pool: None, people: People, database: Database
) -> None:
    work = await factories.announced(people)
    await change(
        database.superuser_dsn,
        "ALTER TABLE ledger_entries DISABLE TRIGGER USER;"
        f"UPDATE ledger_entries SET receipt_signature = sha512('x') WHERE record_id = '{work.id}'",
    )
    report = await verification.in_snapshot(None, lambda part, *_: _kill(database, part, "entries"))
    assert report.verdict is Verdict.TAMPERED
    assert any(finding.verdict is Verdict.INCOMPLETE for finding in report.findings)
    del pool


async def test_a_store_that_dies_on_the_way_is_said_once_and_not_for_each_photograph(
    tus: Tus, people: People, servers: Servers
) -> None:
    work = await factories.announced(people)
    for _ in range(4):
        picture = await factories.take_photo(work)
        await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    async with proxy_to(servers.store.endpoint) as proxy:
        settings = stores.current().settings
        store = stores.make_store(_at(settings, proxy.address))

        def say(part: str, done: int, _of: int) -> None:
            if part == "objects" and done == 1:
                proxy.port = 1  # whoever calls from now on finds nobody
                proxy.reset_all()

        report: Report = await verification.in_snapshot(Auditor(store), say)
        await store.close()
    assert report.verdict is Verdict.INCOMPLETE, report.findings
    (told,) = [finding for finding in report.findings if finding.where == "object store"]
    assert "3" in told.what
    assert len(report.findings) <= 2, report.findings


def _at(settings: object, address: str) -> stores.Settings:
    import msgspec

    return msgspec.structs.replace(settings, s3_endpoint=address)  # type: ignore[type-var]


def _kill(database: Database, part: str, wanted: str) -> None:
    """End every session of the application in this database, as a killed server does."""
    if part != wanted:
        return
    sql = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{database.name}' AND usename = 'hientruong_app'"
    )
    other = threading.Thread(target=lambda: asyncio.run(change(database.superuser_dsn, sql)))
    other.start()
    other.join()
