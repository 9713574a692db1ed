"""Papers and cases that a restore lost, entered again under the number and day that people already hold."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire


class EnteredAgain(Wire):
    """Number and day of the first issue.

    That issue was in the time that a declared restore lost (docs/operations/recovery.md).
    """

    restore: UUID
    """The act that declared the restore (`ledger.restored`)."""
    number: Annotated[str, Meta(min_length=1, max_length=80)]
    """The number printed on the paper."""
    day: date
    """The day printed on the paper, in Vietnam."""
    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
    """How it is known that it was issued: who holds it, what was handed in."""
    code: Annotated[str, Meta(min_length=20, max_length=60)] | None = None
    """Its verification code. Null if it had none, or nobody could read it any more."""
