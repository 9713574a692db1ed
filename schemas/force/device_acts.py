"""Acts about enrolled phones: messages to them, and whether new ones need an approval."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason

MESSAGE_LONGEST = 500
"""Letters of a message to a phone: what is read at a glance, in a shop."""


class PhoneMessageSent(Wire):
    """A head or an administrator sent a text to the officers signed in on a phone, or on those of a unit and below.

    The record says where to: a device, or a unit.
    """

    message_id: UUID
    text: Annotated[str, Meta(min_length=3, max_length=MESSAGE_LONGEST)]


class DeviceApprovalSet(Wire):
    """Whether an officer's first sign-in on a phone waits for an approval, in this unit and all units below it."""

    demanded: bool
    reason: Reason
