"""Writes changes of a decision into its inspection: contents, place, team, time.

Phones of the team get the decision as changed. The phone of an officer who left the team
forgets the inspection; what that officer sends of it afterwards is held for a supervisor.
"""

import msgspec

from backend.core import change_feed
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import decision_changes as queries
from backend.fieldwork.queries import flow as flow_queries
from schemas.fieldwork.decision_changes import DecisionAmended, DecisionExtended, TeamHandedOver
from schemas.fieldwork.decisions import DecisionInForce


async def amended(taken: Taken, content: DecisionAmended) -> None:
    """Store the decision as amended."""
    record_id = taken.act.record.id
    before = await queries.decision(record_id)
    now_is = msgspec.structs.replace(
        before,
        contents=content.contents or before.contents,
        place=content.place or before.place,
        team=content.team or before.team,
    )
    if content.place is not None:  # the point was that of the place before
        now_is = msgspec.structs.replace(now_is, latitude_e7=None, longitude_e7=None)
    if content.team is not None:
        await queries.set_team(record_id, now_is)
    await _store(taken, before, now_is)


async def handed_over(taken: Taken, content: TeamHandedOver) -> None:
    """Store the team with the colleague in the officer's place; who is on it already stays there once."""
    record_id = taken.act.record.id
    before = await queries.decision(record_id)
    to = content.to
    team = [
        to if one.officer_id == content.from_id else one
        for one in before.team
        if one.officer_id != to.officer_id
    ]
    now_is = msgspec.structs.replace(before, team=team)
    await queries.set_team(record_id, now_is)
    if taken.inspection.owner_id == content.from_id and not to.leader:
        await flow_queries.set_owner(record_id, taken.at, to.officer_id)
    await _store(taken, before, now_is)


async def _store(taken: Taken, before: DecisionInForce, now_is: DecisionInForce) -> None:
    record_id = taken.act.record.id
    await queries.set_decision(record_id, now_is, taken.at)
    officers = sorted({one.officer_id for one in (*before.team, *now_is.team)})
    for kind in ("inspection", "decision"):
        await change_feed.tell(officers, kind, str(record_id))
    for officer in officers:
        await change_feed.tell(officers, "officer", str(officer))


async def extended(taken: Taken, content: DecisionExtended) -> None:
    """Store the time on site as extended."""
    record_id = taken.act.record.id
    before = await queries.decision(record_id)
    now_is = msgspec.structs.replace(before, duration_days=content.duration_days, complex=True)
    await queries.set_decision(record_id, now_is, taken.at)
    await change_feed.tell([one.officer_id for one in now_is.team], "decision", str(record_id))
