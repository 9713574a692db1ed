"""`./hientruong rotate-keys` and `declare-key-stolen`: replace keys while the system runs.

The second one records from which day an old key proves nothing.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TypeVar

from backend.core import clock, database, key_register, local_time
from backend.core.settings import Settings
from deploy import key_rotation, surroundings
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.people_acts import operator_name
from deploy.reach import installation
from deploy.reasons import reason_of
from deploy.same_version import same_version
from deploy.verify import load_keys

T = TypeVar("T")

_FIRST_YEAR = 2020


def rotate_keys(folder: DataFolder, reason: str, secrets: bool, informants: bool, yes: bool) -> int:
    """Replace the receipt and rescue keys, with `secrets` the secrets key too, with `informants` the key
    under which informants are sealed; return the exit code.

    Raises Failure if nobody confirmed it, the database is of another version, or the keys cannot be
    read.
    """
    reason = reason_of(reason)
    _confirm(
        "thay khóa của máy chủ"
        + (", mã và liên kết đăng ký đang chờ sẽ hết hiệu lực" if secrets else ""),
        "replace the server's keys"
        + ("; open enrolment links and handed codes end" if secrets else ""),
        yes,
    )
    # Asked before the installation is opened, because opening it takes the folder's lock.
    runs = surroundings.names_a_deployment() or folder.running() is not None
    with _as_owner(folder) as (settings, owner):
        said = _run(
            settings,
            lambda: key_rotation.rotate(
                settings.keys_dir,
                owner,
                reason=reason,
                said_by=operator_name(),
                secrets=secrets,
                informants=informants,
                wait=key_register.ALL_KNOW_SECONDS if runs else 0.0,
                say=lambda line: print(line, file=sys.stderr, flush=True),
            ),
        )
    replaced = {one.use: one.key_id for one in said if one.event == "retired"}
    for one in said:
        if one.event == "made":
            old = replaced.get(one.use)
            print(f"{one.use}: {one.key_id}" + (f", thay cho / replaces {old}" if old else ""))
    print(
        "Đã thay khóa. Hãy khởi động lại web và worker (up: dừng rồi chạy lại), chép thư mục khóa sang các máy"
        " khác, rồi sao lưu."
        "\nThe keys are replaced. Start web and worker processes anew (up: stop it, start it), copy the folder of"
        " keys to the other nodes, then make a backup."
    )
    return 0


def declare_key_stolen(
    folder: DataFolder, key_id: str, *, since: str, reason: str, yes: bool
) -> int:
    """Record from which day a key counts as stolen; returns the exit code.

    `verify` and evidence packages report it for ever. Raises Failure for a key that is unknown or
    in use, and for a day that is invalid or in the future.
    """
    moment, reason = _day(since), reason_of(reason)
    _confirm(
        f"khai báo khóa {key_id} bị mất cắp từ {since}, không rút lại được",
        f"declare the key {key_id} stolen from {since} on, for good",
        yes,
    )
    with _as_owner(folder) as (settings, owner):
        said = _run(
            settings,
            lambda: key_rotation.declare(
                settings.keys_dir, owner, key_id, moment, reason=reason, said_by=operator_name()
            ),
        )
    print(f"đã khai báo / declared: {said.key_id}, {said.at}: {said.reason}")
    print(
        "Hãy khởi động lại web và worker (những gì chúng đã tin theo khóa đó thì còn tin đến lúc ấy), rồi chạy verify"
        " để biết chữ ký nào không còn tự chứng minh."
        "\nStart web and worker processes anew (what they learned under that key they believe until then), then run"
        " verify to see which signatures it leaves unproven."
    )
    return 0


def _day(text: str) -> datetime:
    """Return the beginning of a day of Vietnam's calendar, or a moment with its zone.

    Raises Failure for any other text.
    """
    try:
        if len(text) == len("2026-11-20"):
            moment = datetime.combine(date.fromisoformat(text), time(), local_time.SINCE_1975)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Failure(
            f"không phải một ngày: {text}; hãy viết 2026-11-20, hoặc 2026-11-20T08:30:00+07:00",
            f"this is no day: {text}; write 2026-11-20, or 2026-11-20T08:30:00+07:00",
        )
    if moment > clock.now():
        raise Failure(f"ngày {text} chưa tới", f"the day {text} lies ahead")
    if moment.year < _FIRST_YEAR:
        raise Failure(f"ngày {text} quá xưa", f"on the day {text} there was no key of ours yet")
    return moment.astimezone(UTC)


def _confirm(vi: str, en: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Failure(f"cần --yes để {vi}", f"say --yes to {en}")
    print(f"{vi[0].upper()}{vi[1:]}? / {en[0].upper()}{en[1:]}? [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "c", "co", "có"):
        raise Failure("đã thôi, không đổi gì", "left as it was")


@contextmanager
def _as_owner(folder: DataFolder) -> Iterator[tuple[Settings, str]]:
    """Yield the installation's settings and the owner's sign-in.

    The owner owns the register of keys.
    """
    with installation(folder, owner=True) as settings:
        if settings.owner_database_url is None:
            raise Failure(
                "thiếu HIENTRUONG_OWNER_DATABASE_URL: sổ khóa thuộc vai trò chủ",
                "HIENTRUONG_OWNER_DATABASE_URL is missing: the register of keys is the owner's",
            )
        yield settings, settings.owner_database_url


def _run(settings: Settings, do: Callable[[], Awaitable[T]]) -> T:
    return asyncio.run(_inside(settings, do))


async def _inside(settings: Settings, do: Callable[[], Awaitable[T]]) -> T:
    await same_version(settings.session_database_url)
    load_keys(settings.keys_dir)
    await database.start(settings.session_database_url, size=2)
    try:
        return await do()
    finally:
        await database.stop()
