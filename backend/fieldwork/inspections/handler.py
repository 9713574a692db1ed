"""The record handler of inspections: judges each act by its declaration, and calls the fold."""

import msgspec

from backend.core import formats
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Declared, Who
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import authority, states
from backend.fieldwork.inspections import (
    evidence_faults,
    fold,
    gathering,
    hand_signed_judging,
    paper_judging,
    retaking,
    ruled_first,
)
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules import steps
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import Effect
from backend.fieldwork.texts import inspections as texts
from backend.fieldwork.texts import words as wording
from backend.ledger import texts as ledger_texts
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from schemas.fieldwork.words import ActType, QuarantineCode
from schemas.ledger import acts


class InspectionRecordHandler:
    """Locks, judges and folds inspections; see backend.ledger.handlers.RecordHandler."""

    act_types = frozenset(str(kind) for kind in states.TYPES)
    evidence = frozenset(str(kind) for kind in states.EVIDENCE)

    lock_tells_position = True

    async def lock(self, act: acts.Act) -> LockedInspection | None:
        """Lock and return the inspection's row with its team, or None if there is none."""
        return await queries.lock(act.record.id, act.id, act.device_id, act.officer_id)

    async def judge(
        self, state: LockedInspection | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act by its face and authority, then the table of states, then its guard."""
        kind = ActType(parsed.act.type)
        declared = ACTS[kind]
        if wrong := authority.wrong_face(kind, actor) or _barred(state, declared, actor, doubt):
            return wrong
        cell = states.step(state.state if state else None, kind, state.minutes_flow if state else 1)
        if declared.evidence:
            return await _judge_evidence(state, parsed, actor, doubt, cell)
        if cell.effect is Effect.REFUSED:
            return _refused(cell.code or "", state)
        if declared.of_hand_signed:
            return await hand_signed_judging.judge(state, parsed, actor, cell)
        if declared.of_desk_paper:
            return await paper_judging.judge(state, parsed, actor)
        if state is None:
            wrong = await paper_judging.beginning_fault(parsed)
            return wrong or Accept(next_state=cell.next, note=cell.effect)
        if declared.changes_decision and (wrong := await paper_judging.change_fault(parsed)):
            return wrong
        context = await gathering.guard_context(state, parsed, actor, cell)
        judged = _guarded(state, parsed, context, declared)
        if declared.admits and isinstance(judged, Accept):
            return await _admit(state, context, actor)
        return await ruled_first.judge(judged, declared, parsed, actor)

    async def apply(
        self,
        state: LockedInspection | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the read tables, then judge again evidence that was held for want of this act."""
        if isinstance(judgement, Hold):
            await fold.hold(state, parsed, entry, judgement.code)
        else:
            await fold.take(state, parsed, actor, entry, judgement)
        if state is not None and state.quarantine_count:
            await retaking.follow(parsed, judgement, actor)


def _barred(
    state: LockedInspection | None, declared: Declared, actor: Actor, doubt: str | None
) -> Refuse | None:
    """Refuse a step because of a doubt about the device or because the officer has no authority.

    The doubt comes first. It does not concern acts of `Who.HEAD`, which are made at the desk.
    """
    if declared.evidence or (declared.by_the_system and rules.is_system(actor)):
        return None
    if doubt and declared.who is not Who.HEAD:
        ended = doubt == QuarantineCode.OFFICER_DISABLED
        return texts.refusal("access_ended" if ended else "device_doubt")
    return authority.objection(state, declared.wire, actor)


async def _judge_evidence(
    state: LockedInspection | None,
    parsed: ParsedAct,
    actor: Actor,
    doubt: str | None,
    cell: steps.Step,
) -> Judgement:
    """Judge evidence. It is never refused: if it cannot take effect, it is held."""
    declared = ACTS[ActType(parsed.act.type)]
    if doubt:
        return Hold(code=doubt)
    if state is None:
        return Hold(code=cell.code or "")
    if actor.officer_id not in state.team:
        return Hold(code=QuarantineCode.NOT_ON_TEAM)
    if cell.effect is Effect.HELD and cell.code != QuarantineCode.MINUTES_FINAL:
        return Hold(code=cell.code or "")
    context = await gathering.guard_context(state, parsed, actor, cell)
    if declared.fault and (code := declared.fault(parsed.content, context)):
        return Hold(code=code)
    if cell.effect is Effect.HELD:
        return Hold(code=cell.code or "")
    judged = _guarded(state, parsed, context, declared)
    beside = declared.owned and not gathering.owns_minutes(state, actor.officer_id)
    if isinstance(judged, Accept) and beside:
        return Hold(code=QuarantineCode.MINUTES_NOT_OWNED)
    return judged


def _guarded(
    state: LockedInspection, parsed: ParsedAct, context: GuardContext, declared: Declared
) -> Judgement:
    """Return the judgement of the act's guard, or else the one that the table of states gives."""
    guard = declared.guard_of(newer=context.newer)
    judged = guard(parsed.content, state, context) if guard else None
    if judged is not None:
        return judged
    after = context.next
    if state.issued_by == state.leader_id:
        after = states.of_own_file(declared.wire, state.minutes_flow) or after
    return Accept(next_state=after, note=context.effect)


async def _admit(state: LockedInspection, context: GuardContext, actor: Actor) -> Judgement:
    """Accept an admission unless a lasting fault keeps the held act from taking effect.

    This is checked last, because checking a paper's number also uses the number up.
    """
    held = context.held
    if held is None:
        raise TypeError("an admission names a held act")
    original = parse_act(msgspec.json.decode(held.act))
    if not isinstance(original, Malformed) and (
        code := await evidence_faults.lasting(state, held, original, actor)
    ):
        return texts.refusal(
            "quarantine_lasting", {"why": ledger_texts.why_held(code)}, reason=code
        )
    after = states.once_taken(state.state, held.act_type, state.minutes_flow)
    return Accept(next_state=after, note=held)


def _refused(code: str, state: LockedInspection | None) -> Judgement:
    if code != "already_decided" or state is None:
        return texts.refusal(code)
    ruling = state.last_ruling
    if ruling is None:
        return texts.refusal("opinion_not_needed")
    return texts.refusal(
        code,
        {
            "who": texts.same(ruling.officer_name),
            "at": texts.same(formats.moment(ruling.at)),
            "what": wording.FILES.get(state.file_status or "") or wording.STATES[state.state],
        },
        decided_by=str(ruling.officer_id),
        decided_at=ruling.at.isoformat(),
        state=state.state,
    )
