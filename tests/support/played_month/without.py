"""Stories in which something is missing: time, a sanction, a decision before the sale, a decision complained about."""

from typing import Any

from backend.casework.clocks import service as case_clocks
from backend.core import clock
from backend.core.local_time import day_of
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, ExhibitState, PaymentKind
from schemas.core.ids import new_id
from schemas.law.provisions import RemedyKind
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.later import at
from tests.support.played_month.making import deliver, due, filed, pay, person, sanctioned
from tests.support.three_provinces import Force


async def a_lapse(force: Force) -> None:
    """Fined in December: 2 million are paid; a year on the time is over; a million paid before is entered later."""
    with at("2026-12-10 10:00"):
        case = await sanctioned(force["4601"], person(31))
        await deliver(case)
    with at("2027-11-20 10:00"):
        await pay(case, 2_000_000)
    with at("2027-12-14 09:00"):
        clocks = await case_clocks.clocks_of(case.id)
        day = next(day_of(one.due_at) for one in clocks if one.rule == "D18")
        lapsed = case_execution_acts.ExecutionLapsed(lapsed_on=day, reason="Quá một năm")
        await case.take(CaseAct.EXECUTION_LAPSED, lapsed)
    with at("2027-12-30 09:00"):
        await pay(case, 1_000_000, paid_on=cases_made.in_days(-25))


async def remedies_alone(force: Force) -> None:
    """On the 17th, a minute after midnight: nobody is fined, for the violator is dead; two remedies of one kind."""
    with at("2026-12-16 10:00"):
        case = await due(force["0103"], person(32))
        await filed(case, case.people.an)
    with at("2026-12-17 00:01"):
        ordered: dict[str, Any] = {
            "decided_on": today(),
            "why": "violator_dead",
            "reason": "Người vi phạm đã chết",
            "confiscated": [],
            "remedies": ["Buộc tiêu hủy rượu", "Buộc tiêu hủy nhãn"],
            "kinds": [RemedyKind.DESTROY, RemedyKind.DESTROY],
            "comply_days": 10,
        }
        proof = next(
            one.act_id
            for one in reversed((await case.facts()).events)
            if one.type == CaseAct.SHEETS_FILED
        )
        content = case_acts.RemedyOrdered(document_id=new_id(), ground_proof=proof, **ordered)
        paper = await cases_made.remedied(case, content)
        content = case_acts.RemedyOrdered(document_id=paper, ground_proof=proof, **ordered)
        await case.take(CaseAct.REMEDY_ORDERED, content)


async def sold_before_the_decision(force: Force) -> None:
    """Two lots are sold as perishable for 4 million on deposit; the decision of the 16th takes three quarters of it."""
    fish = cases_made.exhibit(name="Cá tươi", value=15_000_000)
    fruit = cases_made.exhibit(name="Quả tươi", value=5_000_000)
    with at("2026-12-08 10:00"):
        case = await due(force["4601"], person(33))
        seized = await cases_made.seized(case, fish, fruit)
        await case.take(CaseAct.EXHIBITS_SEIZED, seized, case.worker)
    with at("2026-12-09 10:00"):
        sold = case_exhibit_acts.ExhibitsDisposed(
            exhibits=[fish.exhibit_id, fruit.exhibit_id],
            disposition=ExhibitState.SOLD_EARLY,
            on=today(),
            document_id=None,
            proceeds=4_000_000,
            reason="Dễ hỏng",
            sheet=await filed(case, case.worker),
            receiver="Chợ đầu mối",
            deposited="3941.0.1054321 Kho bạc Nhà nước, chứng từ 77",
        )
        await case.take(CaseAct.EXHIBITS_DISPOSED, sold)
    with at("2026-12-16 23:50"):
        imposed = await cases_made.imposed(case, confiscated=[fish.exhibit_id])
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)
        await deliver(case)
    with at("2026-12-17 10:00"):
        await pay(case, 3_000_000, PaymentKind.SALE_PROCEEDS)


async def complaints(force: Force) -> None:
    """One decision is complained about twice and sued about, and so is an act that has no paper."""
    with at("2026-12-10 10:00"):
        case = await sanctioned(force["0102"], person(34))
        await deliver(case)
    decision = case.papers["MQĐ02"]
    with at("2026-12-14 23:59"):
        await _complain(case, against=decision, about="sanction")
    with at("2026-12-15 00:01"):
        await _complain(case, against=decision, about="sanction")
        await _complain(case, against=None, about="other", what="Không cho ghi ý kiến")
    with at("2026-12-18 10:00"):
        await _complain(case, against=decision, about="sanction", lawsuit=True)


async def _complain(case: Case, **said: Any) -> None:
    given: dict[str, Any] = {
        "complaint_id": new_id(),
        "lawsuit": False,
        "filed_at": clock.now(),
        "by": "Bà Nguyễn Thị Lựu",
        "content": "Đề nghị xem lại.",
        "known_on": cases_made.in_days(-1),
    } | said
    filed_now = case_complaint_acts.ComplaintFiled(sheet=await filed(case), **given)
    await case.take(CaseAct.COMPLAINT_FILED, filed_now, case.worker)
