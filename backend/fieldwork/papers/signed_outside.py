"""Papers made on site that their maker signs elsewhere, with the State's token or a SIM.

As papers of cases (docs/decisions/0019): prepared, downloaded by the maker alone, signed outside,
sent back, and accepted only if nothing else was added. The number is on the paper already, so a
preparation holds for a week and binds nothing.
"""

import hashlib
from datetime import timedelta
from uuid import UUID

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict
from backend.documents import rendering
from backend.documents.signing import opening
from backend.documents.signing import outside as signed_outside
from backend.fieldwork.papers import maker_signing, stored_files
from backend.fieldwork.papers.stored_files import LaidOut
from backend.fieldwork.queries import prepared_site_papers as queries
from backend.fieldwork.queries import site_paper_files as file_queries
from backend.fieldwork.queries.prepared_site_papers import Prepared

_KEPT_FOR = timedelta(days=7)


class NothingPrepared(Conflict):
    """The maker has no prepared file of this paper as it is now."""

    code = "site_paper_not_prepared"
    text_vi = "Chưa có bản chuẩn bị để ký của biên bản này, hoặc biên bản đã thay đổi. Hãy chuẩn bị lại rồi ký bản mới."
    text_en = (
        "No file of this paper was prepared for signing, or the paper changed. Prepare it again and sign the new "
        "file."
    )


async def prepare(inspection_id: UUID, written: UUID, seen: str, actor: Actor) -> None:
    """Lay the paper out for its maker. The same again gives the same file.

    Opens its transactions itself. Raises NotFound, RefusedAct, PaperTooLong.
    """
    paper = await maker_signing.ready(inspection_id, written, seen, actor)
    if await waiting(written, actor, seen) is not None:
        return
    content = maker_signing.as_signed(paper, actor)
    data = signed_outside.with_form(await stored_files.laid_out(content))
    async with transaction():
        await queries.put(
            written, inspection_id, actor.officer_id, seen, content, data, clock.now()
        )


async def waiting(written: UUID, actor: Actor, seen: str) -> Prepared | None:
    """Return what this officer prepared of the paper as it is now, or None."""
    found = await queries.prepared(written)
    same = found is not None and (found.officer_id, found.seen) == (actor.officer_id, seen)
    return found if same else None


async def download(
    inspection_id: UUID, written: UUID, seen: str, actor: Actor, address: str | None
) -> LaidOut:
    """Return the bytes to be signed, to their maker alone; logs the access.

    Raises NotFound, RefusedAct, NothingPrepared.
    """
    paper = await maker_signing.ready(inspection_id, written, seen, actor)
    there = await waiting(written, actor, seen)
    async with transaction():
        data = await queries.pdf(written) if there is not None else None
        await access_log.record(actor, "document.prepared", inspection_id, address=address)
    if data is None:
        raise NothingPrepared
    name = (paper.number or paper.content.form).replace("/", "-")
    return LaidOut(file_name=f"{name}.pdf", pdf=data)


async def take(inspection_id: UUID, written: UUID, seen: str, data: bytes, actor: Actor) -> bool:
    """Enter the signed file as the paper's; opens its transactions itself.

    Returns False if this officer entered this very file before. Raises NotFound, RefusedAct,
    NothingPrepared, SignedFileWrong, CertificateRefused, Unavailable; the prepared file stays.
    """
    if await _entered(inspection_id, written, data, actor):
        return False
    paper = await maker_signing.ready(inspection_id, written, seen, actor)
    there = await waiting(written, actor, seen)
    prepared = await queries.pdf(written) if there is not None else None
    if there is None or prepared is None:
        raise NothingPrepared
    signature = await signed_outside.examine(prepared, data)
    pages: list[bytes] = []
    if signature.boxes:
        pages = await rendering.pictures_async(there.content, signed_outside.SHOWN_PPI)
    signed_outside.require_blank(signature.boxes, pages)
    signed = await signed_outside.judge(signature, actor.officer_id, there.prepared_at)
    certificate = opening.facts_of(signature.said.certificate).fingerprint
    await maker_signing.enter(paper, data, str(signed.level), certificate, actor, outside=True)
    async with transaction():
        await queries.end(written)
    return True


async def _entered(inspection_id: UUID, written: UUID, data: bytes, actor: Actor) -> bool:
    own = await maker_signing.signed_so(inspection_id, written, actor)
    there = await file_queries.signed(written) if own else None
    return there is not None and there.sha256 == hashlib.sha256(data).hexdigest()


async def forget_old() -> int:
    """Delete copies that nobody sent back, for the janitor; returns how many."""
    async with transaction():
        return await queries.forget_before(clock.now() - _KEPT_FOR)
