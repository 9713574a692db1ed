"""The fold: writes an accepted or held act into the read tables, in the transaction of its entry.

Each act declares what it writes. flow_fold.py has the writes of the newer flow only,
document_fold.py those of papers.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, time
from typing import Any

import msgspec

from backend.core.actors import Actor
from backend.core.job_queue import FIND_IN_INSPECTION, enqueue
from backend.core.json_columns import written_or_none
from backend.core.local_time import VIETNAM
from backend.fieldwork.acts.declaring import Written
from backend.fieldwork.derived import states
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import (
    change_fold,
    document_fold,
    draft_telling,
    file_telling,
    filing_fold,
    flow_fold,
    hand_signed_fold,
    joining,
    paper_fold,
    proposal_fold,
    relation_fold,
    site_file_fold,
)
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import captions as caption_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.queries import minutes as minutes_queries
from backend.fieldwork.queries import review as review_queries
from backend.fieldwork.rules import flow
from backend.fieldwork.rules.locked import LockedHeldAct, LockedInspection
from backend.force.units import service as units
from backend.ledger.canonical import Malformed, ParsedAct, parse_act
from backend.ledger.handlers import Accept, Entry
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.filing import DocumentFiled
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.words import InspectionState


async def hold(state: LockedInspection | None, parsed: ParsedAct, entry: Entry, code: str) -> None:
    """Keep an act in quarantine.

    A photograph of a known inspection is shown with the others, marked. So are minutes that came
    after others were final, or from an officer who does not own them. That way signatures under
    them have minutes to belong to.
    """
    act = parsed.act
    await review_queries.insert_quarantined(act.id, act.record.id, code, entry.received_at)
    if state is None:
        return
    content = parsed.content
    if isinstance(content, inspection_acts.PhotoTaken) and await _is_new(content):
        await _insert_photo(state, parsed, content, entry, code)
    elif isinstance(content, DocumentFiled) and await filing_fold.is_new(content):
        await filing_fold.insert(state, parsed, content, entry, code)
    elif isinstance(content, inspection_acts.MinutesWritten) and code in flow.NEVER_ADMITTED:
        await show_minutes_beside(parsed, entry)
        await queries.recount(act.record.id, None, entry.received_at)
    else:
        await queries.recount(act.record.id, None, entry.received_at)


async def take(
    state: LockedInspection | None, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept
) -> None:
    """Write what an act changed.

    `judgement.note` is the effect of the table cell, or the held act that this act decides on.
    """
    taken = Taken(state, parsed, actor, judgement, entry.number, entry.received_at)
    await _write(taken)


async def _write(taken: Taken) -> None:
    await draft_telling.close(taken)
    await WRITTEN[taken.declared.writes](taken, taken.parsed.content)
    await file_telling.tell(taken)
    await joining.told(taken)


async def _decision(taken: Taken, content: inspection_acts.DecisionIssued) -> None:
    path = await units.path_of(content.unit_id)
    record_id, issued_at = taken.act.record.id, taken.at
    if content.again is not None:
        # Acts that phones made on that day are judged by that day's forms and law.
        issued_at = min(taken.at, datetime.combine(content.again.day, time.min, VIETNAM))
    await queries.insert_inspection(
        record_id,
        path,
        content,
        msgspec.json.encode(content).decode(),
        taken.actor.officer_id,
        issued_at,
    )
    await queries.touch(record_id, None, taken.at)


async def _opened(taken: Taken, _content: inspection_acts.InspectionOpened) -> None:
    await queries.set_opened(taken.act.record.id, taken.next_state, taken.at)


async def _announced(taken: Taken, _content: inspection_acts.InspectionAnnounced) -> None:
    record_id = taken.act.record.id
    if taken.noted:
        await queries.touch(record_id, None, taken.at)
    else:
        await queries.set_announced(record_id, taken.next_state, taken.at, taken.told_at)


async def _discarded(taken: Taken, content: inspection_acts.InspectionDiscarded) -> None:
    act = taken.act
    if taken.noted:
        await queries.touch(act.record.id, None, taken.at)
    else:
        await queries.set_discarded(
            act.record.id,
            taken.next_state,
            taken.at,
            taken.told_at,
            act.officer_id,
            content.reason,
        )


async def _submission(taken: Taken, content: inspection_acts.InspectionSubmitted) -> None:
    act = taken.act
    await enqueue(FIND_IN_INSPECTION, act.record.id)
    await review_queries.insert_submission(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        act.officer_id,
        content.revision,
        msgspec.json.encode(content).decode(),
        content.photos,
        act.made_at,
    )
    await flow_fold.submitted(taken, content)


async def _ruling(taken: Taken, content: Any) -> None:
    act = taken.act
    await review_queries.insert_ruling(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.declared.ruling,
        content.revision,
        act.officer_id,
        msgspec.json.encode(taken.remarks).decode(),
        taken.reason,
    )


async def _weight(taken: Taken, content: FindingWeighed) -> None:
    act = taken.act
    await findings.set_weight(
        content.finding_id, content.weight, act.id, act.officer_id, taken.at, content.reason
    )
    await queries.touch(act.record.id, taken.next_state, taken.at)


async def _place(taken: Taken, content: inspection_acts.Place) -> None:
    act = taken.act
    await queries.insert_place(
        act.record.id, taken.next_state, taken.at, act.id, act.officer_id, content, act.made_at
    )


async def _photo(taken: Taken, content: inspection_acts.PhotoTaken) -> None:
    entry = Entry(number=taken.number, entry_hash=b"", received_at=taken.at, quarantine=None)
    await _insert_photo(taken.inspection, taken.parsed, content, entry, None)


async def _photo_out(taken: Taken, content: inspection_acts.PhotoWithdrawn) -> None:
    await queries.withdraw_photo(content.photo_id, content.reason, taken.at)
    await queries.recount(taken.act.record.id, taken.next_state, taken.at)


async def _caption(taken: Taken, content: inspection_acts.PhotoCaptioned) -> None:
    act = taken.act
    await caption_queries.caption_photo(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.number,
        act.officer_id,
        content.photo_id,
        content.caption or None,
        act.made_at,
    )


async def _minutes(taken: Taken, content: inspection_acts.MinutesWritten) -> None:
    act = taken.act
    await minutes_queries.insert_minutes(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.number,
        act.officer_id,
        content,
        msgspec.json.encode(content.fields).decode(),
        act.made_at,
    )


async def _signature(taken: Taken, content: inspection_acts.PersonSigned) -> None:
    act = taken.act
    await minutes_queries.insert_signature(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        act.officer_id,
        content,
        written_or_none(content.drawing),
        written_or_none(content.refusal),
        act.made_at,
    )


async def show_held(state: LockedInspection, parsed: ParsedAct, entry: Entry, code: str) -> None:
    """Show a photograph or a document that was held while its inspection was unknown, marked."""
    content = parsed.content
    if isinstance(content, DocumentFiled) and await filing_fold.is_new(content):
        await filing_fold.insert(state, parsed, content, entry, code)
    if isinstance(content, inspection_acts.PhotoTaken) and await _is_new(content):
        await _insert_photo(state, parsed, content, entry, code)


async def _is_new(content: inspection_acts.PhotoTaken) -> bool:
    return await queries.inspection_of_photo(content.photo_id) is None


async def show_minutes_beside(parsed: ParsedAct, entry: Entry) -> None:
    """Store minutes that are not in force beside those that are: people may have signed them."""
    act, content = parsed.act, parsed.content
    if not isinstance(content, inspection_acts.MinutesWritten):
        raise TypeError(f"{act.type} writes no minutes")
    if await minutes_queries.minutes_exist(act.record.id, act.id):
        return
    await minutes_queries.insert_minutes_beside(
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
    state: LockedInspection,
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
        written_or_none(content.place),
        act.made_at,
        state.state in states.LATE,
        code,
    )
    await evidence.photo_announced(
        photo_id=content.photo_id,
        officer_id=act.officer_id,
        sha256=content.sha256,
        unit_id=state.unit_id,
    )


async def _quarantine(
    taken: Taken, content: inspection_acts.EvidenceAdmitted | inspection_acts.EvidenceDismissed
) -> None:
    state, at = taken.inspection, taken.at
    held: LockedHeldAct = taken.judgement.note
    admitted = taken.declared.admits
    await review_queries.decide_quarantined(
        content.act,
        "admitted" if admitted else "dismissed",
        taken.act.officer_id,
        content.reason,
        at,
    )
    original = parse_act(msgspec.json.decode(held.act))
    if isinstance(original, Malformed):
        raise TypeError("a held act was well-formed when it came")
    if isinstance(original.content, inspection_acts.PhotoTaken):
        late = state.state in states.LATE | {InspectionState.REFUSED}
        await (
            queries.admit_photo(content.act, late)
            if admitted
            else queries.dismiss_photo(content.act)
        )
    elif isinstance(original.content, DocumentFiled):
        late = state.state in states.LATE | {InspectionState.REFUSED}
        await filing_fold.decide(content.act, admitted=admitted, addendum=late)
    elif admitted:
        moved = Accept(next_state=taken.next_state)
        await _write(Taken(state, original, taken.actor, moved, held.number, at))
    await queries.recount(taken.act.record.id, None, at)


Writer = Callable[[Taken, Any], Awaitable[None]]
WRITTEN: dict[Written, Writer] = {
    Written.DECISION: _decision,
    Written.OPENED: _opened,
    Written.ANNOUNCED: _announced,
    Written.DISCARDED: _discarded,
    Written.WITHDRAWN: flow_fold.withdrawn,
    Written.PLACE: _place,
    Written.PHOTO: _photo,
    Written.PHOTO_OUT: _photo_out,
    Written.CAPTION: _caption,
    Written.MINUTES: _minutes,
    Written.SIGNATURE: _signature,
    Written.PAPER_WRITTEN: document_fold.written,
    Written.PAPER_SIGNED: document_fold.signed,
    Written.PAPER_NUMBERED: document_fold.numbered,
    Written.MINUTES_NUMBERED: document_fold.minutes_numbered,
    Written.FILED: filing_fold.filed,
    Written.STRUCK: filing_fold.struck,
    Written.SUBMISSION: _submission,
    Written.RULING: _ruling,
    Written.QUARANTINE: _quarantine,
    Written.WEIGHT: _weight,
    Written.OWNER: flow_fold.owner,
    Written.DRAFT: flow_fold.draft,
    Written.DRAFT_RULING: flow_fold.draft_ruling,
    Written.SET_ASIDE: flow_fold.set_aside,
    Written.FILE_RULING: flow_fold.file_ruling,
    Written.SUPPLEMENT: flow_fold.supplement,
    Written.DESK_PAPER: paper_fold.take,
    Written.PROPOSAL: proposal_fold.take,
    Written.AMENDED: change_fold.amended,
    Written.EXTENDED: change_fold.extended,
    Written.HANDED_OVER: change_fold.handed_over,
    Written.HAND_SIGNED: hand_signed_fold.written,
    Written.HAND_MATCHED: hand_signed_fold.matched,
    Written.SITE_FILE: site_file_fold.stored,
    Written.RELATION: relation_fold.declared,
}
"""The function for each kind of write that an act may declare."""
