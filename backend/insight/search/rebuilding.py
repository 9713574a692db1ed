"""Writes all words anew and says how many differed: `hientruong recount --search`.

For use after a release that searches more, and as a proof: after following the ledger nothing may differ.
"""

from collections.abc import Callable
from uuid import UUID

import msgspec

from backend.core.database import transaction
from backend.insight.queries import search_words as queries
from backend.insight.search import following
from schemas.insight.search import Sought

_PORTION = 200


class Rebuilt(msgspec.Struct, frozen=True, kw_only=True):
    """What writing anew found."""

    records: int
    differed: int
    """Records whose words were not what they must be, and are now."""
    strangers: int
    """Words of records that are no more; they are gone."""
    unread: int
    """Records that could not be read; they keep the words that they had."""


async def rebuild(say: Callable[[int], None] = lambda _done: None) -> Rebuilt:
    """Write all words anew, a portion in a transaction of its own, while following goes on beside it."""
    records = differed = strangers = unread = 0
    for kind in Sought:
        if kind not in queries.WORDS:
            continue
        last: UUID | None = None
        while ids := await queries.after(kind, last, _PORTION):
            async with transaction():
                through = await queries.wait_for_progress()
                found, faults = await following.meant(kind, ids, through)
                differed += await queries.write(kind, found)
            records, unread, last = records + len(ids), unread + len(faults), ids[-1]
            say(records)
        strangers += await queries.strangers(kind)
    return Rebuilt(records=records, differed=differed, strangers=strangers, unread=unread)
