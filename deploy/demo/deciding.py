"""Cases of the demonstration that are not decided, with their papers in routes.

A sanction is with the legal officer; a seizure has the legal officer's opinion and waits for the
head; in the third case the time to fine is over (Law 15/2012 Arts 65, 66.1), so its decision on
remedies alone waits for a head who hears no legal officer any more.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.submissions import service as submissions
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.drafting.service import ordering, sanction_views
from backend.core import clock
from backend.core.actors import Actor
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from deploy.demo import site_papers
from deploy.demo.cast import Cast
from schemas.approvals.submissions import OpinionGiven, Submitted
from schemas.approvals.words import SubmittedKind
from schemas.casework.acts import exhibits, handed, intake, parts
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, SubjectKind
from schemas.fieldwork.inspections import InspectionView
from schemas.law.sanctions import Computation

_POLICE = "Công an phường Mẫu Đơn"
_ALONE = "Văn thư nghỉ, nhận hồ sơ ngoài giờ tại trụ sở Đội."
_HELD_DAYS = 7
"""Working days (Law 15/2012 Art 125.8)."""
_DESTROYED = {
    "kind": "destroy",
    "measure": "Buộc tiêu hủy hàng hóa nhập lậu",
    "term": "15 ngày, kể từ ngày nhận được Quyết định này",
}
_TREASURY = "Kho bạc Nhà nước khu vực I"
_OVER_DAYS = 45
"""Longer ago than any time to decide, on any calendar: a month from the minutes and its holidays."""


async def give(cast: Cast, seizing: InspectionView, sheets: int) -> None:
    """Enter three cases and submit a paper of each, in the caller's transaction.

    `seizing`: the inspection with seizure minutes, which have so many `sheets`.
    """
    await _sanction(cast)
    await _seizure(cast, seizing, sheets)
    await _too_late(cast)


async def _sanction(cast: Cast) -> None:
    """A file that the police handed over: its sanction waits for the legal officer."""
    case_id = await _received(cast, "Phan Văn Thử", "07/BB-VPHC", clock.today() - timedelta(days=1))
    computation = await _computed(case_id, cast.inspector)
    note = "Đề nghị xử phạt theo biên bản của Công an phường, không có tình tiết tăng nặng."
    await _submit(
        cast, case_id, "MQĐ02", note, computation, pay_to=_TREASURY, account="3511.0.1012345"
    )


async def _received(cast: Cast, name: str, minutes: str, on: date) -> UUID:
    """Take in a file of another force, by the team leader alone, who says why."""
    member = await cases.as_officer(cast.inspector.officer_id, CaseOfficerRole.MEMBER)
    content = handed.FileReceived(
        opening=await cases.opening(cast.leader, member),
        source="force",
        body=_POLICE,
        transfer_number="31/CAP-HS",
        transfer_on=on,
        received_on=on,
        handover="BBBG 31, đại diện Công an phường Mẫu Đơn",
        sheets=6,
        document_id=new_id(),
        minutes_number=minutes,
        minutes_on=on,
        minutes_by="Đại úy Nguyễn Văn Nháp, cán bộ Công an phường",
        detected_on=on,
        violations=[_violation(on)],
        party=_party(name),
        explanation_right=False,
        explanation_waived=False,
        electronic_consent=False,
        alone=_ALONE,
    )
    case_id, outcome = await cases.start(cast.leader, CaseAct.FILE_RECEIVED, content)
    ledger.unwrap(outcome)
    return case_id


def _violation(on: date) -> RecordedViolation:
    return RecordedViolation(
        code=site_papers.BEHAVIOUR,
        catalogue_version=0,
        name=site_papers.WORDING,
        legal_basis=site_papers.PROVISION,
        description=site_papers.DESCRIPTION,
        ended_on=on,
        goods_value=site_papers.GOODS_VALUE,
        illicit_gain=None,
        aggravating=[],
        mitigating=[],
    )


def _party(name: str) -> parts.Party:
    return parts.Party(
        subject_id=None,
        kind=SubjectKind.INDIVIDUAL,
        name=name,
        trade_name=None,
        identity_number="001099900090",
        birth_date=date(1984, 3, 12),
        sex="male",
        nationality="Việt Nam",
        occupation="Buôn bán",
        tax_code=None,
        registration_number=None,
        address="Số 21 đường Cây Đa, xã Đồng Mẫu, thành phố Hà Nội",
        representative=None,
        representative_title=None,
        phone=None,
        email=None,
    )


async def _computed(case_id: UUID, actor: Actor, *, remedies: tuple[str, ...] = ()) -> Computation:
    about = await sanction_views.to_decide(case_id, actor)
    acts = []
    for known in about.violations:
        named = await ordering.behaviour(known.code, known, known.ended_on, about.book)
        said = ordering.TypedAct(
            acted_on=known.ended_on,
            circumstances=[],
            goods=None,
            gain=None,
            quantity=None,
            multipliers=[],
            warning=False,
            chosen=None,
            reason=None,
        )
        acts.append(ordering.act(known, named, said))
    order = ordering.order(
        about.subject,
        clock.today(),
        acts,
        [],
        list(remedies),
        about.book,
        without_fine=bool(remedies),
    )
    return ordering.settled(sanctions.compute(order))


async def _submit(
    cast: Cast,
    case_id: UUID,
    form: str,
    note: str,
    computation: Computation | None = None,
    **typed: Any,
) -> UUID:
    """Draft a paper by the inspector, for the head's signature, and submit it; returns its id."""
    document, outcome = await drafting.begin(case_id, form, cast.inspector, computation=computation)
    ledger.unwrap(outcome)
    _, _, paper = await cases.paper(document, cast.inspector)
    fields = paper.fields | typed
    made = await drafting.save(case_id, document, fields, cast.inspector, ready=True, note=note)
    if made is not None:
        ledger.unwrap(made)
    return document


async def _seizure(cast: Cast, seizing: InspectionView, sheets: int) -> None:
    """Goods found on site: the legal officer is for the seizure, the head is to sign it."""
    actor = cast.inspector
    member = await cases.as_officer(cast.leader.officer_id, CaseOfficerRole.MEMBER)
    content = intake.CaseOpened(
        opening=await cases.opening(actor, member),
        inspection_id=seizing.id,
        decision_number=seizing.decision.number,
        party=_inspected(seizing),
    )
    case_id, outcome = await cases.start(actor, CaseAct.CASE_OPENED, content)
    ledger.unwrap(outcome)
    number, day_of_minutes = await _take_in(case_id, seizing, sheets, actor)
    today, keeper = clock.today(), seizing.documents[0].fields["keeper"]
    document = await _submit(
        cast,
        case_id,
        "MQĐ20",
        "Hàng đang ở cửa hàng, cần tạm giữ ngay để ngăn việc bán tiếp.",
        purpose="prevent",
        reason="Hàng hóa không có hóa đơn, chứng từ, đang được bày bán.",
        exhibits=[site_papers.SEIZED],
        seizure_minutes_number=number,
        seizure_minutes_date=day_of_minutes,
        from_on=today.isoformat(),
        until_on=_working_days_after(today, _HELD_DAYS).isoformat(),
        days=_HELD_DAYS,
        custody_place=site_papers.KEPT_AT,
        keeper={name: keeper[name] for name in ("name", "title")},
    )
    await _advise(cast, case_id, document)


async def _take_in(
    case_id: UUID, seizing: InspectionView, sheets: int, actor: Actor
) -> tuple[str, str]:
    """Take the seizure minutes into the case, with the goods; returns their number and day."""
    [paper] = seizing.documents
    view = await cases.view(case_id, actor)
    outcome, _ = await cases.adopt(view, paper, seizing.id, sheets, actor)
    ledger.unwrap(outcome)
    goods = site_papers.SEIZED
    content = exhibits.ExhibitsSeized(
        document_id=paper.id,
        seized_at=datetime.fromisoformat(paper.fields["started_at"]),
        keeper=actor.full_name,
        place=site_papers.KEPT_AT,
        exhibits=[
            exhibits.Exhibit(
                exhibit_id=new_id(),
                name=goods["name"],
                kind="exhibit",
                unit=goods["unit"],
                quantity=goods["quantity"],
                brand=None,
                origin=None,
                serial=None,
                condition="Còn nguyên cuộn",
                value=site_papers.GOODS_VALUE,
                value_basis="Giá niêm yết tại cửa hàng",
                photos=[],
            )
        ],
    )
    ledger.unwrap(await cases.act(case_id, CaseAct.EXHIBITS_SEIZED, content, actor))
    return paper.number or "", clock.today().isoformat()


def _inspected(seizing: InspectionView) -> parts.Party:
    subject = msgspec.to_builtins(seizing.decision.subject)
    names = parts.Party.__struct_fields__
    known = dict.fromkeys(names) | {"nationality": "Việt Nam"}
    return msgspec.convert({name: subject.get(name, known[name]) for name in names}, parts.Party)


def _working_days_after(day: date, count: int) -> date:
    calendar = deadlines.calendar()
    for _ in range(count):
        day = calendar.next_working(day + timedelta(days=1))
    return day


async def _advise(cast: Cast, case_id: UUID, document: UUID) -> None:
    """Have the legal officer give an opinion in favour."""
    subject = Submitted(
        kind=SubmittedKind.SEIZURE, record_kind=RecordKind.CASE, record_id=case_id, item_id=document
    )
    waiting = await submissions.alive(subject)
    if waiting is None:
        return
    said = "Đủ căn cứ tạm giữ theo Điều 125 Luật Xử lý vi phạm hành chính."
    content = OpinionGiven(shown=waiting.shown, step=1, favour=True, text=said, checks=[])
    ledger.unwrap(await submissions.answer(waiting.id, content, cast.legal))


async def _too_late(cast: Cast) -> None:
    """A file whose time to decide is over: no fine, only the remedy."""
    on = clock.today() - timedelta(days=_OVER_DAYS)
    case_id = await _received(cast, "Đinh Văn Nháp", "02/BB-VPHC", on)
    computation = await _computed(case_id, cast.inspector, remedies=("destroy",))
    note = "Đã quá thời hạn ra quyết định xử phạt; đề nghị buộc tiêu hủy hàng hóa (Điều 65)."
    await _submit(
        cast,
        case_id,
        "MQĐ15",
        note,
        computation,
        ground="expired",
        reason="Đã hết thời hạn ra quyết định xử phạt.",
        damage="Hàng hóa không rõ nguồn gốc còn tại cửa hàng.",
        remedies=[_DESTROYED],
    )
