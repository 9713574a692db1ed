"""How the acts of reports are declared. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.ledger.bounds.table import Line
from schemas.insight.words import ReportState


class By(StrEnum):
    """Whose act it is; backend/insight/rules/reports/authority.py judges by the officer's unit and roles."""

    DRAFTER = "drafter"
    """Who works in the report's unit, or a supervisor above. When a period is over: the system."""
    HEAD = "head"
    """A supervisor whose unit covers the report's; in a team its leader too."""
    OVER = "over"
    """Who supervises a unit above the report's."""
    ABOVE = "above"
    """Who works in the unit to which it went, or a supervisor above."""
    SYSTEM = "system"
    """What happened in another record, in the same transaction."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act."""

    wire: str
    by: By
    states: frozenset[ReportState]
    """In which it may happen; empty for the act that begins the record."""
    bounds: tuple[Line, ...] = ()
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Places in the content that nobody types, with where their values come from."""
