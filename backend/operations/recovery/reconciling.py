"""Compares database and object store with each other, after one of them was restored."""

from typing import NamedTuple
from uuid import UUID

from backend.core.stores import Parts
from backend.fieldwork.evidence import protecting
from backend.fieldwork.evidence.adopting import adopt
from backend.fieldwork.queries import adopting as photo_queries
from backend.operations.queries import recovery as queries
from media import keys
from media.store import ObjectMissing

_PAGE = 500


class Reconciled(NamedTuple):
    """The result of comparing database and store.

    `adoptable` are photographs whose original is in the store, but unknown to their row. `missing`
    are photographs whose original is gone, `files_missing` papers and scans that are gone,
    `without_rows` objects that no row names.
    """

    adoptable: list[UUID]
    missing: list[UUID]
    files_missing: list[str]
    without_rows: list[str]


async def reconcile(parts: Parts) -> Reconciled:
    """Compare the whole evidence bucket with the rows, without changing anything.

    Raises StoreUnavailable, StoreRefused.
    """
    there = await _names(parts)
    missing, files = [], []
    after: UUID | None = None
    while stored := await queries.stored_after(after, _PAGE):
        after = stored[-1].id
        for one in stored:
            if _key(one.object_key) in there or await _is_there(parts, one.object_key):
                there.discard(_key(one.object_key))
            elif one.kind == "photograph":
                missing.append(one.id)
            else:
                files.append(f"{one.kind} {one.id}")
    adoptable = []
    after = None
    while photos := await photo_queries.announced_after(after, _PAGE):
        after = photos[-1].id
        for photo in photos:
            name = keys.original(photo.unit_id, photo.id, photo.sha256).key
            if name in there:
                adoptable.append(photo.id)
                there.discard(name)
    return Reconciled(adoptable, missing, files, sorted(there))


async def put_right(parts: Parts, found: Reconciled) -> int:
    """Adopt originals that an act names, and mark missing ones; return how many were adopted.

    Phones that still have a missing original send it again. Safe to repeat.
    """
    adopted = 0
    for photo_id in found.adoptable:
        adopted += await adopt(parts, photo_id)
    for photo_id in found.missing:
        await protecting.protect(parts, photo_id)
    return adopted


async def _names(parts: Parts) -> set[str]:
    there: set[str] = set()
    after = ""
    while page := await parts.store.originals_after(after, _PAGE):
        after = keys.on_from(page[-1].name.key)
        there.update(
            item.name.key for item in page if not item.name.key.startswith(keys.CHECKPOINTS)
        )
    return there


async def _is_there(parts: Parts, object_key: str) -> bool:
    """Check an object by its name: the listing of a store that is healing may be incomplete."""
    try:
        await parts.store.size_of(keys.parse(object_key))
    except (ObjectMissing, ValueError):
        return False
    return True


def _key(object_key: str) -> str:
    return object_key.removeprefix(f"{keys.Bucket.EVIDENCE.value}/")
