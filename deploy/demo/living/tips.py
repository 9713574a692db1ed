"""Plays an information of the history: taken in, verified by the team, closed or sent where it belongs.

Who informed and what was told are sealed like real ones; both are invented.
"""

from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from deploy.demo.demo_data import Business
from deploy.demo.living.visits import Team
from deploy.demo.stories.tips import Outcome, Tip
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.intake import acts
from schemas.intake.secrets import Informant
from schemas.intake.words import Channel, Field, Means, Nature, Result

_TOLD = (
    ("Cửa hàng bán bánh kẹo nhãn chữ nước ngoài, không có nhãn phụ.", Field.LABELS, "Bánh kẹo"),
    ("Cửa hàng bán mỹ phẩm không rõ nguồn gốc.", Field.ORIGIN, "Mỹ phẩm"),
    ("Cơ sở bán giày dép có dấu hiệu giả mạo nhãn hiệu.", Field.FAKE, "Giày dép"),
    ("Cơ sở không niêm yết giá, thu cao hơn giá đã báo.", Field.PRICE, "Hàng tiêu dùng"),
    ("Kho hàng nhập xe vào ban đêm, hàng không có hóa đơn.", Field.SMUGGLED, "Hàng điện tử"),
    ("Cửa hàng bán thực phẩm quá hạn sử dụng.", Field.FOOD_SAFETY, "Thực phẩm"),
)
_SOURCES = (
    (InformationSource.TIP, Channel.PHONE),
    (InformationSource.TIP, Channel.LETTER),
    (InformationSource.MEDIA, Channel.MEDIA),
    (InformationSource.TIP, Channel.DESK),
    (InformationSource.REQUEST, Channel.LETTER),
)


class Handled:
    """An information while it is played; every step is made only if its hour has come."""

    def __init__(self, tip: Tip, team: Team, now: datetime) -> None:
        self._tip = tip
        self._team = team
        self._now = now
        self._id = UUID(int=0)

    def _comes(self, moment: datetime) -> bool:
        if moment >= self._now:
            return False
        clock.show(moment)
        return True

    async def _act(self, content: Wire, by: Actor) -> None:
        ledger.unwrap(await informations.act(self._id, content, by))

    async def play(self, at: Business, subject_id: UUID, elsewhere: UUID) -> None:
        """Enter it within the caller's transaction. `elsewhere`: the unit to which it may be sent on."""
        tip, team = self._tip, self._team
        clock.show(tip.starts)
        done = await registering.register(_said(tip, at, subject_id), team.writer)
        ledger.unwrap(done.outcome)
        self._id = done.id
        if tip.outcome is Outcome.RECEIVED or not self._comes(self._day(1, 8)):
            return
        reported = acts.Reported(
            document_id=None, number=f"{tip.index + 1}/BC-Đ{tip.team}", reported_on=clock.today()
        )
        await self._act(reported, team.writer)
        match tip.outcome:
            case Outcome.NO_ACTION:
                reason = "Nội dung đã được kiểm tra, xử lý trong tháng; không có tình tiết mới."
                await self._act(acts.Closed(reason=reason), team.leader)
            case Outcome.REDIRECTED:
                await self._redirect()
            case Outcome.FORWARDED:
                reason = "Cơ sở thuộc địa bàn của đơn vị khác."
                sent, new = await informations.forward(self._id, elsewhere, reason, team.leader)
                ledger.unwrap(sent)
                await self._closed_there(new)
            case _:
                await self._verify()

    async def _closed_there(self, new: UUID | None) -> None:
        """Have the head close it at the unit to which it was sent on."""
        if new is not None and self._comes(self._day(3, 10)):
            closed = acts.Closed(reason="Đã kiểm tra cơ sở trong tháng; không có tình tiết mới.")
            ledger.unwrap(await informations.act(new, closed, self._team.head))

    async def _redirect(self) -> None:
        content = acts.Redirected(
            to="Ủy ban nhân dân cấp xã nơi có cơ sở",
            document_id=None,
            reason="Vụ việc thuộc thẩm quyền của cơ quan khác.",
            informant_told_on=clock.today(),
            means=Means.PHONE,
        )
        await self._act(content, self._team.leader)

    async def _verify(self) -> None:
        tip, team = self._tip, self._team
        due = self._day(7, 17)
        assigned = acts.Assigned(
            officers=await informations.verifiers([team.writer.officer_id]),
            due_on=local_time.day_of(due),
            instructions="Thẩm tra, xác minh nội dung phản ánh.",
            document_id=None,
        )
        await self._act(assigned, team.leader)
        if tip.outcome is Outcome.VERIFYING or not self._comes(self._day(4, 15)):
            return
        clean = tip.outcome is Outcome.CLOSED
        verified = acts.Verified(
            result=Result.NO_VIOLATION if clean else Result.VIOLATION,
            report="Đã đến địa điểm, đối chiếu hàng hóa và hóa đơn."
            + (" Không có dấu hiệu vi phạm." if clean else " Có dấu hiệu vi phạm."),
            document_id=None,
        )
        await self._act(verified, team.writer)
        if not clean or not self._comes(self._day(5, 9)):
            return
        told = acts.InformantTold(told_on=clock.today(), means=Means.PHONE, document_id=None)
        await self._act(told, team.leader)
        if self._comes(self._day(6, 10)):
            await self._act(acts.Closed(reason="Không có dấu hiệu vi phạm."), team.leader)

    def _day(self, days: int, hour: int) -> datetime:
        """Return this hour of the working day that comes so many days later, or is the next."""
        day = local_time.day_of(self._tip.starts) + timedelta(days=days)
        at = deadlines.calendar().next_working(day)
        return datetime(at.year, at.month, at.day, hour, 11, tzinfo=local_time.VIETNAM)


def _said(tip: Tip, at: Business, subject_id: UUID) -> registering.Registering:
    summary, field, goods = _TOLD[tip.subject % len(_TOLD)]
    source, channel = _SOURCES[tip.index % len(_SOURCES)]
    return registering.Registering(
        nature=Nature.TIP,
        source=source,
        channel=channel,
        received_at=tip.starts - timedelta(minutes=4),
        matter=acts.Matter(
            summary=summary,
            fields=[field],
            goods=goods,
            suspects=[
                acts.Suspect(
                    subject_id=subject_id,
                    kind=at.kind,
                    name=at.name,
                    tax_code=at.tax_code,
                    address=at.address,
                )
            ],
            place=acts.Place(address=at.address),
        ),
        informant=Informant(name=f"Người báo tin thử số {tip.index + 1}", phone="0900 000 000"),
        account=f"{summary} Lời kể trình diễn số {tip.index + 1}.",
    )
