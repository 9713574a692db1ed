"""Entries that no checkpoint covers.

New ones wait some seconds for the sealer; others are reported.
"""

from backend.ledger import sealer
from backend.ledger.queries import queue as queue_queries
from backend.operations.verification.findings import Report, Verdict

_TOLD = 100


async def check(report: Report) -> None:
    """Report entries over a minute old without a leaf, and queued ones that are gone or replaced."""
    for row in await queue_queries.waiting_but_gone(_TOLD):
        report.add(
            Verdict.TAMPERED,
            f"record {row.record_id} entry {row.number}",
            "the entry waits to be sealed and is gone"
            if row.gone
            else "the entry is not the one that waits to be sealed",
        )
    for late in await queue_queries.late(sealer.LATE_SECONDS, _TOLD):
        where = f"record {late.record_id} entry {late.number}"
        if late.queued:
            what = f"it waits to be sealed since {late.received_at:%Y-%m-%d %H:%M:%S}Z: is the worker running?"
            report.add(Verdict.INCOMPLETE, where, f"{what} ({late.all_of_them} entries wait so)")
        else:
            report.add(
                Verdict.TAMPERED,
                where,
                "no leaf holds it and it is not in the queue: somebody took it out of the sealer's sight",
            )
