"""The check at a start whether this is the same database as when the system stopped."""

import asyncio

import msgspec

from backend.operations.queries import recovery as queries
from backend.operations.recovery import comparing
from backend.operations.rules import recovery as rules
from media.store import ObjectStore, StoreError
from schemas.core.problems import Text

_STORE_SECONDS = 10.0


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """The result. With `reasons` the start must not go on; `unknown` could not be checked."""

    reasons: list[Text]
    unknown: list[Text]
    is_empty: bool = False
    """The database is a new one in place of a lost one: no restore is declared on it."""


async def look(store: ObjectStore | None) -> Look:
    """Compare the database with its cluster and the checkpoints in the bucket, on the open pool.

    Checkpoints under delete markers are not examined; a worker's first round and `verify` find
    them. What cannot be checked is reported but does not stop the start: managed PostgreSQL may
    hide its identifier, and the store may be down.
    """
    standing = await queries.current_position()
    unknown, compared = [], []
    if standing.system_noted is None or standing.system_now is None:
        unknown.append(
            Text(
                vi="không hỏi được mã định danh của cụm PostgreSQL (pg_control_system)",
                en="the PostgreSQL cluster's identifier may not be asked (pg_control_system)",
            )
        )
    try:
        if store is not None:
            async with asyncio.timeout(_STORE_SECONDS):
                there = await comparing.in_bucket(store, standing.leaves, hidden=False)
            standing = (
                await queries.current_position()
            )  # other nodes seal and write outside meanwhile
            compared = await comparing.compare(there, standing.leaves)
    except (StoreError, TimeoutError) as error:
        unknown.append(
            Text(
                vi="kho đối tượng không trả lời: chưa đối chiếu với mốc kiểm bên ngoài",
                en=f"the object store does not answer: not compared with checkpoints outside ({error})",
            )
        )
    unknown += [
        Text(
            vi=f"{one.outside.where}: {(one.outside.remark or rules.NOT_OURS).vi}",
            en=f"{one.outside.where}: {(one.outside.remark or rules.NOT_OURS).en}",
        )
        for one in compared
        if one.verdict == "unsigned" or one.outside.remark is not None
    ]
    reasons = rules.reasons(standing, compared)
    entries = (await queries.counts()).entries if reasons and not standing.leaves else None
    return Look(
        reasons=reasons,
        unknown=unknown,
        is_empty=entries is not None and rules.is_empty_one(entries, compared),
    )
