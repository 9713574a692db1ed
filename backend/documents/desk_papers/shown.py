"""What pages show of any paper of the desk, and the files that they hand out."""

from typing import Any, Protocol
from uuid import UUID

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import public_checks
from backend.documents.desk_papers.telling import COMPARED_WITHIN
from backend.documents.layout import drawing
from backend.documents.queries.desk_papers import PaperColumns
from backend.force.queries import scans as scan_queries

_WAIT = ("printed", "awaiting", "sent_back")


class Names(Protocol):
    """The names that a query joins to a paper's row."""

    @property
    def drafted_by_name(self) -> str:
        """Who drafted it last."""

    @property
    def scan_sha256(self) -> str | None:
        """Of the scan that stands for the sheet."""

    @property
    def scan_media_type(self) -> str | None:
        """Of that scan."""


def row(paper: PaperColumns, names: Names) -> dict[str, Any]:
    """Return what a list shows of a paper, by the keys of DeskPaperRow; `title` is the group's."""
    waits = paper.state in _WAIT and paper.issued_at is not None
    return {
        "id": paper.id,
        "form": paper.form,
        "state": paper.state,
        "number": paper.number,
        "issued_on": paper.issued_on,
        "drafted_by_name": names.drafted_by_name,
        "drafted_at": paper.drafted_at,
        "issued_by_name": paper.issuer_name,
        "due_at": paper.issued_at + COMPARED_WITHIN if waits and paper.issued_at else None,
    }


def signed(paper: PaperColumns, names: Names) -> dict[str, Any]:
    """Return what a page shows of a paper's signature, scan and seal, by the keys of DeskPaperView."""
    return {
        "code": paper.code,
        "sha256": paper.sha256,
        "size": paper.size,
        "pages": paper.pages,
        "signature_level": paper.signature_level,
        "scan_id": paper.scan_id,
        "scan_sha256": names.scan_sha256,
        "scan_media_type": names.scan_media_type,
        "compared_note": paper.compared_note,
        "sealed_sha256": paper.sealed_sha256,
        "seal_name": paper.seal_name,
        "seal_level": paper.seal_level,
    }


async def pdf(
    paper: PaperColumns,
    record_id: UUID,
    actor: Actor,
    address: str | None,
    *,
    signed_only: bool,
) -> tuple[bytes, str]:
    """Return a numbered paper as it was laid out, with the agency's seal if it has one, and a file name.

    `signed_only`: the officer's own file, without the seal. The caller has checked that the paper is
    in sight. Logs the access. Raises NotFound, Unavailable.
    """
    if paper.object_key is None or paper.sha256 is None:
        raise NotFound(what="document")
    key, sha256 = paper.object_key, paper.sha256
    if paper.sealed_id is not None and not signed_only:
        stored = await scan_queries.stored(paper.sealed_id)
        if stored is None:
            raise NotFound(what="document")
        key, sha256 = stored.object_key, stored.sha256
    data = await custody.read(key, sha256)
    await access_log.record(actor, "paper.pdf", record_id, address=address)
    return data, f"{paper.form} {(paper.number or '').replace('/', '-')}.pdf"


def qr(paper: PaperColumns) -> str:
    """Return the address for checking a numbered paper, as a QR code in SVG. Raises NotFound."""
    if paper.code is None:
        raise NotFound(what="document")
    return drawing.qr(public_checks.qr_url(paper.code))


def laid_out_so(paper: PaperColumns | None, fields_hash: str, actor: Actor) -> bool:
    """Tell whether this officer has signed or printed the paper with this very content.

    A second press of a button then shows the result of the first.
    """
    if paper is None:
        return False
    return paper.fields_hash == fields_hash and paper.issued_by == actor.officer_id
