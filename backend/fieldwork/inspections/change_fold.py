"""Writes changes of a decision into its inspection: contents, place, team, time.

Phones of the team get the decision as changed. The phone of an officer who left the team
forgets the inspection; what that officer sends of it afterwards is held for a supervisor.
"""

import msgspec

from backend.core import change_feed
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import decision_changes as queries
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
    """Store who works on the file from now on. The decision keeps the team that it names."""
    record_id, to = taken.act.record.id, content.to
    await queries.replace_on_file(
        record_id, content.from_id, to.officer_id, leads=to.leader, at=taken.at
    )
    for kind in ("inspection", "decision"):
        await change_feed.tell([content.from_id, to.officer_id], kind, str(record_id))


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
