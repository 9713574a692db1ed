"""Writes what was said of two parties: told apart, or merged and parted again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from backend.ledger.opened import mark_of
from backend.parties.queries import merges, pairs
from backend.parties.queries import register as queries
from backend.parties.registering import merge_telling
from backend.parties.rules import combining
from backend.parties.rules import licences as licence_rules
from backend.parties.rules.facts import LockedParty
from schemas.parties import merging as said
from schemas.parties.acts import PartyDetails


async def apply(
    state: LockedParty, parsed: ParsedAct, actor: Actor, note: Any, at: datetime
) -> None:
    """Write an accepted act about two parties. `note` is the other party, or the merge that it answers."""
    if isinstance(parsed.content, said.PartyMerged | said.PartyMergeUndone):
        await pairs.hold([state.id, note.other_id])
    match parsed.content:
        case said.PartyToldApart(other_id=other_id, reason=reason):
            same = state.unit_2 == note.unit_2
            path = (state.unit_1, state.unit_2 if same else None)
            await pairs.tell_apart(state.id, other_id, path, actor.officer_id, at, reason)
        case said.PartyApartUndone(other_id=other_id):
            await merges.set_pair(state.id, other_id, "open")
            await merges.join(state.id, None)
        case said.PartyMergeAsked() as asked:
            await merges.ask(parsed.act.id, state.id, asked, state.details, actor.officer_id, at)
            await merges.set_pair(state.id, asked.other_id, "asked")
            await merge_telling.asked(parsed.act.id, state.id, asked, actor)
        case said.PartyMerged(asked=ask_id):
            await merges.decide(ask_id, "merged", actor.officer_id, at, None)
            await merges.join(note.other_id, state.id)
            await queries.correct(state.id, note.party, at)
            await merges.set_pair(state.id, note.other_id, "merged")
            await merges.forget_open_pairs(note.other_id)
            await warn(state.id, at)
            await merge_telling.decided(note, "merged", "", actor)
        case said.PartyMergeDeclined(asked=ask_id, reason=reason):
            await merges.decide(ask_id, "declined", actor.officer_id, at, reason)
            await merges.set_pair(state.id, note.other_id, "open")
            await merge_telling.decided(note, "declined", reason, actor)
        case said.PartyMergeUndone(asked=ask_id, reason=reason, of_other=of_other, stays=stays):
            now = note.party if stays is None else state.details
            await merges.undo(ask_id, actor.officer_id, at, reason)
            await merges.join(note.other_id, None)
            after = combining.parted(note.before, note.party, now)
            await queries.correct(state.id, after, at)
            await merges.give(of_other, note.other_id)
            await warn(state.id, at)
            await merges.set_pair(state.id, note.other_id, "open")
            await merge_telling.undone(note, reason, actor)
            await lapse(state, after, actor, at)
        case _:
            raise TypeError(f"no fold for {parsed.act.type}")


async def lapse(state: LockedParty, after: PartyDetails, actor: Actor, at: datetime) -> None:
    """Let a merge that waits lapse, because what was compared of this party is not what is known of it now."""
    if mark_of(after) == mark_of(state.details):
        return
    for merge in await merges.asked_about(state.id):
        await merges.lapse(merge.ask_id, at)
        await merges.set_pair(merge.party_id, merge.other_id, "open")
        await merge_telling.decided(merge, "lapsed", "", actor)


async def warn_all(state: LockedParty, at: datetime) -> None:
    """Write it for a party whose licences changed, and for those that it was merged into."""
    merged = await merges.chain(state.id) if state.merged_into else [state.id]
    for party_id in merged:
        await warn(party_id, at)


async def warn(party_id: UUID, at: datetime) -> None:
    """Write when the first licence ends of a party and all that were merged into it, so that one row warns of both."""
    held = await queries.licences_of(await merges.together(party_id))
    await queries.warn_from(party_id, licence_rules.next_end(held), at)
