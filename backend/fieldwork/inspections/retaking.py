"""Judges held evidence again when the thing that it names, and that was missing, arrives.

Either its inspection was unknown, and the decision is entered again. Or it signs minutes, withdraws
a photograph or signs a paper that another phone sends later, as happens after a restore. Minutes
that an officer wrote before the leader named that officer their owner are judged again when the
leader does so.

Evidence that may take effect is admitted, each act by a separate `evidence.admitted`: nothing takes
effect without an entry in the ledger. The rest stays held and is shown at the inspection. Steps
wait on the phones, which send them again by themselves.

No person decides here. Each act is judged as if it had come after the thing that it names, in which
case nobody would have had to admit it. So the system writes the admission, in the name of the
officer whose act brought the missing thing, even if that officer is on the team. Evidence that
needs a person's judgement still waits for another head.
"""

from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.inspections import evidence_faults, fold
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.queries.review import HeldAct
from backend.fieldwork.rules import inspections as rules
from backend.ledger import service as ledger
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.handlers import Accept, Entry, Hold
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.minutes_flow import MinutesEntrusted
from schemas.fieldwork.words import ActType, QuarantineCode

_ENTERED = (
    "Hệ thống tự xét lại khi quyết định được nhập lại sau khôi phục. / "
    "Judged anew by the system when the decision was entered again after a restore."
)
_CAME = (
    "Hệ thống tự xét lại: phần mà mục này nêu tên đã về sau. / "
    "Judged anew by the system: what it names came after it."
)
_OWNED = (
    "Hệ thống tự xét lại: người viết đã được Trưởng Đoàn giao lập biên bản. / "
    "Judged anew by the system: the leader named its writer the owner of the minutes."
)
_CODES = [str(code) for code in rules.JUDGED_ANEW]


async def retake(inspection_id: UUID, decision: UUID, actor: Actor) -> int:
    """Judge all acts that were held while the inspection was unknown.

    Returns how many were admitted. Runs in the caller's transaction. `decision` is the act that
    entered the decision again.
    """
    held = await review_queries.held_as_unknown(inspection_id)
    return await _judge(held, inspection_id, decision, _ENTERED, actor)


async def follow(parsed: ParsedAct, judgement: Accept | Hold, actor: Actor) -> None:
    """Judge the acts that were held because this act, or the act that it admits, was missing.

    The act has just been written into the read tables.
    """
    original: ParsedAct | Malformed = parsed
    if isinstance(parsed.content, inspection_acts.EvidenceAdmitted) and isinstance(
        judgement, Accept
    ):
        original = parse_act(msgspec.json.decode(judgement.note.act))
    if isinstance(original, Malformed):
        return
    record = parsed.act.record.id
    if isinstance(original.content, MinutesEntrusted):
        held = await review_queries.held_of(record, original.content.officer_id)
        await _judge(held, record, parsed.act.id, _OWNED, actor)
    elif brings := ACTS[ActType(original.act.type)].brings:
        named = brings(original.content, original.act.id)
        held = await review_queries.held_for(record, _CODES, named)
        await _judge(held, record, parsed.act.id, _CAME, actor)


async def _judge(
    held: list[HeldAct], inspection_id: UUID, after: UUID, reason: str, actor: Actor
) -> int:
    """Judge these acts in order; repeat for those that lacked what another of them brought."""
    system = msgspec.structs.replace(actor, face="job", session_id=None)
    admitted, waiting = 0, held
    while waiting:
        lacking = []
        before = admitted
        for row in waiting:
            why = await _still_held(row, inspection_id, actor)
            if why in rules.JUDGED_ANEW:
                lacking.append(row)
            if why:
                continue
            admission = ledger.desk_act(
                RecordKind.INSPECTION,
                inspection_id,
                ActType.EVIDENCE_ADMITTED,
                inspection_acts.EvidenceAdmitted(act=row.act_id, reason=reason, after=after),
                system,
            )
            admitted += isinstance(await ledger.record(admission, system), ledger.Accepted)
        waiting = lacking if admitted > before else []
    if held:
        await queries.recount(inspection_id, None, clock.now())
    return admitted


async def _still_held(row: HeldAct, inspection_id: UUID, actor: Actor) -> str | None:
    parsed = parse_act(msgspec.json.decode(row.act))
    if isinstance(parsed, Malformed):
        return "act_malformed"
    state = await queries.lock(inspection_id, row.act_id, None, actor.officer_id)
    if state is None:
        raise LookupError("held acts are judged again once their inspection is known")
    why = await evidence_faults.still_held(state, parsed, actor, row.received_at)
    if row.code == QuarantineCode.RECORD_UNKNOWN:
        entry = Entry(
            number=row.number,
            entry_hash=b"",
            received_at=row.received_at,
            quarantine=row.code,
        )
        await fold.show_held(state, parsed, entry, row.code)
        if why == QuarantineCode.MINUTES_NOT_OWNED:
            await fold.show_minutes_beside(parsed, entry)
    return why
