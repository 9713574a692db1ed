"""How the acts of submissions, routes and absences are declared. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.ledger.bounds.table import Line


class By(StrEnum):
    """Whose act it is; backend/approvals/rules/guards.py judges by the submission's state."""

    SUBMITTER = "submitter"
    HOLDER = "holder"
    """Who holds an open step."""
    RETURNER = "returner"
    """Who holds an open step, or a legal officer in whose scope it is."""
    ABOVE = "above"
    """A supervisor of a unit above; of the unit itself once a step is overdue."""
    OFFICE = "office"
    """The clerk or a supervisor of the unit or of one above it."""
    SYSTEM = "system"
    """What happened in another record, or time, in the same transaction."""
    DRAFTER = "drafter"
    """A supervisor, legal officer or administrator of the route's unit or above."""
    PUBLISHER = "publisher"
    """The same, but never who drafted it."""
    REGISTRAR = "registrar"
    """The absent officer, or a supervisor or clerk of the unit or above."""


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act."""

    wire: str
    by: By
    binds: bool = False
    """It approves or decides: the desk asks for a second factor first (practice B4)."""
    bounds: tuple[Line, ...] = field(default=())
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Places in the content that nobody types, with where their values come from."""
