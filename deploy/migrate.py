"""`./hientruong migrate`: brings a database to this version."""

import sys

import asyncpg

from backend.core import keys
from backend.core import settings as backend_settings
from backend.core.queries import role as role_queries
from backend.core.settings import Settings
from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.key_rotation import enter_ring
from deploy.reach import installation


async def migrate(folder: DataFolder, *, make_keys: bool = False) -> int:
    """Apply missing migrations as the owner of the schema, and print them.

    `make_keys` also makes the server's keys if there are none: once, on the first node of a
    deployment. It is never automatic, because a node without its folder of keys would sign with
    keys of its own.
    """
    if surroundings.names_a_deployment():
        settings = backend_settings.load()
        applied = await _apply(settings.owner_database_url)
        await _set_role(settings.session_database_url)
        if make_keys:
            keys.create(settings.keys_dir)
        await _enter_keys(settings)
    else:
        with installation(folder, owner=True) as settings:
            applied = await _apply(settings.owner_database_url)
    print("\n".join(applied) or "không có gì để nâng cấp / nothing to apply")
    return 0


async def _enter_keys(settings: Settings) -> None:
    """Enter this node's ring into the register. Raises Failure if the folder of keys is damaged."""
    if settings.owner_database_url is None:
        return
    try:
        if (settings.keys_dir / keys.RECEIPT_FILE).exists():
            keys.create(
                settings.keys_dir
            )  # makes what is missing, such as a ring in an older folder
        await enter_ring(settings.owner_database_url, settings.keys_dir)
    except (OSError, ValueError) as error:
        raise Failure(
            f"không đọc được thư mục khóa {settings.keys_dir}",
            f"the folder of keys {settings.keys_dir} cannot be read: {error}",
        ) from None


async def _apply(owner_dsn: str | None) -> list[str]:
    if owner_dsn is None:
        raise Failure(
            "thiếu HIENTRUONG_OWNER_DATABASE_URL",
            "HIENTRUONG_OWNER_DATABASE_URL is missing: migrations run as the owner",
        )
    try:
        return await bootstrap.migrate_database(owner_dsn)
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(
            "không kết nối được cơ sở dữ liệu", f"the database cannot be reached: {error}"
        ) from None


async def _set_role(dsn: str) -> None:
    """Give the application's role the settings that its connections need.

    The role does so itself, because the owner may not. If it cannot sign in from here, that is
    reported, and the migrations stay applied.
    """
    try:
        connection = await asyncpg.connect(dsn, timeout=10)
        try:
            lacking = await role_queries.lacking(connection)
            await role_queries.bring_along(connection, lacking)
        finally:
            await connection.close()
    except (OSError, asyncpg.PostgresError) as error:
        print(
            "hientruong: chưa đặt được thiết đặt của vai trò hientruong_app; xem docs/running.md / "
            f"the settings of the role hientruong_app could not be set, see docs/running.md: {error}",
            file=sys.stderr,
        )
    else:
        if lacking:
            print(f"hientruong_app: {', '.join(lacking)}")
