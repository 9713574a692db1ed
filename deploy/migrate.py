"""`./hientruong migrate`: bring a database to this version."""

import asyncpg

from backend import keys
from backend import settings as backend_settings
from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation


async def migrate(folder: DataFolder, *, make_keys: bool = False) -> int:
    """Apply what is missing, as the owner of the schema, and say what was applied.

    `make_keys` also makes the server's keys where there are none: once, on the first node of a
    deployment. Never by itself, or a node with a forgotten folder would sign with keys of its own.
    """
    if surroundings.names_a_deployment():
        settings = backend_settings.load()
        applied = await _apply(settings.owner_database_url)
        if make_keys:
            keys.create(settings.keys_dir)
    else:
        with installation(folder, owner=True) as settings:
            applied = await _apply(settings.owner_database_url)
    print("\n".join(applied) or "không có gì để nâng cấp / nothing to apply")
    return 0


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
