"""Compares checkpoints outside of the database with the ledger."""

import msgspec

from backend.ledger.rules import merkle
from backend.operations.queries import recovery as queries
from backend.operations.recovery import outside
from backend.operations.rules import recovery as rules
from backend.operations.rules.recovery import Compared, Log, Outside
from media.store import ObjectStore

_PAGE = 5000


async def root_at(size: int) -> str | None:
    """Return the root of this ledger at a size, in hex; None if the ledger is shorter.

    It is computed from the nearest checkpoint below.
    """
    base = await queries.last_checkpoint(size)
    at, frontier = (base.size, merkle.split(base.frontier)) if base else (0, [])
    while at < size:
        page = await queries.leaves(at, min(size, at + _PAGE))
        if not page:
            return None
        at, frontier = merkle.grow(at, frontier, page)
    return merkle.root(frontier).hex()


async def known_logs() -> tuple[list[Log], dict[str, int]]:
    """Return the logs that this database knows, oldest first, and sizes that declarations named.

    The latter are, by log id, the greatest size of a checkpoint that a declared restore named.
    """
    rows = await queries.logs()
    found, told = [], dict[str, int]()
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        found.append(
            Log(
                log_id=row.log_id,
                until=after.from_size if after else None,
                ended_at=after.began_at if after else None,
                loss_unknown=after is not None and after.loss_unknown,
            )
        )
        for one in msgspec.json.decode(row.told):
            told[one["log_id"]] = max(told.get(one["log_id"], 0), one["size"])
    return found, told


async def compare(checkpoints: list[Outside], leaves: int) -> list[Compared]:
    """Return each checkpoint with its verdict about this ledger."""
    logs, told = await known_logs()
    found = []
    for one in checkpoints:
        root = await root_at(one.size) if one.size <= leaves else None
        said = rules.verdict(one, logs, told, leaves, root)
        found.append(Compared(outside=one, verdict=said, beyond=rules.beyond(one, logs, leaves)))
    return found


async def in_bucket(store: ObjectStore, leaves: int, *, hidden: bool = True) -> list[Outside]:
    """Return the checkpoints of the bucket that matter.

    Of the current log these are the newest up to the ledger's size and the newest beyond it, of
    each other log the newest. If there are too many logs, an entry that says so is added. `hidden`
    includes checkpoints under delete markers; on SeaweedFS that takes time in proportion to the
    number of checkpoints. Objects that are not checkpoints are left out, because we did not write
    them. Raises StoreError.
    """
    logs, _ = await known_logs()
    present = logs[-1].log_id
    there, more = await outside.logs(store, hidden=hidden)
    found: list[Outside] = [more] if more is not None else []
    for log_id in dict.fromkeys([present, *(log.log_id for log in logs), *there]):
        if log_id == present:
            found += await outside.near(store, log_id, leaves, hidden=hidden)
        else:
            found += await outside.newest(store, log_id, -1, hidden=hidden)
    return found
