"""Turns empty servers into an installation: roles, database, schema, buckets, keys.

Every step may be repeated. There are three roles: `hientruong_owner` owns the schema and migrates;
`hientruong_app` runs the system and owns nothing, which makes the ledger append-only
(docs/database.md); `hientruong_public` may call the functions of the citizens' form and nothing
else (docs/intake/public-form.md).
"""

import json
import time

import asyncpg
from minio import Minio
from minio.error import S3Error
from urllib3 import PoolManager
from urllib3.exceptions import HTTPError
from urllib3.util import Timeout

from backend.core import keys
from backend.core.queries import role as role_queries
from backend.core.settings import Settings
from backend.operations.migrations.errors import DatabaseIsNewer, MigrationFailed, MigrationRefused
from backend.operations.migrations.run import migrate
from deploy.embedded.postgres import BACKUP
from deploy.failures import Failure
from deploy.key_rotation import enter_ring
from deploy.servers import APPLICATION, DATABASE, OWNER, PUBLIC_FORM, Servers

EVIDENCE_BUCKET = "evidence"
STAGING_BUCKET = "staging"
NOBODY_DELETES = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Deny",
            "Principal": {"AWS": ["*"]},
            "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"],
            "Resource": [f"arn:aws:s3:::{EVIDENCE_BUCKET}/*"],
        }
    ],
}
"""The evidence bucket's policy, which also protects originals before they are locked. Its
administrator can lift it."""
_STORE_SECONDS = 60.0


async def prepare(servers: Servers) -> list[str]:
    """Do what a first start needs and a later one repeats; returns the applied migrations."""
    await make_roles(servers)
    await make_database(servers, DATABASE)
    applied = await migrate_database(servers.owner_dsn())
    make_buckets(servers)
    keys.create(servers.folder.keys)
    await enter_ring(servers.owner_dsn(), servers.folder.keys)
    return applied


async def make_roles(servers: Servers) -> None:
    """Create the roles with the passwords of the data folder, or set them again."""
    connection = await asyncpg.connect(servers.postgres.dsn())
    try:
        for role, secret, replicates in (
            (OWNER, "owner_password", "NOREPLICATION"),
            (APPLICATION, "app_password", "NOREPLICATION"),
            (PUBLIC_FORM, "public_password", "NOREPLICATION"),
            (BACKUP, "backup_password", "REPLICATION"),
        ):
            verb = (
                "ALTER"
                if await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role)
                else "CREATE"
            )
            password = servers.secrets[secret]  # url-safe letters only: nothing to escape
            await connection.execute(
                f"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE {replicates}"
                f" PASSWORD '{password}'"
            )
        for name, value in role_queries.SETTINGS.items():
            await connection.execute(f"ALTER ROLE {APPLICATION} SET {name} = '{value}'")
        for name, value in role_queries.PUBLIC_SETTINGS.items():
            await connection.execute(f"ALTER ROLE {PUBLIC_FORM} SET {name} = '{value}'")
        await connection.execute(
            f"ALTER ROLE {PUBLIC_FORM} CONNECTION LIMIT {role_queries.PUBLIC_CONNECTIONS}"
        )
    finally:
        await connection.close()


async def make_database(servers: Servers, name: str, template: str = "template0") -> None:
    """Create a database of the owner, if there is none, to which only our three roles may connect."""
    connection = await asyncpg.connect(servers.postgres.dsn())
    try:
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            await connection.execute(f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE {template}')
        await close_database(connection, name)
    finally:
        await connection.close()


async def close_database(connection: asyncpg.Connection, name: str) -> None:
    """Let only our three roles connect to a database.

    A template does not pass this on, so each needs it.
    """
    await connection.execute(
        f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC;'
        f'GRANT CONNECT ON DATABASE "{name}" TO {APPLICATION}, {PUBLIC_FORM}'
    )


async def migrate_database(owner_dsn: str) -> list[str]:
    """Apply missing migrations.

    Raises Failure with the migration's own sentence if that is impossible.
    """
    try:
        return await migrate(owner_dsn)
    except DatabaseIsNewer as error:
        raise Failure(
            "cơ sở dữ liệu thuộc phiên bản mới hơn của chương trình", str(error)
        ) from None
    except (MigrationRefused, MigrationFailed) as error:
        raise Failure("không nâng cấp được cơ sở dữ liệu", str(error)) from None


async def load_demonstration(servers: Servers) -> bool:
    """Load the demonstration force unless it is there; tell whether it was loaded.

    May be interrupted and repeated.
    """
    connection = await asyncpg.connect(servers.owner_dsn())
    try:
        is_filled = await connection.fetchval("SELECT is_demonstration FROM installation")
        if is_filled and (servers.folder.pki / "root.pem").exists():
            return False  # one without root.pem predates signatures and gets certificates
    finally:
        await connection.close()
    from deploy.demo import force

    await force.load(settings(servers, owner=True), living=servers.folder.is_living)
    return True


def settings(servers: Servers, *, owner: bool = False) -> Settings:
    """Return, for our own use, the settings that `environment` gives to children."""
    folder = servers.folder
    return Settings(
        database_url=servers.app_dsn(),
        public_database_url=servers.public_dsn(),
        owner_database_url=servers.owner_dsn() if owner else None,
        s3_endpoint=servers.store.endpoint,
        s3_access_key="hientruong-app",
        s3_secret_key=servers.secrets["s3_secret"],
        s3_keeper_access_key="hientruong-keeper",
        s3_keeper_secret_key=servers.secrets["s3_keeper_secret"],
        spool_dir=folder.spool,
        keys_dir=folder.keys,
        data_dir=folder.path,
    )


def make_buckets(servers: Servers) -> None:
    """Create both buckets; retries while the volume server registers with its master after a start.

    `evidence` is made with object lock, which is only possible at creation: retention can then be
    set on each object. Its policy forbids every delete.
    """
    pool = PoolManager(timeout=Timeout(connect=2, read=10), retries=False)
    client = Minio(
        servers.store.endpoint,
        access_key="hientruong-admin",
        secret_key=servers.secrets["s3_admin_secret"],
        secure=False,
        region="us-east-1",
        http_client=pool,
    )
    deadline = time.monotonic() + _STORE_SECONDS
    while True:
        try:
            for bucket, locked in ((EVIDENCE_BUCKET, True), (STAGING_BUCKET, False)):
                if not client.bucket_exists(bucket):
                    client.make_bucket(bucket, object_lock=locked)
            client.set_bucket_policy(EVIDENCE_BUCKET, json.dumps(NOBODY_DELETES))
        except (S3Error, HTTPError) as error:
            if time.monotonic() > deadline:
                raise Failure(
                    "không tạo được vùng chứa trong kho đối tượng",
                    f"the buckets could not be created ({type(error).__name__})",
                ) from None
            time.sleep(0.2)
        else:
            return
        finally:
            pool.clear()
