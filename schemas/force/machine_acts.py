"""Acts about accounts of machines: other systems that read what the force publishes. None contains a key."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Name, Reason

MachinePermission = Literal["figures", "catalogue"]
"""What a machine may read: figures of its unit and those below, sums alone; the published catalogue of behaviours."""
Network = Annotated[str, Meta(min_length=3, max_length=49)]


class MachineAsked(Wire):
    """An administrator asks for an account of another system. It opens nothing until a second one confirms it."""

    account_id: UUID
    name: Name
    purpose: Reason
    owner_id: UUID
    """The officer who answers for it."""
    permissions: Annotated[list[MachinePermission], Meta(min_length=1, max_length=10)]
    networks: Annotated[list[Network], Meta(min_length=1, max_length=20)]
    """Addresses from which it may ask, in CIDR form."""
    expires_on: date
    """The first day on which it opens nothing any more, a Vietnamese day."""


class MachineConfirmed(Wire):
    """A second administrator confirms it: from now on keys may be made for it."""

    account_id: UUID
    note: Reason
    owner_id: UUID | None = None
    """Who answers for it, as the second administrator was shown; older acts say nothing of it."""


class MachineDeclined(Wire):
    """It will not be: a second administrator declines it, or who asked takes it back."""

    account_id: UUID
    reason: Reason


class MachineKeyMade(Wire):
    """A key was made and shown once. Keys before it end at `others_until`, so that the system can change over."""

    account_id: UUID
    key_id: UUID
    others_until: datetime | None


class MachineOwnerNamed(Wire):
    """Another officer answers for the account from now on."""

    account_id: UUID
    owner_id: UUID
    reason: Reason


class MachineRevoked(Wire):
    """All its keys are dead from now on."""

    account_id: UUID
    reason: Reason
