"""Reasons that keep evidence from taking effect.

They are checked when the evidence comes, and again when what it lacked has come.
"""

from datetime import datetime

from backend.core.actors import Actor
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states
from backend.fieldwork.inspections import gathering
from backend.fieldwork.rules.locked import LockedHeldAct, LockedInspection
from backend.fieldwork.rules.steps import Effect
from backend.ledger.bounds import rules as act_bounds
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork.words import ActType, QuarantineCode


async def still_held(
    state: LockedInspection, parsed: ParsedAct, actor: Actor, received_at: datetime
) -> str | None:
    """Return the code that still keeps held evidence from taking effect, or None if it may now.

    The evidence was held because something it names was missing. It is judged as it would have been
    at its arrival (`received_at`, UTC) if that had been there.
    """
    act = parsed.act
    declared = ACTS[ActType(act.type)]
    if act.officer_id not in state.team:
        return QuarantineCode.NOT_ON_TEAM
    if declared.owned and not gathering.owns_minutes(state, act.officer_id):
        return QuarantineCode.MINUTES_NOT_OWNED
    cell = states.step(state.state, act.type, state.minutes_flow)
    if cell.effect is not Effect.TAKES:
        return cell.code
    if code := await of_content(state, parsed, actor):
        return code
    outside = act_bounds.fault(act.type, parsed.content, now=received_at, made_at=act.made_at)
    return QuarantineCode.OUT_OF_BOUNDS if outside else None


async def of_content(state: LockedInspection, parsed: ParsedAct, actor: Actor) -> str | None:
    """Return the code of a fault in the content of evidence, or None; it is kept in any case."""
    declared = ACTS[ActType(parsed.act.type)]
    if declared.fault is None:
        return None
    cell = states.step(state.state, parsed.act.type, state.minutes_flow)
    return declared.fault(parsed.content, await gathering.guard_context(state, parsed, actor, cell))


async def lasting(
    state: LockedInspection, held: LockedHeldAct, original: ParsedAct, actor: Actor
) -> str | None:
    """Return the code of a fault that prevents any supervisor from admitting a held act, or None.

    The fault is checked again, because what was missing may have come.
    """
    if held.code == QuarantineCode.PHOTO_UNKNOWN:
        return await of_content(state, original, actor)
    last = ACTS[ActType(original.act.type)].lasting
    if not last:
        return None
    code = await of_content(state, original, actor)
    return code if code in last else None
