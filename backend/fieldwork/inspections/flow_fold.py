"""What an act of the newer flow writes into the read tables."""

from datetime import datetime
from typing import Any

import msgspec

from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.rules.steps import Effect
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork import minutes_flow as f
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import InspectionState
from schemas.ledger import acts


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


async def submitted(
    state: Any, content: inspection_acts.InspectionSubmitted, judgement: Accept, at: datetime
) -> None:
    """By the newer flow a submission puts the minutes that it names in force and begins its file."""
    if state["minutes_flow"] != FLOW:
        return
    own = judgement.next_state == InspectionState.APPROVED
    status = "not_needed" if own else "open"
    await flow_queries.set_submitted(state["id"], content.minutes, status, at)


async def take(parsed: ParsedAct, judgement: Accept, at: datetime) -> None:
    """Write it; what was only noted is kept and shown, and moves nothing."""
    act, record = parsed.act, parsed.act.record.id
    noted = judgement.note is Effect.NOTED
    match parsed.content:
        case f.MinutesEntrusted() as content:
            if noted:
                await queries.touch(record, None, at)
            else:
                await flow_queries.set_owner(record, at, content.officer_id)
        case f.MinutesProposed() as content:
            await flow_queries.insert_draft(
                record,
                judgement.next_state,
                at,
                act.id,
                content.minutes,
                _json(content.photos),
                content.draft,
                act.officer_id,
                act.made_at,
                noted,
            )
        case f.DraftApproved() | f.DraftReturned() as content:
            returned = isinstance(content, f.DraftReturned)
            await flow_queries.insert_draft_ruling(
                record,
                judgement.next_state,
                at,
                act.id,
                "draft_returned" if returned else "draft_approved",
                content.draft,
                act.officer_id,
                _json(content.comments if isinstance(content, f.DraftReturned) else []),
                noted,
            )
        case f.MinutesSetAside() as content:
            if not noted:
                await flow_queries.insert_set_aside(
                    record, at, act.id, content.minutes, act.officer_id, content.reason
                )
            await queries.recount(record, None, at)
        case f.FileSupplemented() as content:
            await flow_queries.insert_supplement(
                record,
                judgement.next_state,
                at,
                act.id,
                content.asked,
                _json(content),
                act.officer_id,
                act.made_at,
            )
        case f.DecisionWithdrawn() as content:
            await flow_queries.set_withdrawn(
                record, judgement.next_state, at, act.officer_id, content.reason
            )
        case (
            f.FileAgreed()
            | f.FileSupplementAsked()
            | f.FileVerificationOrdered()
            | f.FileTakenOver() as content
        ):
            await _rule_on_file(act, content, judgement, at)
        case _:
            raise TypeError(f"{act.type} is no act of the newer flow")


FileRuling = f.FileAgreed | f.FileSupplementAsked | f.FileVerificationOrdered | f.FileTakenOver
_STATUS: dict[type[FileRuling], tuple[str, str]] = {
    f.FileAgreed: ("agreed", "agreed"),
    f.FileSupplementAsked: ("supplement_asked", "supplement_asked"),
    f.FileVerificationOrdered: ("verification_ordered", "verifying"),
    f.FileTakenOver: ("taken_over", "taken_over"),
}
"""The kind of a ruling, and what the file's status becomes by it."""


async def _rule_on_file(
    act: acts.Act, content: FileRuling, judgement: Accept, at: datetime
) -> None:
    kind, status = _STATUS[type(content)]
    await flow_queries.insert_file_ruling(
        act.record.id,
        judgement.next_state,
        at,
        act.id,
        kind,
        content.file,
        act.officer_id,
        _json(content.points if isinstance(content, f.FileSupplementAsked) else []),
        content.reason
        if isinstance(content, f.FileVerificationOrdered | f.FileTakenOver)
        else None,
        status,
    )
