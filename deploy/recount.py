"""`./hientruong recount`: computes every time limit again.

For use after their rules or the calendar were corrected.
"""

import asyncio
import sys

from backend.casework.cases import recounting
from backend.core import database
from backend.core.settings import Settings
from deploy.data_folder import DataFolder
from deploy.reach import installation


def recount(folder: DataFolder) -> int:
    """Compute all time limits again, with or without a running system; print the counts."""
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
    """Print the progress on stderr: stdout holds only the result."""
    print(f"  {done}", file=sys.stderr, flush=True)
