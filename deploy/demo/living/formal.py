"""Plays what the department handles: tips about officers, denunciations and complaints (Laws 25/2018, 02/2011)."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.intake.informations import service as informations
from backend.ledger import service as ledger
from deploy.demo.demo_data import Business
from deploy.demo.living import tips
from deploy.demo.living.course import after
from deploy.demo.living.visits import Team
from deploy.demo.stories.tips import Outcome, Tip
from schemas.core.base import Wire
from schemas.intake import acts, proceedings
from schemas.intake.words import AfterWithdrawal, DiscontinuedFor, Means, Nature, Result

_OLD = timedelta(days=30)
_RESOLVER = "Chi cục trưởng"
_DENOUNCED = (Outcome.ACCEPTED, Outcome.DISCONTINUED)


class Formal:
    """An information of the department while it is played; every step only if its hour has come."""

    def __init__(self, tip: Tip, team: Team, deputy: Actor, now: datetime) -> None:
        """`deputy` verifies for the department's head."""
        self._tip = tip
        self._team = team
        self._deputy = deputy
        self._now = now
        self._id = UUID(int=0)

    def _comes(self, days: int, hour: int) -> bool:
        moment = after(self._tip.starts, days, hour)
        if moment >= self._now:
            return False
        clock.show(moment)
        return True

    async def _act(self, content: Wire, by: Actor | None = None) -> None:
        outcome = await informations.act(self._id, content, by or self._team.head)
        ledger.unwrap(outcome)

    async def play(self, at: Business, subject_id: UUID) -> None:
        """Enter it within the caller's transaction."""
        tip, team = self._tip, self._team
        clock.show(tip.starts)
        about_officer = tip.outcome is Outcome.OFFICER
        natures = {
            **dict.fromkeys(_DENOUNCED, Nature.DENUNCIATION),
            Outcome.OFFICER: Nature.TIP,
        }
        self._id = await tips.taken(
            tip,
            at,
            subject_id,
            team.head,
            nature=natures.get(tip.outcome, Nature.COMPLAINT),
            unit_id=team.office_id,
            officers=(team.member.officer_id,) if about_officer else (),
        )
        if not self._comes(1, 9):
            return
        await self._act(acts.Reported(document_id=None, number=None, reported_on=clock.today()))
        match tip.outcome:
            case Outcome.OFFICER:
                await self._about_an_officer()
            case Outcome.NOT_ACCEPTED:
                if self._comes(5, 10):
                    refused = proceedings.NotAccepted(
                        refused_on=clock.today(),
                        reason="Đã hết thời hiệu khiếu nại 90 ngày (Điều 9, 11 Luật Khiếu nại).",
                        document_id=None,
                    )
                    await self._act(refused)
            case Outcome.TAKEN_BACK:
                if self._comes(3, 10):
                    withdrawn = acts.Withdrawn(
                        withdrawn_on=clock.today(),
                        means=Means.LETTER,
                        reason="Người khiếu nại rút đơn.",
                    )
                    await self._act(withdrawn)
                if self._comes(4, 10):
                    ended = proceedings.WithdrawalDecided(
                        decided_on=clock.today(),
                        becomes=AfterWithdrawal.ENDED,
                        proof="letter",
                        reason="Đơn rút khiếu nại có chữ ký (Điều 10 Luật Khiếu nại).",
                        decision_number=f"{self._tip.index + 1}/QĐ-ĐC",
                        document_id=None,
                    )
                    await self._act(ended)
            case _:
                await self._accepted()

    async def _about_an_officer(self) -> None:
        """Have the deputy head verify what is said of an officer; nobody of the team sees it."""
        await self._assign()
        if self._now - self._tip.starts < _OLD or not self._comes(6, 15):
            return
        verified = acts.Verified(
            result=Result.NO_VIOLATION,
            report="Đã làm việc với cán bộ và người phản ánh; nội dung không đúng sự thật.",
            document_id=None,
        )
        await self._act(verified, self._deputy)
        if self._comes(7, 9):
            told = acts.InformantTold(
                told_on=clock.today(), means=Means.PHONE, document_id=None, note=tips.BY_PHONE
            )
            await self._act(told)
            await self._act(acts.Closed(reason="Nội dung phản ánh không có cơ sở."))

    async def _accepted(self) -> None:
        if not self._comes(4, 10):
            return
        accepted = proceedings.Accepted(
            accepted_on=clock.today(), resolver=_RESOLVER, complex=False, document_id=None
        )
        await self._act(accepted)
        if not self._comes(5, 9):
            return
        if self._tip.outcome in _DENOUNCED:
            told = proceedings.AcceptanceTold(
                told_on=clock.today(), means=Means.LETTER, document_id=None
            )
            await self._act(told)
            if self._tip.outcome is Outcome.DISCONTINUED and self._comes(12, 9):
                await self._discontinue()
            return
        await self._assign()
        if not self._comes(14, 15):
            return
        verified = acts.Verified(
            result=Result.NO_VIOLATION,
            report="Đã đối thoại với người khiếu nại; quyết định bị khiếu nại đúng pháp luật.",
            document_id=None,
        )
        await self._act(verified, self._deputy)
        if not self._comes(18, 10):
            return
        resolved = proceedings.Resolved(
            resolved_on=clock.today(),
            outcome="wrong",
            decision_number=f"{self._tip.index + 1}/QĐ-GQKN",
            report="Giữ nguyên quyết định bị khiếu nại.",
            document_id=None,
        )
        await self._act(resolved)
        if self._comes(19, 10):
            sent = proceedings.ResultSent(
                sent_on=clock.today(), received_on=clock.today(), means=Means.LETTER
            )
            await self._act(sent)

    async def _discontinue(self) -> None:
        """End the resolution, as the accused died (Law on Denunciations Art 34.3.b)."""
        ended = proceedings.Discontinued(
            decided_on=clock.today(),
            ground=DiscontinuedFor.DIED,
            reason="Người bị tố cáo đã chết; nội dung chỉ liên quan trách nhiệm của người này.",
            decision_number=f"{self._tip.index + 1}/QĐ-ĐCTC",
            document_id=None,
        )
        await self._act(ended)

    async def _assign(self) -> None:
        assigned = acts.Assigned(
            officers=await informations.verifiers([self._deputy.officer_id]),
            due_on=local_time.day_of(after(clock.now(), 12, 17)),
            instructions="Xác minh nội dung, báo cáo bằng văn bản.",
            document_id=None,
        )
        await self._act(assigned)
