"""Keeping a filed document as it came: looked at by its bytes, put under its final name, receipted.

One way for both doors: a file of a case (backend/casework/filing) and a document that a team
obtained on site (backend/fieldwork/filing). Nothing is refused for what it is; dangers are said.
"""

import asyncio
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import clock, custody
from backend.core.database import transaction
from backend.core.job_queue import PREVIEW_FILE, PROTECT_SCAN, enqueue
from backend.documents.rules import file_dangers, file_kinds
from backend.force.queries import scans as scan_queries
from backend.force.queries.scans import Receipt

_TAIL_BYTES = 1_048_576
_LONGEST_NAME = 200


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A file whose bytes are in the store already, not under their final name."""

    file_id: UUID
    record: tuple[Literal["case", "inspection"], UUID, UUID]
    """Kind and id of the record, and what it is about: the case, or the document itself."""
    unit_id: UUID
    sha256: str
    size: int
    object_key: str
    file_name: str
    """As the sender says; not trusted."""
    by: UUID


async def keep(coming: Coming) -> None:
    """Keep a file: search it, put it under its final name, read it back, receipt it, enqueue its lock.

    Opens a transaction of its own. Safe to repeat. Raises Unavailable.
    """
    data = await _searched(coming)
    kind = file_kinds.media_type(data[: file_kinds.HEAD_BYTES], data[-_TAIL_BYTES:])
    name = plain_name(coming.file_name)
    dangers = await asyncio.to_thread(file_dangers.found, data, coming.size, kind, name)
    file_id, sha256, size = coming.file_id, coming.sha256, coming.size
    place = await custody.settle(coming.object_key, coming.unit_id, file_id, sha256, size)
    now = clock.now()
    key_id, signature = custody.sign_receipt("file_id", file_id, sha256, size, now)
    async with transaction():
        row = await scan_queries.insert_filed(
            file_id,
            coming.record,
            coming.unit_id,
            (sha256, size, kind, place),
            (name, " ".join(dangers)),
            Receipt(now, key_id, signature),
            coming.by,
        )
        await enqueue(PROTECT_SCAN, row.id)
        if kind in file_kinds.PICTURES:
            await enqueue(PREVIEW_FILE, row.id)


async def _searched(coming: Coming) -> bytes:
    """Return all bytes of a file, or head and tail of one that is too large to be searched whole."""
    if coming.size <= file_dangers.SEARCHED_BYTES:
        return await custody.read(coming.object_key, coming.sha256)
    head = await custody.part(coming.object_key, 0, _TAIL_BYTES)
    end = coming.size - _TAIL_BYTES
    return head + await custody.part(coming.object_key, end, _TAIL_BYTES)


def plain_name(said: str) -> str:
    """Return the last part of a name as it came, without what could be a path or a control character."""
    last = said.replace("\\", "/").rpartition("/")[2]
    plain = "".join(one for one in last if one.isprintable()).strip()
    if len(plain) <= _LONGEST_NAME:
        return plain or "?"
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: _LONGEST_NAME - 12]}…{dot}{ending[:10]}" if dot else plain[:_LONGEST_NAME]
