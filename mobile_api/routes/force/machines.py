"""The face for other systems: health, figures and the published catalogue under a key of an account.

It stands beside the phone's face because it is made of the same parts: problems, the description, what harms no
standby. It has a guard, a scheme of security and a prefix of its own, and no route of the phone takes its keys
(docs/decisions/0110).
"""

from datetime import date
from typing import Annotated, Any

from litestar import Request, Router, get
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from litestar.params import FromQuery, QueryParameter

from backend.core.database import transaction
from backend.force.machines import service as machines
from backend.force.machines.service import MachineKeyUnknown
from backend.insight.machine_answers import service as answers
from backend.law.catalogue import service as catalogue
from mobile_api.guards import bearer_token
from mobile_api.problems import EXCEPTION_HANDLERS
from schemas.insight.machine_answers import (
    MachineBehaviour,
    MachineCatalogue,
    MachineFigures,
    MachineHealth,
)

PREFIX = "/api/machine/v1"


async def key_holder(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """Let a request under a live key in, if the account may ask this from there, and count it.

    Every route names the permission that it needs. Raises MachineKeyUnknown, MachineRefused,
    TooManyRequests.
    """
    token = bearer_token(connection.headers.get("authorization", ""))
    key = await machines.find(token) if token else None
    if key is None:
        raise MachineKeyUnknown
    connection.scope["user"] = machines.actor_of(key)  # refused requests are recorded under it
    connection.state["key"] = key
    address = connection.client.host if connection.client else ""
    await machines.admit(key, handler.opt["machine"], address)
    async with transaction():
        path = connection.url.path
        await machines.note_use(key, handler.opt["machine"], path, address)


@get("/health", opt={"machine": "health"}, operation_id="getMachineHealth")
async def get_health(request: Request[Any, Any, Any]) -> MachineHealth:
    """Return how the account stands, until when figures are counted, and the keys that answers are signed with."""
    return await answers.health(request.state["key"])


@get("/figures", opt={"machine": "figures"}, operation_id="getMachineFigures")
async def get_figures(
    request: Request[Any, Any, Any],
    first: FromQuery[date],
    last: FromQuery[date],
    unit: Annotated[str | None, QueryParameter(max_length=8)] = None,
) -> MachineFigures:
    """Return the sums of a unit with those below over whole days, signed. Without `unit`: of the account's own.

    404 for a unit out of its reach, 422 `period_wrong`. A period has at most 366 days.
    """
    return await answers.figures(request.user, unit, first, last)


@get("/catalogue", opt={"machine": "catalogue"}, operation_id="getMachineCatalogue")
async def get_catalogue() -> MachineCatalogue:
    """Return the published behaviours by their codes, as figures and decisions name them."""
    named = await catalogue.names()
    return MachineCatalogue(
        behaviours=[MachineBehaviour(code=code, name_vi=name) for code, name in named.items()]
    )


ROUTER = Router(
    path=PREFIX,
    guards=[key_holder],
    exception_handlers=EXCEPTION_HANDLERS,
    route_handlers=[get_health, get_figures, get_catalogue],
)
