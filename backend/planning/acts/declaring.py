"""How the acts of plans are declared. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.ledger.bounds.table import Line
from schemas.planning.words import PlanState


class By(StrEnum):
    """Whose act it is; backend/planning/rules/authority.py judges by the officer's unit and roles."""

    DRAFTER = "drafter"
    """Who works in the plan's own unit, or a supervisor above."""
    HEAD = "head"
    """A supervisor whose unit covers the plan's; in a team its leader too."""
    OFFICE = "office"
    """A head, or the clerk, whose unit covers the plan's."""
    ABOVE = "above"
    """Who works in the unit to which the plan was sent up, or a supervisor above."""
    ITEMS_HEAD = "items_head"
    """A head of the unit that carries out the item."""
    SYSTEM = "system"
    """What happened in another record, in the same transaction."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act."""

    wire: str
    by: By
    states: frozenset[PlanState]
    """In which it may happen."""
    begins: bool = False
    """It may begin a record."""
    bounds: tuple[Line, ...] = ()
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Places in the content that nobody types, with where their values come from."""
