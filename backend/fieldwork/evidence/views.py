"""Structs about a photograph: for the desk's photo page, and for routes that stream its bytes."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.fieldwork.queries.photos import Reading
from schemas.core.problems import Text
from schemas.core.receipts import ByteReceipt
from schemas.fieldwork.findings import FindingView

Size = Literal["thumb", "view", "original", "phone"]
"""`phone` is the unchecked thumbnail that the phone sent ahead, shown only until the preview is."""


class OpenPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes to send, and their headers (lower case). `status` is 200, 206 or 304.

    There are no bytes with 304, or if only the headers were asked for.
    """

    status: int
    media_type: str
    headers: dict[str, str]
    chunks: AsyncIterator[bytes]


class PhotoPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the desk shows of one photograph.

    `metadata` is what the camera wrote (media.exif); `place` is what the phone measured. The two
    are independent. `detected_type` is by content, `announced_type` as the phone said.
    `preview_reason` says why there is no preview. `verified_at` to `custody_fault` are what a
    worker last found of the original in the store.
    """

    photo_id: UUID
    act_id: UUID
    inspection_id: UUID
    inspection_state: str
    decision_number: str
    subject_name: str
    number: int
    officer_id: UUID
    officer_name: str
    device_id: UUID | None
    sha256: str
    size: int
    announced_type: str
    detected_type: str | None
    way: str
    place: dict[str, Any] | None
    caption: str | None
    made_at: datetime
    received_at: datetime
    addendum: bool
    quarantine: str | None
    dismissed: bool
    withdrawn_reason: str | None
    withdrawn_at: datetime | None
    stored_at: datetime | None
    verified_at: datetime | None
    retention_mode: str | None
    retained_until: datetime | None
    legal_hold: bool
    custody_fault: str | None
    object_name: str | None
    receipt: ByteReceipt | None
    preview: str
    phone_thumbnail: bool
    """Whether the phone's thumbnail can be shown: it was decoded, and there is no preview yet."""
    preview_reason: Text | None
    width: int | None
    height: int | None
    metadata: dict[str, Any]
    readers: list[Reading]
    findings: list[FindingView]
