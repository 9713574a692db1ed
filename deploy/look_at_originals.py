"""`./hientruong look-at-originals`: checks every original in the store now.

It does not keep to the slow pace of the workers. For use after a restore of only the store or only
the database. Originals under another version are adopted and locked. Missing ones are marked and
reported, and phones that still have them send them again.
"""

import asyncio
import sys
import time

from backend.core import database, stores
from backend.core.settings import Settings
from backend.fieldwork.evidence.looking import look_at_all
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation
from deploy.same_version import same_version
from deploy.verify import NOT_PROVEN
from media.store import StoreError


def look_at_originals(folder: DataFolder) -> int:
    """Check all originals, whether the system runs or not.

    Returns 1 if one is missing, altered, or not protected. Raises Failure (2) if the store does not
    answer; then repeat it.
    """
    with installation(folder) as settings:
        faults = asyncio.run(_look(settings))
    for fault, count in sorted(faults.items()):
        print(f"{fault}: {count}")
    print(
        "mọi bản gốc đều còn đúng / every original is there and right"
        if not faults
        else "điện thoại còn giữ sẽ gửi lại bản gốc thiếu / phones that still have them send missing originals again"
    )
    return 1 if faults else 0


async def _look(settings: Settings) -> dict[str, int]:
    await same_version(settings.session_database_url)
    await database.start(settings.session_database_url, size=6)
    open_parts = await stores.start(settings)
    try:
        return await look_at_all(open_parts, _Progress().say)
    except StoreError as error:
        raise Failure(
            f"kho đối tượng không trả lời ({error}); hãy chạy lại",
            f"the object store does not answer ({error}): run it again",
            NOT_PROVEN,
        ) from None
    finally:
        await stores.stop()
        await database.stop()


class _Progress:
    """Prints one line a second, on stderr."""

    def __init__(self) -> None:
        self._last = 0.0

    def say(self, done: int, total: int) -> None:
        """Print how many are done."""
        now = time.monotonic()
        if now - self._last >= 1 or done == total:
            self._last = now
            print(f"  {done} / {total}", file=sys.stderr, flush=True)
