"""Every act about people by its name on the wire; all tables of acts are derived from it. Pure."""

from backend.force.acts import asks, delegations, devices, officers, units
from backend.force.acts.declaring import Handler
from backend.ledger.declared import index
from schemas.force.acts import PeopleAct

ACTS = index(PeopleAct, officers.ALL, asks.ALL, delegations.ALL, units.ALL, devices.ALL)


def of_handler(handler: Handler) -> frozenset[str]:
    """Return the acts that a record handler takes."""
    return frozenset(str(kind) for kind, one in ACTS.items() if one.handler is handler)
