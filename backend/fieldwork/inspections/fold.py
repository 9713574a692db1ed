"""What an accepted or held act writes into the read tables: the fold, in the transaction of the ledger entry."""

from datetime import datetime, time
from typing import Any

import msgspec

from backend.core.actors import Actor
from backend.core.job_queue import FIND_IN_INSPECTION, enqueue
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import document_handler as document_book
from backend.fieldwork.inspections import draft_telling, flow_fold
from backend.fieldwork.queries import captions as caption_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.rules import flow
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules.steps import Effect
from backend.force.units import service as units
from backend.ledger import clocks
from backend.ledger.bounds.edges import VIETNAM
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.handlers import Accept, Entry
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


_BESIDE = frozenset({QuarantineCode.MINUTES_FINAL, QuarantineCode.MINUTES_NOT_OWNED})


async def hold(state: Any, parsed: ParsedAct, entry: Entry, code: str) -> None:
    """Keep an act in quarantine. A photograph of a known inspection is shown beside the others, marked.

    So are minutes that came after others were settled, or from who does not own them: what people signed under them has
    its place then.
    """
    act = parsed.act
    await review_queries.insert_quarantined(act.id, act.record.id, code, entry.received_at)
    if state is None:
        return
    content = parsed.content
    if isinstance(content, inspection_acts.PhotoTaken) and not await queries.find_photo(
        content.photo_id
    ):
        await _insert_photo(state, parsed, content, entry, code)
    elif isinstance(content, inspection_acts.MinutesWritten) and code in _BESIDE:
        await show_minutes_beside(parsed, entry)
        await queries.recount(act.record.id, None, entry.received_at)
    else:
        await queries.recount(act.record.id, None, entry.received_at)


async def take(
    state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept
) -> None:
    """Write what an act changed. `judgement.note` holds the cell's effect, or the held act being decided on."""
    act, content, at = parsed.act, parsed.content, entry.received_at
    told_at = clocks.told_at(act, at)
    match content:
        case inspection_acts.DecisionIssued():
            await _issue(parsed, content, actor, at)
        case inspection_acts.InspectionOpened():
            await queries.set_opened(act.record.id, judgement.next_state, at)
        case inspection_acts.InspectionAnnounced():
            if judgement.note is Effect.NOTED:
                await queries.touch(act.record.id, None, at)
            else:
                await queries.set_announced(act.record.id, judgement.next_state, at, told_at)
        case inspection_acts.InspectionDiscarded():
            if judgement.note is Effect.NOTED:
                await queries.touch(act.record.id, None, at)
            else:
                await queries.set_discarded(
                    act.record.id,
                    judgement.next_state,
                    at,
                    told_at,
                    act.officer_id,
                    content.reason,
                )
        case inspection_acts.InspectionSubmitted():
            await draft_telling.close(state, parsed)
            await enqueue(FIND_IN_INSPECTION, act.record.id)
            await review_queries.insert_submission(
                act.record.id,
                judgement.next_state,
                at,
                act.id,
                act.officer_id,
                content.revision,
                msgspec.json.encode(content).decode(),
                content.photos,
                act.made_at,
            )
            await flow_fold.submitted(state, content, judgement, at)
        case (
            inspection_acts.MinutesReturned()
            | inspection_acts.MinutesApproved()
            | inspection_acts.MinutesRefused()
        ):
            await _rule(parsed, content, judgement, at)
        case inspection_acts.EvidenceAdmitted() | inspection_acts.EvidenceDismissed():
            await _decide_quarantine(state, parsed, content, judgement, at)
        case FindingWeighed():
            await findings.set_weight(
                content.finding_id, content.weight, act.id, act.officer_id, at, content.reason
            )
            await queries.touch(act.record.id, judgement.next_state, at)
        case _ if act.type in flow.TYPES:
            await draft_telling.close(state, parsed)
            await flow_fold.take(parsed, judgement, at)
            await draft_telling.ask(state, parsed, judgement)
        case _:
            await take_evidence(state, parsed, entry.number, at, judgement.next_state)


async def take_evidence(
    state: Any, parsed: ParsedAct, number: int, at: datetime, next_state: str | None
) -> None:
    """Write a piece of evidence: when it came, or when it was admitted."""
    act, content = parsed.act, parsed.content
    record = act.record.id
    await draft_telling.close(state, parsed)
    match content:
        case inspection_acts.Place():
            await queries.insert_place(
                record, next_state, at, act.id, act.officer_id, content, act.made_at
            )
        case inspection_acts.PhotoTaken():
            entry = Entry(number=number, entry_hash=b"", received_at=at, quarantine=None)
            await _insert_photo(state, parsed, content, entry, None)
        case inspection_acts.PhotoWithdrawn():
            await queries.withdraw_photo(content.photo_id, content.reason, at)
            await queries.recount(record, next_state, at)
        case inspection_acts.PhotoCaptioned():
            await caption_queries.caption_photo(
                record,
                next_state,
                at,
                act.id,
                number,
                act.officer_id,
                content.photo_id,
                content.caption or None,
                act.made_at,
            )
        case inspection_acts.MinutesWritten():
            await queries.insert_minutes(
                record,
                next_state,
                at,
                act.id,
                number,
                act.officer_id,
                content,
                msgspec.json.encode(content.fields).decode(),
                act.made_at,
            )
        case inspection_acts.PersonSigned():
            await queries.insert_signature(
                record,
                next_state,
                at,
                act.id,
                act.officer_id,
                content,
                _json(content.drawing),
                _json(content.refusal),
                act.made_at,
            )
        case (
            inspection_acts.DocumentWritten()
            | inspection_acts.DocumentSigned()
            | inspection_acts.DocumentNumbered()
        ):
            await document_book.take(parsed, content, number, at, next_state)
        case _:
            raise TypeError(f"{act.type} is no evidence")


async def _issue(
    parsed: ParsedAct, content: inspection_acts.DecisionIssued, actor: Actor, at: datetime
) -> None:
    path = await units.path_of(content.unit_id)
    issued_at = at
    if content.again is not None:
        # What phones wrote that day is judged by the forms and the law of that day.
        issued_at = min(at, datetime.combine(content.again.day, time.min, VIETNAM))
    await queries.insert_inspection(
        parsed.act.record.id,
        path.as_tuple(),
        content.unit_id,
        parsed.raw["content"],
        msgspec.json.encode(content).decode(),
        [(member.officer_id, member.leader) for member in content.team],
        actor.officer_id,
        issued_at,
    )
    await queries.touch(parsed.act.record.id, None, at)


async def show_held_photo(state: Any, parsed: ParsedAct, entry: Entry, code: str) -> None:
    """A photograph that was held while its inspection was not known gets its place beside the others, marked."""
    if isinstance(parsed.content, inspection_acts.PhotoTaken) and not await queries.find_photo(
        parsed.content.photo_id
    ):
        await _insert_photo(state, parsed, parsed.content, entry, code)


async def show_minutes_beside(parsed: ParsedAct, entry: Entry) -> None:
    """Minutes that are in force for nobody get their place beside those that are: people may have signed them."""
    act, content = parsed.act, parsed.content
    if not isinstance(content, inspection_acts.MinutesWritten):
        raise TypeError(f"{act.type} writes no minutes")
    if await queries.minutes_exist(act.record.id, act.id):
        return
    await queries.insert_minutes_beside(
        act.record.id,
        act.id,
        entry.number,
        act.officer_id,
        content,
        msgspec.json.encode(content.fields).decode(),
        act.made_at,
        entry.received_at,
    )


async def _insert_photo(
    state: Any,
    parsed: ParsedAct,
    content: inspection_acts.PhotoTaken,
    entry: Entry,
    code: str | None,
) -> None:
    act = parsed.act
    await queries.insert_photo(
        act.record.id,
        None,
        entry.received_at,
        act.id,
        entry.number,
        act.officer_id,
        act.device_id,
        content,
        _json(content.place),
        act.made_at,
        InspectionState(state["state"]) in rules.LATE,
        code,
    )
    await evidence.photo_announced(
        photo_id=content.photo_id,
        officer_id=act.officer_id,
        sha256=content.sha256,
        unit_id=state["unit_id"],
    )


_KINDS = {
    ActType.MINUTES_RETURNED: "returned",
    ActType.MINUTES_APPROVED: "approved",
    ActType.MINUTES_REFUSED: "refused",
}


async def _rule(
    parsed: ParsedAct,
    content: inspection_acts.MinutesReturned
    | inspection_acts.MinutesApproved
    | inspection_acts.MinutesRefused,
    judgement: Accept,
    at: datetime,
) -> None:
    act = parsed.act
    comments = content.comments if isinstance(content, inspection_acts.MinutesReturned) else []
    await review_queries.insert_ruling(
        act.record.id,
        judgement.next_state,
        at,
        act.id,
        _KINDS[ActType(act.type)],
        content.revision,
        act.officer_id,
        msgspec.json.encode(comments).decode(),
        content.reason if isinstance(content, inspection_acts.MinutesRefused) else None,
    )


async def _decide_quarantine(
    state: Any,
    parsed: ParsedAct,
    content: inspection_acts.EvidenceAdmitted | inspection_acts.EvidenceDismissed,
    judgement: Accept,
    at: datetime,
) -> None:
    held, record = judgement.note, parsed.act.record.id
    admitted = isinstance(content, inspection_acts.EvidenceAdmitted)
    await review_queries.decide_quarantined(
        content.act,
        "admitted" if admitted else "dismissed",
        parsed.act.officer_id,
        content.reason,
        at,
    )
    original = parse_act(msgspec.json.decode(held["act"]))
    if isinstance(original, Malformed):
        raise TypeError("a held act was well-formed when it came")
    if isinstance(original.content, inspection_acts.PhotoTaken):
        late = InspectionState(state["state"]) in rules.LATE | {InspectionState.REFUSED}
        await (
            queries.admit_photo(content.act, late)
            if admitted
            else queries.dismiss_photo(content.act)
        )
    elif admitted:
        await take_evidence(state, original, held["number"], at, judgement.next_state)
    await queries.recount(record, None, at)
