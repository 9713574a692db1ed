"""What every issue of a paper at the desk has in common (docs/decisions/0014).

A group reserves the number in one short transaction, produces the file with `produce` outside of
any, and enters the paper in another.
"""

import io
from typing import NamedTuple
from uuid import UUID

from pypdf import PdfReader

from backend.core import clock, custody
from backend.core.errors import Conflict
from backend.documents import rendering
from backend.documents.signing import service as signing
from backend.documents.signing.opening import OpenedCertificate
from backend.force.numbers import service as numbering
from schemas.documents.papers import PaperContent

PDF = "application/pdf"
_SIGNING_SECONDS = 120
"""For this long another officer's try takes no number away from a signer who is at work."""


class PaperNotReady(Conflict):
    """Only a paper that was made ready, and is as the signer saw it, is signed."""

    code = "paper_not_ready"
    text_vi = "Văn bản chưa ở trạng thái chờ ký, hoặc nội dung đã thay đổi sau khi bạn xem. Hãy tải lại trang."
    text_en = (
        "The paper does not wait for a signature, or changed after you saw it. Reload the page."
    )


class PaperBeingSigned(Conflict):
    """Another officer is signing it under their own number at this moment."""

    code = "paper_being_signed"
    text_vi = "Người khác đang ký văn bản này. Hãy đợi hai phút rồi tải lại trang."
    text_en = "Somebody else is signing this paper now. Wait two minutes, then reload the page."


class Produced(NamedTuple):
    """A paper's file in the store."""

    sha256: str
    size: int
    pages: int
    level: str | None
    """PAdES level; None if it was printed to be signed by hand."""


async def produce(
    content: PaperContent,
    opened: OpenedCertificate | None,
    title: str,
    unit_id: UUID,
    document_id: UUID,
) -> Produced:
    """Lay a paper out, sign it if a certificate is open, store it and read it back.

    `title` is the paper's. Call it outside of any transaction.
    Raises Unavailable, and what signing raises.
    """
    data = await rendering.render_async(content)
    level = None
    if opened is not None:
        place = content.letterhead.place
        signed = await signing.sign_pdf(data, opened, f"Ban hành {title}", place, "NguoiBanHanh")
        data, level = signed.data, str(signed.level)
    sha256 = await custody.put(unit_id, document_id, data, PDF)
    return Produced(sha256, len(data), pages_of(data), level)


def pages_of(data: bytes) -> int:
    """Count the pages of a paper that we laid out."""
    return len(PdfReader(io.BytesIO(data)).pages)


async def unfit_number(
    document_id: UUID,
    who: numbering.Issuer,
    sequence: str,
    year: int,
    fields_hash: str,
    officer_id: UUID,
) -> tuple[numbering.Held, str] | None:
    """Return the number kept for the paper that it can no longer bear, and why; None if it may.

    The caller voids it by an act with that reason. Raises PaperBeingSigned if another officer is
    signing the paper under that number.
    """
    there = await numbering.held(document_id)
    if there is None:
        return None
    why = numbering.unfit(there.number, there.fields_hash, who, sequence, year, fields_hash)
    if why is None:
        return None
    same_content = there.fields_hash == fields_hash and there.number.year == year
    lately = (clock.now() - there.tried_at).total_seconds() < _SIGNING_SECONDS
    if same_content and lately and there.reserved_by != officer_id:
        raise PaperBeingSigned
    return there, why
