"""Open cases of a unit that ended: its successor leads them, told in each case's own record.

Officers, clocks and papers go on; papers keep the unit and the number under which they were issued. A case that is
archived gets no act: it lies where the successor lies, and stays the case of the unit that led it.
"""

from collections.abc import AsyncIterator
from uuid import UUID

import msgspec

from backend.casework.cases import splitting
from backend.casework.queries import succeeding as queries
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.actors import Actor, UnitPath
from backend.force.units import service as units
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry, Refuse
from schemas.casework.acts.beside import CaseSucceeded
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.force.restructuring_acts import Ordered, UnitClosed, UnitMerged, UnitSplit


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Have the successor lead the open cases of a unit that was merged, split or closed. Raises RefusedAct.

    So are cases that an older closing left with a unit that ended, and whose work came to this one.
    """
    del entry
    unit_id, content = parsed.act.record.id, parsed.content
    if not isinstance(content, UnitMerged | UnitSplit | UnitClosed):
        return
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    found = [one async for one in _open(unit_id, content)]
    names = await units.names_of({one for _, *both in found for one in both})
    for case_id, before, to in found:
        succeeded = CaseSucceeded(
            unit_id=to,
            unit_name=names[to].vi,
            from_unit_id=before,
            from_unit_name=names[before].vi,
            act_id=parsed.act.id,
            on=content.valid_to,
            decision=_why(content),
        )
        act = ledger.desk_act(RecordKind.CASE, case_id, CaseAct.CASE_SUCCEEDED, succeeded, system)
        ledger.unwrap(await ledger.record(act, system))


async def _open(
    unit_id: UUID, content: UnitMerged | UnitSplit | UnitClosed
) -> AsyncIterator[tuple[UUID, UUID, UUID]]:
    apart: dict[UUID, UUID] = {}
    match content:
        case UnitMerged():
            rest = content.into_id
        case UnitSplit():
            rest = content.rest_id
            apart = {one.id: one.part_id for one in await splitting.plan(unit_id, content)}
        case _ if content.successor_id is None:
            return
        case _:
            rest = content.successor_id
    for one in await queries.open_in(unit_id):
        yield one.id, one.unit_id, apart.get(one.id, rest)


def _why(content: UnitMerged | UnitSplit | UnitClosed) -> str:
    if isinstance(content, UnitClosed):
        return f"lý do giải thể: {content.reason}"[:500]
    return said(content.ordered)


def said(ordered: Ordered) -> str:
    """Return a decision as one line of a case's story: number, day, body."""
    return f"{ordered.number}, {formats.day(ordered.decided_on)}, {ordered.by}"


async def objection(facts: Facts | None, content: Wire) -> Refuse | None:
    """Refuse a succession that is not so: the unit that leads the case must have ended, the other be in force."""
    if facts is None or not isinstance(content, CaseSucceeded):
        return None
    led_by = facts.succeeded_by or facts.opening.unit_id
    before, after = (
        await units.standing(content.from_unit_id),
        await units.standing(content.unit_id),
    )
    ended = before is not None and not before[1] and led_by == content.from_unit_id
    return None if ended and after is not None and after[1] else refusal("case_unit_other")


async def path_after(parsed: ParsedAct, actor: Actor, path: UnitPath) -> UnitPath:
    """Return where the case lies after an act: elsewhere only by a succession, which moves its rows too."""
    content = parsed.content
    if not isinstance(content, CaseSucceeded):
        return path
    after = await units.path_of(content.unit_id)
    case_id = parsed.act.record.id
    if after != path:
        await queries.restructure(content.act_id, actor.officer_id, case_id, content.unit_id)
    await queries.lead(case_id, content.unit_id)
    return after
