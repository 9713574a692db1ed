"""Facts about the embedded servers as the tests and `up` start them."""

import asyncpg
import pytest
from minio import Minio

from backend.core.settings import Settings
from deploy.servers import Servers
from tests.support.databases import Database


async def test_each_test_has_a_migrated_database_of_its_own(database: Database) -> None:
    connection = await asyncpg.connect(database.app_dsn)
    try:
        assert await connection.fetchval("SELECT count(*) FROM installation") == 1
        assert await connection.fetchval("SELECT current_user") == "hientruong_app"
    finally:
        await connection.close()


async def test_a_wrong_password_is_refused(servers: Servers, database: Database) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(
            database.app_dsn.replace(":" + servers.secrets["app_password"], ":guess")
        )


async def test_the_application_may_not_create_tables(database: Database) -> None:
    connection = await asyncpg.connect(database.app_dsn)
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("CREATE TABLE mine (x int)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("CREATE TEMPORARY TABLE mine (x int)")
    finally:
        await connection.close()


async def test_checksums_and_durable_commits_are_on(database: Database) -> None:
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        assert await connection.fetchval("SHOW data_checksums") == "on"
        assert await connection.fetchval("SHOW synchronous_commit") == "on"
    finally:
        await connection.close()


def test_the_store_answers_a_put_only_when_the_bytes_are_on_the_disk(
    servers: Servers, template: str
) -> None:
    assert '"fsync":true' in servers.store.shell("fs.configure").stdout.replace(" ", "")


def test_the_application_may_use_its_buckets_and_no_others(settings: Settings) -> None:
    client = Minio(
        settings.s3_endpoint,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
        secure=False,
        region="us-east-1",
    )
    assert all(client.bucket_exists(bucket) for bucket in ("evidence", "staging"))
    with pytest.raises(Exception, match=r"Access ?Denied"):
        client.make_bucket("another")
