"""What `doctor` checks by itself: programs, memory, disk, keys, rights, and whether the parts answer from here."""

import asyncio
import os
import platform
import shutil
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path

import asyncpg

from backend.core import shared_folders
from backend.core.queries import role as role_queries
from backend.core.settings import Settings
from backend.intake.queries import public_role
from backend.operations.migrations.errors import MigrationRefused
from backend.operations.migrations.run import pending
from deploy import surroundings, testing, web, web_assets
from deploy.data_folder import LEAST_FREE_BYTES, DataFolder
from deploy.dropping import looking, plan
from deploy.failures import Failure
from media import fence
from media.minio_store import MinioStore
from media.store import StoreError

_LEAST_MEMORY_MB = 1500


Look = Callable[[], str]
"""Returns what is well, or raises what is wrong."""


def checks(folder: DataFolder) -> list[tuple[str, Look]]:
    """Return the checks of this machine, which need no installation."""
    return [
        ("Python", platform.python_version),
        ("setpriv", _setpriv),
        ("memory", _memory),
        ("disk", lambda: _disk(folder)),
        ("browser", _browser),
        ("web assets", _web_assets),
        ("system", lambda: _system(folder)),
        *_processes(folder),
    ]


def checks_with(settings: Settings) -> list[tuple[str, Look]]:
    """Return the checks that need the installation's settings."""
    return [
        ("keys", lambda: _keys(settings)),
        ("revocation", lambda: _revocation(settings)),
        ("database", lambda: asyncio.run(_database(settings))),
        ("public form", lambda: asyncio.run(_public_form(settings))),
        ("object store", lambda: asyncio.run(_store(settings))),
    ]


def look(check: Look) -> tuple[bool, str]:
    """Return whether a check is well, and its words."""
    try:
        return True, check()
    except (Failure, OSError, StoreError, MigrationRefused, asyncpg.PostgresError) as error:
        return False, str(error) or type(error).__name__


def _setpriv() -> str:
    found = shutil.which("setpriv")
    if found is None:
        raise Failure("thiếu setpriv (gói util-linux)", "setpriv is missing (package util-linux)")
    return found


def _memory() -> str:
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000
    if megabytes < _LEAST_MEMORY_MB:
        raise Failure(f"chỉ có {megabytes} MB", f"only {megabytes} MB")
    return f"{megabytes} MB, {os.cpu_count()} CPU"


def _disk(folder: DataFolder) -> str:
    place = next(p for p in (folder.path, *folder.path.parents) if p.exists())
    free = shutil.disk_usage(place).free
    if free < LEAST_FREE_BYTES:
        raise Failure(f"chỉ còn {free // 10**6} MB", f"only {free // 10**6} MB left at {place}")
    return f"{free // 10**9} GB free at {place}"


def _browser() -> str:
    if testing.has_browser():
        return "Chromium is here"
    return "no Chromium: browser tests are left out (apt install chromium fonts-noto-core)"


def _web_assets() -> str:
    missing = [
        f"{package.name}: {package.missing_en}"
        for package in web_assets.PACKAGES
        if not (surroundings.ROOT / package.out).is_dir()
    ]
    return "; ".join(missing) or "all are here"


def _system(folder: DataFolder) -> str:
    running = folder.running()
    if running is None:
        return f"not running on {folder.path}"
    web.ask_ready(str(running["url"]))
    return f"running and ready at {running['url']}"


def _processes(folder: DataFolder) -> list[tuple[str, Callable[[], str]]]:
    """Return a check for each kind of running process, or one that tells what a start would do."""
    pid = (folder.running() or {}).get("pid")
    seen = looking.of_system(int(pid)) if pid else []
    kinds = [kind for kind in ("web", "worker", "decoder") if any(s.kind == kind for s in seen)]
    if not kinds:
        return [("processes", _would_be)]
    return [
        (f"process {kind}", partial(looking.in_words, kind, [s for s in seen if s.kind == kind]))
        for kind in kinds
    ]


def _would_be() -> str:
    filtered = fence.is_known()
    vi = "có bộ lọc seccomp" if filtered else "không có bộ lọc seccomp cho bộ xử lý này"
    en = "a seccomp filter" if filtered else "no seccomp filter for this processor"
    if os.geteuid() != 0:
        return (
            f"không phải root: mọi tiến trình chạy bằng người dùng này; bộ giải mã ảnh {vi}, dùng chung mạng"
            f" / not root: all processes run as this user; the decoder has {en} and this machine's network"
        )
    cut = plan.may_make_networks()
    return (
        f"khởi động bằng root: web, worker, bộ giải mã ảnh mỗi loại một người dùng riêng; bộ giải mã {vi}, "
        f"{'không có mạng' if cut else 'dùng mạng của máy (không tạo được mạng riêng)'}"
        f" / as root: web, worker and decoder run as users of their own; the decoder has {en}, "
        f"{'no network' if cut else 'this machine’s network (a network of its own cannot be made)'}"
    )


def open_keys(settings: Settings) -> list[Path]:
    """Return the files of keys that others than their owner, or its group where it is shared, may read or write."""
    forbidden = 0o027 if shared_folders.is_shared(settings.keys_dir) else 0o077
    files = (file for file in sorted(settings.keys_dir.rglob("*")) if file.is_file())
    return [file for file in files if file.stat().st_mode & forbidden]


def _keys(settings: Settings) -> str:
    for file in open_keys(settings):
        raise Failure(f"{file} mở cho người khác", f"{file} is open to others (want mode 0600)")
    return f"private, in {settings.keys_dir}"


def _revocation(settings: Settings) -> str:
    if not settings.revocation_fetch:
        return "lists of HIENTRUONG_CRLS alone; nobody is asked"
    if not settings.revocation_hosts:
        raise Failure(
            "HIENTRUONG_REVOCATION_FETCH bật mà HIENTRUONG_REVOCATION_HOSTS trống: không hỏi máy nào về thu hồi",
            "HIENTRUONG_REVOCATION_FETCH is on and HIENTRUONG_REVOCATION_HOSTS empty: nobody is asked for"
            " revocations",
        )
    return f"asked of {', '.join(settings.revocation_hosts)}"


async def _database(settings: Settings) -> str:
    missing = await pending(settings.database_url)
    if missing:
        raise Failure("cần nâng cấp", f"migrations to apply: {', '.join(missing)}")
    connection = await asyncpg.connect(settings.database_url, timeout=5)
    try:
        version = await connection.fetchval("SHOW server_version")
        lacking = await role_queries.lacking(connection)
    finally:
        await connection.close()
    if lacking:
        raise Failure(
            f"vai trò hientruong_app thiếu {', '.join(lacking)}: chạy migrate",
            f"the role hientruong_app lacks {', '.join(lacking)}: run migrate",
        )
    return f"PostgreSQL {version}, schema fits, {socket.gethostname()} signs in as the application"


async def _public_form(settings: Settings) -> str:
    """Look whether the role of the citizens' form may do what it must, and nothing else."""
    if settings.public_database_url is None:
        return "closed: HIENTRUONG_PUBLIC_DATABASE_URL is not set"
    connection = await asyncpg.connect(settings.public_database_url, timeout=5)
    try:
        lacking = await public_role.lacking(connection)
        excess = await public_role.excess(connection)
        unlimited = await public_role.unlimited(connection)
    finally:
        await connection.close()
    if lacking:
        raise Failure(
            f"vai trò của mẫu phản ánh không gọi được: {', '.join(lacking)}: chạy migrate",
            f"the role of the public form may not call: {', '.join(lacking)}: run migrate",
        )
    if excess or unlimited:
        said = "; ".join([*excess, *(f"{name} = 0" for name in unlimited)])
        raise Failure(
            f"vai trò của mẫu phản ánh có quyền thừa hoặc thiếu giới hạn thời gian (docs/running.md): {said}",
            f"the role of the public form has rights too many or lacks a time-out (docs/running.md): {said}",
        )
    return "its role may call its functions and nothing else"


async def _store(settings: Settings) -> str:
    store = MinioStore(
        settings.s3_endpoint,
        settings.s3_access_key,
        settings.s3_secret_key,
        evidence_bucket=settings.s3_bucket,
        staging_bucket=settings.s3_staging_bucket,
        secure=settings.s3_secure,
    )
    try:
        await store.ready()
    finally:
        await store.close()
    return f"both buckets answer at {settings.s3_endpoint}"
