"""Absences as pages and routing use them."""

from collections.abc import Sequence
from uuid import UUID

from backend.approvals.absences.handler import is_over, may_enter
from backend.approvals.queries import absences as queries
from backend.approvals.queries.absences import AbsenceState
from backend.approvals.queries.absences import Leave as Leave
from backend.approvals.queries.absences import ListedAbsence as ListedAbsence
from backend.approvals.reading.naming import SUGGESTED as SUGGESTED
from backend.approvals.reading.naming import Named as Named
from backend.approvals.reading.naming import like as like
from backend.approvals.reading.naming import named as named
from backend.approvals.reading.naming import these as these
from backend.approvals.rules.keys import Away
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.approvals.absences import ABSENCE_CONTENTS
from schemas.approvals.words import AbsenceAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind

PAGE = 50
_TYPES: dict[type[Wire], AbsenceAct] = {
    kind: AbsenceAct(name) for name, kind in ABSENCE_CONTENTS.items()
}


async def page(actor: Actor, after: UUID | None = None) -> list[ListedAbsence]:
    """List absences in sight, newest first; one more than a page if there is a next page."""
    return await queries.page(actor, after, PAGE + 1)


async def away_today() -> list[Away]:
    """Return who is away today, with who stands in."""
    today = clock.today()
    return await queries.in_force(today, today)


async def leaves(officer_ids: Sequence[UUID]) -> dict[UUID, Leave]:
    """Return which of these officers are away today, with the last day and who stands in.

    For pages that name officers whom the reader sees anyway: that somebody is away is no secret from a colleague.
    """
    if not officer_ids:
        return {}
    return {one.officer_id: one for one in await queries.leaves([*officer_ids], clock.today())}


async def history_of(officer_id: UUID, actor: Actor) -> list[ListedAbsence]:
    """Return the absences of an officer in the actor's sight, the newest first, a page of them."""
    return await queries.of_officer(actor, officer_id, PAGE)


async def act(absence_id: UUID | None, content: Wire, actor: Actor) -> tuple[UUID, Outcome]:
    """Record an absence (None) or end one, in the caller's transaction."""
    ident = absence_id or new_id()
    written = ledger.desk_act(RecordKind.ABSENCE, ident, _TYPES[type(content)], content, actor)
    return ident, await ledger.record(written, actor)


async def find(absence_id: UUID, actor: Actor) -> ListedAbsence:
    """Return an absence in sight. Raises NotFound."""
    row = await queries.in_sight(actor, absence_id)
    if row is None:
        raise NotFound(what="absence")
    return row


def may_end(row: AbsenceState, actor: Actor) -> bool:
    """Tell whether the actor may end an absence that is not over."""
    return not is_over(row, clock.today()) and may_enter(actor, row.officer_id, row.path)


async def mine(actor: Actor) -> list[ListedAbsence]:
    """Return the absences of today in which this officer is away or stands in."""
    return await queries.concerning(actor.officer_id, clock.today())
