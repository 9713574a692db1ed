"""Plays the plans that teams carried out: drafted, approved by the department, issued by a scan, ended."""

from datetime import timedelta
from uuid import UUID, uuid5

import typst

from backend.approvals.submissions import service as submissions
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents import rendering
from backend.ledger import sealer
from backend.ledger import service as ledger
from backend.planning.plans import reading, scanning
from backend.planning.plans import service as plans
from deploy.demo.living.visits import NAMES
from deploy.demo.stories.team_plans import TeamPlan
from schemas.approvals.submissions import SubmissionApproved, Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind
from schemas.planning import acts
from schemas.planning.words import PlanKind

_CONTENTS = ("Nguồn gốc, xuất xứ hàng hóa", "Nhãn hàng hóa, niêm yết giá")
_NEVER = "Cơ sở đã ngừng kinh doanh, trả giấy chứng nhận đăng ký."
_TITLE = "Đội trưởng"


class Carried:
    """A team's plan while it is played."""

    def __init__(self, plan: TeamPlan, leader: Actor, head: Actor) -> None:
        """`head` of the department approves it."""
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
        """Issue it by the scan of the signed paper, within the caller's transaction."""
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

    async def end(self) -> None:
        """Say why one item was not done, and end the plan with its report, within the caller's transaction."""
        plan, leader = self._plan, self._leader
        clock.show(plan.starts - timedelta(hours=1))
        never = acts.ItemNotDone(item_id=self._never, reason=_NEVER)
        ledger.unwrap(await plans.act(plan.id, never, leader))
        clock.show(plan.starts)
        ledger.unwrap(
            await plans.end(plan.id, "Đã thực hiện kế hoạch; có mục không thực hiện được.", leader)
        )

    @property
    def ends(self) -> bool:
        """Whether its end is played."""
        return self._plan.ends

    @property
    def _number(self) -> str:
        return f"{self._plan.first_day:%m}/KH-Đ{self._plan.team}"

    @property
    def _never(self) -> UUID:
        return uuid5(self._plan.id, "never")

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
        named = [(one.id, one.first_day, one.last_day) for one in plan.items]
        named.append((self._never, plan.first_day, plan.last_day))
        return [
            acts.PlanItem(
                item_id=ident,
                subject=None,
                criterion="Cơ sở bán lẻ hàng tiêu dùng có dấu hiệu rủi ro trên địa bàn Đội quản lý",
                address="",
                area=None,
                first_day=first,
                last_day=last,
                contents=list(_CONTENTS),
                unit_id=self._leader.unit.unit_id,
                leader_id=self._leader.officer_id,
            )
            for ident, first, last in named
        ]


def _sheet(plan: TeamPlan, number: str) -> bytes:
    """Return the paper itself, invented like the force."""
    source = (
        f'#set document(title: "{number}")\n#set text(lang: "vi", font: "Tinos", size: 13pt)\n'
        f"#align(center)[*KẾ HOẠCH KIỂM TRA*]\n\nSố: {number}. {NAMES[plan.team]}, từ ngày "
        f"{plan.first_day:%d/%m/%Y} đến ngày {plan.last_day:%d/%m/%Y}: {len(plan.items) + 1} mục.\n\n"
        "_Văn bản trình diễn, không có giá trị._"
    )
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[rendering.FOLDER / "fonts"])
    made: bytes = typst.compile(source.encode(), format="pdf", font_paths=fonts)
    return made
