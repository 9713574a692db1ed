"""Decisions without a fine, when the violator has died: remedies alone, or the goods' confiscation alone.

Law on Handling Administrative Violations (15/2012) Arts 65.1 d, 65.2: what the decree provides for the act
is ordered all the same, as Decree 98/2020 Art 15 provides the confiscation of smuggled goods.
"""

from backend.casework.cases import service as cases
from backend.core import clock
from deploy.demo.living.course import Course, after
from schemas.casework.acts import execution
from schemas.casework.words import CaseAct, DeliveryMode

_DEAD = "Chủ hộ kinh doanh đã chết sau khi vi phạm (giấy chứng tử nộp trong hồ sơ)."
_AUCTION = "Lập phương án xử lý tài sản được xác lập quyền sở hữu toàn dân."
_HEIR = "Người thừa kế của chủ hộ kinh doanh"


async def remedies(case: Course) -> None:
    """Order remedies alone (MQĐ15), as nobody is left whom one could fine (Art 65.1 d, 65.2)."""
    if not case.comes(after(case.story.visited, 3, 14)):
        return
    await case.file("Giấy chứng tử", case.team.leader)
    typed: dict[str, object] = {
        "ground": "dead",
        "reason": _DEAD,
        "damage": "Không có.",
        "remedies": [
            {
                "kind": "destroy",
                "measure": "Buộc tiêu hủy hàng hóa gây hại cho sức khỏe con người",
                "term": "10 ngày",
            }
        ],
        "effective_on": clock.today().isoformat(),
    }
    await case.paper("MQĐ15", case.team.head, typed, drafter=case.team.writer)


async def confiscation(case: Course) -> None:
    """Confiscate the goods alone (MQĐ14), tell the heir, and take them by minutes (MBB20)."""
    team = case.team
    if not case.comes(after(case.story.visited, 4, 14)):
        return
    await case.file("Giấy chứng tử", team.leader)
    typed: dict[str, object] = {
        "variant": "unpunished",
        "ground": "dead",
        "reason": _DEAD,
        "handling": _AUCTION,
    }
    decided = await case.paper("MQĐ14", team.head, typed, drafter=team.writer)
    if not case.comes(after(clock.now(), 1, 9)):
        return
    delivered = execution.DecisionDelivered(
        document_id=decided,
        mode=DeliveryMode.DIRECT,
        delivered_on=clock.today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận trực tiếp",
        receiver=_HEIR,
        proof_document_id=None,
    )
    await case.act(CaseAct.DECISION_DELIVERED, delivered, team.writer)
    if not case.comes(after(clock.now(), 2, 9)):
        return
    _, _, paper = await cases.paper(decided, team.writer)
    moment = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    taken: dict[str, object] = {
        "decision_number": paper.number,
        "decision_date": paper.issued_on.isoformat() if paper.issued_on else None,
        "started_at": moment,
        "ended_at": moment,
        "attendance": "absent",
        "witnesses": [
            {"name": "Trần Chứng Kiến", "occupation": "Tổ trưởng tổ dân phố"},
            {"name": "Lê Thị Chứng Kiến", "occupation": "Cán bộ Ủy ban nhân dân phường"},
        ],
        "copies": 2,
        "read_back": True,
    }
    await case.paper("MBB20", team.leader, taken)
    if case.comes(after(clock.now(), 1, 9)):
        completed = execution.ExecutionCompleted(completed_on=clock.today())
        await case.act(CaseAct.EXECUTION_COMPLETED, completed, team.head)
