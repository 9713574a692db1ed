"""`./hientruong recount`: count every time limit anew, after a correction of its rules or of the calendar."""

import asyncio
import sys

from backend.casework.cases import recounting
from backend.core import database
from backend.core.settings import Settings
from deploy.data_folder import DataFolder
from deploy.reach import installation


def recount(folder: DataFolder) -> int:
    """Count anew, while the system runs or apart; prints how many cases there are, and how many changed."""
    with installation(folder) as settings:
        seen, changed = asyncio.run(_recount(settings))
    print(f"{seen} vụ việc, {changed} có thời hạn thay đổi / {seen} cases, {changed} changed")
    return 0


async def _recount(settings: Settings) -> tuple[int, int]:
    await database.start(settings.database_url, size=2)
    try:
        return await recounting.recount(_say)
    finally:
        await database.stop()


def _say(done: int) -> None:
    """How far it is, on stderr: stdout holds the result alone."""
    print(f"  {done}", file=sys.stderr, flush=True)
