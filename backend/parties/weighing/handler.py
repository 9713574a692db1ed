"""The record handler of changes of the sums: one administrator of the nation proposes, another one confirms."""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.force.queries import people
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from backend.parties.queries import likeness as queries
from backend.parties.queries.likeness import Change
from backend.parties.rules import weighing as rules
from backend.parties.texts.refusals import refusal
from backend.parties.weighing import telling
from schemas.ledger.acts import Act
from schemas.parties import likeness as acts
from schemas.parties.likeness import LikenessAct, LikenessState


class PartyLikenessRecordHandler:
    """How such acts are judged and folded; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(LikenessAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Change | None:
        """Lock and return the change, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: Change | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept what administrators of the nation propose, and what another one says of it."""
        del doubt  # it is decided at the desk
        if actor.face != "desk" or not rules.may_decide(actor):
            return refusal("likeness_not_yours")
        content = parsed.content
        if isinstance(content, acts.LikenessAsked):
            if state is not None:
                return refusal("exists")
            if content.strong < content.propose:
                return refusal("likeness_order")
            await queries.lock_asking()
            waits = await queries.waiting(clock.now() - rules.LIFE)
            return refusal("likeness_waits") if waits else Accept()
        if state is None or state.state is not LikenessState.ASKED:
            return refusal("likeness_over")
        if rules.lapsed(state.asked_at, clock.now()):
            return refusal("likeness_lapsed")
        if isinstance(content, acts.LikenessConfirmed):
            return await _confirmed(state, actor)
        return Accept()

    async def apply(
        self,
        state: Change | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write what was proposed, or what became of it."""
        del judgement
        change_id: UUID = parsed.act.record.id
        by, at = actor.officer_id, entry.received_at
        match parsed.content:
            case acts.LikenessAsked() as said:
                await queries.insert(change_id, said, by, at)
                await telling.asked(change_id, said, actor)
            case acts.LikenessConfirmed() if state is not None:
                await queries.decide(change_id, LikenessState.CONFIRMED, by, at, None)
                await telling.decided(state, LikenessState.CONFIRMED, "", actor)
            case acts.LikenessDeclined(reason=reason) if state is not None:
                await queries.decide(change_id, LikenessState.DECLINED, by, at, reason)
                await telling.decided(state, LikenessState.DECLINED, reason, actor)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


async def _confirmed(state: Change, actor: Actor) -> Judgement:
    """Two administrators of the nation decide: who lost that since has proposed nothing any more."""
    if actor.officer_id == state.asked_by:
        return refusal("likeness_second_person")
    asker = await people.find(state.asked_by)
    if asker is None or not rules.may_still(asker.state, asker.roles, asker.path):
        return refusal("likeness_asker_gone")
    return Accept()
