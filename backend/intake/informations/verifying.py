"""Who may be assigned to verify an information: officers of its unit and below, nobody whom it may touch.

The form of the assignment offers those alone whom the one door accepts.
"""

from collections.abc import Collection
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.intake.informations import routing
from backend.intake.queries import informations as queries
from backend.intake.queries import verifiers
from backend.intake.queries.verifiers import Candidate as Candidate
from backend.intake.rules.routing import Handled


async def able(officers: Collection[UUID], handled: Handled, named: list[UUID]) -> bool:
    """Tell whether all of these may verify what the unit handles, and what is about `named` or about nobody."""
    serving = await queries.in_service(sorted(officers))
    level, barred = handled.path.level, await _barred(handled, named)
    below = [one for one in serving if one.path.as_tuple()[level - 1] == handled.path.unit_id]
    colleagues = any(not barred.isdisjoint(one.path.as_tuple()) for one in below)
    untouched = set(officers).isdisjoint(named) and not colleagues
    return {one.id for one in below} == set(officers) and untouched


async def candidates(information_id: UUID, actor: Actor) -> list[Candidate]:
    """Return the officers whom an assignment of this information in sight may name. Raises NotFound."""
    row = await queries.in_sight(information_id, actor)
    if row is None:
        raise NotFound(what="information")
    named = await verifiers.named_in(information_id) or []
    handled = Handled(row.path, row.auditors_only)
    return await verifiers.serving(handled, named, sorted(await _barred(handled, named)))


async def named_in(information_id: UUID, actor: Actor) -> list[UUID]:
    """Return the officers whom an information in sight is about. Raises NotFound."""
    if await queries.in_sight(information_id, actor) is None:
        raise NotFound(what="information")
    return await verifiers.named_in(information_id) or []


async def _barred(handled: Handled, named: list[UUID]) -> set[UUID]:
    """Return the units whose officers do not verify it: colleagues of the officers it is about.

    Auditors of the nation have nobody else than colleagues of their own office.
    """
    if not named or handled.auditors_only:
        return set()
    return await routing.barred_units(named)
