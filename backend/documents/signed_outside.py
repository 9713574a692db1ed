"""What every paper that its signer signs elsewhere has in common (docs/decisions/0019).

A group reserves the number, lays the paper out and keeps it here; the signed file is examined here,
and entered by the group.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.database import transaction
from backend.core.errors import Conflict
from backend.documents import rendering
from backend.documents.queries import prepared_papers as queries
from backend.documents.queries.prepared_papers import KeptAs
from backend.documents.queries.prepared_papers import Prepared as Prepared
from backend.documents.signing import outside
from backend.documents.signing.pades import SignedPdf
from backend.force.numbers import service as numbering
from backend.force.rules.numbers import Number
from schemas.documents.papers import PaperContent

put, pdf, end = queries.put, queries.pdf, queries.end
prepared = queries.prepared
_KEPT_FOR = timedelta(days=7)
"""How long a copy that was never signed stays, before a job deletes it. Its number stays kept."""
PREPARED_BY_ANOTHER = (
    "Số đã nằm trên bản giao người khác ký. / It is on a copy that another signer was given."
)


class PreparationOver(Conflict):
    """The paper was prepared on another day, or changed, or its number was voided since."""

    code = "preparation_over"
    text_vi = (
        "Bản chuẩn bị không còn dùng được: đã sang ngày khác, hoặc nội dung hay số đã thay đổi. Chưa ghi gì. Hãy bấm "
        "chuẩn bị lại rồi ký bản mới; nếu nội dung không đổi thì số vẫn giữ nguyên."
    )
    text_en = (
        "What was prepared can no longer be used: it is another day, or content or number changed. Nothing was "
        "entered. Prepare it again and sign the new file; if the content is the same, it keeps its number."
    )


class EnteredOtherwise(Conflict):
    """The paper was issued meanwhile, with another file."""

    code = "paper_entered_otherwise"
    text_vi = (
        "Văn bản này đã được ban hành với một tệp khác; tệp vừa gửi không được ghi. Hãy tải tệp đã ban hành ở trang "
        "văn bản và chỉ dùng tệp đó."
    )
    text_en = (
        "This paper was issued with another file; the one that you sent was not entered. Download the issued file from "
        "the paper's page and use only that."
    )


class PaperPrepared(Conflict):
    """Another officer has a copy with this number, to sign it with a token of their own."""

    code = "paper_prepared"
    text_vi = (
        "{who} đã tải văn bản này lúc {at} để ký bằng chữ ký số của mình. Hãy đợi bản đã ký, hoặc đề nghị người đó "
        "thôi ký; cũng có thể hủy số đã giữ ở trang Số đang giữ."
    )
    text_en = (
        "{who} took this paper at {at} to sign it with a token of their own. Wait for the signed file, or ask them to "
        "give it up; the kept number can also be voided on the page of kept numbers."
    )


async def current(
    document_id: UUID,
    officer_id: UUID,
    kind: type[KeptAs],
    number_of: Callable[[KeptAs], Number],
    *,
    locked: bool = True,
) -> Prepared[KeptAs] | None:
    """Return what this officer prepared today and may still sign, in the caller's transaction.

    Its number is locked for what is entered, and only seen for a page.
    """
    found = await queries.prepared(document_id, kind)
    if found is None:
        return None
    held = await (numbering.held(document_id) if locked else numbering.seen(document_id))
    if held is None or found.officer_id != officer_id:
        return None
    same = (held.number, held.fields_hash) == (number_of(found.kept), found.fields_hash)
    today = local_time.day_of(found.prepared_at) == local_time.day_of(clock.now())
    return found if same and today else None


class _Numbered(msgspec.Struct, frozen=True):
    """Of what any group keeps, the number."""

    number: Number


async def of_another(
    document_id: UUID, fields_hash: str, now: datetime, officer_id: UUID
) -> numbering.Held | None:
    """Return the number that another signer's copy bears and that the caller has to void; or None.

    Raises PaperPrepared while that copy can still be entered: today, with this content. On a later
    day, or with other content, it cannot; but it may be signed, so nobody else's paper gets its
    number.
    """
    there = await numbering.held(document_id)
    copy = await queries.prepared(document_id, _Numbered)
    if there is None or copy is None or copy.officer_id == officer_id:
        return None
    if copy.kept.number != there.number:
        return None
    waits = local_time.day_of(copy.prepared_at) == local_time.day_of(now)
    if waits and there.fields_hash == fields_hash:
        at = f"{copy.prepared_at.astimezone(local_time.VIETNAM):%H:%M}"
        raise PaperPrepared(who=copy.full_name, at=at)
    return there


async def examined(
    document_id: UUID, data: bytes, content: PaperContent, officer_id: UUID, since: datetime
) -> SignedPdf:
    """Require that the file is what was prepared with this officer's signature, and nothing else.

    Call it outside of any transaction. Raises PreparationOver, SignedFileWrong, CertificateRefused,
    Unavailable.
    """
    async with transaction():
        given = await queries.pdf(document_id)
    if given is None:
        raise PreparationOver
    signature = await outside.examine(given, data)
    pages = await rendering.pictures_async(content, outside.SHOWN_PPI) if signature.boxes else []
    outside.require_blank(signature.boxes, pages)
    return await outside.judge(signature, officer_id, since)


async def forget_old() -> int:
    """Delete copies that nobody sent back, for the janitor; returns how many."""
    async with transaction():
        return await queries.forget_before(clock.now() - _KEPT_FOR)
