"""Checks of `up`, `serve` and `worker` before anything starts: is this the database last used?"""

import asyncio
import sys

import asyncpg

from backend.core import database, key_register, keys
from backend.core.primary_seen import OldPrimary
from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.operations.recovery import starting
from backend.operations.recovery.starting import Look
from backend.operations.rules.recovery import EMPTY, LogsGone
from deploy.failures import Failure


def demand(settings: Settings) -> None:
    """Raise Failure if this node must not start on this database.

    That is so if the database was restored and nobody declared it, if only a primary answers that
    was replaced, or if the node would sign with a key that was declared stolen. What could not be
    checked is reported on stderr. A database that does not answer, or is not migrated yet, passes
    this check: readiness reports it.
    """
    try:
        found = asyncio.run(_look(settings))
    except (OldPrimary, LogsGone) as error:
        raise Failure(error.text.vi, error.text.en) from None
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        print(
            "hientruong: chưa kiểm tra được cơ sở dữ liệu có bị khôi phục hay không / it could not be checked whether "
            f"the database was restored: {type(error).__name__}",
            file=sys.stderr,
        )
        return
    for one in found.unknown:
        print(f"hientruong: {one.vi} / {one.en}", file=sys.stderr)
    if found.is_empty:
        raise Failure(EMPTY.vi, EMPTY.en)
    if found.reasons:
        raise Failure(
            f"cơ sở dữ liệu này đã được khôi phục ({'; '.join(one.vi for one in found.reasons)}): "
            "hãy chạy hientruong restored",
            f"this database was restored ({'; '.join(one.en for one in found.reasons)}): "
            "run hientruong restored",
        )


def _signs_with_no_stolen_key(settings: Settings) -> None:
    mine = keys.current()
    if (since := mine.ring.stolen.get(mine.key_id)) is not None:
        day = f"{since:%Y-%m-%dT%H:%M:%SZ}"
        raise Failure(
            f"khóa {mine.key_id} trong {settings.keys_dir} đã được khai báo bị mất cắp từ {day}: hãy chép thư mục"
            " khóa từ máy đã thay khóa",
            f"the key {mine.key_id} in {settings.keys_dir} was declared stolen from {day} on: copy the folder of"
            " keys from the node where it was replaced",
        )


async def _look(settings: Settings) -> Look:
    keys.load(settings.keys_dir)
    store = make_store(settings)
    await database.start(settings.database_url, size=1, primary_noted=settings.primary_noted)
    try:
        await key_register.try_to_refresh()
        _signs_with_no_stolen_key(settings)
        return await starting.look(store)
    finally:
        await database.stop()
        await store.close()
