"""The paper behind a public code, and the files that belong to its full copy.

The paper itself is compared with what the ledger proves of it, so that a changed row opens no other.
"""

import hashlib
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.queries import issued_documents, party_copies
from backend.casework.queries.party_copies import StoredFile
from backend.core import custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import public_checks
from backend.documents.scans import ENDINGS
from backend.fieldwork.papers import for_party
from backend.fieldwork.papers.for_party import ForParty
from backend.fieldwork.queries import decision_papers, reading
from schemas.casework.party_copies import CopyFile
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument

_PDF = "application/pdf"


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that a party may hold."""

    code: str
    record_id: UUID
    document_id: UUID
    case: bool
    on_site: ForParty | None = None


class PartyFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the full copy, not read yet; `stored` is None for what is laid out when asked for."""

    shown: CopyFile
    media_type: str
    stored: StoredFile | None


async def find(code: str) -> Held | None:
    """Return the paper with this public code, without a check of scope; None if there is none to read."""
    site = await for_party.find(code)
    if site is not None:
        return Held(
            code=code,
            record_id=site.inspection_id,
            document_id=site.document_id,
            case=False,
            on_site=site,
        )
    if (found := await party_copies.case_paper_of_code(code)) is not None:
        return Held(code=code, record_id=found.record_id, document_id=found.document_id, case=True)
    if (found := await party_copies.decision_of_code(code)) is not None:
        return Held(code=code, record_id=found.record_id, document_id=found.document_id, case=False)
    return None


async def require_sight(held: Held, actor: Actor) -> None:
    """Raise NotFound if the reader sees neither the paper's case nor its inspection."""
    if not held.case:
        if await reading.find(actor, held.record_id) is not None:
            return
        if held.on_site is None and await decision_papers.find(actor, held.document_id) is not None:
            return
        if await issued_documents.case_that_adopted(held.document_id) is None:
            raise NotFound(what="document")
    await cases.paper(held.document_id, actor)


async def files(held: Held) -> list[PartyFile]:
    """Return the files of the full copy: the paper first, then its scan, lists and annexes."""
    if held.on_site is not None:
        paper = held.on_site
        title = public_checks.form_names(paper.form, paper.version)
        return [_file(paper.form, paper.number, title, _PDF, None)]
    if held.case:
        stored = await party_copies.files_of_case(held.record_id, held.document_id)
    else:
        stored = await party_copies.files_of_decision(held.code)
    return [
        _file(
            one.form,
            one.number,
            _scanned(public_checks.form_names(one.form, one.form_version), scan=one.scan),
            one.media_type,
            one,
        )
        for one in stored
    ]


def _scanned(title: Text, *, scan: bool) -> Text:
    if not scan:
        return title
    return Text(vi=f"{title.vi} (bản quét tờ đã ký)", en=f"{title.en} (scan of the signed sheet)")


def _file(
    form: str, number: str | None, title: Text, media_type: str, stored: StoredFile | None
) -> PartyFile:
    scan = " scan" if stored is not None and stored.scan else ""
    ending = ENDINGS.get(media_type, "bin")
    name = f"{form} {number or ''}{scan}".replace("/", "-").strip()
    return PartyFile(
        shown=CopyFile(name=f"{name}.{ending}", title=title), media_type=media_type, stored=stored
    )


async def read(held: Held, file: PartyFile, proven: PublicDocument) -> bytes:
    """Return the bytes of a file. Not inside a transaction.

    Raises NotFound if they are not what the ledger proves of this paper; Unavailable, PaperTooLong.
    """
    if file.stored is None:
        if held.on_site is None or held.on_site.content_sha256 != proven.content_sha256:
            raise NotFound(what="file")
        return await for_party.pdf(held.on_site)
    data = await custody.read(file.stored.object_key, file.stored.sha256)
    own = file.stored.document_id == held.document_id and not file.stored.scan
    if own and hashlib.sha256(data).hexdigest() not in (proven.sha256, proven.sealed_sha256):
        raise NotFound(what="file")
    return data
