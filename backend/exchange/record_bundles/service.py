"""Orders packages of many records, and gives them to who ordered them, as one ZIP of their packages.

What belongs to all of them (the manifest of a sample, the files that check its draw) is put beside them when it is
taken: this module knows no samples.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import access_log, clock, custody
from backend.core.actors import Actor
from backend.core.errors import Conflict, NotFound, Unavailable
from backend.core.job_queue import enqueue
from backend.exchange.evidence_export.archive import Archive
from backend.exchange.evidence_export.files import pretty
from backend.exchange.file_orders import service as orders
from backend.exchange.queries import record_bundles as queries
from backend.exchange.queries.record_bundles import Bundle
from backend.exchange.record_bundles import texts
from backend.exchange.record_bundles.kind import BUNDLES
from backend.exchange.rules.file_orders import standing
from backend.exchange.rules.record_bundles import BundlePart
from backend.exchange.rules.record_bundles import Item as Item
from media import keys as names

FORMAT = "hientruong-bundle/1"
_SHOWN = 3
"""Orders that a page lists: the last ones."""


class BundleWaits(Conflict):
    """The last order is not made yet."""

    code = "bundle_waits"
    text_vi = "Gói trước của bạn chưa làm xong. Hãy đợi xong rồi yêu cầu lại."
    text_en = "Your last packages are not made yet. Wait for them, then ask again."


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A ZIP to be sent: its name, and its bytes as they are produced."""

    file_name: str
    chunks: AsyncIterator[bytes]


async def ask(
    bundle_id: UUID, about_id: UUID, items: list[Item], actor: Actor, address: str | None
) -> None:
    """Order packages of records, in the caller's transaction. Raises BundleWaits."""
    asked_by = actor.officer_id
    if not await queries.insert(bundle_id, about_id, asked_by, standing(actor), address, items):
        raise BundleWaits
    await enqueue(BUNDLES.job, bundle_id)


async def of(about_id: UUID, actor: Actor) -> list[Bundle]:
    """Return the officer's own last orders about one thing."""
    return await queries.of(about_id, actor.officer_id, _SHOWN)


async def cancel(bundle_id: UUID, about_id: UUID, actor: Actor) -> bool:
    """Stop what is not made yet; returns whether there was anything to stop. Raises NotFound."""
    await _read(bundle_id, about_id, actor)
    return await orders.cancel(BUNDLES, bundle_id, actor)


async def _read(bundle_id: UUID, about_id: UUID, actor: Actor) -> Bundle:
    bundle = await orders.read(BUNDLES, bundle_id, actor)
    if bundle.about_id != about_id:
        raise NotFound(what="bundle")
    return bundle


async def take(
    bundle_id: UUID,
    about_id: UUID,
    actor: Actor,
    address: str | None,
    beside: list[tuple[str, bytes]],
) -> Taken:
    """Begin to send an order's packages; that they are taken is recorded before the first byte.

    `beside` are files that belong to all of them. In the caller's transaction. Raises NotFound for an order of somebody
    else, FileGone, StandingChanged.
    """
    bundle = await _read(bundle_id, about_id, actor)
    orders.require_given(bundle, actor)
    now = clock.now()
    await access_log.record(actor, "sample.package", about_id, address=address)
    name = f"mau-{str(about_id)[:8]}_{now:%Y%m%dT%H%M%SZ}.zip"
    return Taken(file_name=name, chunks=_chunks(bundle, actor, beside, now))


async def _chunks(
    bundle: Bundle, actor: Actor, beside: list[tuple[str, bytes]], at: datetime
) -> AsyncIterator[bytes]:
    archive, sums = Archive(at), list[str]()

    def add(path: str, data: bytes) -> bytes:
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {path}\n")
        return archive.add(path, data)

    yield add("HUONG-DAN.txt", texts.HOW_TO_VI.encode())
    yield add("HOW-TO.txt", texts.HOW_TO_EN.encode())
    for path, data in beside:
        yield add(path, data)
    yield add("manifest.json", pretty(_manifest(bundle, actor, at)))
    for place, part in enumerate(bundle.parts, 1):
        inside = path_of(place, part)
        if inside is None or part.object_id is None:
            continue
        try:
            stream = await custody.opened(str(names.bundled(part.object_id)), 0, part.size)
        except Unavailable:
            yield archive.add(f"{inside}.UNREADABLE.txt", texts.UNREADABLE.encode())
            continue
        sums.append(f"{part.sha256}  {inside}\n")
        async for chunk in archive.add_stream(inside, stream):
            yield chunk
    yield archive.add("SHA256SUMS", "".join(sums).encode())
    yield archive.finish()


def path_of(place: int, part: BundlePart) -> str | None:
    """Return where the package of an item stands in the ZIP; None if there is none."""
    return f"records/{place:03}_{part.file_name}" if part.file_name else None


def _manifest(bundle: Bundle, actor: Actor, at: datetime) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "about_id": bundle.about_id,
        "bundle_id": bundle.id,
        "asked_at": clock.rfc3339(bundle.asked_at),
        "taken_at": clock.rfc3339(at),
        "taken_by": {"officer_id": actor.officer_id, "full_name": actor.full_name},
        "records": [
            {
                "kind": part.kind,
                "id": part.id,
                "path": path_of(place, part),
                "sha256": part.sha256 or None,
                "size": part.size,
                "faults": part.faults,
            }
            for place, part in enumerate(bundle.parts, 1)
        ],
    }
