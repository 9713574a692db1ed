"""Objects in the store without a lock: found by their rows, then checked in the store.

This is not tampering; the bytes are read and compared elsewhere. But an installation that promises
locked originals has not kept that promise for these, so the result is not ok.
"""

from backend.core import clock
from backend.fieldwork.evidence import protecting
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.queries import unlocked as unlocked_queries
from backend.operations.queries.unlocked import UnlockedObject
from backend.operations.verification.findings import Report, Verdict

_TOLD = 100


async def check(report: Report, store: Auditor | None) -> None:
    """Report objects stored some minutes ago and not locked; none if locking is off.

    Those whose job is planned are counted: a worker that runs locks them within minutes. So it is
    where objects are older than their rows, as in a demonstration whose history was just played.
    """
    if store is None or not store.locks:
        return
    before = clock.now() - protecting.LATE
    report.waiting = await unlocked_queries.count_planned(before)
    for row in await unlocked_queries.oldest(before, _TOLD):
        where = f"{row.kind} {row.id}"
        more = f" ({row.all_of_them} wait so; `hientruong jobs` tells of jobs that are held)"
        report.add(Verdict.INCOMPLETE, where, await _told(store, row) + more)


async def _told(store: Auditor, row: UnlockedObject) -> str:
    since = f"stored at {row.since:%Y-%m-%d %H:%M:%S}Z"
    if await store.is_held(row.object_key, row.version_id):
        return f"{since}; it is locked in the store, and a worker has not recorded it yet"
    return f"{since} and never locked in the store: is a worker running?"
