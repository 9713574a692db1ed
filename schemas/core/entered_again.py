"""What was issued before a restore that lost it, entered again: the number and the day that people hold in hand."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire


class EnteredAgain(Wire):
    """The number and day of its first issue, in the time that a declared restore lost (docs/operations/recovery.md)."""

    restore: UUID
    """The act that declared the restore (`ledger.restored`)."""
    number: Annotated[str, Meta(min_length=1, max_length=80)]
    """As it stands on the paper."""
    day: date
    """Of Vietnam, as it stands on the paper."""
    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
    """How it is known that it was issued: who holds it, what was handed in."""
    code: Annotated[str, Meta(min_length=20, max_length=60)] | None = None
    """Its verification code; null where it bore none or nobody could read it any more."""
