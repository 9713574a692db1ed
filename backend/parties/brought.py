"""What a merge of two parties has brought to the one that stays, as it stands now.

merge = await brought.now(merge)
"""

import msgspec

from backend.parties.queries import merges
from backend.parties.queries.merges import Merge
from backend.parties.rules import combining
from backend.parties.rules.combining import Brought, Joined


async def now(merge: Merge) -> Merge:
    """Return a merge without what came to it by others that were undone since; as it is if it is not in force.

    The caller has checked scope or holds the party's lock.
    """
    if merge.state != "merged":
        return merge
    others = [one for one in await merges.joined_to(merge.party_id) if one.ask_id != merge.ask_id]
    if not any(one.state == "undone" for one in others):
        return merge
    found = combining.brought_now(_joined(merge), [_joined(one) for one in others])
    return msgspec.structs.replace(merge, before=found.before, party=found.merged)


def _joined(merge: Merge) -> Joined:
    if merge.decided_at is None:
        raise TypeError("nobody confirmed this merge")
    brought = Brought(merge.before, merge.party)
    return Joined(brought, merge.asked_at, merge.decided_at, merge.undone_at)
