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

import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound, Unavailable
from backend.core.live import service as live
from backend.core.outages import as_domain_error
from backend.core.stores import Parts
from backend.exchange.case_package import service as case_package
from backend.exchange.evidence_export import service as evidence_export
from backend.exchange.queries import record_bundles as queries
from backend.exchange.queries.record_bundles import Bundle
from backend.exchange.record_bundles.service import BundleStandingChanged
from backend.exchange.rules.record_bundles import KEPT_FOR, BundlePart, Item, standing
from backend.force.notices import service as notices
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from media import keys as names
from media.store import StoreError
from schemas.core.ids import new_id

_log = structlog.get_logger("bundles")
_MEDIA_TYPE = "application/zip"
_AT_ONCE = 20
"""Expired orders that one sweep deletes."""
FAULT = "fault"
"""The failure that is ours."""


async def make(parts: Parts, bundle_id: UUID) -> None:
    """Make an order's packages.

    Raises Unavailable and what the store raises (the job is tried again), and faults of ours.
    """
    try:
        await _make(parts, bundle_id)
    except (StoreError, Unavailable):
        raise
    except DomainError as error:
        await _ended(bundle_id, "failed", error.problem_code)
    except Exception as error:
        if isinstance(as_domain_error(error), Unavailable):
            raise
        await _ended(bundle_id, "failed", FAULT)
        raise


async def _make(parts: Parts, bundle_id: UUID) -> None:
    bundle = await queries.find(bundle_id)
    if bundle is None or bundle.state != "waiting":
        return
    address = await queries.address_of(bundle_id)
    for place, item in enumerate(bundle.items[len(bundle.parts) :], len(bundle.parts)):
        actor = await _asker(bundle)
        part = await _part(parts, item, actor, address)
        async with transaction():
            added = await queries.add_part(bundle_id, place, part)
        if not added:
            await _delete(parts, part)
            return  # another worker took this one for dead, and goes on
        live.told([bundle.asked_by])
    await _ended(bundle_id, "ready", None)


async def _asker(bundle: Bundle) -> Actor:
    """Return the asker as of this moment. Raises BundleStandingChanged, NotAllowed if the account is closed."""
    row = await sessions.get_actor(bundle.asked_by)
    if row.state != "active":
        raise NotAllowed
    actor = actor_of(row, "desk")
    if standing(actor) != bundle.standing:
        raise BundleStandingChanged
    return actor


async def _part(parts: Parts, item: Item, actor: Actor, address: str | None) -> BundlePart:
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


async def _ended(bundle_id: UUID, state: str, failure: str | None) -> None:
    """Write how it ended, and tell its asker."""
    now = clock.now()
    async with transaction():
        bundle = await queries.find(bundle_id)
        if bundle is None or not await queries.end(bundle_id, state, failure, now, now + KEPT_FOR):
            return
        packages = sum(one.file_name is not None for one in bundle.parts)
        await notices.tell(
            [bundle.asked_by],
            "sample",
            bundle.about_id,
            "sample.packed" if state == "ready" else "sample.pack_failed",
            {"packages": str(packages), "records": str(len(bundle.items))},
        )
    live.told([bundle.asked_by])
    _log.info("bundle_ended", id=str(bundle_id), state=state, failure=failure)


async def expire(parts: Parts) -> int:
    """Delete the packages of orders whose time is over; return of how many orders."""
    found = await queries.expired(clock.now(), _AT_ONCE)
    for bundle in found:
        for part in bundle.parts:
            await _delete(parts, part)
        async with transaction():
            await queries.forget(bundle.id)
    return len(found)


async def _delete(parts: Parts, part: BundlePart) -> None:
    if part.object_id is not None:
        await parts.store.delete_staged(names.bundled(part.object_id))
