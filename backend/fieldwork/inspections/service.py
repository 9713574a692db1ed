"""Inspections at the desk: rulings and reads.

Acts go through `ledger.record` (the one door), and all reads through the scope filter.
"""

from collections.abc import Iterable
from uuid import UUID

from backend.core import access_log, filter_queries, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import beginning as beginning
from backend.fieldwork.inspections import chain as chain
from backend.fieldwork.inspections import conflicts as conflicts
from backend.fieldwork.inspections import opinions, unknown, views, worklists
from backend.fieldwork.inspections.awaited import awaited
from backend.fieldwork.inspections.unknown import UnknownRecord
from backend.fieldwork.inspections.unknown import UnknownRow as UnknownRow
from backend.fieldwork.inspections.visit_views import visit
from backend.fieldwork.inspections.worklists import (
    asked,
    count_unopened,
    drafts,
    held,
    mine,
    neighbours,
    queue,
    unopened,
)
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.reading import Filters
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.queries.worklists import AskedWithdrawal as AskedWithdrawal
from backend.fieldwork.queries.worklists import Neighbours
from backend.fieldwork.rules import held as held_acts
from backend.fieldwork.rules import next_steps as next_steps
from backend.fieldwork.rules import photo_counts as photo_counts
from backend.fieldwork.rules import positions as positions
from backend.fieldwork.rules import relations as relations
from backend.fieldwork.rules import remarks as remarks
from backend.fieldwork.rules import resubmitting as resubmitting
from backend.fieldwork.rules import violation_minutes as violation_minutes
from backend.fieldwork.rules import visits as visits
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork import inspections as shown
from schemas.fieldwork.findings import FindingWeighed, FindingWeight
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import ActType

__all__ = [
    "Filters",
    "Neighbours",
    "UnknownRecord",
    "admit",
    "approve",
    "asked",
    "awaited",
    "conflicts",
    "count_unopened",
    "dismiss",
    "drafts",
    "held",
    "held_acts",
    "inspection_view",
    "mine",
    "neighbours",
    "next_steps",
    "opened",
    "opinions",
    "photo_counts",
    "positions",
    "queue",
    "read",
    "refuse",
    "relations",
    "remarks",
    "resubmitting",
    "return_for_correction",
    "search",
    "sees",
    "units_in_scope",
    "unknown",
    "unopened",
    "violation_minutes",
    "visit",
    "visits",
    "weigh",
]

PAGE_SIZE = 50


async def inspection_view(inspection_id: UUID, actor: Actor) -> shown.InspectionView:
    """Return a whole inspection. Raises NotFound if it does not exist or is out of scope."""
    record = await read_queries.find(actor, inspection_id)
    if record is None:
        raise NotFound(what="inspection")
    return await views.whole(record, actor)


async def read(
    inspection_id: UUID, actor: Actor, how: str, address: str | None
) -> shown.InspectionView:
    """Return a whole inspection to a person, and record in the access log that they read it.

    `how` names the page. A phone that syncs its own team's inspections does not use this. Raises
    NotFound.
    """
    view = await inspection_view(inspection_id, actor)
    await opened(view, actor, how, address)
    return view


async def opened(view: shown.InspectionView, actor: Actor, how: str, address: str | None) -> None:
    """Record that a person reads an inspection. Where the page asks for more, after that: what the transaction
    remembers is forgotten at each write."""
    await access_log.record(actor, f"inspection.{how}", view.id, address=address)


async def sees(inspection_id: UUID, actor: Actor) -> bool:
    """Tell whether an inspection is in the actor's scope. Nothing of it is read."""
    return await read_queries.sees(actor, inspection_id)


def reads_any(actor: Actor) -> bool:
    """Tell whether the actor reads inspections at all. Clerks do not: they handle single papers."""
    return scope.sees_any(INSPECTION_TEAMS, actor)


async def in_sight(ids: Iterable[UUID], actor: Actor) -> set[UUID]:
    """Return those of these inspections that are in the actor's scope. Nothing of them is read."""
    asked = list(ids)
    reach = scope.teamed(INSPECTION_TEAMS, actor)
    return set(await read_queries.those_of(asked, reach)) if asked else set()


async def search(
    actor: Actor,
    filters: Filters,
    cursor: str | None = None,
    limit: int = PAGE_SIZE,
    *,
    address: str | None = None,
) -> shown.InspectionPage:
    """Return a page of inspections in scope, newest first, and record what was searched for.

    Raises Invalid on a malformed cursor.
    """
    terms = filter_queries.asked(filters)
    await access_log.record_search(actor, "inspection.searched", terms, address)
    return await listing(actor, filters, cursor, limit)


async def listing(
    actor: Actor, filters: Filters, cursor: str | None = None, limit: int = PAGE_SIZE
) -> shown.InspectionPage:
    """Return what search() does, and record nothing: who takes the list away is on the log for that."""
    after = worklists.after(cursor)
    found = await read_queries.page(actor, filters, after, limit + 1)
    rows = found[:limit]
    return shown.InspectionPage(
        rows=rows,
        next=keyset.write(rows[-1].issued_at, rows[-1].id) if len(found) > limit else None,
    )


async def total(actor: Actor, filters: Filters) -> int:
    """Count the inspections of such a list, up to one more than MOST_TOTALLED."""
    return await read_queries.count(actor, filters, keyset.MOST_TOTALLED + 1)


async def units_in_scope(actor: Actor) -> list[shown.UnitChoice]:
    """Return the units that a search can be narrowed to: the reader's own and those below.

    Raises NotAllowed if the reader's roles see no inspections at all.
    """
    if not reads_any(actor):
        raise NotAllowed
    return await views.units_in_scope(actor)


async def _rule(
    inspection_id: UUID, act_type: ActType, content: Wire, actor: Actor
) -> ledger.Outcome:
    """Record a ruling. Scope and role are checked here, and once more by `ledger.record`."""
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    if not next_steps.may_rule(actor):
        raise NotAllowed
    parsed = ledger.desk_act(RecordKind.INSPECTION, inspection_id, act_type, content, actor)
    return await ledger.record(parsed, actor)


async def approve(inspection_id: UUID, revision: str, actor: Actor) -> ledger.Outcome:
    """Approve exactly the revision that was seen."""
    return await _rule(
        inspection_id,
        ActType.MINUTES_APPROVED,
        inspection_acts.MinutesApproved(revision=revision),
        actor,
    )


async def return_for_correction(
    inspection_id: UUID, revision: str, comments: list[Comment], actor: Actor
) -> ledger.Outcome:
    """Send the revision back with comments on fields and photographs."""
    content = inspection_acts.MinutesReturned(revision=revision, comments=comments)
    return await _rule(inspection_id, ActType.MINUTES_RETURNED, content, actor)


async def refuse(inspection_id: UUID, revision: str, reason: str, actor: Actor) -> ledger.Outcome:
    """Refuse the revision for good."""
    content = inspection_acts.MinutesRefused(revision=revision, reason=reason)
    return await _rule(inspection_id, ActType.MINUTES_REFUSED, content, actor)


async def admit(inspection_id: UUID, act_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Let quarantined evidence take effect."""
    content = inspection_acts.EvidenceAdmitted(act=act_id, reason=reason)
    return await _rule(inspection_id, ActType.EVIDENCE_ADMITTED, content, actor)


async def dismiss(inspection_id: UUID, act_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Leave quarantined evidence without effect, kept and visible."""
    content = inspection_acts.EvidenceDismissed(act=act_id, reason=reason)
    return await _rule(inspection_id, ActType.EVIDENCE_DISMISSED, content, actor)


async def weigh(
    inspection_id: UUID,
    finding_id: UUID,
    weight: FindingWeight,
    reason: str | None,
    actor: Actor,
    *,
    seen: dict[str, int] | None = None,
) -> ledger.Outcome:
    """Weigh a finding. The latest weighing counts; each stays in the ledger, with its numbers.

    `seen` are the numbers that the page showed. If the finding's numbers have changed since,
    `ledger.record` refuses. A blank reason counts as none. Raises NotFound if the inspection or the
    finding does not exist; NotAllowed.
    """
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    found = await findings.present(finding_id, inspection_id, actor)
    if found is None:
        raise NotFound(what="finding")
    content = FindingWeighed(
        finding_id=finding_id,
        kind=found.kind,
        photo_id=found.photo_id,
        about_act=found.act_id,
        numbers=found.numbers if seen is None else seen,
        weight=weight,
        reason=(reason or "").strip() or None,
    )
    return await _rule(inspection_id, ActType.FINDING_WEIGHED, content, actor)
