"""`./hientruong recount`: computes every time limit again; with `--figures`, counts all figures anew and compares.

The first is for use after rules or the calendar were corrected. The second changes nothing: 0 if what is stored is
what the ledger gives, to the đồng, else 1 with the records and the sums that differ. With `--search` the words by which
records are found are written anew, e.g. after a release that searches more: 0, or 1 if a record could not be read.
"""

import asyncio
import sys
from collections.abc import Callable

from backend.casework.cases import recounting as time_limits
from backend.core import database
from backend.core.settings import Settings
from backend.insight.figures import counting, recounting
from backend.insight.figures.recounting import Recounted
from backend.insight.search import following, rebuilding
from backend.insight.search.rebuilding import Rebuilt
from deploy.data_folder import DataFolder
from deploy.reach import installation


def chosen(*, figures: bool, words: bool) -> Callable[[DataFolder], int]:
    """Return what the command does by its options."""
    return count_figures if figures else write_words if words else recount


def recount(folder: DataFolder) -> int:
    """Compute all time limits again, with or without a running system; print the counts."""
    with installation(folder) as settings:
        seen, changed = asyncio.run(_recount(settings))
    print(f"{seen} vụ việc, {changed} có thời hạn thay đổi / {seen} cases, {changed} changed")
    return 0


async def _recount(settings: Settings) -> tuple[int, int]:
    await database.start(settings.database_url, size=2)
    try:
        return await time_limits.recount(_say)
    finally:
        await database.stop()


def count_figures(folder: DataFolder) -> int:
    """Count all figures anew from the ledger and compare them with what is stored; print what differs."""
    with installation(folder) as settings:
        found = asyncio.run(_figures(settings))
    print(
        f"{found.records} hồ sơ, {found.events} số liệu, {found.sums} số tổng, "
        f"tính đến vị trí {found.through} của nhật ký / "
        f"{found.records} records, {found.events} events, {found.sums} sums, up to position {found.through} of the log"
    )
    for record_id in found.differing:
        print(f"  khác: hồ sơ / differs: record {record_id}")
    for one in found.wrong:
        print(
            f"  khác: số tổng / differs: sum of {one.unit_id}, {one.span} {one.starts_on}, cell {one.cell_id}: "
            f"{one.stored_count} ({one.stored_amount} đ), must be {one.meant_count} ({one.meant_amount} đ)"
        )
    return 0 if found.agrees else 1


async def _figures(settings: Settings) -> Recounted:
    await database.start(settings.database_url, size=2)
    try:
        await counting.count_all()
        return await recounting.recount(_say)
    finally:
        await database.stop()


def write_words(folder: DataFolder) -> int:
    """Write the words of all records anew, with or without a running system; print how many differed."""
    with installation(folder) as settings:
        found = asyncio.run(_search(settings))
    print(
        f"{found.records} hồ sơ, {found.differed} được ghi lại từ tìm kiếm, {found.unread} không đọc được / "
        f"{found.records} records, {found.differed} had other words, {found.unread} could not be read"
    )
    return 0 if not found.unread else 1


async def _search(settings: Settings) -> Rebuilt:
    await database.start(settings.database_url, size=2)
    try:
        await following.follow_all()
        return await rebuilding.rebuild(_say)
    finally:
        await database.stop()


def _say(done: int) -> None:
    """Print the progress on stderr: stdout holds only the result."""
    print(f"  {done}", file=sys.stderr, flush=True)
