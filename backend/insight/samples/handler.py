"""The record handler of samples: one draw, looks by auditors who had no part in the record, one end."""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound
from backend.force.notices import telling
from backend.force.units import service as units
from backend.insight.queries import samples as queries
from backend.insight.queries.samples import LockedSample
from backend.insight.rules import sampling
from backend.insight.texts.samples import refusal
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.insight import samples as acts
from schemas.insight.samples import SampleAct, SampleState
from schemas.ledger.acts import Act


class SampleRecordHandler:
    """How acts of a sample are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(SampleAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> LockedSample | None:
        """Lock and return the sample, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: LockedSample | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept what an auditor of the unit does with a sample that stands so."""
        del doubt  # samples are drawn and looked at from a desk
        if actor.face != "desk":
            return refusal("sample_unknown")
        if isinstance(parsed.content, acts.SamplePlanned):
            return await _judge_planned(state, parsed.content, actor)
        if state is None:
            return refusal("sample_unknown")
        if not sampling.may_audit_unit(actor, state.path):
            return refusal("sample_not_yours")
        code = await _fault(state, parsed, actor)
        return refusal(code) if code else Accept()

    async def apply(
        self,
        state: LockedSample | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write what the act says."""
        sample_id, at, by = parsed.act.record.id, entry.received_at, actor.officer_id
        match parsed.content:
            case acts.SamplePlanned() as content:
                path: UnitPath = judgement.note  # type: ignore[union-attr]  # nothing of it is held
                await queries.insert(sample_id, content, path, by, at)
            case acts.SampleDrawn() as content:
                await queries.draw(sample_id, content, at)
            case acts.SampleLooked() as content:
                await queries.look(sample_id, content, by, at)
            case acts.SampleClosed(words=words):
                await queries.end(sample_id, SampleState.CLOSED.value, words, by, at)
                await _tell_heads(state, actor)
            case acts.SampleGivenUp(reason=reason):
                await queries.end(sample_id, SampleState.GIVEN_UP.value, reason, by, at)


async def _judge_planned(
    state: LockedSample | None, content: acts.SamplePlanned, actor: Actor
) -> Judgement:
    if state is not None:
        return refusal("sample_drawn")
    try:
        path = await units.path_of(content.of.unit_id)
    except NotFound:
        return refusal("sample_unknown")
    if not sampling.may_audit_unit(actor, path):
        return refusal("sample_not_yours")
    code = sampling.fault(content.of, clock.today())
    return refusal(code) if code else Accept(note=path)


async def _fault(state: LockedSample, parsed: ParsedAct, actor: Actor) -> str | None:
    """Return the code of why an act is refused on a sample that stands so, None if it is not."""
    if state.state in (SampleState.CLOSED, SampleState.GIVEN_UP):
        closed_copy = state.state is SampleState.CLOSED and parsed.act.type == SampleAct.EXPORTED
        return None if closed_copy else "sample_ended"
    match parsed.content:
        case acts.SampleDrawn():
            return None if state.state is SampleState.PLANNED else "sample_drawn"
        case acts.SampleGivenUp():
            # Heads never read what was found in one that was given up: nobody hides it so.
            return "sample_looked" if state.looked else None
    if state.state is not SampleState.DRAWN:
        return "sample_not_drawn"
    match parsed.content:
        case acts.SampleLooked() as look:
            return await _look_fault(state.id, look, actor)
        case acts.SampleClosed(words=words):
            unsaid = state.looked < state.records and not words.strip()
            return "sample_unlooked" if unsaid else None
    return None


async def _look_fault(sample_id: UUID, look: acts.SampleLooked, actor: Actor) -> str | None:
    if not await queries.holds(sample_id, look.record_id):
        return "sample_not_of_it"
    if await queries.took_part(look.record_id, actor.officer_id):
        return "sample_own_work"
    return sampling.look_fault(look)


async def _tell_heads(state: LockedSample | None, actor: Actor) -> None:
    """Tell the heads of the unit that there are findings: from now on they see them, and mend what they can."""
    if state is None or not state.found:
        return
    heads = await telling.heads_of(state.path, but=actor.officer_id)
    said = {"found": str(state.found), "records": str(state.records)}
    await telling.tell(heads, "sample", state.id, "sample.closed", said)
