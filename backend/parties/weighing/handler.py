"""The record handler of changes of the sums: one administrator of the nation proposes, another one confirms."""

from uuid import UUID

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from backend.parties.queries import likeness as queries
from backend.parties.queries.likeness import Change
from backend.parties.rules import weighing as rules
from backend.parties.texts.refusals import refusal
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
            return refusal("likeness_order") if content.strong < content.propose else Accept()
        if state is None or state.state is not LikenessState.ASKED:
            return refusal("likeness_over")
        own = actor.officer_id == state.asked_by
        if own and isinstance(content, acts.LikenessConfirmed):
            return refusal("likeness_second_person")
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
        del state, judgement
        change_id: UUID = parsed.act.record.id
        by, at = actor.officer_id, entry.received_at
        match parsed.content:
            case acts.LikenessAsked() as said:
                await queries.insert(change_id, said, by, at)
            case acts.LikenessConfirmed():
                await queries.decide(change_id, LikenessState.CONFIRMED, by, at, None)
            case acts.LikenessDeclined(reason=reason):
                await queries.decide(change_id, LikenessState.DECLINED, by, at, reason)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")
