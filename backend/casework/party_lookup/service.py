"""A number is looked up over the registers of the whole force: the party that has it, its department, what counts.

Nothing else is said of a party out of the reader's scope, and a part of a number finds nothing. Each look-up is on
the access log with the purpose that the officer gave, also one that finds nobody.
"""

from uuid import UUID

import msgspec

from backend.casework.party_lookup.limiting import TooManyNumbers as TooManyNumbers
from backend.casework.party_lookup.limiting import admit as admit
from backend.casework.prior_offences.service import lapses_on
from backend.casework.queries import party_lookup as queries
from backend.casework.rules import prior_offences as rules
from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.parties import reading
from backend.parties.rules import identifiers
from schemas.core.problems import Text
from schemas.parties.words import IdentifierKind

LEAST = 6
"""Characters of the shortest number that is looked up: fewer are no identity."""
_MOST = 20


class FoundParty(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a party with this number."""

    id: UUID | None
    """None out of the reader's scope."""
    name: str
    unit: Text
    """The department that keeps it."""
    counting: int
    """Sanctions after which the term of Law 15/2012 Art 7 is not over."""


async def look_up(actor: Actor, number: str, purpose: str, address: str | None) -> list[FoundParty]:
    """Return who has exactly this number. `address` is that of the officer's browser. Raises NotAllowed."""
    reading.require(actor)
    values = {identifiers.compact(kind, number) for kind in IdentifierKind}
    found = await queries.parties(sorted(values), _MOST)
    await access_log.record(
        actor,
        "party.looked_up",
        found[0].id if len(found) == 1 else None,
        address=address,
        detail={"identity_number": number, "purpose": purpose},
    )
    today = clock.today()
    counting: dict[UUID, int] = {}
    for one in await queries.sanctions(found) if found else []:
        lapse = lapses_on(one.executed_on, one.lapsed_on, only_warned=one.only_warned)
        if rules.standing(one.sanctioned_on, lapse, today) == "counts":
            counting[one.party_id] = counting.get(one.party_id, 0) + 1
    return [
        FoundParty(
            id=one.id if await reading.sees(one.id, actor) else None,
            name=one.name,
            unit=Text(vi=one.unit_vi, en=one.unit_en),
            counting=counting.get(one.id, 0),
        )
        for one in found
    ]
