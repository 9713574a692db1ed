"""What `up`, `serve` and `worker` ask before anything starts: is this the database that was left?"""

import asyncio
import sys

import asyncpg

from backend import database, keys
from backend.evidence.parts import make_store
from backend.recovery import starting
from backend.recovery.starting import Look
from backend.settings import Settings
from deploy.failures import Failure


def demand(settings: Settings) -> None:
    """Raise Failure where the database was restored and nobody declared it; tell on stderr what could not be asked.

    A database that does not answer, or is not migrated yet, is not this check's business: readiness tells of it.
    """
    try:
        found = asyncio.run(_look(settings))
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        print(
            "hientruong: chưa kiểm tra được cơ sở dữ liệu có bị khôi phục hay không / it could not be checked whether "
            f"the database was restored: {type(error).__name__}",
            file=sys.stderr,
        )
        return
    for one in found.unknown:
        print(f"hientruong: {one.vi} / {one.en}", file=sys.stderr)
    if found.reasons:
        raise Failure(
            f"cơ sở dữ liệu này đã được khôi phục ({'; '.join(one.vi for one in found.reasons)}): "
            "hãy chạy hientruong restored",
            f"this database was restored ({'; '.join(one.en for one in found.reasons)}): "
            "run hientruong restored",
        )


async def _look(settings: Settings) -> Look:
    keys.load(settings.keys_dir)
    store = make_store(settings)
    await database.start(settings.database_url, size=1)
    try:
        return await starting.look(store)
    finally:
        await database.stop()
        await store.close()
