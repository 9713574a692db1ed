"""Plays the case of a story, from the violation minutes as far as its days have come.

The decision is a paper like any other: laid out, signed at its day with its signer's certificate and
a time-stamp of the demonstration's own authority, and stored.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.drafting import ordering, sanction_views, taking_in
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.documents.signing.opening import OpenedCertificate
from backend.fieldwork.inspections import service as inspections
from backend.force.numbers import planned
from backend.force.numbers import service as numbering
from backend.law.deadlines import service as deadlines
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from deploy.demo.demo_data import Business
from deploy.demo.living import papers
from deploy.demo.living.visits import Team, Visited, subject_of
from deploy.demo.stories.plan import AFTER, BEFORE, End, Story
from schemas.casework.acts import beside, complaints, execution, handed, intake, parts, proceedings
from schemas.casework.words import CaseAct, CaseOfficerRole, CloseOutcome, DeliveryMode, PaymentKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.fieldwork.inspections import InspectionView
from schemas.law.sanctions import Computation

_CASES = "VV"
"""The register of cases."""
_PAGES = 3
"""Of violation minutes with one behaviour, as they are laid out."""
_TREASURY = "Kho bạc Nhà nước khu vực I"
_NOTHING = "Kiểm tra không phát hiện vi phạm."
_UNFORESEEN = "Vi phạm do sự kiện bất ngờ (khoản 3 Điều 11 Luật Xử lý vi phạm hành chính)."
_OTHER_FIELD = "Hành vi thuộc lĩnh vực do cơ quan khác quản lý."
_HANDED_ON = timedelta(hours=20)
"""Within the day that a file of another body's may lie (Circular 27/2020 Art 22)."""
_BEFORE_PAYING = (End.SANCTIONED, End.DELIVERED, End.COMPLAINED)


Signs = Mapping[str, OpenedCertificate]
"""The open certificates of those who sign, by user name."""


class Played:
    """A case while it is played; every step is made only if its hour has come."""

    def __init__(self, story: Story, team: Team, now: datetime) -> None:
        self._story = story
        self._team = team
        self._now = now
        self.id = UUID(int=0)

    def _comes(self, moment: datetime) -> bool:
        """Show this moment on the clock, unless it is still to come."""
        if moment >= self._now:
            return False
        clock.show(moment)
        return True

    async def _act(self, kind: CaseAct, content: Wire, by: Actor) -> None:
        ledger.unwrap(await cases.act(self.id, kind, content, by))

    async def propose(self, at: Business, subject_id: UUID) -> None:
        """Begin the case with an officer's proposal, which the head may turn down."""
        story, team = self._story, self._team
        clock.show(story.decided - BEFORE)
        proposed = intake.InspectionProposed(
            opening=await self._opening(),
            document_id=None,
            basis="Theo dõi địa bàn: hàng bày bán không có nhãn phụ tiếng Việt.",
            contents=["Nguồn gốc, xuất xứ và nhãn hàng hóa", "Hóa đơn, chứng từ"],
            expected_violation="Kinh doanh hàng hóa nhập lậu",
            expected_law="Điều 15 Nghị định số 98/2020/NĐ-CP",
            proposed_start=local_time.day_of(story.visited),
            duration_days=2,
            party=_as_party(msgspec.to_builtins(subject_of(at, subject_id))),
        )
        self.id, outcome = await cases.start(team.writer, CaseAct.INSPECTION_PROPOSED, proposed)
        ledger.unwrap(outcome)
        if story.end is End.REJECTED and self._comes(story.decided):
            rejected = intake.ProposalRejected(reason="Cơ sở đã được kiểm tra trong năm nay.")
            await self._act(CaseAct.PROPOSAL_REJECTED, rejected, team.head)

    async def link(self, inspection_id: UUID, number: str) -> None:
        """Link the decision to a case that began with a proposal."""
        if self._story.proposed:
            linked = intake.DecisionLinked(
                inspection_id=inspection_id,
                decision_number=number,
                planned=False,
                emergency="Hàng có thể bị tẩu tán trong ngày.",
            )
            await self._act(CaseAct.DECISION_LINKED, linked, self._team.head)

    async def play(self, visited: Visited, signs: Signs) -> None:
        """Enter what follows from the violation minutes, within the caller's transaction."""
        story, team = self._story, self._team
        if not self._comes(story.visited + AFTER):
            return
        view = await inspections.inspection_view(visited.id, team.writer)
        if not story.proposed:
            await self._open(view)
        [paper] = view.documents
        outcome, left = await taking_in.take_in(
            await cases.view(self.id, team.writer), paper, visited.id, _PAGES, {}, team.writer
        )
        ledger.unwrap(outcome)
        if left is not None:
            raise TypeError(f"the minutes of a story are not recorded: {left}")
        if story.end is End.EXPLAINING:
            return
        waived = proceedings.ExplanationWaived(how="declared", at=clock.now(), reason="")
        await self._act(CaseAct.EXPLANATION_WAIVED, waived, team.writer)
        if story.sanctioned is not None:
            if self._comes(story.sanctioned - timedelta(hours=5)):
                await self._sanction(signs)
            return
        match story.end:
            case End.DECLINED:
                await self._decline(signs)
            case End.TRANSFERRED:
                await self._transfer(signs)
            case End.VERIFYING:
                await self._verify()
            case End.WITH_CHAIR:
                await self._send_up()
            case _:
                pass

    async def close(self, signs: Signs) -> None:
        """Close a case whose inspection found nothing, as its leader reports; and archive it."""
        day = _working(local_time.day_of(self._story.visited) + timedelta(days=4))
        if not self._comes(_at(day, 9)):
            return
        report = await self._report(signs, _NOTHING, "Đề nghị kết thúc vụ việc.")
        closed = proceedings.CaseClosed(
            outcome=CloseOutcome.COMPLIANT,
            reason=_NOTHING,
            informant_told_on=None,
            document_id=report,
        )
        await self._act(CaseAct.CASE_CLOSED, closed, self._team.head)

    async def _opening(self) -> parts.Opening:
        team, day = self._team, clock.today()
        own = await cases.as_officer(team.writer.officer_id, CaseOfficerRole.LEAD)
        member = await cases.as_officer(team.leader.officer_id, CaseOfficerRole.MEMBER)
        number = self._story.case_number or 1
        await planned.use(team.unit_id, _CASES, day.year, number, new_id())
        return parts.Opening(
            number=f"{numbering.unit_number_text(_CASES, number, team.code)}-{day.year}",
            unit_id=team.unit_id,
            rule_set=deadlines.rule_set_at(day),
            officers=[own, member],
        )

    async def _open(self, view: InspectionView) -> None:
        content = intake.CaseOpened(
            opening=await self._opening(),
            inspection_id=view.id,
            decision_number=view.decision.number,
            party=_as_party(msgspec.to_builtins(view.decision.subject)),
        )
        self.id, outcome = await cases.start(self._team.writer, CaseAct.CASE_OPENED, content)
        ledger.unwrap(outcome)

    async def _sanction(self, signs: Signs) -> None:
        story, team = self._story, self._team
        computation = await self._computed()
        note = "Đề nghị xử phạt theo biên bản, đã đối chiếu tang vật và hóa đơn."
        typed: dict[str, object] = {"pay_to": _TREASURY, "account": "3511.0.1012345"}
        document = await papers.draft(self.id, "MQĐ02", team.writer, note, typed, computation)
        if story.sanctioned is None or not self._comes(story.sanctioned):
            return
        opened = signs[team.head.username]
        await papers.sign(self.id, document, team.head, opened, story.sanction_number)
        if story.end is not End.SANCTIONED:
            await self._deliver(document, computation.total_vnd)

    async def _report(self, signs: Signs, results: str, proposals: str) -> UUID:
        """Have the team's leader report in writing (BC) what the head decides on."""
        leader = self._team.leader
        typed: dict[str, object] = {
            "to": "Chi cục trưởng",
            "about": "kết quả xử lý vụ việc",
            "course": "Đoàn kiểm tra đã lập biên bản và làm việc với các bên liên quan.",
            "results": results,
            "proposals": proposals,
        }
        document = await papers.draft(self.id, "BC", leader, "", typed)
        await papers.sign(self.id, document, leader, signs[leader.username])
        return document

    async def _deliver(self, document: UUID, fine: int) -> None:
        story, team = self._story, self._team
        if story.sanctioned is None:
            return
        day = _working(local_time.day_of(story.sanctioned) + timedelta(days=1))
        if not self._comes(_at(day, 10)):
            return
        delivered = execution.DecisionDelivered(
            document_id=document,
            mode=DeliveryMode.DIRECT,
            delivered_on=day,
            deemed=False,
            attempts=1,
            proof="Ký nhận trực tiếp",
            receiver="Người đại diện của cơ sở",
            proof_document_id=None,
        )
        await self._act(CaseAct.DECISION_DELIVERED, delivered, team.writer)
        if story.end is End.ENFORCED:
            await self._enforce(day)
        elif story.end is End.COMPLAINED:
            await self._complain(document, day)
        elif story.end not in _BEFORE_PAYING:
            await self._pay(fine, day)

    async def _pay(self, fine: int, delivered: date) -> None:
        """Pay within the ten days of Law 15/2012 Art 78.1; a part if the story ends there."""
        story, team = self._story, self._team
        day = _working(delivered + timedelta(days=2 + story.index % 5))
        if not self._comes(_at(day, 15)):
            return
        part = story.end is End.PART_PAID
        paid = execution.PaymentReceived(
            payment_id=new_id(),
            kind=PaymentKind.FINE,
            amount=fine // 2 if part else fine,
            paid_on=day,
            receipt_number=f"KBNN-{day:%Y}-{story.index + 1:04d}",
            place=_TREASURY,
        )
        await self._act(CaseAct.PAYMENT_RECEIVED, paid, team.writer)
        done = _working(day + timedelta(days=1))
        if story.end in (End.PAID, End.PART_PAID) or not self._comes(_at(done, 9)):
            return
        completed = execution.ExecutionCompleted(completed_on=done)
        await self._act(CaseAct.EXECUTION_COMPLETED, completed, team.head)
        shelved = _working(done + timedelta(days=3))
        if story.end is End.EXECUTED or not self._comes(_at(shelved, 16)):
            return
        archived = execution.CaseArchived(
            archived_on=shelved, shelf=f"Kệ {story.index % 6 + 1}, hộp {story.index % 30 + 1}"
        )
        await self._act(CaseAct.CASE_ARCHIVED, archived, team.head)

    async def _complain(self, document: UUID, delivered: date) -> None:
        day = _working(delivered + timedelta(days=3))
        if not self._comes(_at(day, 9)):
            return
        filed = complaints.ComplaintFiled(
            complaint_id=new_id(),
            against=document,
            lawsuit=False,
            filed_at=clock.now(),
            by="Người đại diện của cơ sở",
            content="Đề nghị xem lại mức phạt: cơ sở vi phạm lần đầu, đã tự nguyện khai báo.",
            about="sanction",
            known_on=delivered,
        )
        await self._act(CaseAct.COMPLAINT_FILED, filed, self._team.writer)

    async def _enforce(self, delivered: date) -> None:
        """Order enforcement once the ten days of the decision are over (Law 15/2012 Arts 73.1, 86)."""
        day = _working(delivered + timedelta(days=20))
        if not self._comes(_at(day, 9)):
            return
        sheet = await self._file("Quyết định cưỡng chế thi hành", self._team.leader)
        ordered = execution.EnforcementOrdered(
            measure="Khấu trừ tiền từ tài khoản", decided_on=day, document_id=None, sheet=sheet
        )
        await self._act(CaseAct.ENFORCEMENT_ORDERED, ordered, self._team.head)

    async def _send_up(self) -> None:
        """Send the file to the chair of the People's Committee (Circular 27/2020 Art 25)."""
        day = _working(local_time.day_of(self._story.visited) + timedelta(days=2))
        if not self._comes(_at(day, 10)):
            return
        sheet = await self._file("Tờ trình và biên bản bàn giao hồ sơ", self._team.leader)
        sent = handed.CaseSentUp(
            to="chair",
            receiver="Chủ tịch Ủy ban nhân dân cấp tỉnh",
            unit_id=None,
            sent_on=day,
            why="several_fields",
            reason="Hành vi thuộc lĩnh vực của nhiều cơ quan.",
            sheet=sheet,
        )
        await self._act(CaseAct.CASE_SENT_UP, sent, self._team.head)

    async def _verify(self) -> None:
        """Order verification of what the decision needs; its written order is filed first."""
        team = self._team
        if not self._comes(self._story.visited + timedelta(hours=27)):
            return
        sheet = await self._file("Văn bản giao xác minh", team.leader)
        officer = await cases.as_officer(team.writer.officer_id, CaseOfficerRole.VERIFIER)
        ordered = intake.VerificationOrdered(
            officers=[officer],
            due_on=_working(clock.today() + timedelta(days=8)),
            testing=False,
            document_id=None,
            reason="Xác minh nguồn gốc lô hàng với bên bán.",
            sheet=sheet,
        )
        await self._act(CaseAct.VERIFICATION_ORDERED, ordered, team.head)

    async def _decline(self, signs: Signs) -> None:
        day = _working(local_time.day_of(self._story.visited) + timedelta(days=5))
        if not self._comes(_at(day, 11)):
            return
        report = await self._report(signs, _UNFORESEEN, "Đề nghị không ra quyết định xử phạt.")
        declined = proceedings.SanctionDeclined(
            reason=_UNFORESEEN,
            document_id=report,
            why="art_11",
        )
        await self._act(CaseAct.SANCTION_DECLINED, declined, self._team.head)

    async def _transfer(self, signs: Signs) -> None:
        if not self._comes(self._story.visited + AFTER + _HANDED_ON):
            return
        report = await self._report(signs, _OTHER_FIELD, "Đề nghị chuyển hồ sơ.")
        transferred = proceedings.CaseTransferred(
            to="Công an cấp xã nơi có cơ sở",
            why="other_field",
            reason=_OTHER_FIELD,
            document_id=report,
        )
        await self._act(CaseAct.CASE_TRANSFERRED, transferred, self._team.head)

    async def _file(self, title: str, by: Actor) -> int:
        filed = beside.SheetsFiled(
            title=title,
            issued_on=clock.today(),
            number=None,
            sheets=1,
            document_id=None,
            sha256=None,
        )
        await self._act(CaseAct.SHEETS_FILED, filed, by)
        _, facts = await cases.facts_of(self.id, by)
        return facts.last_sheet

    async def _computed(self) -> Computation:
        about = await sanction_views.to_decide(self.id, self._team.writer)
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
            about.subject, clock.today(), acts, [], [], about.book, without_fine=False
        )
        return ordering.settled(sanctions.compute(order))


def _as_party(subject: dict[str, Any]) -> parts.Party:
    names = parts.Party.__struct_fields__
    known = dict.fromkeys(names) | {"nationality": "Việt Nam"}
    return msgspec.convert({name: subject.get(name, known[name]) for name in names}, parts.Party)


def _working(day: date) -> date:
    return deadlines.calendar().next_working(day)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 7), local_time.VIETNAM)
