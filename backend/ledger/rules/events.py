"""An accepted act as the rules of its record fold it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

Kind = TypeVar("Kind")


class SharedFacts(RuntimeError):
    """An act was to be folded into facts that are kept for all readers (backend/ledger/kept.py)."""


@dataclass(frozen=True)
class Event(Generic[Kind]):
    """An accepted act of a record. `Kind` are the types of act that the record has."""

    number: int
    act_id: UUID
    type: Kind
    content: Any
    officer_id: UUID
    made_at: datetime
    """By the maker's own clock, UTC."""
    received_at: datetime
    """When the server took it, UTC."""

    @property
    def at(self) -> datetime:
        """When it happened for rules that trust the server's clock alone."""
        return self.received_at
