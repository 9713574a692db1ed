"""What a case knows of each complaint or lawsuit against its acts. Pure."""

from dataclasses import dataclass, field
from datetime import date

from backend.core.local_time import day_of
from schemas.casework.acts import complaints as case_complaint_acts


@dataclass
class Round:
    """One level of a complaint: the first, or the second to the direct superior."""

    accepted: bool = False
    refused: bool = False
    """Also if it was withdrawn."""
    resolved: bool = False
    sent: bool = False
    """Its result was sent."""
    changes: bool = False
    """Its result changes the act that is complained about."""
    resolver: str | None = None
    """Who accepted it for resolution, or resolved it if that was another; None in acts from before this was kept."""
    resolver_name: str | None = None
    """Title, name or agency of that authority."""
    last_on: date | None = None
    """The day that its last act names: of the second complaint, the acceptance, the result, its dispatch."""

    @property
    def open(self) -> bool:
        """Whether it was neither refused nor resolved."""
        return not (self.refused or self.resolved)


@dataclass
class Complaint:
    """A complaint or a lawsuit with its rounds, the first first."""

    filed: case_complaint_acts.ComplaintFiled
    rounds: list[Round] = field(default_factory=lambda: [Round()])

    @property
    def level(self) -> int:
        """1, or 2 after a second complaint (Law on Complaints Art 7)."""
        return len(self.rounds)

    @property
    def now(self) -> Round:
        """The round that runs or was the last."""
        return self.rounds[-1]

    @property
    def last_on(self) -> date:
        """The day that the last act about it names; no later act has an earlier one."""
        return self.now.last_on or day_of(self.filed.filed_at)

    @property
    def open(self) -> bool:
        """Whether its last round has no end yet."""
        return self.now.open
