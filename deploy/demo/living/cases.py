"""Plays the case of a story, from its beginning to the decision; what follows is in executing.py."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.drafting import taking_in
from backend.core import clock, local_time
from backend.fieldwork.inspections import service as inspections
from backend.force.numbers import planned
from backend.force.numbers import service as numbering
from backend.intake.informations import service as informations
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from deploy.demo.demo_data import Business
from deploy.demo.living import alone, deciding, elsewhere, executing, seizing
from deploy.demo.living.course import Course, after
from deploy.demo.living.visits import Visited, subject_of
from deploy.demo.stories.ends import DECIDED, FORESEEN, SEIZING, End
from deploy.demo.stories.plan import AFTER, BEFORE
from schemas.casework.acts import intake, parts, proceedings
from schemas.casework.words import CaseAct, CaseOfficerRole, CloseOutcome, ExplanationMode
from schemas.core.ids import new_id
from schemas.fieldwork.inspections import InspectionView

_CASES = "VV"
"""The register of cases."""
_PAGES = 2
"""Of violation minutes with one behaviour, as they are laid out."""
_NOTHING = "Kiểm tra không phát hiện vi phạm."
_VIOLATION = "Kinh doanh hàng hóa nhập lậu"
_LAW = "Điều 15 Nghị định số 98/2020/NĐ-CP"
_CONTENTS = ("Nguồn gốc, xuất xứ và nhãn hàng hóa", "Hóa đơn, chứng từ")
_STORM = "Đoàn kiểm tra được điều động chống bão, không kiểm tra trong thời hạn."
CALLED_OFF = "Quyết định kiểm tra đã bị hủy bỏ trước khi công bố."
_CLOSED = "Cơ sở đã ngừng kinh doanh, trả giấy chứng nhận đăng ký; không còn hàng hóa tại địa điểm."


_WITHOUT_SANCTION: dict[End, Callable[[Course], Awaitable[None]]] = {
    End.DECLINED: elsewhere.decline,
    End.TRANSFERRED: elsewhere.transfer,
    End.CRIME: elsewhere.refer,
    End.CRIME_RETURNED: elsewhere.refer,
    End.REMEDIES_ALONE: alone.remedies,
    End.CONFISCATED: alone.confiscation,
    End.WITH_CHAIR: elsewhere.send_up,
}


class Played(Course):
    """The case of a story, to its decision."""

    async def begin(self, at: Business, subject_id: UUID, led: list[UUID]) -> None:
        """Begin the case before its inspection: with an item of the plan, or an officer's proposal.

        `led`: the informations on which the proposal rests.
        """
        clock.show(self.story.decided - BEFORE)
        party = _as_party(msgspec.to_builtins(subject_of(at, subject_id)))
        if self.story.end in FORESEEN:
            await self._foresee(party)
        else:
            await self._propose(party, led)

    async def _foresee(self, party: parts.Party) -> None:
        story, year = self.story, self.story.decided.year
        approved = local_time.day_of(story.decided) - timedelta(days=20)
        entered = intake.PlanItemEntered(
            opening=await self._opening(),
            plan_number=f"{approved:%m}/KH-Đ{story.team}",
            plan_kind="thematic",
            plan_approved_on=approved,
            year=year,
            contents=list(_CONTENTS),
            expected_from=local_time.day_of(story.decided),
            expected_to=min(
                local_time.day_of(story.decided) + timedelta(days=25),
                approved.replace(year=year, month=12, day=31),
            ),
            party=party,
        )
        self.id, outcome = await cases.start(self.team.head, CaseAct.PLAN_ITEM_ENTERED, entered)
        ledger.unwrap(outcome)
        if story.end is End.NO_ACTION and self.comes(after(story.decided, 9, 10)):
            report = await self.report(_CLOSED, "Đề nghị kết thúc vụ việc.")
            await self._close(CloseOutcome.NO_ACTION, _CLOSED, report)

    async def _propose(self, party: parts.Party, led: list[UUID]) -> None:
        story, team = self.story, self.team
        basis = "Theo dõi địa bàn: hàng bày bán không có nhãn phụ tiếng Việt."
        if led:
            basis = (await informations.grounds(led, team.writer)).basis
        proposed = intake.InspectionProposed(
            opening=await self._opening(),
            document_id=None,
            basis=basis,
            information_ids=led,
            contents=list(_CONTENTS),
            expected_violation=_VIOLATION,
            expected_law=_LAW,
            proposed_start=local_time.day_of(story.visited),
            duration_days=2,
            party=party,
        )
        self.id, outcome = await cases.start(team.writer, CaseAct.INSPECTION_PROPOSED, proposed)
        ledger.unwrap(outcome)
        if story.end is End.REJECTED and self.comes(story.decided):
            rejected = intake.ProposalRejected(reason="Cơ sở đã được kiểm tra trong năm nay.")
            await self.act(CaseAct.PROPOSAL_REJECTED, rejected, team.head)
        elif story.end is End.PLAN_READY and self.comes(story.decided):
            await self._plan()

    async def _plan(self) -> None:
        """Have the head issue the ad-hoc plan (PA), which the writer drafts."""
        begin, team = self.story.visited, self.team
        typed: dict[str, object] = {
            "place": "Tại địa điểm kinh doanh của cơ sở",
            "contents": list(_CONTENTS),
            "expected_start": f"{begin:%Y-%m-%dT%H:%M:%S}Z",
            "expected_end": f"{begin + timedelta(days=2):%Y-%m-%dT%H:%M:%S}Z",
            "expected_violation": _VIOLATION,
            "provision": _LAW,
            "contingencies": [
                {"situation": "Cơ sở đóng cửa", "measure": "Mời Ủy ban nhân dân phường chứng kiến"}
            ],
            "leader": {"name": team.leader.full_name, "title": "Đội trưởng"},
            "members": [
                {"name": one.full_name, "title": "Kiểm soát viên thị trường"}
                for one in (team.writer, team.member)
            ],
            "means": "Một ô tô, máy ảnh, niêm phong",
        }
        await self.paper("PA", team.head, typed, drafter=team.writer)

    async def link(self, inspection_id: UUID, number: str) -> None:
        """Link the decision to a case that began with a proposal; it may never be begun."""
        story = self.story
        if not story.proposed:
            return
        linked = intake.DecisionLinked(
            inspection_id=inspection_id,
            decision_number=number,
            planned=False,
            emergency="Hàng có thể bị tẩu tán trong ngày.",
        )
        await self.act(CaseAct.DECISION_LINKED, linked, self.team.head)
        if story.end is End.EXPIRED:
            await self.lapse(inspection_id, after(story.visited, 16, 9), _STORM)

    async def lapse(self, inspection_id: UUID, moment: datetime, reason: str) -> None:
        """Note that the inspection decision was not begun in its time, or was withdrawn."""
        if self.comes(moment):
            expired = intake.DecisionExpired(inspection_id=inspection_id, reason=reason)
            await self.act(CaseAct.DECISION_EXPIRED, expired, self.team.head)

    async def play(self, visited: Visited) -> None:
        """Enter what follows from what the inspection found, within the caller's transaction."""
        story, team = self.story, self.team
        if not self.comes(story.visited + AFTER):
            return
        view = await inspections.inspection_view(visited.id, team.writer)
        if not story.proposed:
            await self._open(view)
        if visited.paper is None:
            await self._without_minutes()
            return
        [paper] = [one for one in view.documents if one.id == visited.paper]
        outcome, left = await taking_in.take_in(
            await cases.view(self.id, team.writer), paper, visited.id, _PAGES, {}, team.writer
        )
        ledger.unwrap(outcome)
        if left is not None:
            raise TypeError(f"the minutes of a story are not recorded: {left}")
        if story.end in SEIZING:
            await seizing.hold(self, view)
        if story.end in (End.EXPLAINING, End.ASKED):
            await self._explain()
            return
        waived = proceedings.ExplanationWaived(how="declared", at=clock.now(), reason="")
        await self.act(CaseAct.EXPLANATION_WAIVED, waived, team.writer)
        if story.end in DECIDED:
            if story.sanctioned is not None and self.comes(story.sanctioned - timedelta(hours=5)):
                await self._sanction()
            return
        if story.end in _WITHOUT_SANCTION:
            await _WITHOUT_SANCTION[story.end](self)

    async def close(self) -> None:
        """Close a case whose inspection found nothing, as its leader reports."""
        if self.comes(after(self.story.visited, 4, 9)):
            report = await self.report(_NOTHING, "Đề nghị kết thúc vụ việc.")
            await self._close(CloseOutcome.COMPLIANT, _NOTHING, report)

    async def _close(self, outcome: CloseOutcome, reason: str, report: UUID) -> None:
        closed = proceedings.CaseClosed(
            outcome=outcome, reason=reason, informant_told_on=None, document_id=report
        )
        await self.act(CaseAct.CASE_CLOSED, closed, self.team.head)

    async def _opening(self) -> parts.Opening:
        team, day = self.team, clock.today()
        own = await cases.as_officer(team.writer.officer_id, CaseOfficerRole.LEAD)
        member = await cases.as_officer(team.leader.officer_id, CaseOfficerRole.MEMBER)
        number = self.story.case_number or 1
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
        self.id, outcome = await cases.start(self.team.writer, CaseAct.CASE_OPENED, content)
        ledger.unwrap(outcome)

    async def _without_minutes(self) -> None:
        if self.story.end in (End.VERIFYING, End.VERIFIED):
            await elsewhere.verify(self)
            if self.story.end is End.VERIFIED and self.comes(after(self.story.visited, 7, 10)):
                report = await self.report(_NOTHING, "Đề nghị kết thúc vụ việc.")
                await self._close(CloseOutcome.NO_VIOLATION, _NOTHING, report)
        elif self.comes(self.story.visited + timedelta(hours=4)):
            document, fine = await deciding.on_spot(self)
            if self.story.end is End.ON_SPOT_PAID:
                await executing.deliver(self, document, fine)

    async def _explain(self) -> None:
        """Take the violator's request to explain in writing (Law 15/2012 Art 61), if there is one."""
        if self.story.end is End.ASKED and self.comes(after(self.story.visited, 1, 9)):
            await self.file("Văn bản yêu cầu giải trình của người vi phạm", self.team.leader)
            requested = proceedings.ExplanationRequested(
                mode=ExplanationMode.WRITTEN,
                requested_at=clock.now(),
                document_id=None,
            )
            await self.act(CaseAct.EXPLANATION_REQUESTED, requested, self.team.writer)

    async def _sanction(self) -> None:
        story, team = self.story, self.team
        computation = await deciding.computed(self)
        note = "Đề nghị xử phạt theo biên bản, đã đối chiếu tang vật và hóa đơn."
        document = await self.draft(
            "MQĐ02", team.writer, deciding.PAID_TO, note, computation=computation
        )
        if story.sanctioned is None or not self.comes(story.sanctioned):
            return
        await self.sign(document, team.head, story.sanction_number)
        if story.end is not End.SANCTIONED:
            await executing.deliver(self, document, computation.total_vnd)


def _as_party(subject: dict[str, Any]) -> parts.Party:
    names = parts.Party.__struct_fields__
    known = dict.fromkeys(names) | {"nationality": "Việt Nam"}
    return msgspec.convert({name: subject.get(name, known[name]) for name in names}, parts.Party)
