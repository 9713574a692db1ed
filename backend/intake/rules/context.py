"""What the guards of an information ask besides its own acts. Pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.intake.rules.facts import Information
from backend.intake.rules.line import Reader


@dataclass(frozen=True)
class Context:
    """What the guards ask besides the information's own acts."""

    officer_id: UUID
    now: datetime
    reader: Reader
    decides: bool
    """Is a head of the unit that handles it, or of one above; of what auditors alone handle, one of them."""
    clerk: bool
    """Is a clerk of the unit or of one above."""
    by_the_system: bool
    officers_known: bool = True
    """Those whom the act names are active officers of the unit or below, and none of them is named in it."""
    unit_known: bool = True
    """The unit that the act names exists, and is not the one that has it."""
    record_known: bool = True
    """The record that the act names exists and is in the actor's sight."""
    other: Information | None = None
    """The information into which it is to be merged."""
    came_with: bool = False
    """What the act adds is photographs that the officer's phone announced when it registered the information."""
