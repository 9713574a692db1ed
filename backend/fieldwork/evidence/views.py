"""What is told about a photograph: to the desk's photo page and to whoever streams its bytes."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from schemas.core.problems import Text
from schemas.core.receipts import ByteReceipt
from schemas.fieldwork.findings import FindingView

Size = Literal["thumb", "view", "original", "phone"]
"""`phone`: the small picture that the phone sent ahead, which nobody can check; only until there is another."""


class OpenPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes to be sent, and the headers that belong to them (lower case). `status` is 200, 206 or
    304; no bytes come with 304 and where only the headers were asked for."""

    status: int
    media_type: str
    headers: dict[str, str]
    chunks: AsyncIterator[bytes]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody opened the photograph."""

    at: datetime
    action: str
    full_name: str


class PhotoPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the desk shows of one photograph.

    `metadata` is what the camera wrote (media.exif), `place` what the phone measured; neither is
    the other. `detected_type` is by content, `announced_type` as the phone said. `preview_reason`
    says why there is no preview. `verified_at` to `custody_fault`: what a worker last found of the original
    in the store.
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
    """Whether a small picture of the phone's can be shown: there is no preview, and it was made fit to be."""
    preview_reason: Text | None
    width: int | None
    height: int | None
    metadata: dict[str, Any]
    readers: list[Reading]
    findings: list[FindingView]
