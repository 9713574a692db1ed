"""The register of delegations: a clerk enters and ends; another clerk or a supervisor confirms."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import LAW, SLIP, Line, bound
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct


def _by(
    wire: PeopleAct, *roles: Role, bounds: tuple[Line, ...] = (), by_the_system: bool = False
) -> Declared:
    return Declared(
        wire=wire,
        handler=Handler.OFFICER,
        who=Who.REGISTRAR,
        by=frozenset(roles),
        bounds=bounds,
        by_the_system=by_the_system,
    )


DELEGATION_GIVEN = _by(
    PeopleAct.DELEGATION_GIVEN,
    Role.CLERK,
    bounds=(
        bound("/decided_on", LAW, Today(), SLIP),
        bound("/valid_from", LAW, Today(366), SLIP),
        bound("/valid_to", LAW, Today(3660), SLIP),
    ),
)
DELEGATION_CONFIRMED = _by(PeopleAct.DELEGATION_CONFIRMED, Role.CLERK, Role.SUPERVISOR)
DELEGATION_ENDED = _by(
    PeopleAct.DELEGATION_ENDED,
    Role.CLERK,
    Role.SUPERVISOR,
    bounds=(
        bound("/on", LAW, Today(30), SLIP),
        bound("/by_decided_on", LAW, Today(), SLIP),
    ),
    by_the_system=True,
)

ALL = (DELEGATION_GIVEN, DELEGATION_CONFIRMED, DELEGATION_ENDED)
