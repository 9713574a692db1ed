"""What `doctor --fix` mends: only what touches no record, may be done twice, and is named before it is done.

Everything else is said with the command or the runbook for it: a person decides.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import asyncpg

from backend.core import clock, database, shared_folders, stores
from backend.core.queries import role as role_queries
from backend.core.settings import Settings
from backend.core.stores import Parts
from backend.fieldwork.evidence import housekeeping
from backend.operations.queries import checkup as queries
from backend.operations.queries import jobs as job_queries
from backend.operations.rules.checkup.work import SAFE_TO_REPEAT, job_name
from deploy import bootstrap, surroundings, web_assets
from deploy.data_folder import DataFolder
from deploy.doctoring import machine
from deploy.failures import Failure
from deploy.servers import Servers
from media.store import ObjectMissing

T = TypeVar("T")


@dataclass(frozen=True)
class Fix:
    """One thing that may be mended. `look` returns what would be done, a line each; nothing where all is well."""

    name: str
    vi: str
    en: str
    look: Callable[[], list[str]]
    mend: Callable[[], None]
    asks: bool = False
    """Done only with --yes: somebody should have mended the cause first."""


def of_machine(folder: DataFolder) -> list[Fix]:
    """Return what may be mended without an installation."""
    return [
        Fix(
            "dead-start",
            "xóa run.json mà lần chạy đã chết để lại",
            "remove the run.json that a dead start left",
            lambda: _dead_start(folder),
            lambda: folder.run_file.unlink(missing_ok=True),
        ),
        Fix(
            "web-assets",
            "dựng lại tệp cho trình duyệt và điện thoại từ nguồn đã đổi",
            "make the files for browsers and phones anew, whose sources changed",
            lambda: [one.name for one in _changed_assets()],
            _make_assets,
        ),
    ]


def of_installation(folder: DataFolder, settings: Settings) -> list[Fix]:
    """Return what may be mended in an installation that answers."""
    fixes = [
        Fix(
            "key-modes",
            "đóng tệp khóa đang mở cho người khác",
            "close files of keys that are open to others",
            lambda: [str(file) for file in machine.open_keys(settings)],
            lambda: _close_keys(settings),
        ),
        Fix(
            "role-settings",
            "đặt thiết đặt cho vai trò hientruong_app",
            "give the role hientruong_app its settings",
            lambda: _run(settings, _role_lacks),
            lambda: _run(settings, _set_role),
        ),
        Fix(
            "spool-leftovers",
            "xóa tệp nhận dở mà không lượt gửi nào còn cần, cũ hơn một giờ",
            "remove files of the spool, over an hour old, that no upload needs",
            lambda: _with_parts(settings, _leftovers),
            lambda: _with_parts(settings, _sweep),
        ),
        Fix(
            "held-jobs",
            "cho chạy lại những việc bị giữ mà làm lại không ảnh hưởng gì",
            "let held jobs go again of the kinds that are safe to repeat",
            lambda: _with_parts(settings, _held),
            lambda: _with_parts(settings, _release),
            asks=True,
        ),
    ]
    if settings.owner_database_url is not None:
        owner = settings.owner_database_url
        fixes.append(
            Fix(
                "statistics",
                "VACUUM (ANALYZE) những bảng có thống kê đã cũ",
                "VACUUM (ANALYZE) tables whose statistics are stale",
                lambda: asyncio.run(_stale(owner)),
                lambda: asyncio.run(_vacuum(owner)),
            )
        )
    if not surroundings.names_a_deployment():
        fixes.append(
            Fix(
                "buckets",
                "tạo vùng chứa còn thiếu trong kho đi kèm",
                "make missing buckets of the embedded store",
                lambda: _with_parts(settings, _missing_buckets),
                lambda: bootstrap.make_buckets(Servers(folder)),
            )
        )
    return fixes


def _dead_start(folder: DataFolder) -> list[str]:
    left = folder.run_file.is_file() and folder.running() is None and not _is_locked(folder)
    return [str(folder.run_file)] if left else []


def _is_locked(folder: DataFolder) -> bool:
    """Tell whether an `up` holds the folder; it may be about to write run.json."""
    try:
        lock = folder.open_for_start(least_free=0)
    except Failure:
        return True
    os.close(lock)
    return False


def _changed_assets() -> list[web_assets.Package]:
    root = surroundings.ROOT
    return [one for one in web_assets.PACKAGES if web_assets.out_of_date(root, one)]


def _make_assets() -> None:
    for _, failure in web_assets.ensure_all(surroundings.ROOT, lambda _said: None):
        raise failure


def _close_keys(settings: Settings) -> None:
    mode = 0o640 if shared_folders.is_shared(settings.keys_dir) else 0o600
    for file in machine.open_keys(settings):
        file.chmod(mode)


def _run(settings: Settings, what: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
    """Ask by a connection of the application's role, which changes only its own settings."""

    async def run() -> T:
        connection = await asyncpg.connect(settings.session_database_url, timeout=5)
        try:
            return await what(connection)
        finally:
            await connection.close()

    return asyncio.run(run())


async def _role_lacks(connection: asyncpg.Connection) -> list[str]:
    return await role_queries.lacking(connection)


async def _set_role(connection: asyncpg.Connection) -> None:
    await role_queries.bring_along(connection, await role_queries.lacking(connection))


def _with_parts(settings: Settings, what: Callable[[Parts], Awaitable[T]]) -> T:
    async def run() -> T:
        await database.start(settings.session_database_url, size=2)
        try:
            parts = await stores.start(settings)
            try:
                return await what(parts)
            finally:
                await stores.stop()
        finally:
            await database.stop()

    return asyncio.run(run())


async def _leftovers(parts: Parts) -> list[str]:
    found = await housekeeping.spool_leftovers(parts, time.time())
    return [str(parts.spool.path(one)) for one in found]


async def _sweep(parts: Parts) -> None:
    await housekeeping.sweep_spool(parts, time.time())


async def _held(_parts: Parts) -> list[str]:
    found = [one for one in await queries.held() if one.job in SAFE_TO_REPEAT]
    return [
        f"{one.number} × {one.job}: {job_name(one.job).vi} / {job_name(one.job).en}"
        for one in found
    ]


async def _release(_parts: Parts) -> None:
    await job_queries.release_held_before(SAFE_TO_REPEAT, clock.now())


async def _missing_buckets(parts: Parts) -> list[str]:
    """Return what is missing. Raises Failure if the bucket of recorded originals is gone: that is a lost store."""
    try:
        await parts.store.ready()
    except ObjectMissing as missing:
        stored = await queries.originals()
        if stored.number and parts.settings.s3_bucket in str(missing):
            raise Failure(
                "vùng chứa tệp gốc không còn mà sổ có ghi tệp gốc: xem docs/runbooks/store-lost.md",
                "the bucket of originals is gone, and the ledger has some: see docs/runbooks/store-lost.md",
            ) from None
        return [str(missing)]
    return []


async def _as_owner(dsn: str, what: Callable[[Any], Awaitable[T]]) -> T:
    connection = await asyncpg.connect(dsn, timeout=5)
    try:
        return await what(connection)
    finally:
        await connection.close()


async def _stale(dsn: str) -> list[str]:
    return await _as_owner(dsn, queries.stale_tables)


async def _vacuum(dsn: str) -> None:
    async def each(connection: asyncpg.Connection) -> None:
        for table in await queries.stale_tables(connection):
            await queries.vacuum(connection, table)

    await _as_owner(dsn, each)
