"""The register is kept: every change of a party is an act.

    party_id, outcome = await recording.register(details, unit_id, PartySource.REGISTER, actor)
    outcome = await recording.correct(party_id, PartyCorrected(...), mark, actor)
    outcome = await recording.act(party_id, PartyClosed(...), actor)
    outcome = await recording.licence(party_id, LicenceEnded(...), actor)

Every function runs in the caller's transaction and returns the outcome: a refusal is kept with its reason, so call
`ledger.unwrap` after the transaction. All but register() raise NotFound for a party out of sight.
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.ledger import service as ledger
from backend.ledger.opened import Opened, mark_of
from backend.ledger.service import Outcome
from backend.parties.queries import merges
from backend.parties.queries import parties as seen
from backend.parties.queries import register as queries
from backend.parties.rules import details as rules
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.parties import acts
from schemas.parties.acts import (
    PARTY_CONTENTS,
    LicenceEnded,
    LicenceRecorded,
    PartyCorrected,
    PartyDetails,
    Point,
)
from schemas.parties.words import PartyAct, PartySource

TYPES: dict[type[Wire], PartyAct] = {kind: PartyAct(name) for name, kind in PARTY_CONTENTS.items()}


async def register(
    details: PartyDetails,
    unit_id: UUID,
    source: PartySource,
    actor: Actor,
    point: Point | None = None,
) -> tuple[UUID, Outcome]:
    """Enter a party in the register of a unit; returns its id."""
    party_id = new_id()
    content = acts.PartyRegistered(
        unit_id=unit_id,
        party=rules.normal_details(details),
        source=source,
        point=point,
    )
    return party_id, await _record(party_id, content, actor)


async def correct(party_id: UUID, content: PartyCorrected, mark: str, actor: Actor) -> Outcome:
    """Say anew all that is known of a party.

    `mark`: of what the form was opened with; a form that somebody overtook is refused as `form_late`.
    """
    await _see(party_id, actor)
    said = msgspec.structs.replace(content, party=rules.normal_details(content.party))

    async def now() -> str:
        there = await queries.find(party_id)
        return mark_of(there.details) if there else ""

    opened = Opened(mark=mark, made=mark_of(said.party), now=now)
    return await _record(party_id, said, actor, opened)


async def act(party_id: UUID, content: Wire, actor: Actor) -> Outcome:
    """Record any other act of a party in sight."""
    await _see(party_id, actor)
    return await _record(party_id, content, actor)


async def licence(party_id: UUID, content: LicenceRecorded | LicenceEnded, actor: Actor) -> Outcome:
    """Record a licence, say it anew or end it, from the page of a party in sight.

    A licence of an entry that was merged into the party stays in that entry's record, so that undoing the merge gives
    each its own; the act names the party from whose page it was made. Who keeps that party keeps its licences, also if
    the entry was another department's.
    """
    await _see(party_id, actor)
    owner = await queries.party_of_licence(content.licence_id)
    if owner is None or owner == party_id or party_id not in await merges.chain(owner):
        return await _record(party_id, content, actor)
    await merges.lock_in_order(await merges.chain(owner))
    return await _record(owner, msgspec.structs.replace(content, one_with=party_id), actor)


async def _record(
    party_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    written = ledger.desk_act(RecordKind.PARTY, party_id, TYPES[type(content)], content, actor)
    return await ledger.record(written, actor, opened)


async def _see(party_id: UUID, actor: Actor) -> None:
    if await seen.find(actor, party_id) is None:
        raise NotFound(what="subject")
