"""What a plan fills of its papers: the plan itself (KH), and the report of its results (BC-KH)."""

from typing import Any

from backend.core.actors import Actor
from backend.force.units import service as units
from backend.planning.plans import paper_words
from backend.planning.queries import item_lists, progress
from backend.planning.queries.item_lists import Filters
from backend.planning.rules.facts import Plan
from schemas.planning.words import ItemState, PlanKind, PlanState


async def fields(plan: Plan, form: str, actor: Actor) -> dict[str, Any]:
    """Return what the plan knows for a paper on this form."""
    del actor
    if form == "KH":
        return await _plan(plan)
    if form == "BC-KH":
        return await _report(plan)
    return _cited(plan) if form == "TB" else {}


_OF_ORIENTATION = (
    "Bộ Công Thương (để báo cáo, đăng Cổng thông tin điện tử)",
    "Các cơ quan, đơn vị có liên quan (để biết, phối hợp công tác)",
    "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương (để tổ chức thực hiện)",
    "Chi cục Quản lý thị trường các tỉnh, thành phố (để tổ chức thực hiện)",
)
"""Who receives an orientation programme (Circular 27/2020 Art 4.3 as amended by Circular 45/2025 Art 2.1)."""


async def _plan(plan: Plan) -> dict[str, Any]:
    filled = await paper_words.of_head(plan.head, plan.unit_id)
    items = await paper_words.lines(plan)
    filled |= {"items": items} if items else {}
    orientation = plan.kind is PlanKind.ORIENTATION
    return filled | ({"recipients": list(_OF_ORIENTATION)} if orientation else {})


async def _report(plan: Plan) -> dict[str, Any]:
    """Return the numbers of the report, and the reasons of what was not done (Circular 27/2020 Art 7)."""
    counted = await progress.results(plan.id)
    names = await units.names_of([one.unit_id for one in counted])
    undone = await item_lists.page(
        None, Filters(plan_id=plan.id, state=ItemState.NOT_DONE), None, paper_words.MOST
    )
    filled = {
        "about": f"Kết quả thực hiện kế hoạch: {plan.title}"[: paper_words.WORDS],
        **_cited(plan),
        "by_unit": [
            {
                "unit": names[one.unit_id].vi,
                "unit_planned": one.planned,
                "unit_done": one.done,
                "unit_not_done": one.not_done,
            }
            for one in counted
        ],
        "undone": [
            {
                "subject": (one.subject_name or one.criterion or "")[: paper_words.WORDS],
                "unit": one.unit_name_vi,
                "reason": (one.reason or "")[:2000],
            }
            for one in undone
        ],
    }
    numbers = {
        "planned": sum(one.planned for one in counted),
        "done": sum(one.done for one in counted),
        "not_done": sum(one.not_done for one in counted),
    }
    return {key: value for key, value in filled.items() if value} | numbers


def _cited(plan: Plan) -> dict[str, Any]:
    if plan.state not in (PlanState.ISSUED, PlanState.ENDED) or plan.issued_on is None:
        return {}
    return {"plan_number": plan.number, "plan_date": plan.issued_on.isoformat()}
