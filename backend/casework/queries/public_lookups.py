"""Queries of the public look-up: how often one address may ask."""

from datetime import datetime

from backend.casework.tables.public_lookups import PublicLookup
from backend.core import compiled, database
from backend.core.compiled import Query
from backend.core.queries import turns


async def take_lookup(place: bytes, burst: int, per_second: float) -> bool:
    """Take one of an address's turns at the public look-up; False if none is left.

    One statement, so that two processes never give the same turn twice.
    """
    left = await database.fetchval(
        turns.taking("public_lookups", "place"),
        place,
        float(burst),
        per_second,
    )
    return left is not None


@compiled.changed
def forget_lookups_before(moment: datetime) -> Query:
    """Delete the buckets of addresses that have not asked since; returns how many."""
    return PublicLookup.delete().where(PublicLookup.at < moment)
