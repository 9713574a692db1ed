"""Plays how a province plans the next year: teams propose, the department merges; a campaign is approved."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.approvals.submissions import service as submissions
from backend.core import clock
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.planning.plans import service as plans
from deploy.demo.demo_data import Business
from deploy.demo.living.team_plans import named
from deploy.demo.stories.seasons import CAMPAIGN_ITEMS, ITEMS, Season
from schemas.approvals.submissions import SubmissionApproved, Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.planning import acts
from schemas.planning.words import PlanKind

_CONTENTS = ("Nguồn gốc, xuất xứ hàng hóa", "Nhãn hàng hóa, niêm yết giá")
_BASES = (
    "Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13",
    "Thông tư số 27/2020/TT-BCT của Bộ trưởng Bộ Công Thương",
)


class Planning:
    """A season while it is played; every step is made only if its hour has come."""

    def __init__(
        self,
        season: Season,
        head: Actor,
        leaders: Mapping[str, Actor],
        businesses: list[tuple[Business, UUID]],
        now: datetime,
    ) -> None:
        """`leaders` by the codes of their teams; `head` is the department's, who approves a team's plan."""
        self._season = season
        self._head = head
        self._leaders = leaders
        self._businesses = businesses
        self._now = now

    def _comes(self, moment: datetime) -> bool:
        if moment >= self._now:
            return False
        clock.show(moment)
        return True

    async def play(self) -> None:
        """Enter it within the caller's transaction."""
        season, sent = self._season, []
        for place, code in enumerate(season.teams):
            if self._comes(season.on(place, 9)):
                sent.append(await self._proposed(place, self._leaders[code]))
        if self._comes(season.on(5, 10)):
            await self._campaign()
        if not self._comes(season.on(9, 14)):
            return
        title = f"Kế hoạch kiểm tra định kỳ năm {season.year}"
        whole = await self._drafted(PlanKind.PERIODIC, title, self._head, [])
        for plan_id in sent[:-1]:  # the last proposal still waits to be merged
            await plans.merge(whole, plan_id, self._head)

    async def _proposed(self, place: int, leader: Actor) -> UUID:
        year = self._season.year
        items = [
            self._item(place * ITEMS + at, leader, date(year, 1 + at * 10 // ITEMS, 5))
            for at in range(ITEMS)
        ]
        title = f"Đề xuất kế hoạch kiểm tra năm {year}"
        plan_id = await self._drafted(PlanKind.PERIODIC, title, leader, items)
        await self._act(plan_id, acts.SentUp(note="Kính đề nghị Chi cục xem xét."), leader)
        return plan_id

    async def _campaign(self) -> None:
        """Plan a team's campaign before the end of the year, which the department's head approves (Art 6.3)."""
        season = self._season
        first = self._leaders[season.teams[0]]
        items = [
            msgspec.structs.replace(
                self._item(
                    len(season.teams) * ITEMS + at, first, date(season.year - 1, 12, 2 + at)
                ),
                subject=None,
                criterion=f"Điểm bán hàng Tết số {at + 1}: hàng không nhãn phụ, không hóa đơn",
                address="",
            )
            for at in range(CAMPAIGN_ITEMS)
        ]
        title = f"Kế hoạch cao điểm chống hàng giả dịp cuối năm {season.year - 1}"
        plan_id = await self._drafted(
            PlanKind.THEMATIC, title, first, items, year=season.year - 1, month=12
        )
        await self._act(plan_id, acts.PlanSubmitted(note="Kính trình phê duyệt."), first)
        waiting = await submissions.alive(
            Submitted(
                kind=SubmittedKind.PLAN,
                record_kind=RecordKind.PLAN,
                record_id=plan_id,
                item_id=plan_id,
            )
        )
        if waiting is not None and self._comes(season.on(8, 15)):
            approved = SubmissionApproved(
                shown=waiting.shown, step=1, note="Đồng ý.", without=[], reason=""
            )
            ledger.unwrap(await submissions.answer(waiting.id, approved, self._head))

    async def _drafted(
        self,
        kind: PlanKind,
        title: str,
        by: Actor,
        items: list[acts.PlanItem],
        *,
        year: int | None = None,
        month: int = 1,
    ) -> UUID:
        year = year or self._season.year
        head = acts.PlanDrafted(
            kind=kind,
            unit_id=by.unit.unit_id,
            year=year,
            title=title,
            first_day=date(year, month, 1),
            last_day=date(year, 12, 31) if kind is PlanKind.THEMATIC else date(year, 11, 14),
            basis=list(_BASES),
            aim="Phòng ngừa, phát hiện và xử lý vi phạm trong kinh doanh hàng hóa.",
            contents=list(_CONTENTS),
            budget_note="Kinh phí thường xuyên",
            means="Xe ô tô, máy ảnh và thiết bị của đơn vị",
            unit_tasks=[acts.UnitTask(unit_id=by.unit.unit_id, task="Thực hiện các mục được giao")],
            reporting="Báo cáo hằng tháng trước ngày 20.",
        )
        plan_id, outcome = await plans.draft(head, by)
        ledger.unwrap(outcome)
        if items:
            await plans.set_items(plan_id, items, by)
        return plan_id

    def _item(self, place: int, leader: Actor, first_day: date) -> acts.PlanItem:
        business, subject_id = self._businesses[place % len(self._businesses)]
        return acts.PlanItem(
            item_id=new_id(),
            subject=named(business, subject_id),
            criterion=None,
            address=business.address,
            area=None,
            first_day=first_day,
            last_day=first_day.replace(day=min(28, first_day.day + 15)),
            contents=list(_CONTENTS),
            unit_id=leader.unit.unit_id,
            leader_id=leader.officer_id,
        )

    async def _act(self, plan_id: UUID, content: Wire, by: Actor) -> None:
        ledger.unwrap(await plans.act(plan_id, content, by))
