"""Signing in on a phone: the requests, and the one answer (also to a refresh)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.core.base import Wire
from schemas.core.receipts import ServerKey
from schemas.core.vocabulary import Role


class DeviceOrder(Wire):
    """The phone's own description.

    If the id is not known yet, the phone is enrolled with this key.
    """

    id: UUID
    name: Annotated[str, Meta(min_length=1, max_length=100)]
    public_key: dict[str, Any]
    """JWK, kty EC, crv P-256 (RFC 7518 §6.2). Further members are ignored; a private `d` is
    refused."""
    proof: Annotated[str, Meta(min_length=1, max_length=100)] | UnsetType = UNSET
    """Proves that this phone has the private half: its signature (raw r‖s, base64url) over the RFC
    8785 form of {device_id, otp, purpose: "sign-in", username}, with the values of this request. A
    code can be used once, and so can the proof. Phones of the version before send none; a device
    that sent one once must always send it."""


class SignIn(Wire):
    """Both factors and the device, in one request."""

    username: Annotated[str, Meta(min_length=1, max_length=200)]
    password: Annotated[str, Meta(min_length=1, max_length=1000)]
    otp: Annotated[str, Meta(min_length=1, max_length=20)]
    device: DeviceOrder


class Refresh(Wire):
    """A refresh token can be used once.

    Within 30 s a repeat gets the same answer, in case the first one was lost.
    """

    refresh_token: Annotated[str, Meta(min_length=1, max_length=200)]


class UnitName(Wire):
    """A unit's names, for display."""

    id: UUID
    code: str
    name_vi: str
    name_en: str


class OfficerSelf(Wire):
    """The officer, as shown on their own phone."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    roles: list[Role]
    unit: UnitName
    language: str


class SessionAnswer(Wire):
    """`expires_at` is the end of the access token, UTC.

    The rest is what a phone gets at every contact.
    """

    access_token: str
    refresh_token: str
    expires_at: datetime
    officer: OfficerSelf
    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
    public_url: str | None = None
