"""An item of a plan whose leader or member has another take their place. Pure."""

from uuid import UUID

import msgspec

from schemas.planning.acts import PlanItem


def handed_over(item: PlanItem, from_id: UUID, to_id: UUID) -> PlanItem:
    """Return the item with `to_id` wherever it names `from_id`; nobody is named twice, a leader is no member."""
    leader = to_id if item.leader_id == from_id else item.leader_id
    named = [to_id if one == from_id else one for one in item.member_ids]
    members = [one for one in dict.fromkeys(named) if one != leader]
    return msgspec.structs.replace(item, leader_id=leader, member_ids=members)
