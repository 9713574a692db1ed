"""Evidence that was held because its inspection was not known, judged anew when the decision is entered again.

What may take effect is admitted by whoever entered the decision, each act by an act of its own: nothing takes effect
that no entry of the ledger says. What may not stays held, and is seen at the inspection. Steps wait on the phones,
which send them again by themselves.
"""

from uuid import UUID

import msgspec

from backend import clock
from backend.actors import Actor
from backend.inspections import book, fold, queries, review_queries, rules
from backend.ledger import service as ledger
from backend.ledger.books import Entry
from backend.ledger.canonical import Malformed, parse_act
from schemas import acts
from schemas.vocabulary import ActType, QuarantineCode, RecordKind


async def retake(inspection_id: UUID, reason: str, actor: Actor) -> int:
    """Judge all of it, in the order in which phones made it and inside the caller's transaction; how much was admitted.

    Nobody admits evidence of his own team's inspection: where the issuer is on it, all stays for another head.
    """
    admitted = 0
    held = await review_queries.held_as_unknown(inspection_id)
    for row in held:
        parsed = parse_act(msgspec.json.decode(row["act"]))
        if isinstance(parsed, Malformed):
            continue
        state = await queries.lock(inspection_id, row["act_id"], None, actor.officer_id)
        why = await book.still_held(state, parsed, row["received_at"])
        entry = Entry(
            number=row["number"],
            entry_hash=b"",
            received_at=row["received_at"],
            quarantine=QuarantineCode.RECORD_UNKNOWN,
        )
        await fold.show_held_photo(state, parsed, entry, QuarantineCode.RECORD_UNKNOWN)
        if why or rules.own_work(actor.officer_id, state["team"], parsed.act.officer_id):
            continue
        admission = ledger.desk_act(
            RecordKind.INSPECTION,
            inspection_id,
            ActType.EVIDENCE_ADMITTED,
            acts.EvidenceAdmitted(act=row["act_id"], reason=reason),
            actor,
        )
        admitted += isinstance(await ledger.record(admission, actor), ledger.Accepted)
    if held:
        await queries.recount(inspection_id, None, clock.now())
    return admitted
