"""Every act about people by its name on the wire: from here all tables of acts are derived. Pure."""

from collections.abc import Iterable

from backend.force.acts import asks, delegations, devices, officers, units
from backend.force.acts.declaring import Declared, Handler
from schemas.force.acts import PeopleAct


def index(*families: Iterable[Declared]) -> dict[PeopleAct, Declared]:
    """The acts of these families, in the order of the enumeration. Raises ValueError where one is declared twice."""
    found: dict[PeopleAct, Declared] = {}
    for family in families:
        for one in family:
            if one.wire in found:
                raise ValueError(f"declared twice: {one.wire}")
            found[one.wire] = one
    return {kind: found[kind] for kind in PeopleAct if kind in found}


ACTS = index(officers.ALL, asks.ALL, delegations.ALL, units.ALL, devices.ALL)


def of_handler(handler: Handler) -> frozenset[str]:
    """The acts that a record handler takes."""
    return frozenset(str(kind) for kind, one in ACTS.items() if one.handler is handler)
