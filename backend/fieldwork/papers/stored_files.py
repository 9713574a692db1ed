"""The one file of minutes, or of another paper made on site (docs/decisions/0027).

A paper with its number is handed out as one file, stored before anybody gets it: its maker's, signed
with a certificate, or the one that the server sealed when it was first asked for. The act that
enters the file names its hash, so `/verify` can say it. What shows no number yet, and drafts, are
laid out anew each time and bear no seal.
"""

from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotFound
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue
from backend.documents import rendering
from backend.documents.issuing import PDF, pages_of
from backend.documents.protecting import Keeping
from backend.documents.signing import seal
from backend.fieldwork.queries import site_paper_files as queries
from backend.fieldwork.queries.site_paper_files import StoredFile as StoredFile
from backend.force.accounts import service as accounts
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.documents.papers import PaperContent
from schemas.fieldwork import site_paper_files as acts
from schemas.fieldwork.words import ActType

_KEEPING = Keeping(queries)
protect, ask_for_protection = _KEEPING.protect, _KEEPING.ask_for_protection


class PaperTooLong(Conflict):
    """The paper has more text than one PDF file may hold."""

    code = "paper_too_long"
    text_vi = "Biên bản quá dài để lập thành một tệp PDF. Hãy lập lại: rút gọn, phần còn lại ghi vào phụ lục."
    text_en = (
        "The paper is too long for one PDF file. Write it anew, shorter, with the rest in an annex."
    )


class LaidOut(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as a file."""

    file_name: str
    pdf: bytes


class SitePaper(msgspec.Struct, frozen=True, kw_only=True):
    """One writing of minutes or of a paper, with all that its file shows."""

    inspection_id: UUID
    unit_id: UUID
    written: UUID
    maker_id: UUID
    number: str | None
    """Given by its act; a number that an older phone typed into the text is none."""
    content: PaperContent
    content_sha256: str
    signatures: list[UUID]
    final: bool
    """Whether nobody signs it any more: numbered, or of an older phone and submitted."""


async def file_of(paper: SitePaper) -> bytes:
    """Return the paper's file. It is stored first, if it is final and nobody has asked for it yet.

    Must not be called inside a transaction. Raises PaperTooLong, Unavailable.
    """
    if not paper.final:
        return await laid_out(paper.content)
    found = await queries.current(paper.written, paper.signatures)
    if found is None:
        found = await _sealed(paper)
    return await custody.read(found.object_key, found.sha256)


async def laid_out(content: PaperContent) -> bytes:
    """Return a paper's pages. Raises PaperTooLong."""
    try:
        return await rendering.render_async(content)
    except rendering.PaperTooLarge as error:
        raise PaperTooLong from error


async def _sealed(paper: SitePaper) -> StoredFile:
    """Return the sealed file; the first who asks makes it, and others who ask meanwhile wait for it.

    So that two first downloads at once leave no second object in the store, which no row would name.
    """
    async with transaction():
        await queries.lock(paper.written)
        return await queries.current(paper.written, paper.signatures) or await _seal(paper)


async def _seal(paper: SitePaper) -> StoredFile:
    """Lay a paper out, seal it, store it, and enter it in the name of its maker."""
    # Papers of older phones stay as they were printed: their seal is in the file alone.
    said = seal.ON_THE_PAGE if paper.content.code else None
    data = await seal.seal(await laid_out(msgspec.structs.replace(paper.content, seal=said)))
    act = await stored(paper, data, seal.fingerprint())
    who = await accounts.speaker(paper.maker_id)
    if who is None:
        raise LookupError("a paper has a maker")
    by = msgspec.structs.replace(who, face="job")
    outcome = await record(paper, ActType.SITE_PAPER_SEALED, act, by)
    found = await queries.current(paper.written, paper.signatures)
    if found is None:  # refused
        ledger.unwrap(outcome)
        raise LookupError("a sealed file that was entered is stored")
    return found


async def stored(paper: SitePaper, data: bytes, certificate: str) -> acts.SitePaperSealed:
    """Store a file, read it back, and return what an act says of it. Raises Unavailable."""
    file_id = new_id()
    return acts.SitePaperSealed(
        file_id=file_id,
        written=paper.written,
        number=paper.number,
        content_sha256=paper.content_sha256,
        signatures=paper.signatures,
        sha256=await custody.put(paper.unit_id, file_id, data, PDF),
        size=len(data),
        pages=pages_of(data),
        certificate=certificate,
    )


async def record(
    paper: SitePaper, kind: ActType, act: acts.SitePaperSealed, actor: Actor
) -> ledger.Outcome:
    """Record that a file was stored, in the caller's transaction; a worker locks it."""
    parsed = ledger.desk_act(RecordKind.INSPECTION, paper.inspection_id, kind, act, actor)
    outcome = await ledger.record(parsed, actor)
    if isinstance(outcome, ledger.Accepted):
        await enqueue(PROTECT_DOCUMENT, act.file_id)
    return outcome


async def of_inspection(inspection_id: UUID) -> list[StoredFile]:
    """Return every stored file of an inspection, for its package. The caller has checked scope."""
    return await queries.stored_of(inspection_id)


async def bytes_of(file: StoredFile) -> bytes:
    """Return the bytes of a stored file, checked against its hash. Raises Unavailable."""
    return await custody.read(file.object_key, file.sha256)


async def read(
    file_id: UUID, actor: Actor, address: str | None, inspection_id: UUID | None = None
) -> LaidOut:
    """Return a stored file as it is, also of minutes that others replaced; logs the access.

    Raises NotFound if it is out of scope or not one of `inspection_id`; Unavailable.
    """
    found = await queries.in_sight(actor, file_id)
    if found is None or inspection_id not in (None, found.inspection_id):
        raise NotFound(what="document")
    data = await custody.read(found.object_key, found.sha256)
    async with transaction():
        await access_log.record(actor, "document.pdf", found.inspection_id, address=address)
    name = (found.number_text or "BB").replace("/", "-")
    return LaidOut(file_name=f"{name} {found.sha256[:8]}.pdf", pdf=data)
