"""Findings: shown to readers, read by the one door when they are weighed. What jobs do is in searching.py."""

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
    """All of an inspection's, newest last, disclosing only what this reader may see.

    The caller has checked that he may see the inspection.
    """
    return views.views(await queries.of_inspection(inspection_id, actor))


async def of_photo(photo_id: UUID, actor: Actor) -> list[FindingView]:
    """Those about one photograph. The caller has checked that this reader may see it."""
    return views.views(await queries.of_photo(photo_id, actor))


async def present(finding_id: UUID, inspection_id: UUID, actor: Actor) -> FindingView | None:
    """A finding of this inspection as the reader sees it now; None where there is none."""
    row = await queries.find(finding_id, inspection_id, actor)
    return views.view(row) if row else None


def needs_reason(weight: FindingWeight) -> bool:
    """Whether a finding is weighed so only with a reason: whatever does not take it for right."""
    return weight is not FindingWeight.ACCEPTED


async def fault(content: FindingWeighed, inspection_id: UUID, actor: Actor) -> str | None:
    """Why a weighing cannot stand, as a code, or None. In the door's transaction: no job changes the finding now."""
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
