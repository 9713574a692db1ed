"""How a decision of the history is carried out: delivered, paid, enforced, lapsed, complained about, changed."""

from datetime import date, timedelta
from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.rules import owed
from backend.core import clock, local_time
from backend.law.rules import lapsing
from deploy.demo.living import paying, reliefs
from deploy.demo.living.course import Course, after, at, working
from deploy.demo.stories.ends import RELIEVED, End
from schemas.casework.acts import complaints, execution
from schemas.casework.words import CaseAct, DeliveryMode, PaymentKind
from schemas.core.ids import new_id

_BEFORE_PAYING = (End.SANCTIONED, End.DELIVERED)
_TO_PAY = "D15"
_TO_COLLECT = "D18"
_OWNER = "Người đại diện của cơ sở"


async def deliver(case: Course, document: UUID, fine: int) -> None:
    """Deliver a signed decision on the next working day, and go on as the story does."""
    story, team = case.story, case.team
    day = working(clock.today() + timedelta(days=1))
    if not case.comes(at(day, 10)):
        return
    delivered = execution.DecisionDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=day,
        deemed=False,
        attempts=1,
        proof="Ký nhận trực tiếp",
        receiver=_OWNER,
        proof_document_id=None,
    )
    await case.act(CaseAct.DECISION_DELIVERED, delivered, team.writer)
    if story.end in RELIEVED:
        await reliefs.grant(case, fine)
        return
    match story.end:
        case End.ENFORCING | End.ENFORCED:
            await _enforce(case, day, fine)
        case End.COMPLAINED | End.RESOLVED | End.SUSPENDED:
            await _complain(case, document, day, fine)
        case End.ANNULLED:
            await _annul(case, document)
        case End.CORRECTED:
            await _correct(case, document)
            await pay_in_time(case, fine, day)
        case End.LAPSED:
            await _lapse(case)
        case End.SANCTIONED | End.DELIVERED:
            pass
        case _:
            await pay_in_time(case, fine, day)


async def pay_in_time(case: Course, fine: int, delivered: date) -> None:
    """Pay within the ten days of Law 15/2012 Art 78.1; a part if the story ends there."""
    story = case.story
    if not case.comes(after(at(delivered, 15), 2 + story.index % 5, 15)):
        return
    part = story.end is End.PART_PAID
    await paying.pay(case, fine // 2 if part else fine)
    if story.end not in (End.PAID, End.PART_PAID):
        await paying.complete(case)


async def _enforce(case: Course, delivered: date, fine: int) -> None:
    """Order enforcement once the time of the decision is over (Arts 73.1, 86); the bank pays later."""
    if not case.comes(after(at(delivered, 9), 20, 9)):
        return
    sheet = await case.file("Quyết định cưỡng chế thi hành", case.team.leader)
    ordered = execution.EnforcementOrdered(
        measure="Khấu trừ tiền từ tài khoản",
        decided_on=clock.today(),
        document_id=None,
        sheet=sheet,
    )
    await case.act(CaseAct.ENFORCEMENT_ORDERED, ordered, case.team.head)
    if case.story.end is End.ENFORCING or not case.comes(after(clock.now(), 18, 14)):
        return
    await paying.pay(case, fine)
    view, (_, facts) = (
        await cases.view(case.id, case.team.writer),
        await cases.facts_of(case.id, case.team.writer),
    )
    due = next((one.due_at for one in view.clocks if one.rule == _TO_PAY), None)
    last = local_time.day_of(due) - timedelta(days=1) if due else None
    if interest := owed.interest(facts, last):
        await paying.pay(case, interest, PaymentKind.LATE_INTEREST)
    await paying.complete(case)


async def _lapse(case: Course) -> None:
    """Note that a year is over, on the first day after it (Art 74.1)."""
    view = await cases.view(case.id, case.team.writer)
    ends = max((one.due_at for one in view.clocks if one.rule == _TO_COLLECT), default=None)
    if ends is None:
        raise LookupError("a decision that was delivered has no time to be carried out")
    lapses = lapsing.lapses_on(local_time.day_of(ends) - timedelta(days=1))
    if case.comes_on(lapses, 9):
        lapsed = execution.ExecutionLapsed(
            lapsed_on=lapses, reason="Hết thời hiệu thi hành quyết định xử phạt (Điều 74)."
        )
        await case.act(CaseAct.EXECUTION_LAPSED, lapsed, case.team.head)


async def _complain(case: Course, document: UUID, delivered: date, fine: int) -> None:
    """Take a complaint, which its maker accepts within ten days and resolves in thirty (Law 02/2011)."""
    story, team, complaint = case.story, case.team, new_id()
    if not case.comes(after(at(delivered, 9), 3, 9)):
        return
    letter = await case.file("Đơn khiếu nại", team.leader)
    filed = complaints.ComplaintFiled(
        complaint_id=complaint,
        against=document,
        lawsuit=False,
        filed_at=clock.now(),
        by=_OWNER,
        content="Đề nghị xem lại mức phạt: cơ sở vi phạm lần đầu, đã tự nguyện khai báo.",
        about="sanction",
        known_on=delivered,
        sheet=letter,
    )
    await case.act(CaseAct.COMPLAINT_FILED, filed, team.writer)
    if not case.comes(after(clock.now(), 4, 14)):
        return
    notice = await case.file("Thông báo thụ lý khiếu nại", team.leader)
    accepted = complaints.ComplaintAccepted(
        complaint_id=complaint,
        accepted_on=clock.today(),
        resolver="maker",
        name="Chi cục trưởng",
        complex=False,
        sheet=notice,
    )
    await case.act(CaseAct.COMPLAINT_ACCEPTED, accepted, team.head)
    accepted_at = clock.now()
    if story.end is End.RESOLVED:  # a complaint stops no payment (Law 15/2012 Art 15, 73)
        await paying.pay(case, fine)
        await _resolve(case, complaint)
    elif story.end is End.SUSPENDED and case.comes(after(accepted_at, 1, 10)):
        answers = {
            "act": CaseAct.EXECUTION_SUSPENDED,
            "ground": "complaint",
            "complaint_id": str(complaint),
            "reason": "Thi hành ngay sẽ gây hậu quả khó khắc phục (Điều 35 Luật Khiếu nại).",
            "until": (local_time.day_of(accepted_at) + timedelta(days=25)).isoformat(),
        }
        await case.paper("MQĐ31", team.head, {}, drafter=team.writer, answers=answers)


async def _resolve(case: Course, complaint: UUID) -> None:
    """Keep the decision, tell the complainant within three working days, and see the case closed."""
    if not case.comes(after(clock.now(), 2, 10)):
        return
    sheet = await case.file("Quyết định giải quyết khiếu nại", case.team.leader)
    resolved = complaints.ComplaintResolved(
        complaint_id=complaint,
        upheld=False,
        resolved_on=clock.today(),
        reason="Mức phạt đúng khung và tình tiết; giữ nguyên quyết định.",
        document_id=None,
        result="keep",
        sheet=sheet,
    )
    await case.act(CaseAct.COMPLAINT_RESOLVED, resolved, case.team.head)
    if case.comes(at(clock.today(), 15)):
        sent = complaints.ComplaintResultSent(
            complaint_id=complaint, sent_on=clock.today(), received_on=clock.today()
        )
        await case.act(CaseAct.COMPLAINT_RESULT_SENT, sent, case.team.writer)
        await paying.complete(case)


async def _annul(case: Course, document: UUID) -> None:
    """Cancel the decision as a whole: the wrong person was fined (Decree 118/2021 Art 13.1 a)."""
    if not case.comes(after(clock.now(), 5, 10)):
        return
    typed: dict[str, object] = {
        "reason": "Người bị xử phạt không phải là chủ hàng (đã xác minh).",
        "ground": "subject",
    }
    await case.paper("MQĐ40", case.team.head, typed, drafter=case.team.writer, of=document)


async def _correct(case: Course, document: UUID) -> None:
    """Correct a slip in the decision's text (MQĐ39, Decree 118/2021 Art 14)."""
    if case.comes(after(clock.now(), 1, 9)):
        typed: dict[str, object] = {
            "reason": "Sai lỗi chính tả khi soạn thảo.",
            "changes": [
                {"article": "Điều 1", "before": "cơ sỡ", "after": "cơ sở"},
            ],
        }
        await case.paper("MQĐ39", case.team.head, typed, drafter=case.team.writer, of=document)
