"""Uploads of the desk, which become documents of a case and not photographs.

They come by the same protocol into the same spool, and are stored and read back by the same loop;
as no act names them as a photograph, they wait in staging. From there they are handed over.

    row = await handing_over.arrived(upload_id, actor)       # waits a moment for the loop
    await handing_over.handed_over(row, "evidence/…")        # the bytes have their final name
"""

import asyncio
import contextlib
from uuid import UUID

import msgspec

from backend.core import stores
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.errors import ReceiptPending
from backend.fieldwork.queries import storing as storing_queries
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.queries.uploads import UploadRow
from backend.fieldwork.rules import uploads as rules
from media import keys
from media.store import StoreError

_LOOK_SECONDS = 0.1
_PATIENCE_SECONDS = 20.0
"""How long a page waits for the storing loop before it says that the bytes are still on their way."""


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """An upload of the desk whose bytes are in the store and were read back."""

    id: UUID
    officer_id: UUID
    sha256: str
    size: int
    object_key: str
    file_name: str
    case_id: UUID | None
    """As its metadata say; not trusted."""


class OnTheWay(msgspec.Struct, frozen=True, kw_only=True):
    """An upload of the desk that is not handed over yet. `offset` of `length` bytes are here."""

    id: UUID
    file_name: str
    offset: int
    length: int
    whole: bool


async def arrived(upload_id: UUID, actor: Actor) -> Arrived:
    """Return one of the officer's own complete uploads of the desk, once its bytes are stored.

    Raises NotFound; ReceiptPending while bytes are missing or the store has not got them yet.
    """
    deadline = asyncio.get_running_loop().time() + _PATIENCE_SECONDS
    while True:
        row = await _own(upload_id, actor)
        if row.state == "stored":
            return _arrived(row)
        storer = stores.current().storer
        if row.state != "received" or asyncio.get_running_loop().time() > deadline:
            raise ReceiptPending()
        if storer is not None:
            storer.notify(upload_id)
        await asyncio.sleep(_LOOK_SECONDS)


async def on_the_way(case_id: UUID, actor: Actor) -> list[OnTheWay]:
    """Return the officer's uploads for this case that nobody handed over, oldest first."""
    found = []
    for row in await queries.list_waiting(actor.officer_id, actor.officer_id):
        said = rules.metadata(row.metadata)
        if said.get("case_id") == str(case_id) and row.length is not None:
            found.append(
                OnTheWay(
                    id=row.id,
                    file_name=said.get("filename", ""),
                    offset=row.offset,
                    length=row.length,
                    whole=row.state in ("received", "stored"),
                )
            )
    return found


async def handed_over(upload: Arrived, object_key: str) -> None:
    """Record that the bytes have their final name, and remove the copy in staging."""
    await moved(upload.officer_id, upload.sha256, upload.object_key, object_key)


async def moved(officer_id: UUID, sha256: str, staged: str, object_key: str) -> None:
    """Record that an officer's bytes have their final name, and remove the copy in staging."""
    source = keys.parse(staged)
    if source.bucket is not keys.Bucket.STAGING:
        return
    await storing_queries.move_upload(officer_id, sha256, staged, object_key)
    with contextlib.suppress(StoreError):  # an orphan in staging does no harm
        await stores.current().store.delete_staged(source)


async def _own(upload_id: UUID, actor: Actor) -> UploadRow:
    row = await queries.find_upload(upload_id, actor.officer_id)
    if row is None or row.device_id != actor.officer_id:
        raise NotFound(what="upload")
    return row


def _arrived(row: UploadRow) -> Arrived:
    said = rules.metadata(row.metadata)
    case_id = None
    with contextlib.suppress(ValueError):
        case_id = UUID(said.get("case_id", ""))
    if row.actual_sha256 is None or row.length is None or row.object_key is None:
        raise LookupError(f"no bytes of {row.id}")
    return Arrived(
        id=row.id,
        officer_id=row.officer_id,
        sha256=row.actual_sha256,
        size=row.length,
        object_key=row.object_key,
        file_name=said.get("filename", ""),
        case_id=case_id,
    )
