"""Writes the change log for phones, in the transaction of the change. backend/exchange/sync reads it.

The same officers' open desks are told too, once it is committed.
"""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from backend.core.live import service as live
from backend.core.queries import change_feed as queries

Kind = Literal[
    "inspection",
    "decision",
    "subject",
    "officer",
    "form",
    "byte_receipt",
    "file_receipt",
    "number_block",
    "notice",
    "told",
    "proposal",
    "information",
]


async def tell(
    officers: Iterable[UUID], kind: Kind, ref: str, op: Literal["put", "remove"] = "put"
) -> None:
    """Have these officers' phones fetch (or forget) one thing at their next sync."""
    ids = list(dict.fromkeys(officers))
    if ids:
        await queries.insert(ids, kind, ref, op)
        live.told(ids)


async def tell_each(
    pairs: Iterable[tuple[UUID, str]], kind: Kind, op: Literal["put", "remove"] = "put"
) -> None:
    """Call tell() for many things of one kind in one statement, as (officer, ref)."""
    unique = list(dict.fromkeys(pairs))
    if unique:
        officers, refs = zip(*unique, strict=True)
        await queries.insert_each(list(officers), list(refs), kind, op)
        live.told(dict.fromkeys(officers))
