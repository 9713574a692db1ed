"""Makes the packages of an order: a job of the worker. Running it again goes on where it stopped.

Each record's package is made as its page makes it, with what the asker may see at that moment, and recorded in the
access log as taken. It is written to a file on disk, put into the store's bucket of what may be deleted, and noted. So
a worker that dies loses one package, and memory holds one chunk.
"""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.core.live import service as live
from backend.core.stores import Parts
from backend.exchange.case_package import service as case_package
from backend.exchange.evidence_export import service as evidence_export
from backend.exchange.file_orders import service as orders
from backend.exchange.queries import record_bundles as queries
from backend.exchange.queries.record_bundles import Bundle
from backend.exchange.record_bundles.kind import BUNDLES, tell
from backend.exchange.rules.record_bundles import BundlePart, Item
from media import keys as names
from schemas.core.ids import new_id

_MEDIA_TYPE = "application/zip"


async def make(parts: Parts, bundle_id: UUID) -> None:
    """Make an order's packages.

    Raises Unavailable and what the store raises (the job is tried again), and faults of ours.
    """

    async def all_of(bundle: Bundle) -> None:
        await _make(parts, bundle)

    await orders.making(BUNDLES, bundle_id, all_of)


async def _make(parts: Parts, bundle: Bundle) -> None:
    await _delete_left(parts, bundle)
    address = await queries.address_of(bundle.id)
    made = list(bundle.parts)
    for place, item in enumerate(bundle.items[len(made) :], len(made)):
        await orders.go_on(BUNDLES, bundle, place, len(bundle.items))
        actor = await orders.asker(bundle)
        part = await _part(parts, bundle, item, actor, address)
        if not await queries.add_part(bundle, place, part, clock.now()):
            if part.object_id is not None:
                await parts.store.delete_staged(names.bundled(part.object_id))
            raise orders.Stopped
        made.append(part)
    async with transaction():
        if await orders.finish(BUNDLES, bundle):
            await tell(bundle, "sample.packed", made)
    live.told([bundle.asked_by])


async def _delete_left(parts: Parts, bundle: Bundle) -> None:
    """Delete what a worker had put into the store that died before it noted the package."""
    noted = {part.object_id for part in bundle.parts}
    for object_id in bundle.stored:
        if object_id not in noted:
            await parts.store.delete_staged(names.bundled(object_id))


async def _part(
    parts: Parts, bundle: Bundle, item: Item, actor: Actor, address: str | None
) -> BundlePart:
    faults: list[str] = []
    try:
        if item.kind == "case":
            of_case = await case_package.package(item.id, actor, address)
            file_name, chunks = of_case.file_name, of_case.chunks
        else:
            async with transaction():
                package = await evidence_export.package(item.id, actor, address)
            file_name, chunks = package.file_name, package.chunks
    except NotFound:
        return BundlePart(kind=item.kind, id=item.id, file_name=None)
    object_id = new_id()
    if not await queries.note_object(bundle, object_id):
        raise orders.Stopped
    with tempfile.TemporaryDirectory(prefix="hientruong-bundle-") as folder:
        path = Path(folder) / "package"
        size, sha256 = await _written(chunks, path)
        await parts.store.put_file(
            names.bundled(object_id), path, sha256=sha256, size=size, media_type=_MEDIA_TYPE
        )
    if item.kind == "case":
        faults = [name for name, _ in of_case.faults]
    return BundlePart(
        kind=item.kind,
        id=item.id,
        file_name=file_name,
        object_id=object_id,
        size=size,
        sha256=sha256,
        faults=faults,
    )


async def _written(chunks: AsyncIterator[bytes], path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    file = await asyncio.to_thread(path.open, "wb")
    try:
        async for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            await asyncio.to_thread(file.write, chunk)
    finally:
        await asyncio.to_thread(file.close)
    return size, digest.hexdigest()
