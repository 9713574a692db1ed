"""Checks the table of the ledger's logs against the acts that began them, and checkpoints outside."""

import contextlib
from datetime import datetime

import msgspec

from backend.operations.queries import recovery as queries
from backend.operations.recovery import comparing, handler, outside
from backend.operations.rules.recovery import Compared, Outside
from media.store import ObjectStore, StoreError
from schemas.ledger.installation import LedgerRestored


async def compare_outside(
    store: ObjectStore | None, more: list[Outside]
) -> tuple[list[Compared], str | None]:
    """Compare the bucket's newest checkpoints and `more` with the ledger.

    Also return why the bucket could not be read, or None. The checkpoints are listed first, because
    the ledger only grows meanwhile.
    """
    there, failed = list(more), None
    if store is not None:
        try:
            there += await comparing.in_bucket(store, (await queries.current_position()).leaves)
        except StoreError as error:
            failed = str(error)
    return await comparing.compare(there, (await queries.current_position()).leaves), failed


async def sealed_before(store: ObjectStore | None, more: list[Outside], moment: datetime) -> int:
    """Return the size of the largest checkpoint outside from before a moment (UTC).

    It must fit the ledger. 0 if there is none, or if the bucket cannot be read.
    """
    there = [one for one in more if one.made_at < moment]
    logs, _ = await comparing.known_logs()
    with contextlib.suppress(StoreError):
        for log in logs:
            if store is None:
                break
            if (one := await outside.newest_before(store, log.log_id, moment)) is not None:
                there.append(one)
    compared = await comparing.compare(there, (await queries.current_position()).leaves)
    return max((one.outside.size for one in compared if one.verdict == "same"), default=0)


async def faults() -> list[tuple[str, str]]:
    """Return differences between the table and the acts, as (where, what).

    The acts are authoritative.
    """
    found: list[tuple[str, str]] = []
    logs = await queries.logs()
    # The first log began with the installation. A log that began without an administrator has no act and no loss.
    found += [
        (f"log {row.log_id}", "no act began it, and it tells of a loss")
        for row in logs
        if row.act_id is None and msgspec.json.decode(row.told)
    ]
    found += [
        (f"log {row.log_id}", "no act began it, and there was an administrator to declare it")
        for place, row in enumerate(logs[1:], start=1)
        if row.act_id is None
        and await queries.sealed_in([before.log_id for before in logs[:place]])
    ]
    rows = {row.act_id: row for row in logs if row.act_id is not None}
    for act in await queries.declarations():
        row = rows.pop(act.act_id, None)
        where = f"ledger.restored {act.act_id}"
        if row is None:
            found.append((where, "the log that it began is gone from the table"))
            continue
        content = msgspec.convert(
            msgspec.json.decode(act.act)["content"], LedgerRestored, strict=False
        )
        said = (content.era_after, content.log_after, content.epoch_after, handler.told_of(content))
        has = (row.era, row.log_id, row.epoch, msgspec.json.decode(row.told))
        if said != has:
            found.append((where, "the table of logs says something else than the act"))
    found += [(f"log {row.log_id}", "no act began it") for row in rows.values()]
    last = logs[-1]
    present = await queries.current_position()
    if (present.era, present.epoch, present.log_id) != (
        last.era,
        last.epoch,
        last.log_id,
    ):
        found.append(("installation", "epoch, era or log id is not that of the last log"))
    return found
