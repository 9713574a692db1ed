"""What a plan fills of its papers: the plan itself (KH), and the report of its results (BC-KH)."""

from typing import Any
from uuid import UUID

from backend.core import formats
from backend.core.actors import Actor
from backend.documents.queries import record_papers as paper_queries
from backend.force.units import service as units
from backend.planning.queries import history, item_lists, progress
from backend.planning.queries import items as item_queries
from backend.planning.queries.item_lists import Filters
from backend.planning.rules import writing
from backend.planning.rules.facts import Item, Plan
from backend.planning.texts.missing import missing
from schemas.core.problems import Text
from schemas.planning.acts import PlanDrafted
from schemas.planning.words import ItemState, PlanState

_MOST = 2_000
"""Lines of a list on a paper."""
_WORDS = 500
_ALWAYS = frozenset({"valid_from", "valid_to"})


async def fields(plan: Plan, form: str, actor: Actor) -> dict[str, Any]:
    """Return what the plan knows for a paper on this form."""
    del actor
    if form == "KH":
        return await _plan(plan)
    if form == "BC-KH":
        return await _report(plan)
    return _cited(plan) if form == "TB" else {}


async def stale(plan: Plan, document_id: UUID) -> Text | None:
    """Return why a finalised plan must not be signed: it says something that the plan does not say any more.

    Its list and its period are always the plan's. Its other parts may be worded otherwise on the paper, but what was
    changed in the plan's head after the paper was last saved must be on it. None if it may be signed.
    """
    paper = await paper_queries.named(document_id)
    if paper is None:
        return None
    if paper.fields.get("items", []) != await _items(plan):
        return missing("paper")
    now = await _head(plan.head, plan.unit_id)
    then = await history.head_before(plan.id, document_id)
    before = await _head(then, plan.unit_id) if then else now
    moved = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
    says_older = {key for key in moved | _ALWAYS if paper.fields.get(key) != now.get(key)}
    return missing("paper_head") if says_older else None


async def _plan(plan: Plan) -> dict[str, Any]:
    filled = await _head(plan.head, plan.unit_id)
    items = await _items(plan)
    return filled | ({"items": items} if items else {})


async def _head(head: PlanDrafted, unit_id: UUID) -> dict[str, Any]:
    names = await units.names_of([one.unit_id for one in head.unit_tasks])
    tasks = [{"unit": names[one.unit_id].vi, "task": one.task} for one in head.unit_tasks]
    listed = ", ".join(dict.fromkeys(one["unit"] for one in tasks))
    own = (await units.name_of(unit_id)).vi
    filled = {
        "legal_bases": head.basis,
        "about": head.title,
        "aim": head.aim,
        "subject_group": head.subject_group or "Các đối tượng nêu tại Phụ lục kèm theo",
        "contents": head.contents,
        "unit_tasks": tasks,
        "forces": head.forces or listed or own,
        "partners": head.partners,
        "valid_from": head.first_day.isoformat(),
        "valid_to": head.last_day.isoformat(),
        "budget": _budget(head),
        "means": head.means,
        "reporting": head.reporting,
    }
    return {key: value for key, value in filled.items() if value}


def _budget(head: PlanDrafted) -> str:
    said = [f"{formats.money(head.budget_vnd, 'vi')}"] if head.budget_vnd else []
    return "; ".join([*said, head.budget_note] if head.budget_note else said)


async def _items(plan: Plan) -> list[dict[str, str]]:
    found = await item_queries.of_plan(plan.id)
    names = await units.names_of({one.content.unit_id for one in found})
    ordered = sorted(found, key=lambda one: (one.content.first_day, str(one.id)))
    return [_line(one, names[one.content.unit_id].vi) for one in ordered[:_MOST]]


def _line(one: Item, unit: str) -> dict[str, str]:
    item = one.content
    first, last = formats.day(item.first_day), formats.day(item.last_day)
    filled = {
        "subject": writing.name_of(item)[:_WORDS],
        "address": item.address,
        "contents": "; ".join(item.contents)[:3000],
        "time": first if first == last else f"{first} – {last}",
        "unit": unit,
        "note": item.note,
    }
    return {key: value for key, value in filled.items() if value}


async def _report(plan: Plan) -> dict[str, Any]:
    """Return the numbers of the report, and the reasons of what was not done (Circular 27/2020 Art 7)."""
    counted = await progress.results(plan.id)
    names = await units.names_of([one.unit_id for one in counted])
    undone = await item_lists.page(
        None, Filters(plan_id=plan.id, state=ItemState.NOT_DONE), None, _MOST
    )
    filled = {
        "about": f"Kết quả thực hiện kế hoạch: {plan.title}"[:_WORDS],
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
                "subject": (one.subject_name or one.criterion or "")[:_WORDS],
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
