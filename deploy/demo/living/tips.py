"""Plays an information of the history: taken in, verified by the team, closed or sent where it belongs.

Who informed and what was told are sealed like real ones; both are invented. Denunciations, complaints
and what is about officers stand in formal.py.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.force.accounts import service_officer
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.intake.secrecy import sealing
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from deploy.demo.demo_data import Business
from deploy.demo.living.visits import Team
from deploy.demo.stories.tips import Outcome, Tip
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.intake import acts
from schemas.intake.secrets import Account, Informant
from schemas.intake.words import Channel, Field, Means, Nature, Result

_TOLD = (
    ("Cửa hàng không niêm yết giá, thu cao hơn giá đã báo.", Field.PRICE, "Hàng tiêu dùng"),
    ("Cửa hàng bán thực phẩm quá hạn sử dụng.", Field.FOOD_SAFETY, "Thực phẩm"),
    ("Cửa hàng bán mỹ phẩm không rõ nguồn gốc.", Field.ORIGIN, "Mỹ phẩm"),
    ("Cơ sở bán giày dép có dấu hiệu giả mạo nhãn hiệu.", Field.FAKE, "Giày dép"),
    ("Kho hàng nhập xe vào ban đêm, hàng không có hóa đơn.", Field.SMUGGLED, "Hàng điện tử"),
    ("Cửa hàng bán quần áo giả nhãn hiệu qua mạng xã hội.", Field.E_COMMERCE, "Quần áo"),
    ("Cửa hàng bán phụ tùng không nhãn, nghi hàng nhập lậu.", Field.SMUGGLED, "Phụ tùng xe máy"),
    ("Cửa hàng bán thuốc bảo vệ thực vật cấm dùng.", Field.BANNED, "Thuốc bảo vệ thực vật"),
    ("Cửa hàng bán bánh kẹo nhãn chữ nước ngoài, không có nhãn phụ.", Field.LABELS, "Bánh kẹo"),
    ("Cửa hàng bán đồ chơi bạo lực trước cổng trường.", Field.BANNED, "Đồ chơi"),
)
"""What people tell of a kind of business (deploy/demo/stories/people.py has ten)."""
_SOURCES = (
    (InformationSource.TIP, Channel.PHONE),
    (InformationSource.TIP, Channel.PUBLIC_FORM),
    (InformationSource.TIP, Channel.LETTER),
    (InformationSource.MEDIA, Channel.MEDIA),
    (InformationSource.TIP, Channel.DESK),
    (InformationSource.REQUEST, Channel.LETTER),
)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Ngô", "Dương", "Lý")
_GIVEN = ("An Thử", "Bình Mẫu", "Chi Thử", "Dũng Mẫu", "Em Thử", "Giang Mẫu", "Hạ Thử")
_STREETS = ("phố Thử", "ngõ Mẫu", "đường Ví Dụ", "tổ dân phố Nháp")
BY_PHONE = "Người cung cấp thông tin đề nghị được trả lời qua điện thoại."
"""Why the result is not told in writing (Circular 27/2020 Art 10.1)."""
_EACH_SAME = 17
"""One informant in so many has told something before, by the same telephone."""
_ANONYMOUS = 7


class Handled:
    """An information while it is played; every step is made only if its hour has come."""

    def __init__(self, tip: Tip, team: Team, now: datetime) -> None:
        self._tip = tip
        self._team = team
        self._now = now
        self.id = UUID(int=0)

    def _comes(self, moment: datetime) -> bool:
        if moment >= self._now:
            return False
        clock.show(moment)
        return True

    async def _act(self, content: Wire, by: Actor) -> None:
        ledger.unwrap(await informations.act(self.id, content, by))

    async def play(self, at: Business, subject_id: UUID, elsewhere: UUID) -> None:
        """Enter it within the caller's transaction. `elsewhere`: the unit to which it may be sent on."""
        tip, team = self._tip, self._team
        clock.show(tip.starts)
        self.id = await taken(tip, at, subject_id, team.writer)
        if tip.outcome is Outcome.RECEIVED or not self._comes(self._day(1, 8)):
            return
        source, channel = _SOURCES[tip.index % len(_SOURCES)]
        if source is not InformationSource.REQUEST:
            reported = acts.Reported(
                document_id=None,
                number=f"{tip.index + 1}/BC-Đ{tip.team}",
                reported_on=clock.today(),
            )
            # Who took it in reports it; what came by the form the leader alone sees.
            by = team.leader if channel is Channel.PUBLIC_FORM else team.writer
            await self._act(reported, by)
        match tip.outcome:
            case Outcome.NO_ACTION:
                await self._close("Nội dung đã được kiểm tra, xử lý trong tháng.")
            case Outcome.WITHDRAWN:
                await self._take_back()
            case Outcome.REDIRECTED:
                await self._redirect()
            case Outcome.FORWARDED:
                reason = "Cơ sở thuộc địa bàn của đơn vị khác."
                sent, new = await informations.forward(self.id, elsewhere, reason, team.leader)
                ledger.unwrap(sent)
                await self._closed_there(new)
            case Outcome.MERGED:
                await self._merge(at, subject_id)
            case Outcome.SPLIT:
                await self._split(at, subject_id)
            case _:
                await self._verify()

    async def _close(self, reason: str) -> None:
        await self._act(acts.Closed(reason=reason), self._team.leader)

    async def _closed_there(self, new: UUID | None) -> None:
        """Have the head close it at the unit to which it was sent on."""
        if new is not None and self._comes(self._day(3, 10)):
            closed = acts.Closed(reason="Đã kiểm tra cơ sở trong tháng; không có tình tiết mới.")
            ledger.unwrap(await informations.act(new, closed, self._team.head))

    async def _take_back(self) -> None:
        """Note that the sender took it back: it stays a tip, and the team looks all the same."""
        withdrawn = acts.Withdrawn(
            withdrawn_on=clock.today(), means=Means.PHONE, reason="Đã được cửa hàng đổi hàng."
        )
        await self._act(withdrawn, self._team.leader)
        if self._comes(self._day(2, 9)):
            await self._close("Người phản ánh rút nội dung; không còn căn cứ để kiểm tra.")

    async def _redirect(self) -> None:
        content = acts.Redirected(
            to="Ủy ban nhân dân cấp xã nơi có cơ sở",
            document_id=None,
            reason="Vụ việc thuộc thẩm quyền của cơ quan khác.",
            informant_told_on=clock.today(),
            means=Means.PHONE,
        )
        await self._act(content, self._team.leader)

    async def _merge(self, at: Business, subject_id: UUID) -> None:
        """Take the same matter in once more, and let it go on in the first."""
        again = replace(self._tip, index=self._tip.index + 2 * _EACH_SAME)
        second = await taken(again, at, subject_id, self._team.writer)
        number = next(iter((await informations.numbers_of([self.id], self._team.leader)).values()))
        merged = acts.Merged(into=self.id, number=number, reason="Cùng cơ sở, cùng nội dung.")
        ledger.unwrap(await informations.act(second, merged, self._team.leader))
        await self._verify()

    async def _split(self, at: Business, subject_id: UUID) -> None:
        first = said_of(self._tip, at, subject_id)
        other = said_of(self._tip, at, subject_id, 1)
        reason = "Hai nội dung khác lĩnh vực."
        outcome, ids = await informations.split(self.id, [first, other], reason, self._team.leader)
        ledger.unwrap(outcome)
        if self._comes(self._day(3, 9)):
            for one in ids:
                closed = acts.Closed(reason="Đã nhắc nhở cơ sở, đã khắc phục.")
                ledger.unwrap(await informations.act(one, closed, self._team.leader))

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
        result = _RESULTS.get(tip.outcome, Result.NO_VIOLATION)
        verified = acts.Verified(result=result, report=_REPORTS[result], document_id=None)
        await self._act(verified, team.writer)
        if result is not Result.NO_VIOLATION or not self._comes(self._day(5, 9)):
            return
        if _SOURCES[tip.index % len(_SOURCES)][0] is not InformationSource.MEDIA:
            told = acts.InformantTold(
                told_on=clock.today(), means=Means.PHONE, document_id=None, note=BY_PHONE
            )
            await self._act(told, team.leader)
        if tip.outcome not in _RESULTS and self._comes(self._day(6, 10)):
            await self._close("Không có dấu hiệu vi phạm.")

    def _day(self, days: int, hour: int) -> datetime:
        """Return this hour of the working day that comes so many days later, or is the next."""
        day = local_time.day_of(self._tip.starts) + timedelta(days=days)
        at = deadlines.calendar().next_working(day)
        return datetime(at.year, at.month, at.day, hour, 11, tzinfo=local_time.VIETNAM)


_RESULTS = {
    Outcome.VIOLATION: Result.VIOLATION,
    Outcome.LED: Result.VIOLATION,
    Outcome.NO_VIOLATION: Result.NO_VIOLATION,
    Outcome.UNVERIFIABLE: Result.UNVERIFIABLE,
}
"""Where an information stays once it is verified."""
_REPORTS = {
    Result.VIOLATION: "Đã đến địa điểm, đối chiếu hàng hóa và hóa đơn. Có dấu hiệu vi phạm.",
    Result.NO_VIOLATION: "Đã đến địa điểm, đối chiếu hàng hóa và hóa đơn. Không có dấu hiệu vi phạm.",
    Result.UNVERIFIABLE: "Cơ sở đã chuyển đi, không xác định được địa điểm mới.",
}


async def taken(
    tip: Tip,
    at: Business,
    subject_id: UUID,
    by: Actor,
    *,
    nature: Nature = Nature.TIP,
    unit_id: UUID | None = None,
    officers: tuple[UUID, ...] = (),
) -> UUID:
    """Register it as it came in; returns its id."""
    source, channel = _SOURCES[tip.index % len(_SOURCES)]
    if nature is not Nature.TIP or officers:
        source, channel = InformationSource.TIP, Channel.LETTER
    matter, told = said_of(tip, at, subject_id), informant(tip)
    account = f"{matter.summary} Lời kể trình diễn số {tip.index + 1}."
    if channel is Channel.PUBLIC_FORM:
        return await _by_the_form(tip, matter, told, account, unit_id or by.unit.unit_id)
    done = await registering.register(
        registering.Registering(
            nature=nature,
            source=source,
            channel=channel,
            received_at=tip.starts - timedelta(minutes=4),
            matter=matter,
            informant=told,
            account=account,
            unit_id=unit_id,
            named_officers=list(officers),
            about=acts.About(against="Quyết định xử phạt vi phạm hành chính")
            if nature is Nature.COMPLAINT
            else None,
        ),
        by,
    )
    ledger.unwrap(done.outcome)
    return done.id


async def _by_the_form(
    tip: Tip, matter: acts.Matter, told: Informant, account: str, unit_id: UUID
) -> UUID:
    """Register it as the public form's service officer does."""
    officer = await service_officer.for_public_form()
    if officer is None:
        raise LookupError("the force comes before its history")
    sealed = [] if told.anonymous else [sealing.seal_informant(told)]
    received = registering.Received(
        id=new_id(),
        received_at=tip.starts - timedelta(minutes=1),
        unit_id=unit_id,
        nature=Nature.TIP,
        matter=matter,
        sealed=[*sealed, sealing.seal_account(Account(text=account))],
        identity_known=not told.anonymous,
        wants_answer=True,
    )
    done = await registering.register_from_public(received, officer)
    if done is None:
        raise LookupError("a report of the history is taken in once")
    ledger.unwrap(done.outcome)
    return done.id


def said_of(tip: Tip, at: Business, subject_id: UUID, again: int = 0) -> acts.Matter:
    """Return what it is about, as an officer writes it for the work. `again`: another matter there."""
    summary, field, goods = _TOLD[(tip.business + again) % len(_TOLD)]
    suspect = acts.Suspect(
        subject_id=subject_id,
        kind=at.kind,
        name=at.name,
        tax_code=at.tax_code,
        address=at.address,
    )
    return acts.Matter(
        summary=summary,
        fields=[field],
        goods=goods,
        suspects=[suspect],
        place=acts.Place(address=at.address, area_code=at.unit),
    )


def informant(tip: Tip) -> Informant:
    """Return an invented person: the same one in so many tells again, one in seven says nothing of themselves."""
    if tip.index % _ANONYMOUS == 3:
        return Informant()
    who = tip.index % _EACH_SAME if tip.index % _EACH_SAME < 2 else tip.index
    place = f"Số {who % 90 + 1} {_STREETS[who % len(_STREETS)]}"
    return Informant(
        name=f"{_FAMILY[who % len(_FAMILY)]} {_GIVEN[who // 3 % len(_GIVEN)]}",
        phone=f"09000 {who // 1000:02d} {who % 1000:03d}",
        address=place,
    )
