"""Plays plans beside those that are carried out: another agency's, one given up, one that waits for approval."""

from datetime import date, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.planning.plans import service as plans
from deploy.demo.demo_data import Business
from deploy.demo.living.course import after
from deploy.demo.stories.seasons import Beside
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.planning import acts
from schemas.planning.words import PlanKind

_CONTENTS = ["Nguồn gốc, xuất xứ hàng hóa", "Nhãn hàng hóa, niêm yết giá"]
_GIVEN_UP = "Nội dung đã có trong kế hoạch cao điểm của Đội; không lập kế hoạch riêng."


class Others:
    """Those plans while they are played; every step is made only if its hour has come."""

    def __init__(
        self, story: Beside, leader: Actor, head: Actor, businesses: list[tuple[Business, UUID]]
    ) -> None:
        """`leader` of the team drafts; `head` of the department enters another agency's."""
        self._story = story
        self._leader = leader
        self._head = head
        self._businesses = businesses

    async def play(self) -> None:
        """Enter them within the caller's transaction."""
        clock.show(self._story.starts)
        year = local_time.day_of(self._story.starts).year
        foreign = f"Kế hoạch thanh tra an toàn thực phẩm của Sở Y tế năm {year}"
        await self._drafted(PlanKind.FOREIGN, foreign, self._head, (0, 60), 3)
        clock.show(after(self._story.starts, 12, 9))
        title = "Kế hoạch kiểm tra chuyên đề kinh doanh qua mạng xã hội"
        given_up = await self._drafted(PlanKind.THEMATIC, title, self._leader, (20, 60), 4)
        clock.show(after(self._story.starts, 16, 15))
        ledger.unwrap(await plans.act(given_up, acts.PlanGivenUp(reason=_GIVEN_UP), self._leader))
        asked = after(self._story.until, -3, 10)
        if asked < self._story.until:
            clock.show(asked)
            title = "Kế hoạch kiểm tra chuyên đề hàng Tết"
            ready = await self._drafted(PlanKind.THEMATIC, title, self._leader, (12, 40), 5)
            note = acts.PlanSubmitted(note="Kính trình phê duyệt.")
            ledger.unwrap(await plans.act(ready, note, self._leader))

    async def _drafted(
        self, kind: PlanKind, title: str, by: Actor, days: tuple[int, int], business: int
    ) -> UUID:
        """Draft one with two items, from so many days ahead to so many within its year."""
        unit, today = by.unit.unit_id, clock.today()
        first = today + timedelta(days=days[0])
        last = min(today + timedelta(days=days[1]), date(first.year, 12, 31))
        drafted = acts.PlanDrafted(
            kind=kind,
            unit_id=unit,
            year=first.year,
            title=title,
            first_day=first,
            last_day=last,
            basis=["Thông tư số 27/2020/TT-BCT của Bộ trưởng Bộ Công Thương"],
            aim="Phòng ngừa, phát hiện và xử lý vi phạm trong kinh doanh hàng hóa.",
            contents=list(_CONTENTS),
            budget_note="Kinh phí thường xuyên",
            means="Xe ô tô, máy ảnh và thiết bị của đơn vị",
            unit_tasks=[acts.UnitTask(unit_id=unit, task="Thực hiện các mục của kế hoạch")],
            reporting="Báo cáo hằng tuần.",
            agency="Sở Y tế" if kind is PlanKind.FOREIGN else None,
            number="118/KH-SYT" if kind is PlanKind.FOREIGN else None,
            issued_on=today - timedelta(days=8) if kind is PlanKind.FOREIGN else None,
        )
        plan_id, outcome = await plans.draft(drafted, by)
        ledger.unwrap(outcome)
        items = []
        for place in (business, business + 20):
            one, _ = self._businesses[place % len(self._businesses)]
            criterion = f"Cơ sở cùng ngành hàng với {one.name}"
            kitchen = acts.PlanSubject(
                subject_id=None,
                kind=SubjectKind.ORGANISATION,
                name=f"Bếp ăn tập thể Khu công nghiệp Mẫu số {place}",
            )
            items.append(
                acts.PlanItem(
                    item_id=new_id(),
                    subject=kitchen if kind is PlanKind.FOREIGN else None,
                    criterion=None if kind is PlanKind.FOREIGN else criterion,
                    address=one.address if kind is PlanKind.FOREIGN else "",
                    area=None,
                    first_day=first,
                    last_day=last,
                    contents=list(_CONTENTS),
                    unit_id=unit,
                    leader_id=None if kind is PlanKind.FOREIGN else by.officer_id,
                )
            )
        await plans.set_items(plan_id, items, by)
        return plan_id
