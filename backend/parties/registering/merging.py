"""Whether two parties may be told apart, merged and parted: by whom, and whether what was compared still stands.

The caller holds the locks of both parties (backend/parties/merging.py takes them in the order of their ids), so two who
confirm at once, and merges that cross, are judged one after the other.
"""

from collections.abc import Awaitable, Callable
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.ledger.handlers import Accept, Judgement
from backend.ledger.opened import mark_of
from backend.parties import brought
from backend.parties.queries import merges, pairs
from backend.parties.queries import register as queries
from backend.parties.queries.merges import Merge
from backend.parties.rules import combining, keeping
from backend.parties.rules.facts import LockedParty
from backend.parties.rules.identifiers import two_people
from backend.parties.texts.refusals import refusal
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind
from schemas.parties import merging as said
from schemas.parties.acts import PartyDetails

_KINDS = (
    said.PartyToldApart,
    said.PartyApartUndone,
    said.PartyMergeAsked,
    said.PartyMerged,
    said.PartyMergeDeclined,
    said.PartyMergeUndone,
)
DetailsFault = Callable[[UUID, PartyDetails, UnitPath], Awaitable[str | None]]


def is_merge(content: Wire) -> bool:
    """Tell whether an act is about two parties."""
    return isinstance(content, _KINDS)


async def judge(
    state: LockedParty, content: Wire, actor: Actor, details_fault: DetailsFault
) -> Judgement:
    """Judge an act about this party and another. The caller has checked that the officer keeps this one."""
    if state.merged_into is not None:
        one = state.merged_into == getattr(content, "other_id", None)
        return refusal("merge_in_force" if one else "merged")
    match content:
        case said.PartyToldApart() | said.PartyApartUndone():
            return await _apart(state, content, actor)
        case said.PartyMergeAsked():
            return await _asked(state, content, actor, details_fault)
        case said.PartyMerged():
            return await _merged(state, content, actor)
        case said.PartyMergeDeclined():
            merge = await _open(state, content.asked)
            return Accept(note=merge) if merge else refusal("merge_over")
        case said.PartyMergeUndone():
            return await _undone(state, content, actor, details_fault)
    raise TypeError(f"no judgement for {type(content).__name__}")


async def _other(state: LockedParty, other_id: UUID, actor: Actor) -> LockedParty | str:
    """Return the other party, which the officer keeps too, or the code of why it cannot be."""
    if other_id == state.id:
        return "merge_itself"
    other = await queries.find(other_id)
    if other is None or not keeping.may_keep(actor, other.path):
        return "merge_out_of_sight"
    if other.merged_into is not None:
        return "merge_in_force" if other.merged_into == state.id else "merge_out_of_sight"
    return other


async def _apart(
    state: LockedParty, content: said.PartyToldApart | said.PartyApartUndone, actor: Actor
) -> Judgement:
    other = await _other(state, content.other_id, actor)
    if isinstance(other, str):
        return refusal(other)
    if isinstance(content, said.PartyToldApart):
        waits = await merges.asked_of_two(state.id, other.id)
        return refusal("merge_waits") if waits else Accept(note=other)
    apart = await _told_apart(state.id, other.id)
    return Accept(note=other) if apart else refusal("apart_unknown")


async def _told_apart(one_id: UUID, other_id: UUID) -> bool:
    low, high = sorted((one_id, other_id))
    pair = await pairs.find(low, high)
    return pair is not None and pair.state == "apart"


def _organised(party: LockedParty) -> bool:
    return party.details.kind is SubjectKind.ORGANISATION


async def _asked(
    state: LockedParty, content: said.PartyMergeAsked, actor: Actor, details_fault: DetailsFault
) -> Judgement:
    other = await _other(state, content.other_id, actor)
    if isinstance(other, str):
        return refusal(other)
    if _organised(state) != _organised(other):
        return refusal("merge_kinds")
    if two_people(state.details, other.details):
        return refusal("merge_two_people")
    if state.id == other.details.main_party_id or other.id == state.details.main_party_id:
        return refusal("merge_branch")
    if await _told_apart(state.id, other.id):
        return refusal("merge_told_apart")
    if await merges.open_about(state.id) or await merges.open_about(other.id):
        return refusal("merge_asked_already")
    if content.stays != mark_of(state.details) or content.goes != mark_of(other.details):
        return refusal("merge_stale")
    code = await details_fault(state.id, content.party, state.path)
    return refusal(code) if code else Accept(note=other)


async def _open(state: LockedParty, ask_id: UUID) -> Merge | None:
    merge = await merges.find(ask_id)
    here = merge is not None and merge.party_id == state.id and merge.state == "asked"
    return merge if here else None


async def _merged(state: LockedParty, content: said.PartyMerged, actor: Actor) -> Judgement:
    merge = await _open(state, content.asked)
    if merge is None:
        return refusal("merge_over")
    first = await queries.officer(merge.asked_by)
    above = first is not None and scope.covers(actor, first.path)
    if actor.officer_id == merge.asked_by or not above:
        return refusal("merge_second_person")
    other = await _other(state, merge.other_id, actor)
    if isinstance(other, str):
        return refusal(other)
    same = merge.stays == mark_of(state.details) and merge.goes == mark_of(other.details)
    return Accept(note=merge) if same else refusal("merge_stale")


async def _undone(
    state: LockedParty, content: said.PartyMergeUndone, actor: Actor, details_fault: DetailsFault
) -> Judgement:
    merge = await merges.find(content.asked)
    if merge is None or merge.party_id != state.id or merge.state != "merged":
        return refusal("merge_not_last")
    other = await queries.find(merge.other_id)
    if other is None or not keeping.may_keep(actor, other.path):
        return refusal("merge_out_of_sight")
    if content.stays != mark_of(state.details):
        return refusal("merge_undo_stale")
    merge = await brought.now(merge)
    after = combining.parted(merge.before, merge.party, state.details)
    unsound = after != merge.before and await details_fault(state.id, after, state.path)
    return refusal("merge_undo_unsound") if unsound else Accept(note=merge)
