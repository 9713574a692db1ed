"""The register of delegations: a clerk enters and ends; he or a supervisor confirms what somebody else entered."""

from backend.force.acts.declaring import Book, Declared, Who
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct


def _by(wire: PeopleAct, *roles: Role) -> Declared:
    return Declared(wire=wire, book=Book.OFFICER, who=Who.REGISTRAR, by=frozenset(roles))


DELEGATION_GIVEN = _by(PeopleAct.DELEGATION_GIVEN, Role.CLERK)
DELEGATION_CONFIRMED = _by(PeopleAct.DELEGATION_CONFIRMED, Role.CLERK, Role.SUPERVISOR)
DELEGATION_ENDED = _by(PeopleAct.DELEGATION_ENDED, Role.CLERK, Role.SUPERVISOR)

ALL = (DELEGATION_GIVEN, DELEGATION_CONFIRMED, DELEGATION_ENDED)
