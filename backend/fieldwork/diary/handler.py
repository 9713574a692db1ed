"""The record handler of the work diary's lines, and the follower that writes them."""

from uuid import UUID

import msgspec

from backend.core.actors import Actor, UnitPath
from backend.core.canonical_json import sha256_hex
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.fieldwork.queries import diary as queries
from backend.fieldwork.queries.diary import LockedLine
from backend.fieldwork.rules import diary as rules
from backend.fieldwork.texts.diary import refusal
from backend.force.units import service as units
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.fieldwork.diary import DiaryAct, DiaryConfirmed, DiaryLine, DiaryNoted
from schemas.ledger.acts import Act


class DiaryRecordHandler:
    """How acts on a line are judged; see backend.ledger.handlers.RecordHandler.

    The record of a line has the id of the act that wrote it (docs/decisions/0058).
    """

    act_types: frozenset[str] = frozenset(DiaryAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> LockedLine | None:
        """Lock and return the line, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: LockedLine | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept one confirmation of the line as it stands, and notes of its people."""
        del doubt  # lines are confirmed and noted on at a desk
        if state is None or actor.face != "desk":
            return refusal("diary_unknown")
        match parsed.content:
            case DiaryConfirmed(line=seen):
                if not rules.may_confirm(actor, state.path):
                    return refusal("diary_not_yours")
                if state.confirmed_by is not None:
                    return refusal("diary_confirmed")
                return Accept() if seen == state.line_hash else refusal("diary_other")
            case DiaryNoted():
                able = rules.may_note(actor, state.path, state.officers)
                return Accept() if able else refusal("diary_not_yours")
            case _:
                raise TypeError(f"no judgement for {parsed.act.type}")

    async def apply(
        self,
        state: LockedLine | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the confirmation, or the note."""
        del judgement
        if state is None:
            raise TypeError("an act on a line that there is not")
        if isinstance(parsed.content, DiaryNoted):
            said = parsed.content.note
            await queries.note(state.id, said, actor.full_name, entry.received_at)
        else:
            await queries.confirm(state.id, actor.officer_id, entry.received_at)


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write the line that an accepted act of an inspection is; nothing for other acts."""
    del actor
    act = parsed.act
    if not rules.writes(act.type):
        return
    record_id = act.record.id
    if rules.is_entered_once(act.type) and await queries.has_line(record_id, act.type):
        return
    decision = await decision_queries.decision(record_id)
    line = rules.line_of(act.type, parsed.content, decision, act.made_at, entry.received_at)
    if rules.ends(act.type):
        line = rules.ended(line, await queries.violations_of(record_id))
    path = await units.path_of(decision.unit_id)
    record = (str(act.record.kind), record_id)
    team = [one.officer_id for one in decision.team]
    await write(act.id, record, act.type, path, line, team, entry)


async def write(
    act_id: UUID,
    record: tuple[str, UUID],
    act_type: str,
    path: UnitPath,
    line: DiaryLine,
    officers: list[UUID],
    entry: Entry,
) -> None:
    """Write one line into the diary of a unit, in the transaction of its act.

    Other groups write the lines of their acts by it, e.g. a verification that was assigned.
    """
    line_hash, at = sha256_hex(msgspec.to_builtins(line)), entry.received_at
    await queries.insert(act_id, record, act_type, path, line, line_hash, officers, at)
