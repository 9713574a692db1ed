"""The record handler of parties."""

from backend.core.actors import Actor, UnitPath
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from backend.parties.queries import register as queries
from backend.parties.registering import judging, merge_fold
from backend.parties.rules.facts import LockedParty
from schemas.ledger.acts import Act
from schemas.parties import acts
from schemas.parties.words import PartyAct


class PartyRecordHandler:
    """How acts of a party are judged and folded; see backend.ledger.handlers.RecordHandler.

    Parties that were entered before there were such acts have rows without a record: any act but the first may begin
    theirs.
    """

    act_types: frozenset[str] = frozenset(PartyAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> LockedParty | None:
        """Lock and return the party, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: LockedParty | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge who makes the act, in which state, and whether its content holds."""
        del doubt  # the register is kept at the desk
        kind = PartyAct(parsed.act.type)
        return await judging.judge(state, parsed.act.record.id, kind, parsed.content, actor)

    async def apply(
        self,
        state: LockedParty | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the party's row and what belongs to it."""
        party_id, at = parsed.act.record.id, entry.received_at
        match parsed.content:
            case acts.PartyRegistered() as said if isinstance(judgement, Accept):
                path: UnitPath = judgement.note
                await queries.insert(
                    party_id, path, said.party, said.point, said.area_officer_id, at
                )
            case acts.PartyCorrected() as said if state is not None:
                await _keep_name(state, said, entry.number)
                await queries.correct(party_id, said.party, at)
                await merge_fold.lapse(state, said.party, actor, at)
            case acts.LicenceRecorded() as said if state is not None:
                await queries.set_licence(party_id, said)
                await merge_fold.warn_all(state, at)
            case acts.LicenceEnded() as said if state is not None:
                await queries.end_licence(said)
                await merge_fold.warn_all(state, at)
            case acts.PartyPlaced() as said:
                await queries.place(party_id, said.point, at)
            case acts.AreaOfficerSet() as said:
                await queries.set_area_officer(party_id, said.officer_id, at)
            case acts.PartyClosed() as said:
                await queries.close(party_id, said.closed_on, said.why.value, at)
            case acts.PartyReopened():
                await queries.reopen(party_id, at)
            case _ if state is not None and isinstance(judgement, Accept):
                await merge_fold.apply(state, parsed, actor, judgement.note, at)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


async def _keep_name(state: LockedParty, said: acts.PartyCorrected, number: int) -> None:
    before = state.details.name
    if said.renamed_on is not None and said.party.name != before:
        await queries.keep_name(state.id, number, before, said.renamed_on)
