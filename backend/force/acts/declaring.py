"""How an act about people is declared: its record handler, who may do it, what it ends. Pure.

Its content is in schemas/force. The code that reads and writes rows is in backend/force/accounts:
judging.py and judging_asks.py decide whether the present state allows the act, folding.py and
folding_asks.py write what it changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.force.rules.asks import Kind
from backend.ledger.bounds.table import Line
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct


class Handler(StrEnum):
    """The kind of record that an act is about."""

    OFFICER = "officer"
    DEVICE = "device"
    UNIT = "unit"


class Who(StrEnum):
    """Who does the act.

    The operator of the machine may do most others' acts too, at the command line.
    """

    ADMINISTRATOR = "administrator"
    """An administrator of the officer's, device's or unit's unit or above; never on the own
    account."""
    SUPERVISOR = "supervisor"
    """A supervisor of the officer's unit or above."""
    ISSUER = "issuer"
    """A supervisor for whom the officer's place in a team waits; the officer may serve elsewhere by now. Inspections
    are read in a group above this one, which tells it when the act is judged (backend/force/accounts/teams.py)."""
    HIMSELF = "himself"
    HIMSELF_OR_OPERATOR = "himself_or_operator"
    ASKED = "asked"
    """Those who may answer the ask: see backend/force/accounts/judging_asks.py."""
    REGISTRAR = "registrar"
    """Those who keep the register of delegations in the receiver's unit or above, never the
    receiver."""
    KEEPER = "keeper"
    """A clerk or an administrator of the unit or above."""
    CLERK = "clerk"
    """A clerk of the unit or above."""
    RESTRUCTURING = "restructuring"
    """The system alone, when an act about a unit takes over its people."""
    SIGN_IN = "sign_in"
    """The system, at a sign-in with both factors."""
    APPROVER = "approver"
    """A supervisor or an administrator of the officer's, device's or unit's unit or above."""


@dataclass(frozen=True)
class Ends:
    """Sessions that must not outlive the act: those at the desk always end."""

    phones: str | None = None
    """Why those on phones end, as a code; None if they go on."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act about people."""

    wire: PeopleAct
    """Its name on the wire. It is the key, as one struct of content may serve several acts."""
    handler: Handler
    who: Who
    also_himself: bool = False
    """Officers do it to themselves too."""
    by_the_system: bool = False
    """Jobs do it too."""
    by: frozenset[Role] = frozenset()
    """The roles that may do it, if `who` leaves them open."""
    asks: Kind | None = None
    """The kind of ask that it makes, in one word, as the table of asks stores it."""
    ends: Ends | None = None
    bounds: tuple[Line, ...] = ()
    """The bounds of its days and numbers."""
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Days and numbers that nobody types, by their place in the content, and what ensures that they
    are right."""
