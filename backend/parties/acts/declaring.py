"""How an act of a party is declared: what it needs of the record, and the bounds of its values. Pure."""

from dataclasses import dataclass

from backend.ledger.bounds.table import Line
from schemas.parties.words import PartyAct, PartyState


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act of a party.

    Those who work on inspections in the party's department make it.
    """

    wire: PartyAct
    states: frozenset[PartyState]
    """In which states of the party it may happen."""
    begins: bool = False
    """It makes the record. Any other act may be the first one of a party that was entered before there were acts."""
    bounds: tuple[Line, ...] = ()
