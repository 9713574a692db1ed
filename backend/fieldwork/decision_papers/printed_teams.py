"""Sheets that were printed to be signed by hand, and whose team changed before they were signed.

A sheet may name a member who has left the unit since: it was signed so, and is in force (PRACTICE B3).
Who signed it says so with the scan; that person is not on the team. A sheet without its leader, or
with fewer than two left (Ordinance 11/2016 Art 23), begins nothing: it is drafted anew.
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.fieldwork.decision_papers.changing import PrintedOver
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.decision_papers import DeskPaper, NamedPaper
from backend.fieldwork.rules import desk_papers as rules
from backend.fieldwork.rules.decisions import MIN_TEAM
from backend.force.queries import officer_names
from schemas.fieldwork.decision_papers import FormerMember
from schemas.fieldwork.words import PaperState


async def former(paper: DeskPaper, actor: Actor) -> list[FormerMember]:
    """Return whom a sheet names to the team, and who is no longer on duty in this signer's reach."""
    named = rules.named_team(paper)
    if not named:
        return []
    here = {one.officer_id for one in await read_queries.team_candidates(actor, named)}
    gone = [one for one in named if one not in here]
    names = await officer_names.of(gone)
    return [FormerMember(officer_id=one, full_name=names.get(one, "")) for one in gone]


def without(paper: DeskPaper, gone: set[UUID]) -> DeskPaper:
    """Return a paper that names the team without these. Raises PrintedOver if that is no team."""
    if not gone:
        return paper
    left = [one for one in rules.named_team(paper) if one not in gone]
    order, change = paper.order, paper.change
    leader = order.leader_id if order else change.leader_id if change else None
    if leader in gone or len(left) < MIN_TEAM:
        raise PrintedOver
    members = [one for one in left if one != leader]
    if order is not None:
        order = msgspec.structs.replace(order, member_ids=members)
    if change is not None:
        change = msgspec.structs.replace(change, member_ids=members)
    return msgspec.structs.replace(paper, order=order, change=change)


async def told(paper: NamedPaper, actor: Actor) -> list[str]:
    """Return the names for the paper's page: as the scan said, or as its first scan would have to say."""
    if paper.former_names is not None:
        return paper.former_names.splitlines()
    if paper.state is not PaperState.PRINTED or not rules.may_scan(paper, actor):
        return []
    return [one.full_name for one in await former(paper, actor)]
