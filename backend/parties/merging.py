"""Parties that may be one: the list with reasons, the comparison, and what two persons say of them.

    page = await merging.page(actor, "open", None)
    seen = await merging.compared(one_id, other_id, actor)
    outcome = await merging.ask(stays, goes, party, reason, seen, actor)

Commands run in the caller's transaction and return the outcome: a refusal is kept with its reason, so call
`ledger.unwrap` after the transaction. All raise NotFound if either party is out of sight.
"""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.core import keyset, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.ledger import service as ledger
from backend.ledger.opened import mark_of
from backend.ledger.service import Outcome
from backend.parties import brought
from backend.parties.comparing import features_of
from backend.parties.queries import merges, pairs
from backend.parties.queries.merges import KnownAs as KnownAs
from backend.parties.queries.merges import Merge as Merge
from backend.parties.queries.merges import Seen
from backend.parties.queries.pairs import Comparable, Pair
from backend.parties.queries.pairs import ListedPair as ListedPair
from backend.parties.rules import details as detail_rules
from backend.parties.rules import keeping, likeness
from backend.parties.rules.likeness import Likeness, Thresholds
from backend.parties.rules.likeness import Reason as Reason
from backend.parties.weighing import service as weighing
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.parties.acts import PartyDetails
from schemas.parties.merging import (
    MERGE_CONTENTS,
    PartyApartUndone,
    PartyMergeAsked,
    PartyMerged,
    PartyMergeDeclined,
    PartyMergeUndone,
    PartyToldApart,
)
from schemas.parties.words import PartyAct

PAGE = 50
SHOWN = ("open", "asked", "apart", "merged")
_WEIGHTS = frozenset(map(str, range(101)))
"""As a cursor has them."""
_TYPES = {kind: PartyAct(name) for name, kind in MERGE_CONTENTS.items()}


class PairsPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of pairs, the likeliest first."""

    rows: list[ListedPair]
    sums: Thresholds
    total: int
    next: str | None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two parties that are compared."""

    party: Comparable
    details: PartyDetails
    mark: str
    together: list[UUID]
    """The party and all that were merged into it."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties side by side."""

    one: Side
    other: Side
    alike: Likeness
    sums: Thresholds
    pair: Pair | None
    merges: list[Merge]
    """The latest first."""
    may_keep: bool
    """Whether the reader may say anything of the two."""

    @property
    def latest(self) -> Merge | None:
        """The merge that waits or is in force; None if there is none."""
        return next((one for one in self.merges if one.state in ("asked", "merged")), None)

    @property
    def stays(self) -> Side | None:
        """The side that stays by that merge."""
        latest = self.latest
        if latest is None:
            return None
        return self.one if self.one.party.id == latest.party_id else self.other


async def page(actor: Actor, state: str, cursor: str | None, limit: int = PAGE) -> PairsPage:
    """Return a page of the pairs of the reader's department, and above departments of both. Raises Invalid."""
    after = _after(cursor) if cursor else None
    found = await pairs.page(actor, state, after, limit + 1)
    shown, more = found[:limit], len(found) > limit
    last = shown[-1] if more else None
    return PairsPage(
        rows=shown,
        sums=await weighing.sums(),
        total=await pairs.count(actor, state, keyset.MOST_TOTALLED + 1),
        next=keyset.write(str(last.weight), last.one_id, last.other_id) if last else None,
    )


def _after(cursor: str) -> tuple[int, UUID, UUID]:
    weight, one_id, other_id = keyset.read(cursor, str, UUID, UUID)
    if weight not in _WEIGHTS:
        raise Invalid(code="cursor_invalid")
    return int(weight), one_id, other_id


async def stands_for(actor: Actor, party_id: UUID) -> UUID:
    """Return the party that a merged one is now. Raises NotFound out of scope."""
    found = await merges.stands_for(actor, party_id)
    if found is None:
        raise NotFound(what="subject")
    return found


async def together(actor: Actor, party_id: UUID) -> list[UUID]:
    """Return a party with all that were merged into it: its story is that of all. Raises NotFound out of scope."""
    await _see(actor, party_id)
    return await merges.together(party_id)


async def known_as(
    party_id: UUID | None, numbers: Sequence[str], name: str | None, address: str | None
) -> list[KnownAs]:
    """Return how all that are one by a merge are known: with this entry, these numbers, or this name and address.

    An earlier sanction counts against the person (Law 15/2012 Art 2.5, 7), under whichever entry of the register it
    was recorded. It is read over the force: the caller only searches by it.
    """
    return await merges.known_as(party_id, numbers, name, address)


async def compared(one_id: UUID, other_id: UUID, actor: Actor) -> Compared:
    """Return two parties side by side with every reason. Raises NotFound if either is out of scope."""
    low, high = sorted((one_id, other_id))
    await _see(actor, low, high)
    one, other = await _side(low), await _side(high)
    return Compared(
        one=one,
        other=other,
        alike=likeness.compare(features_of(one.party), features_of(other.party)),
        sums=await weighing.sums(),
        pair=await pairs.find(low, high),
        merges=[await brought.now(one) for one in await merges.of_two(low, high)],
        may_keep=actor.has(*keeping.KEEPERS),
    )


async def _side(party_id: UUID) -> Side:
    party = await pairs.comparable(party_id)
    if party is None:
        raise NotFound(what="subject")
    return Side(
        party=party,
        details=party.known,
        mark=mark_of(party.known),
        together=await merges.together(party_id),
    )


async def _see(actor: Actor, *party_ids: UUID) -> list[Seen]:
    found = await merges.named(list(party_ids), scope.directory(actor))
    if len(found) < len(set(party_ids)):
        raise NotFound(what="subject")
    return found


async def asked_by(ask_id: UUID, actor: Actor) -> Merge:
    """Return a merge by the act that asked for it, whatever became of it. Raises NotFound, also out of scope."""
    merge = await merges.find(ask_id)
    if merge is None:
        raise NotFound(what="subject")
    await _see(actor, merge.party_id, merge.other_id)
    return merge


async def tell_apart(one_id: UUID, other_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Say that two are two; they are proposed no more."""
    return await _record(one_id, other_id, PartyToldApart(other_id=other_id, reason=reason), actor)


async def undo_apart(one_id: UUID, other_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Take back that two are two."""
    content = PartyApartUndone(other_id=other_id, reason=reason)
    return await _record(one_id, other_id, content, actor)


async def ask(stays: Side, goes: Side, party: PartyDetails, reason: str, actor: Actor) -> Outcome:
    """Ask to merge one party into another, as the officer compared them."""
    content = PartyMergeAsked(
        other_id=goes.party.id,
        party=detail_rules.normal_details(party),
        reason=reason,
        stays=stays.mark,
        goes=goes.mark,
    )
    return await _record(stays.party.id, goes.party.id, content, actor)


async def confirm(merge: Merge, actor: Actor) -> Outcome:
    """Confirm a merge, as a second person."""
    content = PartyMerged(asked=merge.ask_id)
    return await _record(merge.party_id, merge.other_id, content, actor)


async def decline(merge: Merge, reason: str, actor: Actor) -> Outcome:
    """Decline a merge, or take back what one asked for."""
    content = PartyMergeDeclined(asked=merge.ask_id, reason=reason)
    return await _record(merge.party_id, merge.other_id, content, actor)


async def undo(seen: Compared, reason: str, of_other: list[UUID], actor: Actor) -> Outcome:
    """Part two merged parties, as the officer saw them: each is as it was, but for what was corrected since.

    `of_other`: records since then that are the other's.
    """
    merge, stays = seen.latest, seen.stays
    if merge is None or stays is None:
        raise TypeError("nothing is merged")
    content = PartyMergeUndone(
        asked=merge.ask_id, reason=reason, of_other=of_other, stays=stays.mark
    )
    return await _record(merge.party_id, merge.other_id, content, actor)


async def _record(party_id: UUID, other_id: UUID, content: Wire, actor: Actor) -> Outcome:
    await _see(actor, party_id, other_id)
    await merges.lock_in_order([party_id, other_id])
    act = ledger.desk_act(RecordKind.PARTY, party_id, _TYPES[type(content)], content, actor)
    return await ledger.record(act, actor)
