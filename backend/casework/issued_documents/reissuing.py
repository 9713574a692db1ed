"""Enters a paper, with its number, that people hold and the register lacks.

It was issued at the desk and lost by a restore, or signed on paper in an outage, under a number
that was set aside (backend.force.numbers.unit_numbers).

Somebody holds the paper, so it is not issued anew: one violation is decided once (Law Art 3.1 d),
and the paper keeps its number and day (Circular 22/2021 Art 6). It is entered like a paper signed
by hand. It is printed anew under its number and day, then the signed sheet or file comes as its
scan, and a second person compares. The number must be one that a restore skipped, and the day one
that was lost; or the number is of a range, and the day not before it was set aside. Its signer
enters it, or a head if the signer has left (backend.casework.cases.predecessors).
"""

import io
from datetime import date, datetime, time
from uuid import UUID

import msgspec
from pypdf import PdfReader

from backend.casework.cases import service as cases
from backend.casework.issued_documents import contents, issuing
from backend.casework.queries import issued_documents as queries
from backend.casework.queries.issued_documents import PaperIssuer
from backend.core import clock, custody, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, Invalid
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue
from backend.documents import rendering
from backend.documents import service as documents
from backend.documents.issuing import PDF
from backend.documents.record_papers import public as record_papers
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import public as decision_papers
from backend.fieldwork.papers import public as site_papers
from backend.force.numbers import entering_again as recovery
from backend.force.numbers import service as numbering
from backend.force.numbers import unit_numbers
from backend.law import form_facts
from backend.ledger import service as ledger
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct


class CodeKnown(Conflict):
    """The code cannot be one, or another paper has it."""

    code = "code_known"
    text_vi = "Mã tra cứu không đọc được, hoặc sổ đã có văn bản mang mã này."
    text_en = "The verification code cannot be read, or the register has a paper with it."


class ReasonNeeded(Invalid):
    """Without a reason nobody would know why the register took the paper."""

    code = "entered_again_reason"
    text_vi = "Cần ghi lý do, ít nhất 3 ký tự: ai đang giữ văn bản, đã đối chiếu với đâu."
    text_en = "Give the reason, 3 letters at least: who holds the paper, what it was compared with."


_SHORTEST = 3


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """By what the register takes the paper: a declared restore, or a range that was set aside."""

    restore: UUID | None
    """The act that declared the restore."""
    aside: unit_numbers.RangeRow | None
    at: date


class Borne(msgspec.Struct, frozen=True, kw_only=True):
    """What the paper shows that somebody holds."""

    number: str
    issued_on: date
    """The day on the paper, Vietnam's."""
    code: str
    """As it was typed; empty if the paper has none."""
    reason: str
    """How it is known that it was issued: who holds it, what it was compared with."""


async def reissue(
    document_id: UUID,
    fields_hash: str,
    borne: Borne,
    signer: UUID,
    actor: Actor,
    *,
    judge: issuing.Judge,
    alone: str | None = None,
    despite: str | None = None,
) -> ledger.Outcome:
    """Enter the paper, to be scanned and compared; opens its transactions itself.

    Raises NotFound, ReasonNeeded, PaperNotReady, CodeKnown, numbering's OfficerNumberMissing,
    Unavailable. Raises Conflict if the paper may not have its number or day
    (`backend.force.numbers.entering_again` and `unit_numbers`), RefusedAct if the one door or
    `judge` refuses.
    """
    if len(borne.reason.strip()) < _SHORTEST:
        raise ReasonNeeded
    day, today = borne.issued_on, clock.today()
    if await recovery.lost_on(day) is None and not await unit_numbers.possible_on(day, today):
        raise _conflict(numbering.fault("day_not_lost"))
    code, signed = await _code(borne.code), cases.Signed(signer, borne.issued_on)
    async with transaction():
        case_id, paper = await issuing.look(document_id, fields_hash, actor, judge, signed, despite)
        issuer = await _issuer(signed, case_id, actor)
        number, text = _number(paper, issuer, borne, signer)
        known = await _known(number, borne.issued_on, document_id)
        unit_id = await cases.unit_of(case_id)
    at = datetime.combine(borne.issued_on, time(12), local_time.VIETNAM)
    content = contents.content(paper, issuer, number=text, code=code, now=at)
    data = await rendering.render_async(content)
    act = case_side_acts.DocumentPrinted(
        document_id=document_id,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=fields_hash,
        number=text,
        issued_on=borne.issued_on,
        issued_at=clock.now(),
        issuer_title=issuer.title_vi,
        code=code,
        sha256=await custody.put(unit_id, document_id, data, PDF),
        size=len(data),
        pages=len(PdfReader(io.BytesIO(data)).pages),
        issuer_name=issuer.full_name,
        issuer_unit=issuer.unit_name,
        issuer_superior=issuer.superior_name,
        content_sha256=contents.content_sha256(paper),
        alone=alone,
        despite=despite,
        restored=known.restore,
        signed_by=None if signer == actor.officer_id else signer,
        restored_why=borne.reason.strip(),
        set_aside=known.aside.id if known.aside else None,
    )
    async with transaction():
        await issuing.look(document_id, fields_hash, actor, None, signed, despite)
        if await _issuer(signed, case_id, actor) != issuer:
            raise issuing.PaperNotReady
        there = await numbering.held(document_id)
        if there and there.number != number:
            void = "Văn bản mang số đã có từ trước. / The paper bears a number from before."
            ledger.unwrap(await issuing.void(case_id, document_id, there, void, actor))
        if await _known(number, borne.issued_on, document_id) != known:
            raise issuing.PaperNotReady
        if known.aside:
            await unit_numbers.use(known.aside, number, document_id)
        else:
            await numbering.enter_again(number, document_id)
        outcome = await cases.act(case_id, CaseAct.DOCUMENT_PRINTED, act, actor)
        ledger.unwrap(outcome)
        words = _NOTE_ASIDE if known.aside else _NOTE
        note = case_side_acts.NoteAdded(
            text=words.format(number=text, day=borne.issued_on, at=known.at)
        )
        ledger.unwrap(await cases.act(case_id, CaseAct.NOTE_ADDED, note, actor))
        await enqueue(PROTECT_DOCUMENT, document_id)
    return outcome


_NOTE = (
    "Ghi lại văn bản số {number} ban hành ngày {day:%d/%m/%Y}, mất khỏi sổ trong lần khôi phục khai báo ngày "
    "{at:%d/%m/%Y}: số, ngày và mã lấy theo văn bản đã ký."
)


_NOTE_ASIDE = (
    "Ghi văn bản số {number} đã ký trên giấy ngày {day:%d/%m/%Y} khi hệ thống gián đoạn: số thuộc dải để dành ngày "
    "{at:%d/%m/%Y}."
)


async def _known(number: numbering.Number, day: date, document_id: UUID) -> _Known:
    """Return by what the register takes the paper, in the caller's transaction. Raises Conflict."""
    if aside := await unit_numbers.range_of(number):
        if wrong := unit_numbers.fault(aside, day, clock.today()):
            raise _conflict(wrong)
        return _Known(restore=None, aside=aside, at=local_time.day_of(aside.set_aside_at))
    lost = await recovery.lost_on(day)
    if lost is None:
        raise _conflict(numbering.fault("day_not_lost"))
    if why := await recovery.fault(number, day, document_id=document_id):
        raise _conflict(why)
    at = local_time.day_of(lost.declared_at)
    return _Known(restore=lost.act_id, aside=None, at=at)


async def _issuer(signed: cases.Signed, case_id: UUID, actor: Actor) -> PaperIssuer:
    """Return the signer as of the day of the paper."""
    left = signed.officer_id != actor.officer_id
    return await contents.signer_on(*signed, case_id, then=left)


def _conflict(why: numbering.NumberFault) -> Conflict:
    return Conflict(code=why.code, text=why.text)


async def _code(typed: str) -> str:
    if not typed.strip():
        return signing.new_code()
    code = signing.read_code(typed)
    if code is None or await queries.code_taken(code):
        raise CodeKnown
    taken = await decision_papers.has(code) or await record_papers.has(code)
    if taken or await site_papers.has(code):
        raise CodeKnown
    return code


def _number(
    paper: PaperView, issuer: PaperIssuer, borne: Borne, signer: UUID
) -> tuple[numbering.Number, str]:
    """Read the typed number as this issuer writes numbers.

    Raises Conflict, OfficerNumberMissing.
    """
    schema = documents.get_form(paper.form, paper.form_version)
    own = documents.symbol(schema, paper.fields)
    who = issuing.issuer_as(paper, issuer, signer)
    typed = borne.number.strip()
    number = (
        numbering.in_unit_text(typed, own, issuer.unit_code)
        if who.kind == "unit"
        else numbering.in_officer_text(typed, own, issuer.officer_number or "")
    )
    if number is None:
        raise _conflict(numbering.fault("number_unreadable"))
    form = form_facts.register_of(paper.form)
    year = borne.issued_on.year
    return numbering.Number(issuer=who, form=form, year=year, number=number), typed
