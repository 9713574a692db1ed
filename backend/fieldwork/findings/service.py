"""Reading findings, for readers and for `ledger.record` (the one door) when one is weighed.

The jobs that look for findings are in searching.py.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.findings import views
from backend.fieldwork.queries import findings as queries
from backend.fieldwork.queries.findings import set_weight, weights
from schemas.fieldwork.findings import FindingView, FindingWeighed, FindingWeight

__all__ = [
    "fault",
    "needs_reason",
    "of_inspection",
    "of_photo",
    "present",
    "set_weight",
    "weights",
]


async def of_inspection(inspection_id: UUID, actor: Actor) -> list[FindingView]:
    """Return all findings of an inspection, newest last, limited to what this reader may see.

    The caller has checked that the reader may see the inspection.
    """
    return views.views(await queries.of_inspection(inspection_id, actor))


async def of_photo(photo_id: UUID, actor: Actor) -> list[FindingView]:
    """Return the findings about one photograph. The caller checked that the reader may see it."""
    return views.views(await queries.of_photo(photo_id, actor))


async def present(finding_id: UUID, inspection_id: UUID, actor: Actor) -> FindingView | None:
    """Return a finding of this inspection as the reader sees it now, or None."""
    row = await queries.find(finding_id, inspection_id, actor)
    return views.view(row) if row else None


def needs_reason(weight: FindingWeight) -> bool:
    """Tell whether this weight needs a reason. Every weight but `accepted` does."""
    return weight is not FindingWeight.ACCEPTED


async def fault(content: FindingWeighed, inspection_id: UUID, actor: Actor) -> str | None:
    """Return the refusal code of a weighing, or None if it is valid.

    Locks the finding in the transaction of `ledger.record`, so no job changes it meanwhile.
    """
    await queries.lock(content.finding_id)
    seen = await present(content.finding_id, inspection_id, actor)
    if seen is None:
        return "finding_unknown"
    said = (content.kind, content.photo_id, content.about_act, content.numbers)
    if said != (seen.kind, seen.photo_id, seen.act_id, seen.numbers):
        return "finding_changed"
    if needs_reason(content.weight) and content.reason is None:
        return "reason_needed"
    return None
