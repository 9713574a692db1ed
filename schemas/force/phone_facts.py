"""What a phone says of itself with each sync, in the header `Hientruong-Phone`."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

HEADER = "Hientruong-Phone"
"""The header, a JSON object of ASCII. A server before it passes it over, and a phone before it sends none."""
MOST = 1000
"""Letters of it that are read."""
_Count = Annotated[int, Meta(ge=0, le=1_000_000)]
_Bytes = Annotated[int, Meta(ge=0, le=2**53)]


class PhoneFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Every key is optional, and one that is not known here is passed over: a newer phone may say more.

    It is no evidence and decides nothing: a person at the desk reads it.
    """

    version: Annotated[str, Meta(max_length=40, pattern=r"^[0-9A-Za-z.+-]+$")] | UnsetType = UNSET
    """The app's version and, behind a plus, its build: `0.2.0+1a2b3c4d`."""
    at: datetime | UnsetType = UNSET
    """The phone's own clock when it sent this."""
    acts: _Count | UnsetType = UNSET
    """Acts without an answer, and what was taken in or handed over without one."""
    photos: _Count | UnsetType = UNSET
    """Photographs and files without a receipt for their bytes."""
    bytes: _Bytes | UnsetType = UNSET
    """Their size."""
    oldest: datetime | UnsetType | None = UNSET
    """When the oldest of all that was made, by the phone's clock; null if nothing waits."""
    used: _Bytes | UnsetType = UNSET
    """Bytes that the app stores, as the browser estimates."""
    quota: _Bytes | UnsetType = UNSET
    """Bytes that it may store at most, as the browser estimates."""
    persisted: bool | UnsetType | None = UNSET
    """Whether the browser promised to keep them; null if it does not say."""
