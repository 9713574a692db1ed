"""How the acts of an information are declared. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.ledger.bounds.table import Line
from schemas.intake.words import InformationState as State
from schemas.intake.words import Nature


class By(StrEnum):
    """Whose act it is; backend/intake/rules/guards.py tells who that is for one information."""

    RECEIVER = "receiver"
    """Anybody in service work takes information in."""
    HEAD = "head"
    """The head of the unit that handles it, or of a unit above; an auditor of the nation if it is theirs alone."""
    VERIFIER = "verifier"
    """An officer who was assigned to verify it; the head too."""
    WORKER = "worker"
    """The head, who took it in, and the verifiers."""
    OFFICE = "office"
    """A worker, or a clerk of the unit, who keeps its papers."""
    READER = "reader"
    """Anybody who sees the record, and is outside the line of those who may open the identity."""
    LINE = "line"
    """Those who may open the identity themselves, but never who asked."""
    SYSTEM = "system"
    """Written beside an act of another record, in the same transaction."""


TIPS = frozenset({Nature.TIP})
FORMAL = frozenset({Nature.DENUNCIATION, Nature.COMPLAINT})
ALL_NATURES = TIPS | FORMAL
UNDECIDED = frozenset(
    {State.RECEIVED, State.VERIFYING, State.VIOLATION, State.NO_VIOLATION, State.UNVERIFIABLE}
)
"""A tip with which something is still to be done."""
OPEN = UNDECIDED | {State.ACCEPTED}
"""States of the triage board and of what is counted as open."""
ENDED = frozenset(
    {
        State.PROPOSED,
        State.FORWARDED,
        State.REDIRECTED,
        State.NO_ACTION,
        State.NOT_ACCEPTED,
        State.RESOLVED,
        State.WITHDRAWN,
        State.DISCONTINUED,
    }
)
ANY = frozenset(State)


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One act: who may make it, of which natures, in which states, and what its days may be."""

    wire: str
    by: By
    natures: frozenset[Nature] = ALL_NATURES
    states: frozenset[State] = ANY
    first: bool = False
    """The head's first action ends the time that figures measure."""
    binds: bool = False
    """The desk asks for a second factor first (practice B4)."""
    bounds: tuple[Line, ...] = field(default=())
    set_by_the_system: Mapping[str, str] = field(default_factory=dict)
    """Places in the content that nobody types, with where their values come from."""
