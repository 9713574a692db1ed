"""Checks the register of the server's keys, and reports what a stolen key signed.

A signature of a stolen key proves nothing by itself, because the thief can date it freely. Entries
that a checkpoint from before the theft covers were in the log by then, and remain proven.
Everything else that the key signed is reported as not proven.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime

from backend.core import keys
from backend.core.key_ring import is_signed
from backend.core.queries import key_register as key_queries
from backend.ledger.queries import ledger as ledger_queries
from backend.operations.queries import verification as queries
from backend.operations.verification.findings import Report, Verdict


async def verify_ring(
    report: Report, outside: Callable[[datetime], Awaitable[int]] | None = None
) -> None:
    """Read the register, so that old keys can check what they signed.

    Report its faults and stolen keys. `outside` returns the size of the newest checkpoint outside
    that fits the ledger and was made before a moment (UTC). What it covers remains proven.
    """
    mine, told = keys.current(), await key_queries.list_statements()
    for said in mine.learn(told):
        where = f"key {said.key_id}"
        if said.signed_by in mine.public and not is_signed(said, mine.public[said.signed_by]):
            report.add(
                Verdict.TAMPERED, where, f"what the register says of it ({said.event}) was changed"
            )
        else:
            report.add(
                Verdict.INCOMPLETE,
                where,
                f"the register says that it was {said.event}, and no key that we know signed for it",
            )
    for said in told:
        kept = mine.ring.statements.get(said.what)
        if kept is not None and kept != said:
            report.add(
                Verdict.TAMPERED,
                f"key {said.key_id}",
                "register and folder of keys say different things of it",
            )
    for key_id, since in sorted(mine.ring.stolen.items()):
        said = mine.ring.events(key_id, "stolen")[0]
        report.notes.append(
            f"key {key_id} ({said.use}) counts as stolen from {said.at} on: {said.reason}"
        )
        sealed = await ledger_queries.size_sealed_before(since)
        if outside is not None:
            sealed = max(sealed, await outside(since))
        found = await queries.signed_by(key_id, since, sealed)
        for name, what in _KINDS.items():
            if count := getattr(found, name):
                report.add(
                    Verdict.INCOMPLETE,
                    f"key {key_id}",
                    f"{count} {what}: the key counts as stolen from {said.at} on",
                )


_KINDS = {
    "entries": "receipts under it are of entries that no checkpoint from before that moment covers",
    "byte_receipts": "byte receipts under it are dated after that moment",
    "checkpoints": "checkpoints under it are dated after that moment",
}
