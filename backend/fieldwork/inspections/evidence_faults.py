"""What keeps evidence from taking effect: by its content when it comes, and once more when what it lacked has come."""

from datetime import datetime
from typing import Any

from backend.core.actors import Actor
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states
from backend.fieldwork.inspections import gathering
from backend.fieldwork.rules.steps import Effect
from backend.ledger.bounds import rules as act_bounds
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode


async def still_held(
    state: Any, parsed: ParsedAct, actor: Actor, received_at: datetime
) -> str | None:
    """Why evidence that was held for want of something may not take effect now either; None where it may.

    It is asked as it would have been when it came (`received_at`, UTC), had that been there.
    """
    act = parsed.act
    declared = ACTS[ActType(act.type)]
    if act.officer_id not in state["team"]:
        return QuarantineCode.NOT_ON_TEAM
    if declared.owned and not gathering.owns_minutes(state, act.officer_id):
        return QuarantineCode.MINUTES_NOT_OWNED
    cell = states.step(InspectionState(state["state"]), act.type, state["minutes_flow"])
    if cell.effect is not Effect.TAKES:
        return cell.code
    if code := await of_content(state, parsed, actor):
        return code
    outside = act_bounds.fault(act.type, parsed.content, now=received_at, made_at=act.made_at)
    return QuarantineCode.OUT_OF_BOUNDS if outside else None


async def of_content(state: Any, parsed: ParsedAct, actor: Actor) -> str | None:
    """Say why evidence cannot take effect by its own content; it is kept all the same."""
    declared = ACTS[ActType(parsed.act.type)]
    if declared.fault is None:
        return None
    cell = states.step(InspectionState(state["state"]), parsed.act.type, state["minutes_flow"])
    return declared.fault(parsed.content, await gathering.guard_context(state, parsed, actor, cell))


async def lasting(state: Any, held: Any, original: ParsedAct, actor: Actor) -> str | None:
    """What stands against a held act still, whoever admits it; what was missing may have come."""
    if held["code"] == QuarantineCode.PHOTO_UNKNOWN:
        return await of_content(state, original, actor)
    last = ACTS[ActType(original.act.type)].lasting
    if not last:
        return None
    code = await of_content(state, original, actor)
    return code if code in last else None
