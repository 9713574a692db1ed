"""A number is looked up over the whole force from the phone, by the desk's own service."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK

from backend.casework.party_lookup import service as lookup
from backend.core.actors import Actor
from backend.core.database import transaction
from schemas.casework.party_lookup import LookUpParty, PartiesLookedUp, PartyLookedUp

MAX_BYTES = 4 * 1024


@post(
    "/parties/lookup",
    operation_id="lookUpParty",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def look_up_party(
    request: Request[Actor, Any, Any], data: JSONBody[LookUpParty]
) -> Response[PartiesLookedUp]:
    """Return who has exactly this number, over all registers: name, department, sanctions that still count.

    Each look-up is recorded with its purpose, also one that finds nobody. Nothing is cached. 403 `not_allowed`: the
    officer does not work on inspections. 422 `number_too_short`. 429 `too_many_numbers`: Retry-After says when.
    """
    actor = request.user
    lookup.admit(actor.officer_id, data.number, lookup.LEAST)
    address = request.client.host if request.client else None
    async with transaction():
        found = await lookup.look_up(actor, data.number, data.purpose, address)
    told = [
        PartyLookedUp(id=one.id, name=one.name, unit=one.unit, counting=one.counting)
        for one in found
    ]
    return Response(PartiesLookedUp(parties=told), headers={"cache-control": "no-store"})
