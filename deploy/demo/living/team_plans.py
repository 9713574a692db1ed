"""Plays the plans that teams carried out: drafted, approved by the department, issued by a scan, ended."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

import typst

from backend.approvals.submissions import service as submissions
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.local_time import VIETNAM
from backend.documents import rendering
from backend.ledger import sealer
from backend.ledger import service as ledger
from backend.planning.plans import reading, scanning
from backend.planning.plans import service as plans
from deploy.demo.demo_data import Business
from deploy.demo.living.visits import NAMES
from deploy.demo.stories.team_plans import Item, TeamPlan
from schemas.approvals.submissions import SubmissionApproved, Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.planning import acts
from schemas.planning.words import PlanKind

_CONTENTS = ("Nguồn gốc, xuất xứ hàng hóa", "Nhãn hàng hóa, niêm yết giá")
_CRITERIA = (
    "Cơ sở bán lẻ thực phẩm đóng gói có dấu hiệu rủi ro trên địa bàn Đội quản lý",
    "Hộ kinh doanh mỹ phẩm qua mạng xã hội, không có biển hiệu",
    "Cửa hàng điện máy có phản ánh về bảo hành, nhãn hàng hóa",
    "Cơ sở kinh doanh giày dép, túi xách có dấu hiệu giả mạo nhãn hiệu",
    "Kho hàng, điểm tập kết của đơn vị chuyển phát trên địa bàn",
    "Cơ sở kinh doanh vật tư nông nghiệp đầu vụ",
    "Cơ sở bán đồ chơi trẻ em quanh trường học",
)
_NEVER = (
    "Đoàn kiểm tra được điều động phục vụ cao điểm; chuyển sang kế hoạch kỳ sau.",
    "Cơ sở tạm ngừng kinh doanh cả kỳ để sửa chữa.",
    "Đã có đoàn thanh tra liên ngành làm việc trong năm; không kiểm tra trùng.",
)
_CEASED = "Cơ sở đã ngừng kinh doanh, trả giấy chứng nhận đăng ký."
_DROPPED = "Trùng đối tượng với kế hoạch thanh tra của Sở Y tế; đưa ra khỏi kế hoạch."
_REPORT = "Đã thực hiện kế hoạch; các mục không thực hiện được có lý do kèm theo."
_TITLE = "Đội trưởng"


class Carried:
    """A team's plan while it is played."""

    def __init__(
        self,
        plan: TeamPlan,
        leader: Actor,
        head: Actor,
        businesses: Sequence[tuple[Business, UUID]],
        now: datetime,
    ) -> None:
        """`head` of the department approves it; `businesses` are the province's, with their ids."""
        self._businesses = businesses
        self._now = now
        self._plan = plan
        self._leader = leader
        self._head = head
        self._scan: UUID | None = None

    async def approved(self) -> None:
        """Draft and approve it, unless that was done before, and take its scan: in transactions of their own."""
        plan, leader = self._plan, self._leader
        if not await reading.sees(plan.id, leader):
            await self._approve()
        clock.show(plan.on(0, 16))
        self._scan = (await scanning.take_scan(plan.id, _sheet(plan, self._number), leader)).id

    async def _approve(self) -> None:
        plan, leader = self._plan, self._leader
        async with transaction():
            clock.show(plan.on(0, 9))
            ledger.unwrap(await plans.record(plan.id, self._drafted(), leader))
            await plans.set_items(plan.id, self._items(), leader)
            clock.show(plan.on(0, 10))
            note = acts.PlanSubmitted(note="Kính trình phê duyệt.")
            ledger.unwrap(await plans.act(plan.id, note, leader))
            subject = Submitted(
                kind=SubmittedKind.PLAN,
                record_kind=RecordKind.PLAN,
                record_id=plan.id,
                item_id=plan.id,
            )
            waiting = await submissions.alive(subject)
            if waiting is None:
                raise LookupError("a submitted plan waits for somebody")
            clock.show(plan.on(0, 14))
            said = SubmissionApproved(
                shown=waiting.shown, step=1, note="Đồng ý.", without=[], reason=""
            )
            ledger.unwrap(await submissions.answer(waiting.id, said, self._head))
            await sealer.seal_here()

    async def issue(self) -> None:
        """Issue it by the scan of the signed paper, within the caller's transaction; and amend it later."""
        plan, leader = self._plan, self._leader
        clock.show(plan.on(0, 16))
        issued = acts.PlanIssued(
            number=self._number,
            issued_on=clock.today(),
            signer_name=leader.full_name,
            signer_title=_TITLE,
            scan_id=self._scan,
        )
        ledger.unwrap(await plans.act(plan.id, issued, leader))
        begun = local_time.day_of(plan.on(0, 16))
        first = max(plan.first_day, begun) + timedelta(days=6)
        for days, content in self._changes():
            moment = datetime.combine(first + timedelta(days=days), time(9, 20), VIETNAM)
            if moment < self._now:
                clock.show(moment)
                # A team's plan is amended by whom it was approved (Circular 27/2020 Art 6.5).
                by = self._head if isinstance(content, acts.PlanAmended) else leader
                ledger.unwrap(await plans.act(plan.id, content, by))

    def _changes(self) -> list[tuple[int, Wire]]:
        """Return what happens to it while it runs, by days after its beginning."""
        plan, found = self._plan, list[tuple[int, Wire]]()
        if plan.dropped is not None:
            amended = acts.PlanAmended(
                reason=_DROPPED, removed=[plan.dropped.id], number=f"{self._number}/SĐ"
            )
            found.append((0, amended))
        if plan.ceased is not None:
            found.append((3, acts.ItemNotDone(item_id=plan.ceased.id, reason=_CEASED)))
        return found

    async def end(self) -> None:
        """Say why items were not done, and end the plan with its report, within the caller's transaction."""
        plan, leader = self._plan, self._leader
        clock.show(plan.starts - timedelta(hours=1))
        for place, one in enumerate(plan.never):
            reason = _NEVER[(place + plan.first_day.month + int(plan.team)) % len(_NEVER)]
            never = acts.ItemNotDone(item_id=one.id, reason=reason)
            ledger.unwrap(await plans.act(plan.id, never, leader))
        clock.show(plan.starts)
        ledger.unwrap(await plans.end(plan.id, _REPORT, leader))

    @property
    def ends(self) -> bool:
        """Whether its end is played."""
        return self._plan.ends

    @property
    def _number(self) -> str:
        return f"{self._plan.first_day:%m}/KH-Đ{self._plan.team}"

    def _drafted(self) -> acts.PlanDrafted:
        plan, unit = self._plan, self._leader.unit.unit_id
        return acts.PlanDrafted(
            kind=PlanKind.THEMATIC,
            unit_id=unit,
            year=plan.first_day.year,
            title=f"Kế hoạch kiểm tra chuyên đề của {NAMES[plan.team]}, từ {plan.first_day:%d/%m/%Y}",
            first_day=plan.first_day,
            last_day=plan.last_day,
            basis=["Thông tư số 27/2020/TT-BCT của Bộ trưởng Bộ Công Thương"],
            aim="Phòng ngừa, phát hiện và xử lý vi phạm trong kinh doanh hàng hóa.",
            contents=list(_CONTENTS),
            budget_note="Kinh phí thường xuyên",
            means="Xe ô tô, máy ảnh và thiết bị của đơn vị",
            unit_tasks=[acts.UnitTask(unit_id=unit, task="Thực hiện các mục của kế hoạch")],
            reporting="Báo cáo hằng tháng trước ngày 20.",
        )

    def _items(self) -> list[acts.PlanItem]:
        plan = self._plan
        beside = [one for one in (plan.ceased, plan.dropped) if one is not None]
        return [self._item(one) for one in (*plan.items, *plan.never, *beside)]

    def _item(self, one: Item) -> acts.PlanItem:
        subject, address = None, ""
        if one.business is not None and self._businesses:
            business, ident = self._businesses[one.business % len(self._businesses)]
            subject, address = named(business, ident), business.address
        return acts.PlanItem(
            item_id=one.id,
            subject=subject,
            criterion=None if subject else _CRITERIA[one.kind % len(_CRITERIA)],
            address=address,
            area=None,
            first_day=one.first_day,
            last_day=one.last_day,
            contents=list(_CONTENTS),
            unit_id=self._leader.unit.unit_id,
            leader_id=self._leader.officer_id,
        )


def named(business: Business, ident: UUID) -> acts.PlanSubject:
    """Return a business of the register as an item of a plan names it."""
    return acts.PlanSubject(
        subject_id=ident,
        kind=business.kind,
        name=business.name,
        tax_code=business.tax_code,
        representative=business.representative,
        representative_title=business.representative_title,
    )


def _sheet(plan: TeamPlan, number: str) -> bytes:
    """Return the paper itself, invented like the force."""
    source = (
        f'#set document(title: "{number}")\n#set text(lang: "vi", font: "Tinos", size: 13pt)\n'
        f"#align(center)[*KẾ HOẠCH KIỂM TRA*]\n\nSố: {number}. {NAMES[plan.team]}, từ ngày "
        f"{plan.first_day:%d/%m/%Y} đến ngày {plan.last_day:%d/%m/%Y}: {len(plan.items) + len(plan.never) + 2} mục.\n\n"
        "_Văn bản trình diễn, không có giá trị._"
    )
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[rendering.FOLDER / "fonts"])
    made: bytes = typst.compile(source.encode(), format="pdf", font_paths=fonts)
    return made
