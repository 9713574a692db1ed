"""A paper that was issued at the desk in a part that a restore lost, entered again with the number that it bears.

Somebody holds it, so it is not issued anew: one violation is decided once (Law Art 3.1 d), and its number and day are
its own (Circular 22/2021 Art 6). It is entered as one that was signed by hand: printed anew under its number and day,
then the sheet or the file that was signed comes as its scan, and a second person compares. Its number must be one that
a restore jumped over, and its day one of the time that was lost; who signed it enters it.
"""

import io
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import msgspec
from pypdf import PdfReader

from backend import clock
from backend.actors import Actor
from backend.cases import service as cases
from backend.database import transaction
from backend.documents import service as documents
from backend.errors import Conflict, Invalid
from backend.job_queue import PROTECT_DOCUMENT, enqueue
from backend.ledger import service as ledger
from backend.numbering import service as numbering
from backend.papers import contents, issuing, queries, rendering, storing
from backend.recovery import telling
from backend.signing import service as signing
from schemas import case_side_acts as s
from schemas.case_views import PaperView
from schemas.case_words import CaseAct


class DayNotLost(Conflict):
    """No declared restore lost that day."""

    code = "day_not_lost"
    text_vi = (
        "Ngày trên văn bản không nằm trong thời gian mất của lần khôi phục nào đã khai báo. Chỉ văn bản ban hành trong "
        "thời gian đó được ghi lại; văn bản khác hãy ký và cấp số như thường lệ."
    )
    text_en = (
        "No declared restore lost the day on the paper. Only papers issued in such a time are entered again; sign and "
        "number others as usual."
    )


class NumberNotSkipped(Conflict):
    """The number is none that a restore jumped over."""

    code = "number_not_skipped"
    text_vi = (
        "Số này không thuộc dãy số bị bỏ qua khi khôi phục, hoặc đã ghi cho văn bản khác. Hãy so lại với văn bản; dãy "
        "số bị bỏ qua xem ở trang Khôi phục hệ thống."
    )
    text_en = (
        "A restore did not jump over this number, or it was entered for another paper. Compare it with the paper; the "
        "page Restores has the numbers that were jumped over."
    )


class NumberReadsOtherwise(Invalid):
    """It is not written as this issuer's numbers on this form are."""

    code = "number_reads_otherwise"
    text_vi = "Số phải ghi đúng như trên văn bản, theo mẫu {like}."
    text_en = "Write the number as the paper has it, like {like}."


class CodeKnown(Conflict):
    """The code is no code, or another paper's."""

    code = "code_known"
    text_vi = "Mã tra cứu không đọc được, hoặc sổ đã có văn bản mang mã này."
    text_en = "The verification code cannot be read, or the register has a paper with it."


class Borne(msgspec.Struct, frozen=True, kw_only=True):
    """What the paper in somebody's hand bears."""

    number: str
    issued_on: date
    """The day on it, Vietnam's."""
    code: str
    """As it was typed; empty where it has none."""


async def reissue(
    document_id: UUID,
    fields_hash: str,
    borne: Borne,
    actor: Actor,
    *,
    judge: issuing.Judge,
    alone: str | None = None,
) -> ledger.Outcome:
    """Enter it, to be scanned and compared; opens its transactions itself.

    Raises NotFound, PaperNotReady, DayNotLost, NumberNotSkipped, NumberReadsOtherwise, CodeKnown, numbering's
    OfficerNumberMissing, Unavailable; RefusedAct where the door or `judge` refuses.
    """
    lost = await _lost(borne.issued_on)
    code = await _code(borne.code)
    async with transaction():
        case_id, paper = await issuing.look(document_id, fields_hash, actor, judge)
        issuer = dict(await contents.issuer_of(actor, case_id))
        number, text = _number(paper, issuer, borne, actor)
        if not await numbering.is_skipped(number):
            raise NumberNotSkipped
        unit_id = await cases.unit_of(case_id)
    at = datetime.combine(borne.issued_on, time(12), numbering.VIETNAM)
    content = contents.content(paper, issuer, number=text, code=code, now=at)
    data = await rendering.render_async(content)
    act = s.DocumentPrinted(
        document_id=document_id,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=fields_hash,
        number=text,
        issued_on=borne.issued_on,
        issued_at=clock.now(),
        issuer_title=issuer["title_vi"],
        code=code,
        sha256=await storing.put(unit_id, document_id, data),
        size=len(data),
        pages=len(PdfReader(io.BytesIO(data)).pages),
        issuer_name=issuer["full_name"],
        issuer_unit=issuer["unit_name"],
        issuer_superior=issuer["superior_name"],
        alone=alone,
        restored=lost.act_id,
    )
    async with transaction():
        await issuing.look(document_id, fields_hash, actor, None)
        if dict(await contents.issuer_of(actor, case_id)) != issuer:
            raise issuing.PaperNotReady
        if there := await numbering.held(document_id):
            why = "Văn bản mang số đã có từ trước. / The paper bears a number from before."
            ledger.unwrap(await issuing.void(case_id, document_id, there, why, actor))
        if not await numbering.use_skipped(number, document_id):
            raise NumberNotSkipped
        outcome = await cases.act(case_id, CaseAct.DOCUMENT_PRINTED, act, actor)
        ledger.unwrap(outcome)
        at_day = numbering.day_of(lost.declared_at)
        note = s.NoteAdded(text=_NOTE.format(number=text, day=borne.issued_on, at=at_day))
        ledger.unwrap(await cases.act(case_id, CaseAct.NOTE_ADDED, note, actor))
        await enqueue(PROTECT_DOCUMENT, document_id)
    return outcome


_NOTE = (
    "Ghi lại văn bản số {number} ban hành ngày {day:%d/%m/%Y}, mất khỏi sổ trong lần khôi phục khai báo ngày "
    "{at:%d/%m/%Y}: số, ngày và mã lấy theo văn bản đã ký."
)


async def _lost(day: date) -> telling.Restore:
    """The restore that lost this day. Raises DayNotLost."""
    for one in await telling.restores():
        until = numbering.day_of(one.declared_at)
        since = numbering.day_of(one.held_until or one.declared_at)
        if one.lost_something and since <= day <= until:
            return one
    raise DayNotLost


async def _code(typed: str) -> str:
    if not typed.strip():
        return signing.new_code()
    code = signing.read_code(typed)
    if code is None or await queries.code_taken(code):
        raise CodeKnown
    return code


def _number(
    paper: PaperView, issuer: dict[str, Any], borne: Borne, actor: Actor
) -> tuple[numbering.Number, str]:
    """The number that was typed, read as this issuer writes it. Raises NumberReadsOtherwise, OfficerNumberMissing."""
    symbol = documents.get_form(paper.form, paper.form_version)["x-symbol"]
    who = issuing.issuer_as(paper, issuer, actor)

    def written(number: int) -> str:
        return issuing.number_text(who, symbol, number, issuer)

    typed = borne.number.strip()
    first = typed.partition("/")[0]
    digits = first[4:] if who.kind == "unit" else first
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
    if number < 1 or written(number) != typed:
        raise NumberReadsOtherwise(like=written(1))
    form = issuing.sequence_of(paper.form)
    return numbering.Number(
        issuer=who, form=form, year=borne.issued_on.year, number=number
    ), written(number)
