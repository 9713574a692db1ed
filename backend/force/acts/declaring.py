"""How an act about people is declared: which record handler takes it, whose act it is, what it ends. Pure.

Its content is in schemas/force. Whether the present state allows it is asked in judging.py and judging_asks.py, what it
changes is in folding.py and folding_asks.py, both in backend/force/accounts: they read and write rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.force.rules.asks import Kind
from backend.ledger.bounds.table import Line
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct


class Handler(StrEnum):
    """The kind of record that it is about."""

    OFFICER = "officer"
    DEVICE = "device"
    UNIT = "unit"


class Who(StrEnum):
    """Whose act it is. The operator of the machine does those of others too, by the command line."""

    ADMINISTRATOR = "administrator"
    """Of the officer's, device's or unit's unit or above; nobody acts on himself."""
    SUPERVISOR = "supervisor"
    """Of the officer's unit or above."""
    HIMSELF = "himself"
    HIMSELF_OR_OPERATOR = "himself_or_operator"
    ASKED = "asked"
    """Who may answer the ask: backend/force/accounts/judging_asks.py says."""
    REGISTRAR = "registrar"
    """Who keeps the register of delegations in the receiver's unit or above, never for himself."""
    SIGN_IN = "sign_in"
    """The system, at a sign-in with both factors."""
    APPROVER = "approver"
    """A supervisor or an administrator of the officer's unit or above."""


@dataclass(frozen=True)
class Ends:
    """Sessions that may not outlive the act: those at the desk always."""

    phones: str | None = None
    """Why those on phones end, as a code; None where they go on."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act about people."""

    wire: PeopleAct
    """Its name on the wire: the key, as one struct of content may serve several acts."""
    handler: Handler
    who: Who
    also_himself: bool = False
    """He does it to himself too."""
    by_the_system: bool = False
    """Jobs do it too."""
    by: frozenset[Role] = frozenset()
    """The roles that may, where the kind of person leaves it open."""
    asks: Kind | None = None
    """What it asks a second person about an officer, in one word, as the table has it."""
    ends: Ends | None = None
    bounds: tuple[Line, ...] = ()
    """From where to where its days and numbers may lie."""
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Those that nobody types, by their place, and what makes them right."""
