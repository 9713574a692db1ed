"""An act that takes effect, with all that what it writes is made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Declared, Ruled
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.rules.steps import Effect
from backend.ledger import clocks
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept
from schemas.fieldwork.words import ActType
from schemas.ledger.acts import Act


@dataclass(frozen=True)
class Taken:
    """What the door made of an act; `state` is the inspection's row as it was before."""

    state: Any
    parsed: ParsedAct
    actor: Actor
    judgement: Accept
    number: int
    """Of the act in its record: of the held act where one was admitted."""
    at: datetime
    """When it came, or when it was admitted, UTC."""

    @property
    def act(self) -> Act:
        """The act itself."""
        return self.parsed.act

    @property
    def declared(self) -> Declared:
        """What is declared of it."""
        return ACTS[ActType(self.act.type)]

    @property
    def next_state(self) -> str | None:
        """The state after it; None where it moves nothing."""
        return self.judgement.next_state

    @property
    def noted(self) -> bool:
        """Whether it is kept and shown, and moves nothing."""
        return self.judgement.note is Effect.NOTED

    @property
    def told_at(self) -> datetime:
        """When it happened by all that is known of its phone's clock, UTC."""
        return clocks.told_at(self.act, self.at)

    @property
    def ruled(self) -> Ruled:
        """What the table of rulings says of it. Raises TypeError where it is no ruling."""
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
        """The reason that it gives, where it gives one."""
        found: str | None = getattr(self.parsed.content, "reason", None)
        return found
