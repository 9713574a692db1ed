"""Compares checkpoints outside of the database with the ledger, and its logs with its acts.

If the newest entries are gone together with their leaves and checkpoints, or if a database is an
older copy, nothing in the database shows it. Only checkpoints kept elsewhere do.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING

from backend.operations.recovery import auditing
from backend.operations.rules import recovery as rules
from backend.operations.rules.recovery import Outside
from backend.operations.verification.faults import DATABASE_FAULTS, database_gone, unreadable
from backend.operations.verification.findings import Report, Verdict

if TYPE_CHECKING:
    from media.store import ObjectStore

_SAID = {
    "newer": "the ledger is shorter than this checkpoint says: entries are gone, or this is an older copy",
    "forked": "the ledger is not the one that this checkpoint was made of",
    "other_log": "it is of a log that this database does not know: an older copy, or one of two that both ran",
}


async def check(report: Report, store: "ObjectStore | None", since: list[Outside]) -> list[str]:
    """Compare the bucket's newest checkpoints and those of files; return a line for each that fits.

    This runs outside of the other checks' snapshot: the checkpoints are listed first, and the
    ledger only grows.
    """
    fits: list[str] = []
    try:
        with unreadable(report, "checkpoints outside"):
            fits = await _check(report, store, since)
    except DATABASE_FAULTS as error:
        database_gone(report, error)
    return fits


def sealed_before(
    store: "ObjectStore | None", since: list[Outside]
) -> Callable[[datetime], Awaitable[int]]:
    """Return a function that tells how many entries were sealed before a moment.

    It uses checkpoints outside. These are in the bucket or in files. A bucket that cannot be read
    counts as 0; check() reports it.
    """

    async def ask(moment: datetime) -> int:
        return await auditing.sealed_before(store, since, moment)

    return ask


async def _check(report: Report, store: "ObjectStore | None", since: list[Outside]) -> list[str]:
    try:
        compared, failed = await auditing.compare_outside(store, since)
    except rules.LogsGone as emptied:  # none of our code removes them
        report.add(Verdict.TAMPERED, "ledger_logs", emptied.text.en)
        return []
    if failed is not None:
        report.add(Verdict.INCOMPLETE, "checkpoints outside", f"they could not be read: {failed}")
    fits = []
    for one in compared:
        remark = one.outside.remark
        where = one.outside.where
        if one.outside.root:
            where += f" ({one.outside.size} entries)"
        if said := _SAID.get(one.verdict):
            told = f"; {remark.en}, and it bears an earlier day" if remark else ""
            report.add(Verdict.TAMPERED, where, f"{said}{told}")
        elif one.verdict == "unsigned":
            report.add(Verdict.INCOMPLETE, where, (remark or rules.NOT_OURS).en)
        elif one.verdict == "declared":
            gone = f"{one.beyond} entries of it were " if one.beyond else ""
            fits.append(f"{where}: {gone}lost in a restore that was declared")
        else:
            told = f", but {remark.en}; it bears an earlier day" if remark else ""
            fits.append(f"{where}: fits{told}")
    for where, what in await auditing.faults():
        report.add(Verdict.TAMPERED, where, what)
    return fits
