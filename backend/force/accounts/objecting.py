"""A head's objection to an account that one administrator alone made and enrolled.

PRACTICE B5 lets one administrator enrol an officer who holds no power, so that work need not stop.
But such an account can open cases and counts as a second person. The unit's heads therefore get a
notice, and can shut the account immediately if nobody in their unit owns it. Two persons are needed
to reinstate it. All functions run in the caller's transaction and return Refused.
"""

from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import ask_telling, judging
from backend.force.queries import people
from backend.force.texts import asks as ask_words
from backend.force.units import service as units
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import OfficerObjected, PeopleAct


class Objectionable(msgspec.Struct, frozen=True, kw_only=True):
    """An officer to whose account a head may object, as the page shows them."""

    id: UUID
    full_name: str
    username: str
    officer_number: str | None
    unit: Text
    may: bool
    """False if it is too late: the account was shut already, enrolled by two persons, or enrolled
    too long ago."""


async def get(actor: Actor, officer_id: UUID) -> Objectionable:
    """Return an officer of the supervisor's unit or below. Raises NotAllowed, NotFound."""
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed
    row = await people.find(officer_id)
    if row is None or not scope.covers(actor, row.path):
        raise NotFound(what="officer")
    return Objectionable(
        id=officer_id,
        full_name=row.full_name,
        username=row.username,
        officer_number=row.officer_number,
        unit=await units.name_of(row.unit_id),
        may=await judging.objectionable(row),
    )


async def object_to(actor: Actor, officer_id: UUID, reason: str) -> Outcome:
    """Shut the account and send the notices of it. Raises NotAllowed, NotFound."""
    await get(actor, officer_id)
    content = OfficerObjected(reason=reason)
    kind = PeopleAct.OFFICER_OBJECTED
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, kind, content, actor)
    outcome = await ledger.record(act, actor)
    if isinstance(outcome, Accepted):
        await ask_telling.done(actor, officer_id, ask_words.OBJECTED)
    return outcome
