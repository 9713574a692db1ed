"""An officer's own identity number, for one use: whether a team is to inspect one of its members.

Officers enter it themselves, or do not. It is sealed under the server's key, which no page and no
administrator of the application can read, and it is compared, never shown: the answer to a question
about a team is only who of it has one of the numbers asked about.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.core.errors import Invalid
from backend.force.queries import identities
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct
from schemas.force.identity_acts import IdentityEntered, IdentityRemoved

DIGITS = 12
"""Of a personal identification number (Law 26/2023/QH15 on Identification, Art 12)."""


def _bound_to(officer_id: UUID) -> bytes:
    return b"identity:" + officer_id.bytes


def digits_of(number: str) -> str | None:
    """Return the twelve digits of an identity number as people write it; None for anything else."""
    digits = "".join(one for one in number if not one.isspace() and one not in ".-")
    known = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    return digits if known else None


async def entered_at(actor: Actor) -> datetime | None:
    """Return when the officer entered the number; None without one."""
    found = await identities.of([actor.officer_id])
    return found[0].entered_at if found else None


async def enter(actor: Actor, number: str) -> None:
    """Keep the officer's own number, sealed, in the caller's transaction.

    Raises Invalid unless it has twelve digits.
    """
    digits = digits_of(number)
    if digits is None:
        raise Invalid(code="identity_number_wrong")
    act = ledger.desk_act(
        RecordKind.OFFICER, actor.officer_id, PeopleAct.IDENTITY_ENTERED, IdentityEntered(), actor
    )
    ledger.unwrap(await ledger.record(act, actor))
    sealed = keys.current().seal(digits.encode(), _bound_to(actor.officer_id))
    await identities.keep(actor.officer_id, sealed, clock.now())


async def remove(actor: Actor) -> None:
    """Delete the officer's own number, in the caller's transaction."""
    act = ledger.desk_act(
        RecordKind.OFFICER, actor.officer_id, PeopleAct.IDENTITY_REMOVED, IdentityRemoved(), actor
    )
    ledger.unwrap(await ledger.record(act, actor))


async def among(officer_ids: Sequence[UUID], numbers: Iterable[str | None]) -> set[UUID]:
    """Return which of the officers have one of these identity numbers.

    What is no identity number is passed over, so that a caller may give all that it knows of a
    party: a household's tax code is its owner's number since 2025-07-01. A number that cannot be
    opened any more, because the keys were lost, matches nothing.
    """
    asked = {digits for one in numbers if one and (digits := digits_of(one))}
    if not asked:
        return set()
    return {row.officer_id for row in await identities.of(officer_ids) if _opened(row) in asked}


def _opened(row: identities.Sealed) -> str | None:
    try:
        return keys.current().unseal(row.sealed, _bound_to(row.officer_id)).decode()
    except InvalidTag:
        return None
