"""Restructurings of single units, as the desk asks for them: what one touches, whether it may be done, and doing it."""

from uuid import UUID

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound, RefusedAct
from backend.force.queries import restructuring as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.restructuring import ListedOfficer
from backend.force.rules.accounts import require_administrator
from backend.force.rules.unit_asks import Change
from backend.force.texts.units import refusal
from backend.force.units import judging_asks, open_cases, restructuring
from backend.force.units.open_cases import PlannedCase
from backend.force.units.taking_over import ends_with_unit
from backend.ledger.handlers import Refuse
from schemas.force.restructuring_acts import UnitMerged, UnitSplit

MOST_ROWS = 20_000
"""Rows that one request rewrites at most. A statement of a request has 8 s; 30,000 rows of cases, clocks, papers,
inspections and parties took 6.7 s where nine others waited for each processor."""


SETTLED_HOURS = 48
"""For how long rows are looked for that were written at a former place: a worker that stood still over a weekend's day
has caught up by then. They were written within minutes of the act, as no transaction is open longer."""


async def settle() -> int:
    """Have rows lie right that were written while their unit was restructured; for a job. Returns how many.

    In a transaction of its own: what the function writes is not seen from its call.
    """
    async with transaction():
        return await queries.settle_recent(SETTLED_HOURS)


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What a restructuring of a unit touches."""

    counts: dict[str, int]
    """What lies in the unit and below, and what of it is open."""
    cases: list[PlannedCase]
    """Of a split: where each open case goes."""


async def preview(actor: Actor, unit_id: UUID, change: Change) -> Preview:
    """Count what a restructuring of this unit touches. Raises NotAllowed, NotFound."""
    await _administered(actor, unit_id)
    if isinstance(change, UnitSplit):  # it names open cases, by number and place
        await access_log.record(actor, "restructuring.cases", unit_id, address=None)
    async with at_once() as ask:
        owning = ask(queries.count_owned(unit_id))
        opening = ask(queries.count_open(unit_id))
        holding = ask(queries.positions_in(unit_id, clock.today()))
    owned = {one.table_name: one.row_count for one in owning.result()}
    papers = ("documents", "field_documents", "decision_papers", "record_papers", "filed_documents")
    counts = {
        "officers": owned["officers"],
        "devices": owned["devices"],
        "cases": owned["cases"],
        "inspections": owned["inspections"],
        "parties": owned["subjects"],
        "papers": sum(owned[one] for one in papers),
    }
    ends = isinstance(change, UnitMerged | UnitSplit)  # nobody is left in a unit that is closed
    ending = [one for one in holding.result() if ends and ends_with_unit(one.title_vi)]
    return Preview(
        counts=counts | opening.result() | {"heads": len(ending)},
        cases=await open_cases.planned(unit_id, change) if isinstance(change, UnitSplit) else [],
    )


async def officers(actor: Actor, unit_id: UUID) -> list[ListedOfficer]:
    """Return the officers who belong to a unit directly, by name. Raises NotAllowed, NotFound."""
    await _administered(actor, unit_id)
    return await queries.named_officers_of(unit_id)


async def objection(actor: Actor, unit_id: UUID, change: Change) -> Refuse | None:
    """Return why the one door would refuse this now, or None. Locks the units until the transaction ends."""
    await _administered(actor, unit_id)
    await restructuring.lock(unit_id, change)
    state = await unit_queries.lock(unit_id)
    if state is None:
        raise NotFound(what="unit")
    found = await judging_asks.fault(state, change, actor)
    return found if isinstance(found, Refuse) else await too_much(unit_id)


async def require_little(unit_id: UUID) -> None:
    """Raise RefusedAct if more lies in a unit than one request can rewrite."""
    if why := await too_much(unit_id):
        raise RefusedAct(code=why.code, text=why.text)


async def too_much(unit_id: UUID) -> Refuse | None:
    """Return the refusal of a unit in which more lies than one request can rewrite, or None."""
    rows = sum(one.row_count for one in await queries.count_owned(unit_id))
    return refusal("unit_much") if rows > MOST_ROWS else None


async def _administered(actor: Actor, unit_id: UUID) -> None:
    require_administrator(actor)
    if await unit_queries.find_administered(actor, unit_id) is None:
        raise NotFound(what="unit")
