"""What the desk shows of rescue files."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.exchange.rules.rescue import Result, Summary


class RescueFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file, as the supervisor who brought it sees it."""

    id: UUID
    file_name: str
    size: int
    sha256: str
    received_at: datetime
    state: Literal["waiting", "unfinished", "imported", "gone"]
    imported_at: datetime | None
    officer_name: str
    username: str
    device_name: str
    summary: Summary
    result: Result | None
    stored: frozenset[str] = frozenset()
    """Hashes of its photographs that are in the store now."""
    numbers: dict[UUID, str] = {}
    """Decision numbers of those of its inspections that the reader may see."""
