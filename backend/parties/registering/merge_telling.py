"""Tells officers of merges: who may confirm one, and who asked for it what became of it.

The nearest heads are told; all others of the asker's unit or above who may confirm find it in my work.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.force.notices import telling
from backend.parties.queries import merges
from backend.parties.queries.merges import Merge
from schemas.parties.merging import PartyMergeAsked

_WAITS = "party_merge.asked"


async def asked(ask_id: UUID, party_id: UUID, said: PartyMergeAsked, actor: Actor) -> None:
    """Tell the heads next to the asker, except the asker, that a merge waits for them."""
    words = await _words(party_id, said.other_id, actor) | {"reason": said.reason}
    heads = await telling.heads_of(actor.unit, actor.officer_id)
    await telling.tell(heads, "party_merge", ask_id, _WAITS, words)


async def decided(merge: Merge, state: str, reason: str, actor: Actor) -> None:
    """Tell the asker how it ended (`merged`, `declined`, `lapsed`), and nobody any more that it waits."""
    await telling.settle(merge.ask_id, keys=(_WAITS,))
    if actor.officer_id == merge.asked_by and state == "declined":
        return
    words = await _words(merge.party_id, merge.other_id, actor)
    if state == "declined":
        words["reason"] = reason
    await telling.tell([merge.asked_by], "party_merge", merge.ask_id, f"party_merge.{state}", words)


async def undone(merge: Merge, reason: str, actor: Actor) -> None:
    """Tell the two who merged that somebody parted them again, except who did."""
    two = [one for one in (merge.asked_by, merge.decided_by) if one and one != actor.officer_id]
    words = await _words(merge.party_id, merge.other_id, actor) | {"reason": reason}
    await telling.tell(two, "party_merge", merge.ask_id, "party_merge.undone", words)


async def _words(stays: UUID, goes: UUID, actor: Actor) -> dict[str, str]:
    names = {one.id: one.name for one in await merges.both([stays, goes])}
    return {"by": actor.full_name, "stays": names.get(stays, ""), "goes": names.get(goes, "")}
