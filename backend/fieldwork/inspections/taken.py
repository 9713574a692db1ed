"""An act that takes effect, with all the data that the fold needs to write it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Declared, Ruled
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.rules.steps import Effect
from backend.ledger import clocks
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept
from schemas.fieldwork.words import ActType
from schemas.ledger.acts import Act


@dataclass(frozen=True)
class Taken:
    """An act with its judgement."""

    state: LockedInspection | None
    """The inspection's row before the act; None for the decision that begins it."""
    parsed: ParsedAct
    actor: Actor
    judgement: Accept
    number: int
    """The act's number in its record. For an admission it is the number of the admitted act."""
    at: datetime
    """When the act was received or, if it was held, admitted; UTC."""

    @property
    def act(self) -> Act:
        """The act itself."""
        return self.parsed.act

    @property
    def inspection(self) -> LockedInspection:
        """The inspection's row before the act. Raises TypeError for the decision that begins it."""
        if self.state is None:
            raise TypeError(f"{self.act.type} begins the inspection")
        return self.state

    @property
    def declared(self) -> Declared:
        """The act's declaration."""
        return ACTS[ActType(self.act.type)]

    @property
    def next_state(self) -> str | None:
        """The state after the act; None if the act does not change it."""
        return self.judgement.next_state

    @property
    def noted(self) -> bool:
        """Whether the act is kept and shown but changes nothing."""
        return self.judgement.note is Effect.NOTED

    @property
    def told_at(self) -> datetime:
        """When the act happened, UTC, corrected by what is known of the phone's clock."""
        return clocks.told_at(self.act, self.at)

    @property
    def ruled(self) -> Ruled:
        """How the table of rulings stores it. Raises TypeError if the act is not a ruling."""
        if self.declared.ruled is None:
            raise TypeError(f"{self.act.type} is no ruling")
        return self.declared.ruled

    @property
    def remarks(self) -> list[Any]:
        """The remarks of a ruling."""
        key = self.ruled.remarks
        return getattr(self.parsed.content, key) if key else []

    @property
    def reason(self) -> str | None:
        """The reason that the act gives, or None."""
        found: str | None = getattr(self.parsed.content, "reason", None)
        return found
