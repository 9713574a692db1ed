"""Writes acts of the newer flow into the read tables.

An act that was only noted is stored, but changes nothing else.
"""

from typing import Any

from backend.core.json_columns import written
from backend.fieldwork.inspections import draft_telling
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import inspections as queries
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork import minutes_flow as flow_acts
from schemas.fieldwork.decision_changes import DecisionLapsed
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import InspectionState


async def submitted(taken: Taken, content: inspection_acts.InspectionSubmitted) -> None:
    """In the newer flow, put the minutes that the submission names in force and begin the file."""
    if taken.inspection.minutes_flow != FLOW:
        return
    own = taken.next_state == InspectionState.APPROVED
    status = "not_needed" if own else "open"
    await flow_queries.set_submitted(taken.inspection.id, content.minutes, status, taken.at)


async def owner(taken: Taken, content: flow_acts.MinutesEntrusted) -> None:
    """Store the new owner of the minutes."""
    record_id = taken.act.record.id
    if taken.noted:
        await queries.touch(record_id, None, taken.at)
    else:
        await flow_queries.set_owner(record_id, taken.at, content.officer_id)


async def draft(taken: Taken, content: flow_acts.MinutesProposed) -> None:
    """Store a proposed draft."""
    act = taken.act
    await flow_queries.insert_draft(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        content.minutes,
        written(content.photos),
        content.draft,
        act.officer_id,
        act.made_at,
        taken.noted,
    )
    if not taken.noted:
        await draft_telling.before(taken)


async def draft_ruling(
    taken: Taken, content: flow_acts.DraftApproved | flow_acts.DraftReturned
) -> None:
    """Store a supervisor's answer to a draft."""
    act = taken.act
    await flow_queries.insert_draft_ruling(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.declared.ruling,
        content.draft,
        act.officer_id,
        written(taken.remarks),
        taken.noted,
    )


async def set_aside(taken: Taken, content: flow_acts.MinutesSetAside) -> None:
    """Store the reason for which minutes beside those in force were set aside."""
    act = taken.act
    if not taken.noted:
        await flow_queries.insert_set_aside(
            act.record.id, taken.at, act.id, content.minutes, act.officer_id, content.reason
        )
    await queries.recount(act.record.id, None, taken.at)


async def supplement(taken: Taken, content: flow_acts.FileSupplemented) -> None:
    """Store the team's answer to a request for a supplement."""
    act = taken.act
    await flow_queries.insert_supplement(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        content.asked,
        written(content),
        act.officer_id,
        act.made_at,
    )


async def withdrawn(taken: Taken, content: flow_acts.DecisionWithdrawn | DecisionLapsed) -> None:
    """Store that the decision was withdrawn, or lapsed."""
    act = taken.act
    await flow_queries.set_withdrawn(
        act.record.id, taken.next_state, taken.at, act.officer_id, content.reason
    )


async def file_ruling(taken: Taken, content: Any) -> None:
    """Store a supervisor's ruling on the file."""
    act = taken.act
    await flow_queries.insert_file_ruling(
        act.record.id,
        taken.next_state,
        taken.at,
        act.id,
        taken.declared.ruling,
        content.file,
        act.officer_id,
        written(taken.remarks),
        taken.reason,
        taken.ruled.status,
    )
