"""The signed paper of a decision for the phones of its team, which show it at the door without a signal."""

from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import reading as read_queries
from backend.force.queries import scans as scan_queries
from schemas.fieldwork.words import PaperState

SIGNED = (PaperState.SIGNED, PaperState.AWAITING, PaperState.SENT_BACK)
"""The states in which somebody has signed it. What is only printed is shown to nobody at a door."""


class SignedFile(msgspec.Struct, frozen=True, kw_only=True):
    """The file that bears the signature: the PDF, with the agency's seal if it has one, or the scan of
    the sheet signed by hand."""

    data: bytes
    media_type: str
    sha256: str


async def file(
    inspection_id: UUID, document_id: UUID, actor: Actor, address: str | None
) -> SignedFile:
    """Return the signed file of a paper of this inspection; logs the access.

    For everybody who sees the inspection. Raises NotFound, Unavailable if the store does not answer.
    """
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    paper = await queries.named(document_id)
    if paper is None or paper.inspection_id != inspection_id or paper.state not in SIGNED:
        raise NotFound(what="document")
    media_type, key, sha256 = "application/pdf", paper.object_key, paper.sha256
    beside = paper.sealed_id or paper.scan_id
    if beside is not None:
        row = await scan_queries.stored(beside)
        named = await scan_queries.named(beside, inspection_id)
        if row is None or named is None:
            raise NotFound(what="scan")
        media_type, key, sha256 = named.media_type, row.object_key, row.sha256
    if key is None or sha256 is None:
        raise NotFound(what="document")
    data = await custody.read(key, sha256)
    await access_log.record(actor, "paper.phone", inspection_id, address=address)
    return SignedFile(data=data, media_type=media_type, sha256=sha256)
