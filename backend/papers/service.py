"""Papers of cases: looked at while they are drafts, issued, read again.

Issuing is one command: number, layout, signature, store, act. All of it in the caller's transaction, with the number's
row locked from the moment it is taken: where any part fails, the number is free again and nothing was issued. The
order is that of the paper itself: the number stands in it, so it comes before the signature that covers it (Circular
22/2021 Art 6.4 for electronic papers).
"""

import io
from datetime import datetime
from typing import Any
from uuid import UUID

from pypdf import PdfReader

from backend import clock
from backend.actors import Actor
from backend.cases import service as cases
from backend.documents import service as documents
from backend.errors import Conflict, NotFound
from backend.job_queue import PROTECT_DOCUMENT, enqueue
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.numbering import service as numbering
from backend.papers import provinces, queries, rendering, storing
from backend.readings import service as readings
from backend.signing import service as signing
from schemas import case_side_acts as s
from schemas.case_views import PaperView
from schemas.case_words import CaseAct, DocumentState
from schemas.papers import Letterhead, PaperContent, PaperSignature
from schemas.problems import Text

UNSIGNED = "none"
"""The signature level of a paper that is printed and signed by hand."""
_SEQUENCE = {"MQĐ01": "MQĐ02"}
"""Forms that bear one symbol share one sequence: no two papers may read alike."""
_SIGNER_ROLES = ("issuer", "maker", "leader", "reporter", "proposer", "chair")
"""Under which of its roles the officer who issues a paper signs, the first that the form has."""
_SHOWN = 16
"""So much of the hash of the content stands at the foot of every page."""


class PaperNotReady(Conflict):
    """Only what was made ready, and is as it was seen, is signed."""

    code = "paper_not_ready"
    text_vi = "Văn bản chưa ở trạng thái chờ ký, hoặc nội dung đã thay đổi sau khi bạn xem. Hãy tải lại trang."
    text_en = (
        "The paper does not wait for a signature, or changed after you saw it. Reload the page."
    )


async def preview(document_id: UUID, actor: Actor) -> bytes:
    """A draft as it would look, marked as one. Raises NotFound."""
    _, _, paper = await cases.paper(document_id, actor)
    content = _content(paper, await _issuer(actor), draft=True)
    return await rendering.render_async(content)


async def issue(
    document_id: UUID, fields_hash: str, passphrase: str | None, actor: Actor
) -> Outcome:
    """Number, lay out, sign, store, record. `passphrase` None: printed and signed by hand.

    Raises NotFound, PaperNotReady, numbering's OfficerNumberMissing, what opening the certificate raises, Unavailable.
    Raises RefusedAct where the door would refuse it: that is asked before a number is taken, with the case locked.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    if paper.state != DocumentState.CONTENT_READY or paper.fields_hash != fields_hash:
        raise PaperNotReady
    await cases.require_issuable(case_id, document_id, actor)
    issuer = await _issuer(actor)
    opened = await signing.open_certificate(actor.officer_id, passphrase) if passphrase else None
    now = clock.now()
    number = await _number(paper, issuer, actor, numbering.year_of(now))
    code = signing.new_code()
    content = _content(
        paper, issuer, number=number, code=code, now=now, signed_electronically=opened is not None
    )
    data = await rendering.render_async(content)
    level, signer = UNSIGNED, None
    if opened is not None:
        reason = f"Ban hành {paper.title.vi}"
        signed = await signing.sign_pdf(
            data, opened, reason, provinces.place_of(issuer["unit_code"]), "NguoiBanHanh"
        )
        data, level, signer = signed.data, str(signed.level), issuer["full_name"]
    unit_id = await cases.unit_of(case_id)
    sha256 = await storing.put(unit_id, document_id, data)
    act = s.DocumentIssued(
        document_id=document_id,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=fields_hash,
        number=number,
        issued_on=numbering.day_of(now),
        issued_at=now,
        issuer_title=issuer["title_vi"],
        code=code,
        sha256=sha256,
        size=len(data),
        pages=len(PdfReader(io.BytesIO(data)).pages),
        signature_level=level,
        signer=signer,
    )
    outcome = await cases.act(case_id, CaseAct.DOCUMENT_ISSUED, act, actor)
    ledger.unwrap(
        outcome
    )  # nothing can have changed since: else all of it is undone, the number too
    await enqueue(PROTECT_DOCUMENT, document_id)
    return outcome


async def pdf(document_id: UUID, actor: Actor, address: str | None) -> tuple[bytes, str]:
    """A signed paper as it was issued, and a name for the file; that it was taken is recorded.

    Raises NotFound where it is out of scope or not signed, Unavailable.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    row = await queries.stored(document_id)
    if row is None:
        raise NotFound(what="document")
    data = await storing.read(row["object_key"], row["sha256"])
    await readings.record(actor, "document.pdf", case_id, address=address)
    number = (paper.number or "").replace("/", "-")
    return data, f"{paper.form} {number}.pdf"


async def _issuer(actor: Actor) -> Any:
    row = await queries.issuer(actor.officer_id)
    if row is None:
        raise NotFound(what="officer")
    return row


async def _number(paper: PaperView, issuer: Any, actor: Actor, year: int) -> str:
    schema = documents.get_form(paper.form, paper.form_version)
    sequence = _SEQUENCE.get(paper.form, paper.form)
    if schema.get("x-issuer") == "officer":
        if not issuer["officer_number"]:
            raise numbering.OfficerNumberMissing
        who = numbering.Issuer(kind="officer", id=actor.officer_id)
        taken = await numbering.take(who, sequence, year, paper.id)
        return numbering.officer_number_text(
            schema["x-symbol"], taken.number, issuer["officer_number"]
        )
    who = numbering.Issuer(kind="unit", id=issuer["unit_id"])
    taken = await numbering.take(who, sequence, year, paper.id)
    return numbering.unit_number_text(schema["x-symbol"], taken.number, issuer["unit_code"])


def _content(
    paper: PaperView,
    issuer: Any,
    *,
    number: str | None = None,
    code: str | None = None,
    now: datetime | None = None,
    signed_electronically: bool = False,
    draft: bool = False,
) -> PaperContent:
    schema = documents.get_form(paper.form, paper.form_version)
    roles = [one["role"] for one in schema.get("x-signers", [])]
    own = next((role for role in _SIGNER_ROLES if role in roles), None)
    note = None
    if signed_electronically and now is not None:
        local = now.astimezone(numbering.VIETNAM)
        note = f"Ký số: {issuer['full_name']}\n{local:%Y-%m-%dT%H:%M:%S%z}"
    signature = (
        PaperSignature(
            role=own, name=issuer["full_name"], title=issuer["title_vi"] or None, note=note
        )
        if own
        else None
    )
    return PaperContent(
        form=paper.form,
        version=paper.form_version,
        fields=paper.fields,
        letterhead=Letterhead(
            superior=issuer["superior_name"],
            issuer=issuer["unit_name"],
            place=provinces.place_of(issuer["unit_code"]),
        ),
        number=number,
        issued_on=numbering.day_of(now) if now else None,
        signatures=[signature] if signature else [],
        short_hash=paper.fields_hash[:_SHOWN],
        code=code,
        verify_url=signing.qr_url(code) if code else None,
        draft=draft,
    )


def level_said(level: str) -> Text:
    """A signature level in words."""
    if level == UNSIGNED:
        return Text(vi="In ra và ký tay", en="Printed and signed by hand")
    return Text(vi=f"Chữ ký số PAdES {level}", en=f"Digital signature, PAdES {level}")
