"""What a plan says on its own paper (KH), and whether a finalised paper still says it."""

from typing import Any
from uuid import UUID

from backend.core import formats
from backend.documents.queries import record_papers as paper_queries
from backend.documents.queries.record_papers import NamedPaper
from backend.force.units import service as units
from backend.planning.queries import history
from backend.planning.queries import items as item_queries
from backend.planning.rules import writing
from backend.planning.rules.facts import Item, Plan
from backend.planning.texts.missing import missing
from schemas.core.problems import Text
from schemas.documents.record_papers import RecordPaperState
from schemas.planning.acts import PlanDrafted

FORM = "KH"
MOST = 2_000
"""Lines of a list on a paper."""
WORDS = 500
_FIXED = frozenset({RecordPaperState.FINAL, RecordPaperState.PRINTED})
_ALWAYS = frozenset({"valid_from", "valid_to"})


async def stale_final(plan: Plan) -> Text | None:
    """Return why the plan must not be submitted with its finalised or printed paper, as stale().

    None without such a paper. A printed sheet is given up: it cannot be opened again, and may be signed already.
    """
    papers = await paper_queries.of_record(plan.id)
    found = [one for one in papers if one.form == FORM and one.state in _FIXED]
    for one in found:
        why = await _says_older(plan, one)
        if why is not None:
            return missing("paper_printed") if one.state is RecordPaperState.PRINTED else why
    return None


async def stale(plan: Plan, document_id: UUID) -> Text | None:
    """Return why a finalised plan must not be signed: it says something that the plan does not say any more.

    Its list and its period are always the plan's. Its other parts may be worded otherwise on the paper, but what was
    changed in the plan's head after the paper was last saved must be on it. None if it may be signed.
    """
    paper = await paper_queries.named(document_id)
    return await _says_older(plan, paper) if paper else None


async def _says_older(plan: Plan, paper: NamedPaper) -> Text | None:
    if paper.fields.get("items", []) != await lines(plan):
        return missing("paper")
    now = await of_head(plan.head, plan.unit_id)
    then = await history.head_before(plan.id, paper.id)
    before = await of_head(then, plan.unit_id) if then else now
    moved = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
    says_older = {key for key in moved | _ALWAYS if paper.fields.get(key) != now.get(key)}
    return missing("paper_head") if says_older else None


async def of_head(head: PlanDrafted, unit_id: UUID) -> dict[str, Any]:
    """Return the fields that the plan's head fills."""
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


async def lines(plan: Plan) -> list[dict[str, str]]:
    """Return the list of subjects."""
    found = await item_queries.of_plan(plan.id)
    names = await units.names_of({one.content.unit_id for one in found})
    ordered = sorted(found, key=lambda one: (one.content.first_day, str(one.id)))
    return [_line(one, names[one.content.unit_id].vi) for one in ordered[:MOST]]


def _line(one: Item, unit: str) -> dict[str, str]:
    item = one.content
    first, last = formats.day(item.first_day), formats.day(item.last_day)
    filled = {
        "subject": writing.name_of(item)[:WORDS],
        "address": item.address,
        "contents": "; ".join(item.contents)[:3000],
        "time": first if first == last else f"{first} – {last}",
        "unit": unit,
        "note": item.note,
    }
    return {key: value for key, value in filled.items() if value}
